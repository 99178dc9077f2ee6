import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_ACCOUNTS, DEMO_PROGRAM, mayBeDemo } from '../../../src/domain/demo.ts';
import demoPrograms from '../../../prisma/seed/demo-programs.json' with { type: 'json' };
import { startApp, type AppWishes, type TestApp } from '../../support/app.ts';
import { createCast, PASSWORD_HASH, type Cast } from '../../support/cast.ts';

const PANEL = '<aside class="demo"';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp({ env: { DEMO: '1' } });
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());

const loginPage = async (): Promise<string> => (await app.request().get('/login')).text;

describe('a demo explains itself', () => {
  it('on the sign-in page: every account, the password, and what to try', async () => {
    const text = await loginPage();
    expect(text).toContain(PANEL);
    expect(text).toContain('throughline-demo');
    for (const [email] of DEMO_ACCOUNTS) expect(text).toContain(`name="email" value="${email}"`);
    expect(text).toContain('href="/dev/mail"');
  });

  it('after signing in by one press, and on the Seeker’s pages, saying who one is', async () => {
    const [, password] = /name="password" value="([^"]+)"/.exec(await loginPage())!;
    const browser = app.request();
    for (const [email, home, name] of [
      ['navigator@demo.test', '/people', 'Dana Whitfield: Navigator'],
      ['claimer@demo.test', '/inbound', 'Maria Gutierrez: Program Admin'],
      ['seeker@demo.test', '/for-me', 'Ana Ruiz: Seeker with an account'],
    ] as const) {
      expect((await browser.post('/login').type('form').send({ email, password })).status).toBe(303);
      expect((await browser.get('/')).headers['location']).toBe(home);
      const { text } = await browser.get(home).redirects(1);
      expect(text).toContain(PANEL);
      expect(text).toContain(`You are ${name}.`);
    }
  });

  it('with a walk through a Program that is there', () => {
    expect(demoPrograms.map(({ name }) => name)).toContain(DEMO_PROGRAM);
  });
});

describe('nothing says it is a demo', () => {
  /** Another process on the same database, with the demo in it. */
  async function elsewhere(env: NodeJS.ProcessEnv): Promise<string> {
    const wishes: AppWishes = { env, database: app.database };
    const other = await startApp(wishes);
    const { text } = await other.request().set('X-Forwarded-Proto', 'https').get('/login');
    await other.close();
    return text;
  }

  it('in production, whatever is in the database (S-09)', async () => {
    const production = {
      NODE_ENV: 'production',
      SESSION_SECRET: 'f3a1c95b7d2e4860a9c1b3d5e7f90214',
      PUBLIC_URL: 'https://throughline.example.org',
      SMTP_URL: 'smtp://127.0.0.1:2525',
      MAIL_FROM: 'no-reply@example.org',
    };
    expect(await elsewhere({ ...production, DEMO: '' })).not.toContain('demo');
    expect(mayBeDemo({ production: true, demo: true, smtpUrl: null })).toBe(false);
  });

  it('where DEMO is 0, and where mail is really sent', async () => {
    expect(await elsewhere({ DEMO: '0' })).not.toContain(PANEL);
    expect(await elsewhere({ DEMO: '1', SMTP_URL: 'smtp://127.0.0.1:2525' })).not.toContain(PANEL);
    expect(await elsewhere({ DEMO: '1' })).toContain(PANEL);
  });

  it('beside anybody real who signs in', async () => {
    const { db } = app.deps;
    const data = { firstName: 'Rosa', lastName: 'Real', email: 'rosa@riverside-clinic.org', passwordHash: PASSWORD_HASH };
    const { id } = await db.user.create({ data });
    expect(await loginPage()).not.toContain(PANEL);
    expect((await (await app.signIn(cast.navigator.email)).get('/people')).text).not.toContain(PANEL);
    await db.user.update({ where: { id }, data: { deactivatedAt: new Date() } });
    expect(await loginPage()).toContain(PANEL);
  });

  it('beside accounts that are not all the demo’s own', async () => {
    const { db } = app.deps;
    await db.user.update({ where: { id: cast.admin.id }, data: { passwordHash: null } });
    expect(await loginPage()).not.toContain(PANEL);
    await db.user.update({ where: { id: cast.admin.id }, data: { passwordHash: PASSWORD_HASH } });
  });
});
