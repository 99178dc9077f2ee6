import { isUser, type Actor, type UserActor } from '../domain/actor.ts';
import { historyName } from '../domain/display-name.ts';
import { NotFound, SignInNeeded } from '../domain/errors.ts';
import { isHelper, isReferringSide, maySeeContact, seekerFor } from '../domain/referral-policy.ts';
import { ReferralRefused } from '../domain/referral-refusal.ts';
import { mayForward } from '../domain/withdrawal.ts';
import type { Tx } from '../db/client.ts';
import type { Deps } from '../deps.ts';
import { notifyReferralChanged } from '../live/notify.ts';
import { queueNews } from '../mail/news.service.ts';
import { findHelpedSeeker } from '../people/seeker.store.ts';
import type { ConnectFor } from './connect.store.ts';
import { enterForwarded, lockReferral, markReferredElsewhere } from './forward.store.ts';
import { seekerNameFor } from './referral-names.ts';
import type { SharedPerson } from './referral-parties.store.ts';
import { findReferralDetail, type ReferralDetail } from './referral.store.ts';
import { recordSeen } from './seen.store.ts';
import { findVisibleReferral, type VisibleReferral } from './visible-referrals.store.ts';

/** The referral somebody who helps on it takes further. Throws NotFound for everybody else, the Seeker and link holders too (R13). */
export async function referralToForward(deps: Pick<Deps, 'db'>, actor: Actor, referralId: string): Promise<ReferralDetail> {
  if (!isUser(actor)) throw new SignInNeeded();
  const referral = await findReferralDetail(deps.db, actor, referralId);
  if (!referral || !isHelper(referral.sides)) throw new NotFound();
  return referral;
}

/** For whom the search is and where it starts (R21); after "Don't reach out" a Claimer knows no ZIP either (R14). */
export async function forwardBannerFor(
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  referralId: string,
): Promise<{ name: string; zip: string | null }> {
  const referral = await referralToForward(deps, actor, referralId);
  const { sides, preference } = referral;
  return { name: seekerNameFor(referral), zip: maySeeContact(sides, preference) ? seekerFor(referral).zip : null };
}

/** What the Connect form is filled from: the profile for the referring side, for a Claimer what was shared with them (R11). */
export async function connectOnward(deps: Pick<Deps, 'db'>, actor: Actor, referralId: string): Promise<ConnectFor> {
  const referral = await referralToForward(deps, actor, referralId);
  const { id, programName, status, version, comment, seekerId } = referral;
  const onward = { referralId: id, programName, status, version, comment };
  const seeker = isReferringSide(referral.sides) ? await findHelpedSeeker(deps.db, actor, seekerId) : null;
  return seeker ? { kind: 'profile', seeker, onward } : { kind: 'onward', seekerId, person: sharedWith(referral), onward };
}

/** After "Don't reach out" a Claimer knows the name and no more, and the wish goes with it (R14). */
function sharedWith({ shared, sides, preference }: ReferralDetail): SharedPerson {
  const { firstName, lastName, language } = shared;
  if (maySeeContact(sides, preference)) return { ...shared, contactPreference: preference };
  return { firstName, lastName, language, email: null, phone: null, zip: null, contactPreference: preference };
}

/** Which referral is taken further, and the version its sender saw; null when the form did not say. */
export interface ForwardedFrom {
  referralId: string;
  version: number | null;
}

/**
 * Takes a referral further, in the transaction that sends the new one: it becomes "Referred elsewhere", its history says so, and its
 * parties are told as of every status change (R4, R6, R28). Throws NotFound, or ReferralRefused when it was closed or changed meanwhile.
 */
export async function takeFurther(
  deps: Pick<Deps, 'jobs'>,
  tx: Tx,
  actor: UserActor,
  { referralId, version }: ForwardedFrom,
  to: { programId: string; at: Date },
): Promise<void> {
  await lockReferral(tx, referralId);
  const referral = await findVisibleReferral(tx, actor, referralId);
  if (!referral || !isHelper(referral.sides)) throw new NotFound();
  if (referral.programId === to.programId) throw new ReferralRefused('same_program');
  if (!mayForward(referral.sides, referral)) throw new ReferralRefused('closed_meanwhile');
  const unread = referral.status !== 'referred_elsewhere' && version !== null && version !== referral.version;
  if (unread) throw new ReferralRefused('changed_meanwhile');
  await writeForwarded(deps, tx, actor, referral, to.at);
}

async function writeForwarded(deps: Pick<Deps, 'jobs'>, tx: Tx, actor: UserActor, referral: VisibleReferral, at: Date): Promise<void> {
  const { id: referralId, version, status: from } = referral;
  const author = { actorUserId: actor.userId, actor: historyName(actor) };
  if (referral.sides.includes('program')) await recordSeen(tx, { referralId, via: 'dashboard', ...author, at });
  const further = { referralId, from, version, ...author, at };
  await markReferredElsewhere(tx, further);
  const { moved, forwarded } = await enterForwarded(tx, further);
  if (moved) await queueNews(deps, tx, actor, { referral, eventId: moved.id, at, kind: 'status_changed' });
  await notifyReferralChanged(tx, referralId, forwarded.sequence);
}
