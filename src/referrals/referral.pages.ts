import { historyEntries, whoLine, type HistoryFacts } from '../components/history.ts';
import { statusControl, type StatusFacts } from '../components/status-control.ts';
import { stepsOf, type StepDoers } from '../components/steps.ts';
import type { FailedAnswer } from '../components/answer-form.ts';
import { errorSummary } from '../components/fields.ts';
import type { Link } from '../http/components.ts';
import type { ErrorSummary } from '../http/form-components.ts';
import type { GoalControl, NotesSection } from '../http/note-components.ts';
import type { HistoryEntry, LoopHeadline, Steps } from '../http/referral-components.ts';
import { allowedStatuses, seekerFor } from '../domain/referral-policy.ts';
import { RING_NAMES, ringOf } from '../domain/ring.ts';
import type { Delivery } from '../mail/email-delivery.store.ts';
import { t } from '../i18n/translate.ts';
import type { StoredConsent } from './consent.store.ts';
import type { Milestone } from './history.store.ts';
import { referralAside, type ReferralAside } from './referral-aside.pages.ts';
import { chainLines, type ChainLine } from './referral-chain.pages.ts';
import type { ChainLink } from './referral-chain.store.ts';
import { crumbsTo } from './referral-crumbs.pages.ts';
import { headlineWords, namedSteps } from './referral-logged.pages.ts';
import { seekerNameFor } from './referral-names.ts';
import { goalPart, notesPart } from './referral-work.pages.ts';
import type { ReferralWork } from './referral-work.store.ts';
import type { ReferralDetail } from './referral.store.ts';

declare module '../http/page.ts' {
  interface Pages {
    'referrals/show': ReferralPage;
  }
}

/** The referral, for those who help on it (R18). */
export interface ReferralPage {
  crumbs: Link[];
  seekerName: string;
  programName: string;
  errors: ErrorSummary | null;
  loop: LoopHeadline;
  steps: Steps;
  /** The referral it continues, and those that continue it. */
  chain: ChainLine[];
  comment: { text: string | null; by: string };
  /** The referring side's alone (R11). */
  goal: GoalControl | null;
  /** Never the Seeker's (R19). */
  notes: NotesSection | null;
  history: HistoryEntry[];
  wholeHistory: Link | null;
  aside: ReferralAside;
}

/** What the stores and the request gave. */
export interface ReferralFacts {
  referral: ReferralDetail;
  history: readonly HistoryFacts[];
  /** Whether history is longer than what is here. */
  more: boolean;
  milestones: readonly Milestone[];
  deliveries: readonly Delivery[];
  consent: StoredConsent | null;
  work: ReferralWork;
  chain: readonly ChainLink[];
  userId: string;
  failed: FailedAnswer | null;
  note: string;
  returnTo: string;
  timeZone: string;
  /** The installation's, which the Program's opening hours are in. */
  hoursZone: string;
  now: Date;
  formKey: string;
  /** For the small forms beside the status. */
  formKeys: () => string;
}

export function referralPage(facts: ReferralFacts): ReferralPage {
  const { referral, history, more, timeZone, failed } = facts;
  return {
    crumbs: crumbsTo(referral),
    seekerName: seekerNameFor(referral),
    programName: referral.programName,
    errors: failed && errorSummary({ values: {}, errors: { [`status-${referral.id}`]: failed.error } }, [`status-${referral.id}`]),
    loop: headlineOf(facts),
    steps: namedSteps(stepsFor(facts), referral, facts.now),
    chain: chainLines(facts.chain, timeZone),
    comment: commentOf(referral),
    goal: goalPart(facts),
    notes: notesPart(facts),
    history: historyEntries(history, timeZone),
    wholeHistory: more ? { href: `/referrals/${referral.id}?history=all#history`, label: t('Show the whole history') } : null,
    aside: referralAside(facts),
  };
}

function headlineOf(facts: ReferralFacts): LoopHeadline {
  const { referral, returnTo, timeZone, now, formKey, failed } = facts;
  const ring = ringOf(referral.status, referral.seenAt !== null);
  const options = { returnTo, timeZone, now, formKey, headline: true };
  const { withdrawal } = referral;
  const control = statusControl(statusFacts(facts), failed ? { ...options, failed } : options);
  const [ringName, sentence] = withdrawal ? withdrawnWords() : [t(RING_NAMES[ring]), headlineWords(ring, referral)];
  // Where it went is said below, and there one goes on from.
  const onward = facts.chain.some((link) => link.onward) ? null : control.onward;
  return { referralId: referral.id, ringName, sentence, control: { ...control, onward } };
}

function withdrawnWords(): [string, string] {
  return [t('The loop is closed: withdrawn.'), t('This referral was withdrawn.')];
}

function statusFacts({ referral, milestones }: ReferralFacts): StatusFacts {
  const last = milestones.find(({ step }) => step === 'latest');
  return {
    ...referral,
    referralId: referral.id,
    seekerName: seekerNameFor(referral),
    seen: referral.seenAt !== null,
    allowed: allowedStatuses(referral.sides),
    lastReason: last?.reason ?? null,
    lastActor: last?.actorName ?? null,
    lastOrganization: last?.actorOrganization ?? null,
    lastVia: last?.via ?? null,
  };
}

function stepsFor({ referral, milestones, timeZone, now }: Pick<ReferralFacts, 'referral' | 'milestones' | 'timeZone' | 'now'>): Steps {
  const doers: StepDoers = {};
  for (const { step, actorName, actorOrganization, via } of milestones) {
    doers[step === 'latest' ? 'outcome' : step] = whoLine(actorName, actorOrganization, via);
  }
  const actedAt = milestones.find(({ step }) => step === 'acted')?.createdAt ?? null;
  return stepsOf({ ...referral, sentAt: referral.createdAt, actedAt }, doers, { timeZone, now });
}

function commentOf(referral: ReferralDetail): ReferralPage['comment'] {
  const who = whoLine(referral.makerName, referral.makerOrganization);
  const { firstName } = seekerFor(referral);
  return { text: referral.comment || null, by: t('{{who}}. {{name}} and the Program can read this.', { who, name: firstName }) };
}
