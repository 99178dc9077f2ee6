import { isUser, type Actor, type UserActor } from '../domain/actor.ts';
import { historyName } from '../domain/display-name.ts';
import { NotFound } from '../domain/errors.ts';
import { differences } from '../domain/personal-information.ts';
import { ReferralRefused } from '../domain/referral-refusal.ts';
import type { Tx } from '../db/client.ts';
import { notifyAccessChanged } from '../live/notify.ts';
import { takeBack } from '../people/seeker-change.store.ts';
import { findHelpedSeeker } from '../people/seeker.store.ts';
import { sayProfileChanged } from './profile-change.store.ts';
import {
  accountOfEmail,
  accountOfSeeker,
  fillBlanks,
  findOwnSeeker,
  insertSeeker,
  updateProfile,
  type SharedPerson,
} from './referral-parties.store.ts';

/** For whom a referral is made: somebody whose profile the actor opened, somebody new, or the actor. */
export type ReferredPerson = { kind: 'profile'; seekerId: string; saveTo: SaveTo | null } | { kind: 'new' } | { kind: 'self' };

/** The form's details go into the profile too, as its sender asked, unless the profile changed since the version they saw. */
export interface SaveTo {
  version: number | null;
}

/** The Seeker the referral is for, and the account that is theirs, if any (R12). */
export interface ReferredSeeker {
  id: string;
  userId: string | null;
}

/** Finds or makes the Seeker. Throws NotFound for a profile the actor does not help (R13). */
export async function referredSeeker(tx: Tx, actor: Actor, who: ReferredPerson, person: SharedPerson, at: Date): Promise<ReferredSeeker> {
  switch (who.kind) {
    case 'profile':
      return fromProfile(tx, actor, who, person, at);
    case 'new':
      return newSeeker(tx, person, isUser(actor) ? actor.userId : null, await accountOfEmail(tx, person.email), at);
    case 'self':
      return themself(tx, actor, person, at);
  }
}

async function fromProfile(
  tx: Tx,
  actor: Actor,
  { seekerId, saveTo }: Extract<ReferredPerson, { kind: 'profile' }>,
  person: SharedPerson,
  at: Date,
): Promise<ReferredSeeker> {
  const seeker = await findHelpedSeeker(tx, actor, seekerId);
  if (!seeker) throw new NotFound();
  // Whoever refers them helps them again (ADR 0111).
  await takeBack(tx, seekerId);
  const before = await accountOfSeeker(tx, seekerId);
  const accountId = await accountOfEmail(tx, person.email);
  const unchanged = differences(seeker, withoutBlanks(person, seeker)).length === 0;
  if (!saveTo || unchanged) await fillBlanks(tx, seekerId, person, accountId);
  else if (!(await updateProfile(tx, seekerId, saveTo.version, person, accountId, { author: historyName(actor), at })))
    throw new ReferralRefused('profile_changed');
  else await sayProfileChanged(tx, seekerId);
  const userId = await accountOfSeeker(tx, seekerId);
  if (before !== null && before !== userId) await notifyAccessChanged(tx, before);
  return { id: seekerId, userId };
}

/** What a form leaves blank stays as the profile has it. */
function withoutBlanks(person: SharedPerson, seeker: SharedPerson): SharedPerson {
  const { lastName, email, phone, zip } = person;
  return {
    ...person,
    lastName: lastName || seeker.lastName,
    email: email ?? seeker.email,
    phone: phone ?? seeker.phone,
    zip: zip ?? seeker.zip,
  };
}

/**
 * Somebody who refers themselves keeps one record of themselves, apart from those their helpers keep. Without an account it
 * is a new one each time.
 * attack: whoever knows a Seeker's address must not reach an existing record through a form that asks for no account.
 */
async function themself(tx: Tx, actor: Actor, person: SharedPerson, at: Date): Promise<ReferredSeeker> {
  if (!isUser(actor) || !isOwnAccount(actor, person)) return newSeeker(tx, person, null, await accountOfEmail(tx, person.email), at);
  const own = await findOwnSeeker(tx, actor.userId);
  if (!own) return newSeeker(tx, person, null, actor.userId, at);
  await updateProfile(tx, own, null, person, actor.userId, { author: historyName(actor), at });
  return { id: own, userId: actor.userId };
}

async function newSeeker(tx: Tx, person: SharedPerson, madeById: string | null, userId: string | null, at: Date): Promise<ReferredSeeker> {
  return { id: await insertSeeker(tx, person, { userId, madeById }, at), userId };
}

/** Their verified address, or none at all: then what they sent is under Referrals for Me at once (R1, R12). */
export function isOwnAccount(actor: UserActor, person: Pick<SharedPerson, 'email'>): boolean {
  return actor.emailVerified && (person.email === null || person.email.toLowerCase() === actor.email.toLowerCase());
}
