import type { HistoryName } from '../domain/display-name.ts';
import { sayingReferralChanged } from '../db/change-hint.ts';
import type { Reader } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { newId } from '../db/new-id.ts';
import type { Via } from './status-change.store.ts';

export interface FirstLook {
  referralId: string;
  via: Via;
  actorUserId: string | null;
  actor: HistoryName;
  at: Date;
}

/** Writes that the Program saw the referral for the first time, and says so, in one statement; nothing when it had been seen (R6). */
export async function recordSeen(db: Reader, look: FirstLook): Promise<void> {
  await db.$executeRaw`
    WITH seen AS (UPDATE referral SET seen_at = ${look.at} WHERE id = ${look.referralId}::uuid AND seen_at IS NULL RETURNING id),
    event AS (
      INSERT INTO referral_event (id, referral_id, kind, via, actor_user_id, actor_name, actor_organization, created_at)
      SELECT ${newId()}::uuid, id, 'seen', ${look.via}::"EventVia", ${look.actorUserId}::uuid, ${look.actor.name}, ${look.actor.organization}, ${look.at}
      FROM seen RETURNING referral_id, sequence)
    SELECT ${sayingReferralChanged(Prisma.sql`referral_id`, Prisma.sql`sequence`)} FROM event`;
}
