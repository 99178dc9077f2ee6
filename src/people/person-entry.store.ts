import { isUser, type Actor } from '../domain/actor.ts';
import type { ArchivedShown, PeopleChoice } from '../domain/people-list.ts';
import type { Category } from '../domain/referral-status.ts';
import { referralGrants } from '../domain/visibility.ts';
import { Prisma } from '../db/generated/client.ts';
import { HELPING_SIDES, PROFILE_SIDES } from './seeker.store.ts';

/**
 * Where to look for the people an actor sees: the audiences of their grants, each of which has its own entries (ADR 0110). Entries
 * say who may be in the list and in what order; what a row shows is read through `visibleTo`.
 */
export interface Audiences {
  /** Those who help: makers and Teams (R8, R9). */
  helping: string[];
  /** Programs the actor claims (R10). */
  programs: string[];
}

/** With `helping`, only those whose profile the actor may open and fill a form from. */
export function grantedAudiences(actor: Actor, { helping = false }: { helping?: boolean } = {}): Audiences {
  const grants = referralGrants(actor).filter(({ side }) => (helping ? HELPING_SIDES : PROFILE_SIDES).includes(side));
  const valuesOf = (help: boolean): string[] =>
    grants.filter(({ side }) => HELPING_SIDES.includes(side) === help).flatMap(({ values }) => [...values]);
  return { helping: valuesOf(true), programs: valuesOf(false) };
}

export function allOf({ helping, programs }: Audiences): string[] {
  return [...helping, ...programs];
}

/** What the actor's entries of one Seeker say together; for those who help, the name is the profile's (R11). */
export function factsOf(seekerId: Prisma.Sql, audiences: Audiences): Prisma.Sql {
  return Prisma.sql`(SELECT ${seekerId} AS seeker_id, max(o.last_activity) AS last_activity, bit_or(o.categories) AS categories, bool_or(o.helping) AS helping,
      bool_or(o.archived) AS archived, (array_agg(o.name_key ORDER BY o.helping DESC, o.shared_at DESC, o.audience))[1] AS name_key
    FROM person_entry o WHERE o.seeker_id = ${seekerId} AND o.audience = ANY(${allOf(audiences)}::uuid[]))`;
}

const CATEGORY_BITS: Record<Category, number> = { progress: 1, help: 2, action: 4 };

/** The condition on the facts `f` of a Seeker. */
export function chosen(actor: Actor, choice: PeopleChoice): Prisma.Sql {
  const parts = [archivedIs(choice.archived)];
  if (choice.status) parts.push(Prisma.sql`f.categories & ${CATEGORY_BITS[choice.status]}::int <> 0`);
  if (choice.since) parts.push(Prisma.sql`f.last_activity >= ${choice.since}`);
  if (choice.goal) parts.push(Prisma.sql`f.helping AND ${hasOpenGoal(actor, Prisma.sql`f.seeker_id`)}`);
  return Prisma.join(parts, ' AND ');
}

function archivedIs(shown: ArchivedShown): Prisma.Sql {
  if (shown === 'all') return Prisma.sql`TRUE`;
  return shown === 'only' ? Prisma.sql`f.archived` : Prisma.sql`NOT f.archived`;
}

/** A Goal is seen by whoever made it and the Teams it was shared with as it was made, but never by the Seeker (R12, R24). */
function hasOpenGoal(actor: Actor, seekerId: Prisma.Sql): Prisma.Sql {
  if (!isUser(actor)) return Prisma.sql`FALSE`;
  const teamIds = actor.memberships.map((one) => one.teamId);
  return Prisma.sql`EXISTS (SELECT 1 FROM goal g JOIN seeker k ON k.id = g.seeker_id AND k.user_id IS DISTINCT FROM ${actor.userId}::uuid
    WHERE g.seeker_id = ${seekerId} AND g.completed_at IS NULL
      AND (g.created_by_id = ${actor.userId}::uuid OR g.shared_team_ids && ${teamIds}::uuid[]))`;
}
