import type { UserActor } from '../domain/actor.ts';
import { NotFound } from '../domain/errors.ts';
import { mayAdministerSite } from '../domain/team-policy.ts';
import type { Deps } from '../deps.ts';
import { workersOf, type Worker } from '../teams/site.store.ts';
import { findLookedAt, findLooks, type LookedAtSeeker, type LookPlace, type LooksFound } from './look.store.ts';

interface PageAsked {
  older: LookPlace | null;
  newer: LookPlace | null;
  /** Looks on one page. */
  size: number;
}

type ReadDeps = Pick<Deps, 'db'>;

/** Who has looked at one Seeker (R15). To read that is no look. Throws NotFound for everybody but who made them and their Site's admins. */
export async function looksAtSeeker(
  deps: ReadDeps,
  user: UserActor,
  seekerId: string,
  asked: PageAsked,
): Promise<LooksFound & { seeker: LookedAtSeeker }> {
  const seeker = await findLookedAt(deps.db, user, seekerId);
  if (!seeker) throw new NotFound();
  return { seeker, ...(await pageOf(deps, user, { seekerId, siteId: null, userId: null }, asked)) };
}

/** Who has looked at anybody whom Workers of the Site help, for its admins; by one of its Workers alone, if asked for. */
export async function looksAtSite(
  deps: ReadDeps,
  user: UserActor,
  siteId: string,
  asked: PageAsked & { who: string | null },
): Promise<LooksFound & { workers: Worker[] }> {
  if (!mayAdministerSite(user, siteId)) throw new NotFound();
  const workers = await workersOf(deps.db, siteId);
  const userId = workers.some((one) => one.userId === asked.who) ? asked.who : null;
  return { workers, ...(await pageOf(deps, user, { seekerId: null, siteId, userId }, asked)) };
}

type Whose = Pick<Parameters<typeof findLooks>[2], 'seekerId' | 'siteId' | 'userId'>;

async function pageOf({ db }: ReadDeps, user: UserActor, whose: Whose, { older, newer, size }: PageAsked): Promise<LooksFound> {
  const found = await findLooks(db, user, { ...whose, older, newer: older ? null : newer, limit: size + 1 });
  const more = found.length > size;
  if (newer && !older) return { entries: more ? found.slice(1) : found, hasOlder: true, hasNewer: more };
  return { entries: found.slice(0, size), hasOlder: more, hasNewer: older !== null };
}
