import pg from 'pg';
import { asBulk } from './bulk.ts';
import { PEOPLE_SQL, REFERRAL_SQL, SHARE_SQL } from './people-sql.ts';

export interface PeopleWorld {
  /** Whose Team shares every one of them. */
  colleagueEmail: string;
  /** Who helps forty. */
  fewEmail: string;
}

const EMAILS: PeopleWorld = { colleagueEmail: 'colleague@bench.test', fewEmail: 'few@bench.test' };
const BATCH = 200_000;
const MAKERS = 100;
const PROGRAMS = 200;

/**
 * So many Seekers, each with a referral, made by a hundred Navigators of one Team that shares them all; forty of them are also
 * somebody's of another Team. Names are as uneven as in life. By plain SQL, telling how far it is.
 */
export async function seedPeople(url: string, seekers: number, passwordHash: string, tell: (line: string) => void): Promise<PeopleWorld> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await seedWorkers(client, passwordHash);
    await asBulk(client, ['seeker', 'referral', 'referral_share'], async () => {
      for (let done = 0; done < seekers; done += BATCH) {
        const values = [done, Math.min(done + BATCH, seekers), Math.ceil(seekers / 40)];
        for (const sql of [PEOPLE_SQL, REFERRAL_SQL, SHARE_SQL]) await client.query(sql, values.slice(0, placesIn(sql)));
        tell(`seeded ${String(values[1])} of ${seekers.toLocaleString('en')} Seekers`);
      }
    });
    tell('making the entries of the People list');
    await asBulk(client, ['person_entry', 'person_text'], () => client.query('SELECT person_rebuild()'));
    tell('vacuuming');
    await client.query('VACUUM ANALYZE');
    return EMAILS;
  } finally {
    await client.end();
  }
}

function placesIn(sql: string): number {
  return new Set(sql.match(/\$\d/g)).size;
}

async function seedWorkers(client: pg.Client, passwordHash: string): Promise<void> {
  await client.query(
    `INSERT INTO user_account (id, email, first_name, last_name, password_hash, email_verified_at)
     SELECT gen_random_uuid(), email, 'Dana', 'Whitfield', $1, now()
     FROM (SELECT 'maker' || n || '@bench.test' AS email FROM generate_series(0, $2::int - 1) n UNION ALL VALUES ($3), ($4)) people`,
    [passwordHash, MAKERS, EMAILS.colleagueEmail, EMAILS.fewEmail],
  );
  await client.query(`INSERT INTO site (id, name) VALUES (gen_random_uuid(), 'Riverside Clinic')`);
  await client.query(
    `INSERT INTO team (id, name, site_id, team_navigation)
     SELECT gen_random_uuid(), t.name, s.id, true FROM site s, (VALUES ('Everybody'), ('A few')) AS t (name)`,
  );
  await client.query(
    `INSERT INTO membership (id, user_id, team_id) SELECT gen_random_uuid(), u.id, t.id FROM user_account u
     JOIN team t ON (t.name = 'A few') = (u.email = $1)`,
    [EMAILS.fewEmail],
  );
  await client.query(`INSERT INTO organization (id, source, source_id, name) VALUES (gen_random_uuid(), 'bench', 'bench', 'Bench')`);
  await client.query(
    `INSERT INTO program (id, organization_id, source, source_id, name, updated_at)
     SELECT gen_random_uuid(), o.id, 'bench', 'bench-' || n, 'Program ' || n, now() FROM organization o, generate_series(0, $1::int - 1) n`,
    [PROGRAMS],
  );
}
