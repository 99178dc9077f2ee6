import type { Actor } from '../domain/actor.ts';
import type { ContactPreference } from '../domain/contact-preference.ts';
import type { PersonalInformation } from '../domain/personal-information.ts';
import type { Status } from '../domain/referral-status.ts';
import { sidesOf, type ReferralAudience, type Side } from '../domain/visibility.ts';
import type { Reader } from '../db/client.ts';
import { visibleTo } from '../referrals/visible-referrals.store.ts';
import { WITHDRAWAL, type Withdrawal } from '../referrals/withdrawal.store.ts';
import { PROFILE_SIDES, type HelpedSeeker } from './seeker.store.ts';

/** What the form shared of the Seeker: all that Claimers see (R11). */
export interface SharedDetails extends Omit<PersonalInformation, 'contactPreference'> {
  preference: ContactPreference;
}

/** The last move of the status. */
export interface LastMove {
  reason: string | null;
  actorUserId: string | null;
  actorName: string;
  actorOrganization: string | null;
  via: string;
}

/** One referral on a Seeker's Profile. */
export interface ProfileReferral extends ReferralAudience {
  sides: Side[];
  programName: string;
  lateAfterDays: number;
  status: Status;
  version: number;
  seenAt: Date | null;
  comment: string;
  source: string;
  makerName: string;
  makerOrganization: string | null;
  statusChangedAt: Date;
  createdAt: Date;
  shared: SharedDetails;
  /** The Seeker's preference as the profile has it: "Don't reach out" counts from there too (R14). */
  profilePreference: ContactPreference;
  lastMove: LastMove | null;
  withdrawal: Withdrawal | null;
  consent: GivenConsent | null;
}

export interface GivenConsent {
  givenHow: string;
  takenById: string | null;
  takenByName: string;
  createdAt: Date;
}

/** The parts of a Seeker's Profile that exist for its reader (R11, R17). */
export interface Profile {
  seekerId: string;
  /** Personal Information, for those who help; null for Claimers, who see what the forms shared. */
  helped: HelpedSeeker | null;
  /** Seen from the referring side. */
  outbound: ProfileReferral[];
  /** To Programs the reader claims. */
  inbound: ProfileReferral[];
}

type Row = Omit<ProfileReferral, 'sides' | 'consent'> & { [K in keyof GivenConsent as `consent_${K}`]: GivenConsent[K] | null };

/** The Seeker's referrals that exist for the actor, newest first; those seen only as the Seeker belong to another page (R25). */
export async function profileReferrals(db: Reader, actor: Actor, seekerId: string): Promise<ProfileReferral[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT r.id, r.program_id AS "programId", r.made_by_id AS "madeById", k.user_id AS "seekerUserId",
      ARRAY(SELECT rs.team_id FROM referral_share rs WHERE rs.referral_id = r.id) AS "teamIds",
      p.name AS "programName", p.late_after_days AS "lateAfterDays", r.status::text AS status, r.version, r.seen_at AS "seenAt", r.comment,
      r.source::text AS source, r.maker_name AS "makerName", r.maker_organization AS "makerOrganization",
      r.status_changed_at AS "statusChangedAt", r.created_at AS "createdAt", k.contact_preference::text AS "profilePreference", ${WITHDRAWAL},
      jsonb_build_object('firstName', r.shared_first_name, 'lastName', r.shared_last_name, 'email', r.shared_email, 'phone', r.shared_phone,
        'zip', r.shared_zip, 'language', r.shared_language, 'preference', r.shared_preference) AS shared,
      CASE WHEN e.id IS NOT NULL THEN jsonb_build_object('reason', e.reason, 'actorUserId', e.actor_user_id, 'actorName', e.actor_name,
        'actorOrganization', e.actor_organization, 'via', e.via) END AS "lastMove",
      c.given_how AS "consent_givenHow", c.taken_by_id AS "consent_takenById", c.taken_by_name AS "consent_takenByName",
      c.created_at AS "consent_createdAt"
    FROM referral r JOIN program p ON p.id = r.program_id JOIN seeker k ON k.id = r.seeker_id
    LEFT JOIN referral_event e ON e.referral_id = r.id AND e.version = r.version
    LEFT JOIN consent c ON c.referral_id = r.id
    WHERE r.seeker_id = ${seekerId}::uuid AND ${visibleTo(actor, PROFILE_SIDES)}
    ORDER BY r.created_at DESC, r.id DESC`;
  return rows.map((row) => ({ ...row, sides: sidesOf(actor, row), consent: consentOf(row) }));
}

function consentOf(row: Row): GivenConsent | null {
  const { consent_givenHow: givenHow, consent_takenByName: takenByName, consent_createdAt: createdAt, consent_takenById: takenById } = row;
  return givenHow && takenByName && createdAt ? { givenHow, takenById, takenByName, createdAt } : null;
}
