import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Agent, Response } from 'supertest';
import { issueAccountToken } from '../../../src/accounts/account-token.store.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, makeSeeker, PASSWORD, type Cast } from '../../support/cast.ts';
import { MINUTE } from '../../support/movable-clock.ts';
import { listenAs } from '../live/live-socket.ts';
import { hidden, mailedLink, mailsTo, opened, pageOf, somebody } from './mailed-links.ts';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp({ workers: true, live: true });
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());

const GOOD = 'seven cats eat rice at noon';
const ask = (email: string, browser: Agent = app.request()) => browser.post('/password/forgot').type('form').send({ email });
const choose = async (browser: Agent, page: Response, password = GOOD): Promise<Response> =>
  browser
    .post('/password/reset')
    .type('form')
    .send({ password, link: hidden(page, 'link') });
const hashOf = async (id: string): Promise<string | null> => (await app.deps.db.user.findUniqueOrThrow({ where: { id } })).passwordHash;
/** Each test comes from elsewhere: a network may ask ten times an hour (S-06). */
const freshNetwork = () => app.deps.db.rateLimit.deleteMany();

async function linkFor(email: string, count = 1): Promise<string> {
  await freshNetwork();
  await ask(email);
  return mailedLink(app, email, '/password/reset', count);
}

describe('a forgotten password (R27, S-07)', () => {
  it('is replaced by the link in a mail; the old one is worth nothing, and the owner is told', async () => {
    const { email } = await somebody(app);
    const browser = app.request();
    expect((await browser.get('/login')).text).toContain('href="/password/forgot"');
    const asked = await ask(email, browser);
    expect([asked.status, asked.headers['location']]).toEqual([303, '/password/sent']);
    const page = await opened(browser, await mailedLink(app, email, '/password/reset'));
    expect(page.text).toContain(email);
    expect(page.text).toContain('autocomplete="new-password"');
    const done = await choose(browser, page);
    expect([done.status, done.headers['location']]).toEqual([303, '/login?after=reset']);
    expect((await browser.get('/login?after=reset')).text).toContain('Your new password is saved.');
    await app.signIn(email, GOOD);
    expect((await app.request().post('/login').type('form').send({ email, password: PASSWORD })).status).toBe(422);
    const [told] = await mailsTo(app, email, 2);
    expect(told!.subject).toBe('Your password was changed');
    expect(told!.text).not.toMatch(/\/reset\/|Rosa|Lund/);
  });

  it('signs nobody in, ends every session there is, and cuts their open pages (S-13, S-43)', async () => {
    const { email } = await somebody(app);
    const before = await app.signIn(email);
    const socket = await listenAs(app, email);
    const browser = app.request();
    await choose(browser, await opened(browser, await linkFor(email)));
    expect((await browser.get('/settings/account')).status).toBe(303);
    expect((await before.get('/settings/account')).status).toBe(303);
    await socket.cut();
    socket.close();
  });

  it('writes in the language of the account, and names nobody (P-09)', async () => {
    const { email } = await somebody(app, { language: 'es' });
    await linkFor(email);
    const [mail] = await mailsTo(app, email);
    expect(mail!.subject).toBe('Elija una contraseña nueva');
    expect(mail!.text).not.toMatch(/Rosa|Lund/);
  });

  it('is possible while wrong passwords have locked the owner out, and lets them in (S-06)', async () => {
    const { email } = await somebody(app);
    await freshNetwork();
    for (let times = 0; times < 6; times += 1)
      await app.request().post('/login').type('form').send({ email, password: 'wrong again and again' });
    expect((await app.request().post('/login').type('form').send({ email, password: PASSWORD })).status).toBe(429);
    await ask(email);
    const browser = app.request();
    await choose(browser, await opened(browser, await mailedLink(app, email, '/password/reset')));
    await app.signIn(email, GOOD);
  });

  it.each([
    ['14 characters (S-02)', 'fourteen chars', 'at least 15 characters'],
    ['one’s own name (S-03)', 'rosalundrosalund', 'harder to guess'],
    ['nothing', '', 'Choose a password'],
  ])('refuses %s, and the link still works', async (_what, password, words) => {
    const { id, email } = await somebody(app);
    const browser = app.request();
    const page = await opened(browser, await linkFor(email));
    const before = await hashOf(id);
    const refused = await choose(browser, page, password);
    expect([refused.status, refused.text.includes(words)]).toEqual([422, true]);
    expect(refused.text).toContain('<title>Error: Choose a new password');
    expect(await hashOf(id)).toBe(before);
    expect((await choose(browser, refused)).status).toBe(303);
  });
});

