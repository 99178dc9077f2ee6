import type { Actor } from '../domain/actor.ts';
import type { ContactPreference } from '../domain/contact-preference.ts';
import type { PersonalInformation } from '../domain/personal-information.ts';
import type { OpeningSpan } from '../domain/opening-hours.ts';
import type { Status } from '../domain/referral-status.ts';
import { sidesOf, type ReferralAudience, type Side } from '../domain/visibility.ts';
import type { Reader } from '../db/client.ts';
import { PROGRAM_ADDRESS, PROGRAM_PHONE } from '../programs/whom-to-call.store.ts';
import { HAS_OPEN_CLAIMER, TOLD } from './open-claimers.store.ts';
import { visibleTo } from './visible-referrals.store.ts';
import { WITHDRAWAL, type Withdrawal } from './withdrawal.store.ts';

/** A person's details, as one of the sides may know them. */
export type PersonDetails = Omit<PersonalInformation, 'contactPreference'>;

/** Everything the referral page is made of; which part of it somebody sees, the page decides by their sides (R11, R12, R14). */
export interface ReferralDetail extends ReferralAudience {
  sides: Side[];
  seekerId: string;
  status: Status;
  version: number;
  withdrawal: Withdrawal | null;
  comment: string;
  makerName: string;
  makerOrganization: string | null;
  seenAt: Date | null;
  statusChangedAt: Date;
  createdAt: Date;
  /** How the Seeker wants to be reached: as the form said, and as the profile says today (R14). */
  preference: ContactPreference;
  profilePreference: ContactPreference;
  /** The Seeker's profile: for the referring side only. */
  profile: PersonDetails;
  /** What the form shared: all that the Program sees (R11). */
  shared: PersonDetails;
  programName: string;
  programPhone: string | null;
  programAddress: string | null;
  programHours: OpeningSpan[];
  lateAfterDays: number;
  teamNames: string[];
  /** Whether anybody with an open account works on the Program's inbound referrals. */
  claimed: boolean;
  /** Whether it reached anybody there. */
  told: boolean;
}

/** The referral for this actor, or null when it does not exist for them. "Don't reach out" counts from form and profile (R14). */
export async function findReferralDetail(db: Reader, actor: Actor, referralId: string): Promise<ReferralDetail | null> {
  const rows = await db.$queryRaw<Omit<ReferralDetail, 'sides'>[]>`
    SELECT r.id, r.seeker_id AS "seekerId", r.program_id AS "programId", r.made_by_id AS "madeById", k.user_id AS "seekerUserId",
      ARRAY(SELECT rs.team_id FROM referral_share rs WHERE rs.referral_id = r.id) AS "teamIds",
      ARRAY(SELECT t.name FROM referral_share rs JOIN team t ON t.id = rs.team_id WHERE rs.referral_id = r.id ORDER BY t.name) AS "teamNames",
      r.status::text AS status, r.version, r.comment, r.maker_name AS "makerName", r.maker_organization AS "makerOrganization",
      r.seen_at AS "seenAt", r.status_changed_at AS "statusChangedAt", r.created_at AS "createdAt", ${WITHDRAWAL},
      CASE WHEN k.contact_preference = 'dont_reach_out' THEN 'dont_reach_out' ELSE r.shared_preference::text END AS preference,
      jsonb_build_object('firstName', k.first_name, 'lastName', k.last_name, 'email', k.email, 'phone', k.phone, 'zip', k.zip,
        'language', k.language) AS profile,
      jsonb_build_object('firstName', r.shared_first_name, 'lastName', r.shared_last_name, 'email', r.shared_email,
        'phone', r.shared_phone, 'zip', r.shared_zip, 'language', r.shared_language) AS shared,
      k.contact_preference::text AS "profilePreference",
      p.name AS "programName", p.late_after_days AS "lateAfterDays",
      ${PROGRAM_PHONE} AS "programPhone", ${PROGRAM_ADDRESS} AS "programAddress",
      (SELECT COALESCE(jsonb_agg(jsonb_build_object('weekday', h.weekday, 'opensAt', h.opens_at, 'closesAt', h.closes_at)), '[]')
        FROM program_schedule h WHERE h.program_id = p.id) AS "programHours",
      ${HAS_OPEN_CLAIMER} AS claimed, ${TOLD} AS told
    FROM referral r JOIN program p ON p.id = r.program_id JOIN seeker k ON k.id = r.seeker_id
    WHERE r.id = ${referralId}::uuid AND ${visibleTo(actor)}`;
  const row = rows[0];
  return row ? { ...row, sides: sidesOf(actor, row) } : null;
}
