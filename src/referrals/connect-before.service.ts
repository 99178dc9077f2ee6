import { isUser, type Actor, type UserActor } from '../domain/actor.ts';
import type { Deps } from '../deps.ts';
import type { FormPress } from '../db/idempotency.store.ts';
import { mayBeThese } from '../people/known-people.service.ts';
import { openReferralsTo, wasPressed, type ConnectWarning } from './connect-before.store.ts';
import type { Connection } from './connect.store.ts';
import type { SharedPerson } from './referral-parties.store.ts';

/** Before a form from a profile is filled in: a referral to this Program that is open already. */
export async function openAlready(deps: Pick<Deps, 'db'>, actor: Actor, { program, who }: Connection): Promise<ConnectWarning | null> {
  if (who.kind !== 'profile') return null;
  const open = (await openReferralsTo(deps.db, actor, program.id, [who.seeker.id])).get(who.seeker.id);
  return open ? { people: [{ seeker: who.seeker, open }] } : null;
}

/**
 * Before what was filled in is sent; null when there is nothing to ask, or it was sent by this press before. That is looked at last:
 * the first of two presses may have made the person meanwhile.
 */
export async function warningBefore(
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  connection: Connection,
  { person, press }: { person: SharedPerson; press: FormPress | null },
): Promise<ConnectWarning | null> {
  if (!isUser(actor)) return null;
  const warning =
    connection.who.kind === 'new' ? await likelyKnown(deps, actor, connection, person) : await openAlready(deps, actor, connection);
  return warning && press && (await wasPressed(deps.db, press)) ? null : warning;
}

async function likelyKnown(
  deps: Pick<Deps, 'db'>,
  user: UserActor,
  { program }: Connection,
  person: SharedPerson,
): Promise<ConnectWarning | null> {
  const people = await mayBeThese(deps, user, person);
  if (people.length === 0) return null;
  const ids = people.map(({ id }) => id);
  const open = await openReferralsTo(deps.db, user, program.id, ids);
  return { people: people.map((seeker) => ({ seeker, open: open.get(seeker.id) ?? null })) };
}
