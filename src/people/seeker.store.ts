import { isUser, type Actor } from '../domain/actor.ts';
import type { PersonalInformation } from '../domain/personal-information.ts';
import type { Side } from '../domain/visibility.ts';
import type { Reader } from '../db/client.ts';
import { visibleTo } from '../referrals/visible-referrals.store.ts';

/** The sides that help a Seeker, and see of them more than a form shared (R8, R9, R11). */
export const HELPING_SIDES: readonly Side[] = ['maker', 'team'];

/** The sides that see a Seeker's Profile: the Seeker's own page is another (R16, R25). */
export const PROFILE_SIDES: readonly Side[] = [...HELPING_SIDES, 'program'];

/** Personal Information, for those who help. */
export interface HelpedSeeker extends PersonalInformation {
  id: string;
  /** Who made the profile: they may read who has looked (R15). */
  madeById: string | null;
  version: number;
  /** Put away, and by whom (R17). */
  archivedAt: Date | null;
  archivedByName: string | null;
  /** Who last changed any of this, as history names people; null while it is as it was first written. */
  changedByName: string | null;
  changedByOrganization: string | null;
  changedAt: Date | null;
}

/** Those a search among the people one helps found. */
export interface KnownPeople {
  people: HelpedSeeker[];
  /** There are more than are shown. */
  more: boolean;
}

/** A Seeker the actor helps, by a referral they made or share or because they made the profile; null for everybody else. */
export async function findHelpedSeeker(db: Reader, actor: Actor, seekerId: string): Promise<HelpedSeeker | null> {
  const [found] = await findHelpedSeekers(db, actor, [seekerId]);
  return found ?? null;
}

/** Those of these whom the actor helps, in that order. */
export async function findHelpedSeekers(db: Reader, actor: Actor, seekerIds: readonly string[]): Promise<HelpedSeeker[]> {
  if (seekerIds.length === 0) return [];
  const rows = await db.$queryRaw<HelpedSeeker[]>`
    SELECT s.id, s.made_by_id AS "madeById", s.first_name AS "firstName", s.last_name AS "lastName", s.email::text AS email, s.phone, s.zip, s.language,
      s.contact_preference::text AS "contactPreference", s.version, s.archived_at AS "archivedAt", s.archived_by_name AS "archivedByName",
      s.changed_by_name AS "changedByName", s.changed_by_organization AS "changedByOrganization", s.changed_at AS "changedAt"
    FROM seeker s WHERE s.id = ANY(${[...seekerIds]}::uuid[]) AND (s.made_by_id = ${isUser(actor) ? actor.userId : null}::uuid
      OR EXISTS (SELECT 1 FROM referral r WHERE r.seeker_id = s.id AND ${visibleTo(actor, HELPING_SIDES)}))`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return seekerIds.flatMap((id) => byId.get(id) ?? []);
}
