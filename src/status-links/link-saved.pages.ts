import { momentIn } from '../components/dates.ts';
import { plainStatus } from '../components/answer-form.ts';
import type { LinkActor } from '../domain/actor.ts';
import { historyName } from '../domain/display-name.ts';
import { maySetStatus } from '../domain/referral-policy.ts';
import { isRefused, labelOf, SEEKER_CHOICES, type Status } from '../domain/referral-status.ts';
import type { Link } from '../http/components.ts';
import { t } from '../i18n/translate.ts';
import type { StatusMoved } from '../referrals/history.store.ts';
import type { ReferralDetail } from '../referrals/referral.store.ts';
import { pairsOf, type LinkPair } from './link-page.pages.ts';

declare module '../http/page.ts' {
  interface Pages {
    'status-links/saved': LinkSavedPage;
  }
}

/** What was saved, what happens next, and a way back (S-31). */
export interface LinkSavedPage {
  answeringAs: string | null;
  saved: string;
  program: string;
  pairs: LinkPair[];
  next: string[];
  /** Sets the status it had before; null where that cannot be. */
  undo: { action: string; status: string; version: number; idem: string; words: string; button: string } | null;
  /** Why there is no way back, where somebody may look for one. */
  noUndo: string | null;
  /** For a Seeker who got no help there (R4). */
  onward: Link | null;
  again: Link;
}

export interface LinkSavedFacts {
  actor: LinkActor;
  referral: ReferralDetail;
  move: StatusMoved;
  /** The version the move led to. */
  version: number;
  expiresAt: Date;
  now: Date;
  formKey: string;
  timeZone: string;
}

const UNDO_HOURS = 24;

/** Whether this link's holder made the move: nobody is told that they saved what somebody else did. */
export function isOwnMove(actor: LinkActor, move: StatusMoved): boolean {
  return move.via === 'email_link' && move.actorUserId === actor.userId && move.actorName === historyName(actor).name;
}

export function linkSavedPage(facts: LinkSavedFacts): LinkSavedPage {
  const { actor, referral, move, expiresAt, timeZone } = facts;
  const seeker = actor.recipient === 'seeker';
  const undo = undoOf(facts);
  return {
    answeringAs: seeker ? null : actor.email,
    saved: wordsFor(actor, move.to),
    program: referral.programName,
    pairs: pairsOf(actor, referral, timeZone),
    next: [
      readersWords(facts),
      t('The link in your email works until {{date}}. Open it again when there is news.', { date: momentIn(timeZone, expiresAt).date }),
    ],
    undo,
    noUndo: undo || referral.version !== facts.version ? null : whyNot(facts),
    onward: seeker && isRefused(move.to) ? { href: '/programs', label: t('Find other programs') } : null,
    again: { href: `/l/${actor.publicId}`, label: seeker ? t('Change my answer') : t('Choose another status') },
  };
}

function readersWords({ actor, referral }: LinkSavedFacts): string {
  const { madeById, makerName: maker, shared } = referral;
  if (actor.recipient === 'seeker') {
    return madeById === null ? t('The Program can see it now.') : t('{{name}} and the Program can see it now.', { name: maker });
  }
  if (madeById === null) return t('{{name}} can see it now.', { name: shared.firstName });
  return t('{{first}} and {{second}} can see it now.', { first: maker, second: shared.firstName });
}

function undoOf({ actor, referral, move, version, now, formKey }: LinkSavedFacts): LinkSavedPage['undo'] {
  const young = now.getTime() - move.at.getTime() < UNDO_HOURS * 3_600_000;
  if (!young || referral.version !== version || !maySetStatus(referral.sides, move.from)) return null;
  const before = wordsFor(actor, move.from);
  const words = t('A mistake? For 24 hours you can undo it: the status becomes “{{status}}” again.', { status: before });
  return { action: `/l/${actor.publicId}`, status: move.from, version, idem: formKey, words, button: t('Undo') };
}

function whyNot({ actor, referral, move }: LinkSavedFacts): string | null {
  if (maySetStatus(referral.sides, move.from)) return null;
  const before =
    actor.recipient === 'seeker' ? plainStatus(move.from, wasSeen(referral, move)).words.replace(/\.$/, '') : t(labelOf(move.from));
  return move.from === 'not_updated'
    ? t('A mistake? It cannot go back to “{{status}}”. Choose what is right instead.', { status: before })
    : t('A mistake? “{{status}}” is not one of your choices. Choose what is right instead.', { status: before });
}

function wasSeen({ seenAt }: LinkSavedFacts['referral'], move: LinkSavedFacts['move']): boolean {
  return seenAt !== null && seenAt <= move.at;
}

function wordsFor({ recipient }: LinkActor, status: Status): string {
  const plain = recipient === 'seeker' ? SEEKER_CHOICES.find((choice) => choice.status === status)?.words : undefined;
  return t(plain ?? labelOf(status));
}
