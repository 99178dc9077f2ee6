import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Agent } from 'supertest';
import { issueAccountToken } from '../../../src/accounts/account-token.store.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { PASSWORD } from '../../support/cast.ts';
import { listenAs } from '../live/live-socket.ts';
import { hidden, mailedLink, mailsTo, somebody } from './mailed-links.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ workers: true, live: true });
});
afterAll(() => app.close());

const PAGE = '/settings/account/password';
const GOOD = 'seven cats eat rice at noon';
const change = (browser: Agent, current = PASSWORD, password = GOOD) => browser.post(PAGE).type('form').send({ current, password });
const hashOf = async (id: string): Promise<string | null> => (await app.deps.db.user.findUniqueOrThrow({ where: { id } })).passwordHash;

describe('changing the password (R27, S-07, S-08)', () => {
  it('asks for the present one, signs out everywhere else, cuts open pages, and tells the owner (S-13, S-43)', async () => {
    const { email } = await somebody(app);
    const [here, there] = [await app.signIn(email), await app.signIn(email)];
    const socket = await listenAs(app, email);
    const page = await here.get(PAGE);
    expect(page.text).toContain('autocomplete="current-password"');
    expect(page.text).toContain('autocomplete="new-password"');
    const answer = await change(here);
    expect([answer.status, answer.headers['location']]).toEqual([303, '/settings/account?after=password']);
    expect((await here.get('/settings/account?after=password')).text).toContain('Your password is changed.');
    expect((await there.get('/settings/account')).status).toBe(303);
    await socket.cut();
    const [mail] = await mailsTo(app, email);
    expect([mail!.subject, mail!.text.includes('/password/forgot')]).toEqual(['Your password was changed', true]);
    await app.signIn(email, GOOD);
    expect((await app.request().post('/login').type('form').send({ email, password: PASSWORD })).status).toBe(422);
  });

  it('begins a new session here: the cookie of before is worth nothing (S-11)', async () => {
    const { email } = await somebody(app);
    const answer = await app.request().post('/login').type('form').send({ email, password: PASSWORD });
    const cookie = String(answer.headers['set-cookie']).split(';')[0]!;
    const changed = await app.request().post(PAGE).set('Cookie', cookie).type('form').send({ current: PASSWORD, password: GOOD });
    expect(changed.status).toBe(303);
    expect(String(changed.headers['set-cookie'])).toMatch(/^sid=/);
    expect((await app.request().get(PAGE).set('Cookie', cookie)).status).toBe(303);
  });

  it('makes every link in a mail worthless that was asked for before', async () => {
    const { id, email } = await somebody(app);
    const reset = await issueAccountToken(app.deps.db, id, 'password_reset', app.clock.now());
    await change(await app.signIn(email));
    expect((await app.request().get(`/password/reset/${reset}`)).status).toBe(410);
  });

  it.each([
    ['another present password', 'not my password at all', GOOD, 'not your present password'],
    ['no present password', '', GOOD, 'Enter your password'],
    ['14 characters (S-02)', PASSWORD, 'fourteen chars', 'at least 15 characters'],
    ['one’s own name (S-03)', PASSWORD, 'rosalundrosalund', 'harder to guess'],
    ['the same again', PASSWORD, PASSWORD, 'another password than the one you have'],
  ])('refuses %s, and nothing is changed', async (_what, current, next, words) => {
    const { id, email } = await somebody(app);
    const before = await hashOf(id);
    const [here, there] = [await app.signIn(email), await app.signIn(email)];
    const answer = await change(here, current, next);
    expect([answer.status, answer.text.includes(words)]).toEqual([422, true]);
    expect(answer.text).not.toContain(GOOD);
    expect(await hashOf(id)).toBe(before);
    expect((await there.get(PAGE)).status).toBe(200);
    expect(await app.deps.db.email.count({ where: { userId: id } })).toBe(0);
  });

  it('lets nobody guess at a page that was left open (S-06)', async () => {
    const { email } = await somebody(app);
    const browser = await app.signIn(email);
    const statuses: number[] = [];
    for (let times = 0; times < 6; times += 1) statuses.push((await change(browser, 'wrong again and again')).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
    expect((await change(browser)).status).toBe(429);
  });

  it('of two at once, one is done', async () => {
    const { id, email } = await somebody(app);
    const [one, two] = [await app.signIn(email), await app.signIn(email)];
    const answers = await Promise.all([change(one), change(two, PASSWORD, 'eight dogs run home at nine')]);
    expect(answers.filter(({ headers }) => headers['location'] === '/settings/account?after=password')).toHaveLength(1);
    expect(await app.deps.db.email.count({ where: { userId: id, kind: 'password_changed' } })).toBe(1);
  });

  it('asks strangers to sign in, and changes nothing for them', async () => {
    for (const path of [PAGE, `${PAGE}/mail`]) {
      const answer = await app.request().post(path).type('form').send({ current: PASSWORD, password: GOOD });
      expect([answer.status, answer.headers['location']]).toEqual([303, `/login?returnTo=${encodeURIComponent(PAGE)}&after=unsent`]);
    }
  });
});

describe('who has no password', () => {
  it('chooses one by a link, not by a page left open (S-08)', async () => {
    const { id, email } = await somebody(app);
    const browser = await app.signIn(email);
    await app.deps.db.user.update({ where: { id }, data: { passwordHash: null } });
    const page = await browser.get(PAGE);
    expect([page.text.includes('have no password'), page.text.includes('type="password"')]).toEqual([true, false]);
    expect((await change(browser, GOOD, 'eight dogs run home at nine')).status).toBe(422);
    expect(await hashOf(id)).toBeNull();
    expect((await browser.post(`${PAGE}/mail`).type('form').send({})).status).toBe(422);
    const asked = await browser
      .post(`${PAGE}/mail`)
      .type('form')
      .send({ _idem: hidden(page, '_idem') });
    expect([asked.status, asked.headers['location']]).toEqual([303, '/password/sent']);
    expect(await mailedLink(app, email, '/password/reset')).toMatch(/^\/password\/reset\//);
  });
});
