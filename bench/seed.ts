import pg from 'pg';
import { asBulk } from './bulk.ts';

/** A Program of its own size inside a database of referrals, and somebody who claims it. */
export interface SeedPlan {
  referrals: number;
  measuredProgram: number;
}

export interface Seeded {
  claimerEmail: string;
  navigatorEmail: string;
  programId: string;
}

const BATCH = 10_000;
const EMAILS = { claimerEmail: 'claimer@bench.test', navigatorEmail: 'navigator@bench.test' };

/** Fills an empty, migrated database with people, Programs and referrals by plain SQL, telling how far it is. */
export async function seedBench(url: string, plan: SeedPlan, passwordHash: string, tell: (line: string) => void): Promise<Seeded> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const found = await client.query<{ id: string }>(`SELECT p.id FROM program p WHERE p.source_id = 'bench-0'`);
    const programId = found.rows[0]?.id ?? (await seedPeopleAndPrograms(client, passwordHash));
    await asBulk(client, ['seeker', 'referral'], () => seedReferrals(client, plan, tell));
    await asBulk(client, ['person_entry', 'person_text'], () => client.query('SELECT person_rebuild()'));
    await client.query('VACUUM ANALYZE');
    return { ...EMAILS, programId };
  } finally {
    await client.end();
  }
}

async function seedPeopleAndPrograms(client: pg.Client, passwordHash: string): Promise<string> {
  await client.query(
    `INSERT INTO user_account (id, email, first_name, last_name, password_hash, email_verified_at, notifications)
     SELECT gen_random_uuid(), email, first, last, $1, now(), 'at_once'
     FROM (VALUES ($2, 'Maria', 'Gutierrez'), ($3, 'Dana', 'Whitfield')) AS people (email, first, last)`,
    [passwordHash, EMAILS.claimerEmail, EMAILS.navigatorEmail],
  );
  await client.query(`INSERT INTO organization (id, source, source_id, name) VALUES (gen_random_uuid(), 'bench', 'bench', 'Bench')`);
  await client.query(
    `INSERT INTO program (id, organization_id, source, source_id, name, description, updated_at)
     SELECT gen_random_uuid(), o.id, 'bench', 'bench-' || n, 'Program ' || n, 'A program', now()
     FROM organization o, generate_series(0, 199) n`,
  );
  await client.query(
    `INSERT INTO team (id, name, program_id) SELECT gen_random_uuid(), p.name, p.id FROM program p WHERE p.source_id IN ('bench-0', 'bench-1')`,
  );
  await client.query(
    `INSERT INTO membership (id, user_id, team_id, role) SELECT gen_random_uuid(), u.id, t.id, 'admin' FROM user_account u, team t WHERE u.email = $1`,
    [EMAILS.claimerEmail],
  );
  const program = await client.query<{ id: string }>(`SELECT id FROM program WHERE source_id = 'bench-0'`);
  return program.rows[0]!.id;
}

async function seedReferrals(client: pg.Client, plan: SeedPlan, tell: (line: string) => void): Promise<void> {
  const there = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM referral');
  for (let done = there.rows[0]!.n; done < plan.referrals; done += BATCH) {
    const upTo = Math.min(done + BATCH, plan.referrals);
    await seedBatch(client, done, upTo, plan);
    tell(`seeded ${upTo.toLocaleString('en')} of ${plan.referrals.toLocaleString('en')} referrals`);
  }
}

/** Every k-th referral belongs to the measured Program, so that its rows lie scattered as in life. */
async function seedBatch(client: pg.Client, from: number, to: number, plan: SeedPlan): Promise<void> {
  const every = Math.max(1, Math.round(plan.referrals / plan.measuredProgram));
  await client.query('BEGIN');
  await client.query(
    `CREATE TEMP TABLE batch ON COMMIT DROP AS
     SELECT n, gen_random_uuid() AS seeker_id, gen_random_uuid() AS referral_id,
       CASE WHEN n % $3 = 0 THEN 'bench-0' ELSE 'bench-' || (1 + n % 199) END AS program,
       (ARRAY['not_updated','pending','eligible','got_help','not_eligible','no_capacity','needs_client_action','couldnt_contact'])[1 + (n * 7 + n / 11) % 8] AS status,
       now() - make_interval(mins => n) AS at
     FROM generate_series($1::int, $2::int - 1) n`,
    [from, to, every],
  );
  await client.query(
    `INSERT INTO seeker (id, first_name, last_name, email, phone, zip, contact_preference, made_by_id, created_at, updated_at)
     SELECT seeker_id, 'Ana' || n % 971, 'Ruiz' || n % 7919, 'seeker' || n || '@example.org', '(650) 555-0100', '94063', 'email', u.id, at, at
     FROM batch, user_account u WHERE u.email = $1`,
    [EMAILS.navigatorEmail],
  );
  await client.query(
    `INSERT INTO referral (id, seeker_id, program_id, made_by_id, source, status, version, comment, maker_name, maker_organization,
       shared_first_name, shared_last_name, shared_email, shared_phone, shared_language, shared_preference, created_at, status_changed_at, seen_at)
     SELECT referral_id, seeker_id, p.id, u.id, 'navigator', status::"ReferralStatus", CASE status WHEN 'not_updated' THEN 1 ELSE 2 END,
       'Two months behind after hours at the bakery were cut. Prefers afternoons.', 'Dana W.', 'Riverside Clinic',
       'Ana' || n % 971, 'Ruiz' || n % 7919, 'seeker' || n || '@example.org', '(650) 555-0100', 'en', 'email', at, at,
       CASE status WHEN 'not_updated' THEN NULL ELSE at END
     FROM batch JOIN program p ON p.source_id = program, user_account u WHERE u.email = $1`,
    [EMAILS.navigatorEmail],
  );
  await client.query(
    `INSERT INTO referral_event (id, referral_id, kind, from_status, to_status, reason, via, version, actor_name, actor_organization, created_at)
     SELECT gen_random_uuid(), referral_id, kind::"EventKind", CASE kind WHEN 'created' THEN NULL ELSE 'not_updated'::"ReferralStatus" END,
       CASE kind WHEN 'created' THEN NULL ELSE status::"ReferralStatus" END, CASE kind WHEN 'created' THEN NULL ELSE 'Called and left word' END,
       'dashboard', CASE kind WHEN 'created' THEN NULL ELSE 2 END, 'Maria G.', 'Program 0', at
     FROM batch CROSS JOIN (VALUES ('created'), ('status_changed')) AS kinds (kind) WHERE kind = 'created' OR status <> 'not_updated'`,
  );
  await client.query('COMMIT');
}
