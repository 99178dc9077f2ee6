import type { Actor } from '../domain/actor.ts';
import type { PersonalInformation } from '../domain/personal-information.ts';
import { readRows, type Db } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { grantedAudiences } from './person-entry.store.ts';

/** Names that differ by a letter or two are alike. */
const ALIKE = 0.4;
const MOST = 5;

/** Why somebody may be the same: where to look for them, and what must be so. */
interface Reason {
  among: Prisma.Sql;
  fits: Prisma.Sql;
}

/**
 * Those the actor helps who may be this person: the same address; the same phone and much the same name; or the same name and ZIP
 * (R23), the likeliest first. Only those they help: an answer about anybody else would tell that there is somebody (R13).
 */
export async function likelySame(db: Db, actor: Actor, person: PersonalInformation): Promise<string[]> {
  const { helping } = grantedAudiences(actor, { helping: true });
  const reasons = reasonsFor(person, helping);
  if (reasons.length === 0) return [];
  const among = Prisma.join(
    reasons.map((reason) => reason.among),
    ' UNION ',
  );
  const fits = Prisma.join(
    reasons.map((reason) => reason.fits),
    ' OR ',
  );
  const rows = await readRows<{ id: string }>(
    db,
    Prisma.sql`SELECT e.seeker_id AS id FROM person_entry e JOIN seeker k ON k.id = e.seeker_id
      WHERE e.audience = ANY(${helping}::uuid[]) AND e.seeker_id IN (${among}) AND (${fits})
      GROUP BY e.seeker_id ORDER BY bool_or(k.email = ${person.email}::citext) DESC NULLS LAST, max(similarity(e.name_key, ${nameOf(person)})) DESC,
        max(e.last_activity) DESC LIMIT ${MOST}`,
  );
  return rows.map(({ id }) => id);
}

/** As entries are sorted by it. */
function nameOf({ firstName, lastName }: PersonalInformation): Prisma.Sql {
  return Prisma.sql`person_plain(${`${lastName} ${firstName}`})`;
}

function reasonsFor(person: PersonalInformation, helping: string[]): Reason[] {
  const { email, zip, phone, lastName } = person;
  const name = nameOf(person);
  const digits = phone?.replace(/\D/g, '').slice(-10) ?? '';
  const reasons: Reason[] = [];
  if (email)
    reasons.push({ among: Prisma.sql`SELECT id FROM seeker WHERE email = ${email}::citext`, fits: Prisma.sql`k.email = ${email}::citext` });
  if (digits.length === 10) {
    reasons.push({
      among: Prisma.sql`SELECT h.seeker_id FROM person_hits(${digits}::tsquery, ${digits}::tsquery, false, 200) h`,
      fits: Prisma.sql`(right(regexp_replace(k.phone, '\\D', '', 'g'), 10) = ${digits} AND similarity(e.name_key, ${name}) >= ${ALIKE}::float4)`,
    });
  }
  // Somebody of one name alone is too many people.
  if (zip && lastName) {
    reasons.push({
      among: Prisma.sql`SELECT n.seeker_id FROM person_entry n
        WHERE n.audience = ANY(${helping}::uuid[]) AND n.archived = ANY('{t,f}'::boolean[]) AND n.name_key = ${name}`,
      fits: Prisma.sql`(k.zip = ${zip} AND e.name_key = ${name})`,
    });
  }
  return reasons;
}
