import {
  findMailPreferences,
  isDatabaseZone,
  setMailPreferences,
  type MailPreferences,
  type PreferenceChange,
} from '../accounts/preferences.store.ts';
import type { UserActor } from '../domain/actor.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../db/transaction.ts';

/** When the actor's own mail comes (R28), and by which clock they read times there and on pages (U-34). */
export async function ownMailPreferences({ db }: Pick<Deps, 'db'>, actor: UserActor): Promise<MailPreferences> {
  return findMailPreferences(db, actor.userId);
}

/** Changes it from now on, for mail that waits too: its sender looks again. False for a zone the database does not know. */
export async function changeMailPreferences(deps: Pick<Deps, 'db'>, actor: UserActor, wish: PreferenceChange): Promise<boolean> {
  if (wish.timeZone !== null && !(await isDatabaseZone(deps.db, wish.timeZone))) return false;
  await inTransaction(deps, (tx) => setMailPreferences(tx, actor.userId, wish));
  return true;
}
