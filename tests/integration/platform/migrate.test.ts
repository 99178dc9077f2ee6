import pg from 'pg';
import PgBoss from 'pg-boss';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startScratch } from '../../../src/db/embedded-scratch.ts';
import { diffToSchema } from '../../../src/db/migrate-diff.ts';
import { type Migration, readMigrations } from '../../../src/db/migrate-files.ts';
import { migrate } from '../../../src/db/migrate.ts';
import { grantToApp, roleOf } from '../../../src/db/roles.ts';
import { emptyDatabase, type FreshDatabase, freshDatabase } from '../../support/database.ts';

const names = readMigrations().map(({ name }) => name);
let database: FreshDatabase;
let ownerUrl: string;

beforeEach(async () => {
  database = await emptyDatabase();
  ownerUrl = database.ownerUrl;
});

afterEach(() => database.drop());

describe('migrating', () => {
  it('applies every migration once, and nothing the second time', async () => {
    expect(await migrate({ ownerUrl })).toEqual(names);
    expect(await migrate({ ownerUrl })).toEqual([]);
    expect(await finished()).toEqual(names);
  });

  it('takes turns when two processes start at once', async () => {
    const applied = await Promise.all([migrate({ ownerUrl }), migrate({ ownerUrl })]);
    expect(applied.map((list) => list.length).sort()).toEqual([0, names.length]);
    expect(await finished()).toEqual(names);
  });

  it('applies only what is new', async () => {
    await migrate({ ownerUrl });
    const migrations = [...readMigrations(), migration('0099_more', 'CREATE TABLE more (id int);')];
    expect(await migrate({ ownerUrl, migrations })).toEqual(['0099_more']);
  });

  it('refuses a migration that was changed after it was applied', async () => {
    await migrate({ ownerUrl });
    const migrations = readMigrations().map((one) => (one.name === '0002_rules' ? { ...one, checksum: 'other' } : one));
    await expect(migrate({ ownerUrl, migrations })).rejects.toThrow(/Changed after they were applied to this database: 0002_rules/);
  });

  it('leaves nothing behind of one that fails, and tries it again when it is mended', async () => {
    await migrate({ ownerUrl });
    const broken = migration('0099_more', 'CREATE TABLE more (id int); SELECT nonsense;');
    await expect(migrate({ ownerUrl, migrations: [...readMigrations(), broken] })).rejects.toThrow(/nonsense/);
    const mended = migration('0099_more', 'CREATE TABLE more (id int);');
    expect(await migrate({ ownerUrl, migrations: [...readMigrations(), mended] })).toEqual(['0099_more']);
  });

  it('ends where schema.prisma says: npm run migration has nothing to write', async () => {
    const scratch = await startScratch();
    try {
      expect(await diffToSchema(scratch.adminUrl, readMigrations())).toBe('');
    } finally {
      await scratch.stop();
    }
  });
});

describe('the job queue', () => {
  it('is used by the app’s role, which may make queues and no tables', async () => {
    const migrated = await freshDatabase();
    const boss = new PgBoss({ connectionString: migrated.url, migrate: false, supervise: false, schedule: false });
    boss.on('error', () => undefined);
    try {
      await boss.start();
      await boss.createQueue('mail');
      const id = await boss.send('mail', { emailId: '1' });
      expect((await boss.fetch('mail')).map((job) => job.id)).toEqual([id]);
      const app = new pg.Client(migrated.url);
      await app.connect();
      await expect(app.query('CREATE TABLE pgboss.extra (id int)')).rejects.toMatchObject({ code: '42501' });
      await app.end();
    } finally {
      await boss.stop({ graceful: false });
      await migrated.drop();
    }
  });
});

describe('granting', () => {
  it('is done by several processes at once without a fault', async () => {
    await migrate({ ownerUrl });
    const grants = Array.from({ length: 6 }, () => grantToApp(ownerUrl, roleOf(database.url)));
    await expect(Promise.all(grants)).resolves.toHaveLength(6);
  });
});

describe('one role for everything (DATABASE_URL alone)', () => {
  it('migrates, and there is nothing to grant', async () => {
    await migrate({ ownerUrl });
    await expect(grantToApp(ownerUrl, roleOf(ownerUrl))).resolves.toBeUndefined();
  });
});

function migration(name: string, sql: string): Migration {
  return { name, sql, checksum: 'not looked at before it is applied' };
}

async function finished(): Promise<string[]> {
  return asOwner(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY started_at',
    );
    return rows.map((row) => row.name);
  });
}

async function asOwner<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
