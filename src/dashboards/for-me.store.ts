import type { Actor } from '../domain/actor.ts';
import type { Status } from '../domain/referral-status.ts';
import type { Reader } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { PROGRAM_PHONE } from '../programs/whom-to-call.store.ts';
import { TOLD } from '../referrals/open-claimers.store.ts';
import { visibleTo } from '../referrals/visible-referrals.store.ts';
import { WITHDRAWAL, type Withdrawal } from '../referrals/withdrawal.store.ts';

/** A referral made for the reader, as they see it (R12). */
export interface OwnReferralRow {
  id: string;
  status: Status;
  version: number;
  seen: boolean;
  /** Whether it reached anybody at the Program. */
  told: boolean;
  comment: string;
  /** Null: they referred themselves. */
  madeById: string | null;
  makerName: string;
  makerOrganization: string | null;
  programName: string;
  programPhone: string | null;
  lateAfterDays: number;
  createdAt: Date;
  withdrawal: Withdrawal | null;
  /** What they agreed to before it was sent (R23). */
  consent: OwnConsent | null;
}

export interface OwnConsent {
  text: string;
  language: string;
  givenHow: string;
  takenByName: string;
  /** ISO, as it comes with the row. */
  at: string;
}

/** Referrals for Me (R25): those still open first, then the newest. */
export async function ownReferrals(
  db: Reader,
  actor: Actor,
  { limit, offset }: { limit: number; offset: number },
): Promise<OwnReferralRow[]> {
  return db.$queryRaw<OwnReferralRow[]>`
    ${ownRows(actor)}
    ORDER BY r.status IN ('got_help', 'no_longer_interested'), r.created_at DESC, r.id DESC
    LIMIT ${limit} OFFSET ${offset}`;
}

/** These referrals, as far as they are the reader's own. */
export async function keptOwnReferrals(db: Reader, actor: Actor, ids: readonly string[]): Promise<OwnReferralRow[]> {
  return db.$queryRaw<OwnReferralRow[]>`${ownRows(actor)} AND r.id = ANY(${[...ids]}::uuid[]) ORDER BY r.created_at DESC, r.id DESC`;
}

function ownRows(actor: Actor): Prisma.Sql {
  return Prisma.sql`
    SELECT r.id, r.status::text AS status, r.version, r.seen_at IS NOT NULL AS seen, ${TOLD} AS told, r.comment, r.made_by_id AS "madeById",
      r.maker_name AS "makerName", r.maker_organization AS "makerOrganization", p.name AS "programName",
      ${PROGRAM_PHONE} AS "programPhone",
      p.late_after_days AS "lateAfterDays", r.created_at AS "createdAt", ${WITHDRAWAL},
      (SELECT jsonb_build_object('text', c.text, 'language', c.language, 'givenHow', c.given_how, 'takenByName', c.taken_by_name,
        'at', c.created_at) FROM consent c WHERE c.referral_id = r.id) AS consent
    FROM referral r JOIN program p ON p.id = r.program_id
    WHERE ${visibleTo(actor, ['seeker'])}`;
}
