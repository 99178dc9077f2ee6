import type { Actor } from '../domain/actor.ts';
import type { Parties } from '../domain/notification-rules.ts';
import type { Status } from '../domain/referral-status.ts';
import { referralGrants, sidesOf, type Grant, type ReferralAudience, type Side } from '../domain/visibility.ts';
import { readRows, type Db, type Reader } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { MAILED_PARTIES, toParties, type PartiesRow } from './mailed-parties.store.ts';
import { WITHDRAWAL, type Withdrawal } from './withdrawal.store.ts';

/**
 * The only door to referrals (R13): every query on them starts from `visibleTo`, which is the actor's grants as SQL.
 * It reads the referral under the alias `r`. With `sides`, only what is seen from those: a dashboard of one side.
 */
export function visibleTo(actor: Actor, sides?: readonly Side[]): Prisma.Sql {
  const grants = referralGrants(actor).filter((grant) => sides?.includes(grant.side) ?? true);
  const conditions = grants.map(conditionOf);
  // Nobody's list of grants is empty on purpose: then nothing is visible, never everything.
  return conditions.length > 0 ? Prisma.sql`(${Prisma.join(conditions, ' OR ')})` : Prisma.sql`FALSE`;
}

/** A Program's inbound referrals, for one of its Claimers; none for anybody else (R10). One plain condition, so that an index serves it. */
export function inboundOf(actor: Actor, programId: string): Prisma.Sql {
  const granted = referralGrants(actor).some((grant) => grant.column === 'programId' && grant.values.includes(programId));
  return granted ? Prisma.sql`r.program_id = ${programId}::uuid` : Prisma.sql`FALSE`;
}

function conditionOf({ column, values }: Grant): Prisma.Sql {
  switch (column) {
    case 'madeById':
      return Prisma.sql`r.made_by_id = ANY(${values}::uuid[])`;
    case 'shares.teamId':
      return Prisma.sql`EXISTS (SELECT 1 FROM referral_share rs WHERE rs.referral_id = r.id AND rs.team_id = ANY(${values}::uuid[]))`;
    case 'programId':
      return Prisma.sql`r.program_id = ANY(${values}::uuid[])`;
    case 'seeker.userId':
      return Prisma.sql`r.seeker_id IN (SELECT s.id FROM seeker s WHERE s.user_id = ANY(${values}::uuid[]))`;
    case 'id':
      return Prisma.sql`r.id = ANY(${values}::uuid[])`;
  }
}

/** A referral somebody may see, with the sides they see it from; never without any. */
export interface VisibleReferral extends ReferralAudience {
  seekerId: string;
  programName: string;
  status: Status;
  version: number;
  seenAt: Date | null;
  withdrawal: Withdrawal | null;
  sides: Side[];
}

export interface ReferralToChange {
  referral: VisibleReferral;
  parties: Parties;
}

type VisibleRow = Omit<VisibleReferral, 'sides'>;

const COLUMNS = Prisma.sql`
  r.id, r.seeker_id AS "seekerId", r.program_id AS "programId", r.made_by_id AS "madeById", r.status::text AS status, r.version,
  r.seen_at AS "seenAt", p.name AS "programName", k.user_id AS "seekerUserId", ${WITHDRAWAL},
  ARRAY(SELECT rs.team_id FROM referral_share rs WHERE rs.referral_id = r.id) AS "teamIds"`;

/** One referral for this actor, or null when it does not exist for them. */
export async function findVisibleReferral(db: Reader, actor: Actor, referralId: string): Promise<VisibleReferral | null> {
  const [row] = await db.$queryRaw<VisibleRow[]>`SELECT ${COLUMNS} ${oneVisible(actor, referralId)}`;
  return row ? { ...row, sides: sidesOf(actor, row) } : null;
}

/** The same for a change of it, with whom mail about that may go to. */
export async function findReferralToChange(db: Db, actor: Actor, referralId: string): Promise<ReferralToChange | null> {
  const reading = Prisma.sql`SELECT ${COLUMNS}, ${MAILED_PARTIES} ${oneVisible(actor, referralId)}`;
  const [row] = await readRows<VisibleRow & PartiesRow>(db, reading);
  return row ? { referral: { ...row, sides: sidesOf(actor, row) }, parties: toParties(row) } : null;
}

function oneVisible(actor: Actor, referralId: string): Prisma.Sql {
  return Prisma.sql`FROM referral r JOIN program p ON p.id = r.program_id JOIN seeker k ON k.id = r.seeker_id
    WHERE r.id = ${referralId}::uuid AND ${visibleTo(actor)}`;
}
