import type { UserActor } from '../domain/actor.ts';
import { historyLine, historyName } from '../domain/display-name.ts';
import { NotFound } from '../domain/errors.ts';
import { differences, PersonChangedMeanwhile, type PersonalInformation } from '../domain/personal-information.ts';
import type { Tx } from '../db/client.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Deps } from '../deps.ts';
import { notifyAccessChanged } from '../live/notify.ts';
import { lookerOf, recordLook } from '../referrals/access-log.store.ts';
import { sayProfileChanged } from '../referrals/profile-change.store.ts';
import { accountOfEmail, accountOfSeeker } from '../referrals/referral-parties.store.ts';
import { putAway, savePerson, takeBack } from './seeker-change.store.ts';
import { findHelpedSeeker, type HelpedSeeker } from './seeker.store.ts';

/** The Personal Information for a form that changes it; its reader has looked at it (R15). Throws NotFound for whoever does not help. */
export async function openPerson(deps: Pick<Deps, 'db' | 'clock'>, user: UserActor, seekerId: string): Promise<HelpedSeeker> {
  const seeker = await findHelpedSeeker(deps.db, user, seekerId);
  if (!seeker) throw new NotFound();
  const look = { ...lookerOf(user, deps.clock.now()), seekerId, referralId: null };
  await recordLook(deps.db, look);
  return seeker;
}

export interface PersonEdit {
  version: number;
  person: PersonalInformation;
}

/**
 * Changes the Personal Information of somebody the actor helps, whole (R17). Writing what is there already changes nothing. Throws
 * NotFound, or PersonChangedMeanwhile when somebody else was quicker: then nothing is overwritten.
 */
export async function editPerson(deps: Pick<Deps, 'db' | 'clock'>, user: UserActor, seekerId: string, edit: PersonEdit): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const seeker = await findHelpedSeeker(tx, user, seekerId);
    if (!seeker) throw new NotFound();
    if (differences(seeker, edit.person).length === 0) return;
    const before = await accountOfSeeker(tx, seekerId);
    const accountId = await accountOfEmail(tx, edit.person.email);
    const written = await savePerson(tx, seekerId, { ...edit, accountId, author: historyName(user), at: deps.clock.now() });
    if (!written) throw new PersonChangedMeanwhile();
    await sayProfileChanged(tx, seekerId);
    const after = await accountOfSeeker(tx, seekerId);
    for (const account of new Set([before, after])) if (account !== null && before !== after) await notifyAccessChanged(tx, account);
  });
}

/** Puts a Seeker away for all who help them: their referrals go on, and Claimers see no difference (R17, ADR 0111). */
export async function archivePerson(deps: Pick<Deps, 'db' | 'clock'>, user: UserActor, seekerId: string): Promise<void> {
  await changeHelped(deps, user, seekerId, (tx) => putAway(tx, seekerId, historyLine(user), deps.clock.now()));
}

export async function restorePerson(deps: Pick<Deps, 'db'>, user: UserActor, seekerId: string): Promise<void> {
  await changeHelped(deps, user, seekerId, (tx) => takeBack(tx, seekerId));
}

async function changeHelped(deps: Pick<Deps, 'db'>, user: UserActor, seekerId: string, work: (tx: Tx) => Promise<boolean>): Promise<void> {
  await inTransaction(deps, async (tx) => {
    if (!(await findHelpedSeeker(tx, user, seekerId))) throw new NotFound();
    if (await work(tx)) await sayProfileChanged(tx, seekerId);
  });
}