describe('who asks learns nothing (S-05)', () => {
  it('of whether there is an account: known, unknown, closed and unconfirmed are answered alike', async () => {
    await freshNetwork();
    const closed = await somebody(app, { deactivatedAt: new Date() });
    const answers: string[] = [];
    for (const email of [
      cast.navigator.email,
      'nobody.at.all@example.org',
      closed.email,
      (await somebody(app, { emailVerifiedAt: null })).email,
    ]) {
      const browser = app.request();
      const asked = await ask(email, browser);
      expect(Object.keys(asked.headers)).not.toContain('set-cookie');
      answers.push(pageOf(asked), pageOf(await browser.get('/password/sent')));
    }
    expect(new Set(answers).size).toBe(2);
    await mailsTo(app, cast.navigator.email);
    expect(await app.deps.db.email.count({ where: { toAddress: { in: [closed.email, 'nobody.at.all@example.org'] } } })).toBe(0);
  });

  it('and sends no more than three mails an hour to one address, saying nothing of it (S-06)', async () => {
    await freshNetwork();
    const { email } = await somebody(app);
    for (let times = 0; times < 5; times += 1) expect((await ask(email)).status).toBe(303);
    expect(await app.deps.db.email.count({ where: { toAddress: email } })).toBe(3);
  });

  it('and may ask ten times an hour', async () => {
    await freshNetwork();
    for (let times = 0; times < 10; times += 1) expect((await ask(`nobody${String(times)}@example.org`)).status).toBe(303);
    const tooMany = await ask('nobody10@example.org');
    expect([tooMany.status, tooMany.text.includes('Too many tries')]).toEqual([429, true]);
  });

  it('one press twice is one mail (R-04)', async () => {
    await freshNetwork();
    const { email } = await somebody(app);
    const browser = app.request();
    const _idem = hidden(await browser.get('/password/forgot'), '_idem');
    const answers = await Promise.all([1, 2, 3].map(() => browser.post('/password/forgot').type('form').send({ email, _idem })));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await app.deps.db.email.count({ where: { toAddress: email } })).toBe(1);
  });

  it.each([
    ['nothing', { email: ' ' }],
    ['two addresses (S-70)', { email: 'a@example.org,b@example.org' }],
    ['a field of its own (S-51)', { email: 'a@example.org', userId: 'x' }],
  ])('refuses %s beside the field', async (_what, body) => {
    const answer = await app.request().post('/password/forgot').type('form').send(body);
    expect([answer.status, answer.text.includes('Error: Forgot your password?')]).toEqual([422, true]);
  });
});

