import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';

let database: FreshDatabase;
let app: pg.Client;
let owner: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  app = new pg.Client(database.url);
  owner = new pg.Client(database.ownerUrl);
  await Promise.all([app.connect(), owner.connect()]);
  await layOut(owner);
});

afterAll(async () => {
  await Promise.all([app.end(), owner.end()]);
  await database.drop();
});

describe.each(['referral_event', 'access_log'])('R6, R15: %s is append-only', (table) => {
  const changes = [`UPDATE ${table} SET created_at = now()`, `DELETE FROM ${table}`, `TRUNCATE ${table}`];

  it.each(changes)('refuses the app: %s', async (sql) => {
    await expect(app.query(sql)).rejects.toThrow(/permission denied/);
    expect(await countRows(table)).toBe(1);
  });

  it.each(changes)('refuses the owner too: %s', async (sql) => {
    await expect(owner.query(sql)).rejects.toThrow(/append-only/);
    expect(await countRows(table)).toBe(1);
  });

  it('lets the app read it', async () => {
    expect((await app.query(`SELECT id FROM ${table}`)).rowCount).toBe(1);
  });
});

describe('the app’s role', () => {
  it('writes and removes ordinary rows', async () => {
    await app.query(`INSERT INTO session (sid, sess, expire) VALUES ('s', '{}', now())`);
    expect((await app.query(`UPDATE session SET expire = now() WHERE sid = 's'`)).rowCount).toBe(1);
    expect((await app.query(`DELETE FROM session WHERE sid = 's'`)).rowCount).toBe(1);
  });

  it.each([
    'CREATE TABLE extra (id int)',
    'DROP TABLE session',
    'ALTER TABLE referral ADD extra int',
    'CREATE SCHEMA extra',
    'DELETE FROM _prisma_migrations',
  ])('may not change the database’s shape: %s', async (sql) => {
    await expect(app.query(sql)).rejects.toMatchObject({ code: '42501' });
  });

  it('may not make itself more than it is', async () => {
    await expect(app.query('SET ROLE throughline_owner')).rejects.toMatchObject({ code: '42501' });
    await expect(app.query('ALTER TABLE referral_event DISABLE TRIGGER ALL')).rejects.toMatchObject({ code: '42501' });
  });
});

async function countRows(table: string): Promise<number> {
  return (await owner.query(`SELECT id FROM ${table}`)).rowCount ?? 0;
}

/** One referral with one history row and one entry in the access log. */
async function layOut(client: pg.Client): Promise<void> {
  const [organization, program, seeker, referral] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await client.query(`INSERT INTO organization (id, source, source_id, name) VALUES ($1, 'test', 'o', 'Riverside')`, [organization]);
  await client.query(`INSERT INTO program (id, organization_id, source, source_id, name) VALUES ($1, $2, 'test', 'p', 'Pantry')`, [
    program,
    organization,
  ]);
  await client.query(`INSERT INTO seeker (id, first_name, last_name, contact_preference) VALUES ($1, 'Ana', 'Ruiz', 'email')`, [seeker]);
  await client.query(
    `INSERT INTO referral (id, seeker_id, program_id, source, maker_name, shared_first_name, shared_last_name, shared_language, shared_preference)
     VALUES ($1, $2, $3, 'self', 'Ana R.', 'Ana', 'Ruiz', 'en', 'email')`,
    [referral, seeker, program],
  );
  await client.query(
    `INSERT INTO referral_event (id, referral_id, kind, via, actor_name) VALUES ($1, $2, 'created', 'public_form', 'Ana R.')`,
    [randomUUID(), referral],
  );
  await client.query(`INSERT INTO access_log (id, user_id, user_name, seeker_id) VALUES ($1, $1, 'Maria G.', $2)`, [randomUUID(), seeker]);
}
