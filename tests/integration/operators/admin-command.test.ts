import { execFile } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Db } from '../../../src/db/client.ts';
import { createLog } from '../../../src/logger.ts';
import { fromRoot } from '../../../src/root.ts';
import { createCast } from '../../support/cast.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';

let database: FreshDatabase;
let db: Db;
beforeAll(async () => {
  database = await freshDatabase();
  db = openDatabase(database.url, createLog('silent'), 2);
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

interface Ran {
  code: unknown;
  said: string;
  complained: string;
}

function run(program: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const settings = { ...process.env, NODE_ENV: '', DATABASE_URL: database.url, MIGRATION_DATABASE_URL: database.ownerUrl, ...env };
  return new Promise((resolve) => {
    execFile(program, args, { cwd: fromRoot(), env: settings }, (error, said, complained) =>
      resolve({ code: error?.code ?? 0, said, complained }),
    );
  });
}

/** The command as a person gives it; the first one of a run may have to build. */
const admin = (...args: string[]): Promise<Ran> => run('npm', ['run', '--silent', 'admin', '--', ...args]);

describe('npm run admin', { timeout: 300_000 }, () => {
  it('makes the first operator and a Site, lists them, and prints no secret but the link', async () => {
    const { code, said } = await admin('create-admin', 'olga.petrov@coalition.test', '--name', 'Olga Petrov');
    expect(code).toBe(0);
    expect(said).toContain('olga.petrov@coalition.test is an operator.');
    expect(said.match(/[\w-]{32,}/g)).toHaveLength(1);
    expect(said).toMatch(/http:\/\/localhost:3000\/password\/reset\/[\w-]{43}\n/);
    const site = await admin('create-site', 'Bayside School', '--admin', 'olga.petrov@coalition.test');
    expect(site.said).toContain('Made the Site Bayside School.');
    const listed = (await admin('list')).said;
    for (const words of [
      'olga.petrov@coalition.test  Olga Petrov  has not set a password yet',
      'Bayside School: olga',
      'waiting for a decision: 0',
    ])
      expect(listed).toContain(words);
    expect(listed).not.toMatch(/[\w-]{40,}/);
  });

  it('closes, opens and resets an account', async () => {
    const { navigator } = await createCast(db);
    expect((await admin('deactivate', navigator.email)).said).toContain('signed out everywhere');
    expect((await db.user.findUniqueOrThrow({ where: { id: navigator.id } })).deactivatedAt).not.toBeNull();
    const refused = await admin('reset', navigator.email);
    expect([refused.code, refused.complained]).toEqual([1, 'Nothing was changed: This account is deactivated. Reactivate it first.\n']);
    expect((await admin('reactivate', navigator.email)).code).toBe(0);
    expect((await admin('reset', navigator.email)).said).toContain('/password/reset/');
  });

  it('says how it is used when it is given nothing, or something else', async () => {
    for (const args of [
      [],
      ['make-coffee'],
      ['create-admin'],
      ['create-site', 'X'],
      ['list', 'x'],
      ['constructor', 'x'],
      ['reset', 'a', 'b'],
    ]) {
      const { code, complained } = await admin(...args);
      expect([code, complained.includes('Usage: npm run admin -- COMMAND')], args.join(' ')).toEqual([1, true]);
      expect(complained).not.toContain('    at ');
    }
  });

  it('in production refuses to work without its settings, and the app refuses the demo’s database (S-09)', async () => {
    const production = {
      ...{ NODE_ENV: 'production', SESSION_SECRET: 'b8c1f0a2d94e7736b8c1f0a2d94e7736', PUBLIC_URL: 'https://throughline.test' },
      ...{ SMTP_URL: 'smtps://mail.throughline.test', MAIL_FROM: 'no-reply@throughline.test', PORT: '0' },
    };
    const unset = await run(process.execPath, ['--import', 'tsx', 'src/operators/admin.cli.ts', 'list'], { NODE_ENV: 'production' });
    expect([unset.code, unset.complained.includes('SESSION_SECRET: required in production')]).toEqual([1, true]);
    const server = await run(process.execPath, ['--import', 'tsx', 'src/server.ts'], production);
    expect([server.code, server.complained.includes('this database has the demo accounts in it')]).toEqual([1, true]);
    const withDemo = await run(process.execPath, ['--import', 'tsx', 'src/server.ts'], { ...production, DEMO: '1' });
    expect([withDemo.code, withDemo.complained.includes('DEMO: demo data is refused in production')]).toEqual([1, true]);
  });
});
