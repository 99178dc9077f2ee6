import type { UserActor } from '../domain/actor.ts';
import { firstPartsOf, isNewIn, stepsOf, type FirstList } from '../domain/first-steps.ts';
import type { Deps } from '../deps.ts';
import { firstFacts } from './first-steps.store.ts';

/** What somebody begins with, ticked off by what is so; none for a person who belongs nowhere. */
export async function firstLists(deps: Pick<Deps, 'db'>, actor: UserActor, parts = firstPartsOf(actor)): Promise<FirstList[]> {
  const facts = await firstFacts(deps.db, actor, parts);
  return parts.map((part) => ({ part, steps: stepsOf(part, facts), facts }));
}

/** Whether their day begins with the first steps: they have just come, and something is left to do. */
export async function beginsWithFirstSteps(deps: Pick<Deps, 'db' | 'clock'>, actor: UserActor): Promise<boolean> {
  const fresh = firstPartsOf(actor).filter((part) => isNewIn(part, deps.clock.now()));
  if (fresh.length === 0) return false;
  return (await firstLists(deps, actor, fresh)).some(({ steps }) => steps.some(({ done }) => !done));
}