describe('the link of a reset', () => {
  it('is in no address after its first opening, kept as a hash alone (S-30, S-32, S-33), and opening it changes nothing (S-31)', async () => {
    const { id, email } = await somebody(app);
    const before = await hashOf(id);
    const link = await linkFor(email);
    const token = link.split('/').at(-1)!;
    for (let times = 0; times < 3; times += 1) {
      const robot = app.request();
      expect((await robot.head(link)).status).toBe(303);
      const page = await opened(robot, link);
      expect(page.headers['referrer-policy']).toBe('no-referrer');
      expect(page.headers['x-robots-tag']).toContain('noindex');
      expect(page.text).not.toContain(token);
      expect(
        (
          await robot
            .post('/password/reset')
            .type('form')
            .send({ link: hidden(page, 'link') })
        ).status,
      ).toBe(422);
    }
    const stored = await app.deps.db.accountToken.findMany();
    expect(JSON.stringify(stored.map((row) => Buffer.from(row.tokenHash).toString('utf8')))).not.toContain(token);
    expect(await hashOf(id)).toBe(before);
    const browser = app.request();
    expect((await choose(browser, await opened(browser, link))).status).toBe(303);
  });

  it('works once: the second of two browsers with it is told so', async () => {
    const { id, email } = await somebody(app);
    const link = await linkFor(email);
    const browsers = [app.request(), app.request(), app.request()];
    const pages = await Promise.all(browsers.map((browser) => opened(browser, link)));
    const words = ['seven cats eat rice at noon', 'eight dogs run home at nine', 'a quiet river under snow'];
    const answers = await Promise.all(browsers.map((browser, index) => choose(browser, pages[index]!, words[index])));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410, 410]);
    const winner = words[answers.findIndex(({ status }) => status === 303)];
    await app.signIn(email, winner);
    expect(await app.deps.db.email.count({ where: { userId: id, kind: 'password_changed' } })).toBe(1);
    const again = await app.request().get(link);
    expect([again.status, again.text.includes('was used already')]).toEqual([410, true]);
  });

  it('works for thirty minutes (S-07)', async () => {
    const { email } = await somebody(app);
    const link = await linkFor(email);
    app.clock.forward(29 * MINUTE);
    expect((await app.request().get(link)).status).toBe(303);
    const browser = app.request();
    const page = await opened(browser, link);
    app.clock.forward(2 * MINUTE);
    expect((await choose(browser, page)).status).toBe(410);
    const old = await app.request().get(link);
    expect([old.status, old.text.includes('This link is too old')]).toEqual([410, true]);
  });

  it('is no other link: one to confirm an address or to sign in opens no new password, and the other way round', async () => {
    const { id } = await somebody(app, { emailVerifiedAt: null });
    const { db, clock } = app.deps;
    const of = (purpose: 'confirm_email' | 'sign_in_link' | 'password_reset') => issueAccountToken(db, id, purpose, clock.now());
    expect((await app.request().get(`/password/reset/${await of('confirm_email')}`)).status).toBe(404);
    expect((await app.request().get(`/password/reset/${await of('sign_in_link')}`)).status).toBe(404);
    const reset = await of('password_reset');
    for (const place of ['/confirm', '/sign-in', '/new-address']) expect((await app.request().get(`${place}/${reset}`)).status).toBe(404);
  });

  it('dies with the account, and leads nowhere without it', async () => {
    const { id, email } = await somebody(app);
    const link = await linkFor(email);
    const browser = app.request();
    const page = await opened(browser, link);
    await app.deps.db.user.update({ where: { id }, data: { deactivatedAt: new Date() } });
    expect((await choose(browser, page)).status).toBe(404);
    expect((await app.request().get(link)).status).toBe(404);
    expect((await app.request().get('/password/reset')).status).toBe(404);
    expect((await app.request().post('/password/reset').type('form').send({ password: GOOD })).status).toBe(404);
  });

  it('chooses no password for another account whose link was opened in the same browser meanwhile (S-32)', async () => {
    const [first, second] = [await somebody(app), await somebody(app)];
    const browser = app.request();
    const page = await opened(browser, await linkFor(first.email));
    await opened(browser, await linkFor(second.email));
    const before = [await hashOf(first.id), await hashOf(second.id)];
    const answer = await choose(browser, page);
    expect([answer.status, answer.text.includes(second.email)]).toEqual([422, true]);
    expect([await hashOf(first.id), await hashOf(second.id)]).toEqual(before);
  });

  it('is not guessed more than 10 times an hour (S-06), nor known by the mail of another host (S-36)', async () => {
    await freshNetwork();
    const statuses: number[] = [];
    for (const letter of 'abcdefghijkl') statuses.push((await app.request().get(`/password/reset/${letter.repeat(43)}`)).status);
    expect(statuses.slice(0, 9)).toEqual(Array(9).fill(404));
    expect(statuses.at(-1)).toBe(429);
    const { email } = await somebody(app);
    await freshNetwork();
    await app
      .request()
      .post('/password/forgot')
      .set('Host', 'evil.example')
      .set('X-Forwarded-Host', 'evil.example')
      .type('form')
      .send({ email });
    const [mail] = await mailsTo(app, email);
    expect(mail!.text).not.toContain('evil.example');
  });
});

describe('an account nobody has confirmed (ADR 0115)', () => {
  it('is confirmed by the link, with the password chosen then and what was referred to the address (R12)', async () => {
    const { id, email } = await somebody(app, { emailVerifiedAt: null });
    const seekerId = await makeSeeker(app.deps.db, { email }, cast.navigator.id);
    await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id, seekerId });
    const link = await linkFor(email);
    const browser = app.request();
    const page = await opened(browser, link);
    expect((await app.deps.db.user.findUniqueOrThrow({ where: { id } })).emailVerifiedAt).toBeNull();
    await choose(browser, page);
    const squatter = await app.request().post('/login').type('form').send({ email, password: PASSWORD });
    expect(squatter.status).toBe(422);
    const owner = await app.signIn(email, GOOD);
    expect((await owner.get('/for-me')).text).toContain('Fair Oaks Rent &amp; Home Help');
  });

  it('and the link that would have confirmed the account of before is worth nothing then', async () => {
    const { id, email } = await somebody(app, { emailVerifiedAt: null });
    await issueAccountToken(app.deps.db, id, 'signed_up_here', app.clock.now());
    const browser = app.request();
    await choose(browser, await opened(browser, await linkFor(email)));
    expect(await app.deps.db.accountToken.count({ where: { userId: id, usedAt: null } })).toBe(0);
  });
});
