import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Agent, Response } from 'supertest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, PASSWORD, type Cast } from '../../support/cast.ts';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());

const trySignIn = (browser: Agent, form: Record<string, unknown>) => browser.post('/login').type('form').send(form);
const sidOf = (answer: Response): string => /sid=([^;]+)/.exec(cookies(answer).join('\n'))?.[1] ?? '';
const cookies = (answer: Response): string[] => [answer.headers['set-cookie'] ?? []].flat();

describe('signing in', () => {
  it('opens the account’s own area', async () => {
    const browser = await app.signIn(cast.navigator.email);
    const home = await browser.get('/');
    expect(home.status).toBe(303);
    expect(home.headers['location']).toBe('/people');
    const account = await browser.get('/settings/account');
    expect(account.status).toBe(200);
    expect(account.text).toContain('Dana W.');
  });

  it('takes the address in any case, and blanks around it', async () => {
    const answer = await trySignIn(app.request(), { email: '  NAVIGATOR@Demo.test ', password: PASSWORD });
    expect(answer.status).toBe(303);
  });

  it('goes back to the page that asked for it, on this site alone (S-11, S-23)', async () => {
    const asked = await app.request().get('/settings/account?after=name');
    expect(asked.headers['location']).toBe('/login?returnTo=%2Fsettings%2Faccount%3Fafter%3Dname');
    const form = await app.request().get(asked.headers['location'] as string);
    expect(form.text).toContain('name="returnTo" value="/settings/account?after=name"');
    const own = await trySignIn(app.request(), { email: cast.navigator.email, password: PASSWORD, returnTo: '/settings/account' });
    expect(own.headers['location']).toBe('/settings/account');
    const foreign = await trySignIn(app.request(), { email: cast.navigator.email, password: PASSWORD, returnTo: '//evil.example' });
    expect(foreign.headers['location']).toBe('/');
  });

  it('answers an unknown address and a wrong password with the same words and headers (S-05)', async () => {
    const wrong = await trySignIn(app.request(), { email: cast.colleague.email, password: 'not the password at all' });
    const unknown = await trySignIn(app.request(), { email: 'nobody-here@demo.test', password: 'not the password at all' });
    expect(wrong.status).toBe(422);
    expect(unknown.status).toBe(422);
    const same = (answer: Response): string => answer.text.replaceAll(/value="[^"]*@demo\.test"/g, '');
    expect(same(unknown)).toBe(same(wrong));
    const names = (answer: Response): string[] => Object.keys(answer.headers).sort();
    expect(names(unknown)).toEqual(names(wrong));
    expect(cookies(wrong)).toEqual([]);
    expect(wrong.text).toContain('<title>Error: Sign in');
    expect(wrong.text).toContain(`value="${cast.colleague.email}"`);
    expect(wrong.text).not.toContain('not the password at all');
  });

  it('does not let a deactivated account in, and says nothing of it (S-05, S-14)', async () => {
    await app.deps.db.user.update({ where: { id: cast.outsider.id }, data: { deactivatedAt: new Date() } });
    const answer = await trySignIn(app.request(), { email: cast.outsider.email, password: PASSWORD });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('do not belong together');
    await app.deps.db.user.update({ where: { id: cast.outsider.id }, data: { deactivatedAt: null } });
  });

  it('gives the browser a new session: one planted before is worth nothing (S-11)', async () => {
    const first = await trySignIn(app.request(), { email: cast.navigator.email, password: PASSWORD });
    const planted = `sid=${sidOf(first)}`;
    const again = await app
      .request()
      .post('/login')
      .set('Cookie', planted)
      .type('form')
      .send({ email: cast.claimer.email, password: PASSWORD });
    expect(sidOf(again)).not.toBe(sidOf(first));
    const withPlanted = await app.request().get('/settings/account').set('Cookie', planted);
    expect(withPlanted.status).toBe(303);
    const withNew = await app
      .request()
      .get('/settings/account')
      .set('Cookie', `sid=${sidOf(again)}`);
    expect(withNew.text).toContain('Maria G.');
  });

  it('ends the session somebody else had in the same browser', async () => {
    const before = await app.deps.db.session.count();
    const browser = await app.signIn(cast.navigator.email);
    await trySignIn(browser, { email: cast.claimer.email, password: PASSWORD });
    expect((await browser.get('/settings/account')).text).toContain('Maria G.');
    expect(await app.deps.db.session.count()).toBe(before + 1);
  });

  it('keeps passwords made with older parameters working and renews them (S-01)', async () => {
    const weaker = await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2 });
    await app.deps.db.user.update({ where: { id: cast.stranger.id }, data: { passwordHash: weaker } });
    await app.signIn(cast.stranger.email);
    const { passwordHash } = await app.deps.db.user.findUniqueOrThrow({ where: { id: cast.stranger.id } });
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    await app.signIn(cast.stranger.email);
  });

  it.each([
    ['nothing', {}],
    ['no password', { email: 'navigator@demo.test' }],
    ['an unknown field', { email: 'navigator@demo.test', password: PASSWORD, role: 'admin' }],
    ['two addresses', { email: ['navigator@demo.test', 'admin@demo.test'], password: PASSWORD }],
    ['a password as long as a book', { email: 'navigator@demo.test', password: 'x'.repeat(600) }],
    ['control characters', { email: 'navigator@demo.test\u0000', password: PASSWORD }],
  ])('refuses %s beside the form, and signs nobody in (S-51)', async (_what, form) => {
    const answer = await trySignIn(app.request(), form);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('There is a problem');
    expect(cookies(answer)).toEqual([]);
  });
});

describe('how often one may try (S-06)', () => {
  const wrong = (password: string) => trySignIn(app.request(), { email: cast.both.email, password });

  it('checks 5 of 40 wrong passwords that come at once, and tells the others to wait', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => wrong(`wrong password ${String(index)}`)));
    const statuses = answers.map((answer) => answer.status);
    expect(statuses.filter((status) => status === 422)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(35);
    const refused = answers.find((answer) => answer.status === 429);
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused?.text).toContain('Too many tries.');
  });

  it('does not look at the password any more, right or wrong', async () => {
    const answer = await wrong(PASSWORD);
    expect(answer.status).toBe(429);
  });

  it('leaves every other account alone', async () => {
    await app.signIn(cast.admin.email);
  });

  it('counts for the connection, whatever X-Forwarded-For says (S-56)', async () => {
    const forged = app.request().post('/login').set('X-Forwarded-For', '198.51.100.9').type('form');
    const answer = await forged.send({ email: cast.both.email, password: PASSWORD });
    expect(answer.status).toBe(429);
  });

  it('stores no address among the counters', async () => {
    const rows = await app.deps.db.rateLimit.findMany();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows.map(({ key }) => key))).not.toContain('demo.test');
  });
});
