import type { Actor } from '../domain/actor.ts';
import type { Reader } from '../db/client.ts';
import { visibleTo } from '../referrals/visible-referrals.store.ts';
import { HELPING_SIDES } from './seeker.store.ts';

/** The Seeker's referral whose helpers are most of these Teams: where a change of the profile is said to open pages. */
export async function hintPlaceOf(db: Reader, actor: Actor, seekerId: string, teamIds: readonly string[]): Promise<string | null> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM referral r WHERE r.seeker_id = ${seekerId}::uuid AND ${visibleTo(actor, HELPING_SIDES)}
    ORDER BY (SELECT count(*) FROM referral_share rs WHERE rs.referral_id = r.id AND rs.team_id = ANY(${[...teamIds]}::uuid[])) DESC,
      r.created_at DESC LIMIT 1`;
  return rows[0]?.id ?? null;
}
