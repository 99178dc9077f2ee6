import { answerForm, plainStatus, seekerAnswer, type AnswerFacts, type FailedAnswer } from '../components/answer-form.ts';
import { momentIn } from '../components/dates.ts';
import { errorSummary } from '../components/fields.ts';
import { statusGroups, statusView } from '../components/status-view.ts';
import type { AnswerForm, Link, RingView } from '../http/components.ts';
import type { ErrorSummary } from '../http/form-components.ts';
import type { LinkActor } from '../domain/actor.ts';
import { shortName } from '../domain/display-name.ts';
import { allowedStatuses } from '../domain/referral-policy.ts';
import { closesLoop } from '../domain/referral-status.ts';
import { t } from '../i18n/translate.ts';
import type { ReferralDetail } from '../referrals/referral.store.ts';

declare module '../http/page.ts' {
  interface Pages {
    'status-links/show': LinkPage;
  }
}

/** One referral, shown to one recipient, as little of it as an answer takes (R26, S-34). */
export interface LinkPage {
  /** "intake@fairoaks.example": whoever holds a forwarded link sees whose it is. Null for the Seeker. */
  answeringAs: string | null;
  heading: string;
  program: string;
  errors: ErrorSummary | null;
  pairs: LinkPair[];
  referralId: string;
  status: RingView & { value: string; words: string };
  since: string;
  quote: string | null;
  answer: AnswerForm;
  until: string;
  signIn: Link | null;
}

export interface LinkPair {
  label: string;
  value: string;
  strong: boolean;
}

export interface LinkPageFacts {
  actor: LinkActor;
  referral: ReferralDetail;
  expiresAt: Date;
  failed: FailedAnswer | null;
  formKey: string;
  timeZone: string;
}

export function linkPage(facts: LinkPageFacts): LinkPage {
  const { actor, referral, failed, timeZone } = facts;
  const seeker = actor.recipient === 'seeker';
  const changed = momentIn(timeZone, referral.statusChangedAt);
  return {
    answeringAs: seeker ? null : actor.email,
    heading: headingOf(actor, referral),
    program: referral.programName,
    errors: failed && errorSummary({ values: {}, errors: { 'answer-status': failed.error } }, ['answer-status']),
    pairs: pairsOf(actor, referral, timeZone),
    referralId: referral.id,
    status: seeker ? plainStatus(referral.status, referral.seenAt !== null, referral) : programStatus(referral),
    since: t('since {{date}}, {{time}}', { date: changed.date, time: changed.time }),
    quote: referral.comment || null,
    answer: seeker ? seekerAnswer(seekerFacts(facts)) : programAnswer(facts),
    until: momentIn(timeZone, facts.expiresAt).date,
    signIn: actor.userId === null ? null : { href: '/login?returnTo=%2Finbound', label: t('Sign in') },
  };
}

/** Once the loop is closed nobody is asked any more; the answer can still be changed (R4). */
function headingOf({ recipient }: LinkActor, { status }: ReferralDetail): string {
  if (recipient === 'seeker') return closesLoop(status) ? t('You can still change your answer') : t('Did you get help?');
  return closesLoop(status) ? t('This referral is closed') : t('A referral needs your answer');
}

/** "Ana R.", and when: no more of a person than this (S-34). The Program stands with the heading. */
export function pairsOf({ recipient }: LinkActor, { shared, createdAt }: ReferralDetail, timeZone: string): LinkPair[] {
  const { date, time } = momentIn(timeZone, createdAt);
  return [
    { label: t('For'), value: shortName(shared.firstName, shared.lastName), strong: recipient === 'claimer' },
    { label: t('Sent'), value: t('{{date}}, {{time}}', { date, time }), strong: false },
  ];
}

function programStatus({ status, seenAt }: ReferralDetail): LinkPage['status'] {
  const { value, label, ring, category } = statusView(status, seenAt !== null);
  return { value, words: label, ring, category };
}

function answerFacts({ actor, referral, formKey, failed }: LinkPageFacts, after: string): AnswerFacts {
  return { id: 'answer', action: `/l/${actor.publicId}`, version: referral.version, formKey, hidden: [], after, failed };
}

function seekerFacts(facts: LinkPageFacts): AnswerFacts {
  const { madeById, makerName } = facts.referral;
  const after =
    madeById === null
      ? t('Nothing changes until you press the button. The Program will see your answer.')
      : t('Nothing changes until you press the button. {{name}} and the Program will see your answer.', { name: makerName });
  return answerFacts(facts, after);
}

function programAnswer(facts: LinkPageFacts): AnswerForm {
  const { status, sides } = facts.referral;
  const words = { legend: t('Set the status'), reasonLabel: t('Reason'), groups: statusGroups(allowedStatuses(sides), status) };
  return answerForm(
    answerFacts(facts, t('Nothing changes until you press the button. Everyone on this referral can read your answer.')),
    words,
  );
}
