import { createHmac, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agent, type Agent, type Response } from 'supertest';
import { sessionSecrets } from '../../../src/http/session-secret.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, PASSWORD, type Cast } from '../../support/cast.ts';
import { HOUR, MINUTE } from '../../support/movable-clock.ts';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());

const setCookies = (answer: Response): string[] => [answer.headers['set-cookie'] ?? []].flat();
const cookieOf = (answer: Response): string => setCookies(answer)[0]?.split(';')[0] ?? '';
const secondsIn = (answer: Response): number => (answer.body as { secondsLeft: number }).secondsLeft;
const rows = (): Promise<number> => app.deps.db.session.count();

async function signInBy(email: string, on: TestApp = app): Promise<string> {
  const answer = await on.request().post('/login').type('form').send({ email, password: PASSWORD });
  expect(answer.status).toBe(303);
  return cookieOf(answer);
}
const withCookie = (cookie: string, path = '/settings/account', on: TestApp = app) => agent(on.url).get(path).set('Cookie', cookie);
const isIn = async (cookie: string): Promise<boolean> => (await withCookie(cookie)).status === 200;

describe('the session’s cookie (S-10)', () => {
  it('is named sid over http, for this host alone, out of reach of scripts, and ends with the browser', async () => {
    const answer = await app.request().post('/login').type('form').send({ email: cast.navigator.email, password: PASSWORD });
    expect(setCookies(answer)).toHaveLength(1);
    const [pair = '', ...attributes] = (setCookies(answer)[0] ?? '').split('; ');
    expect(decodeURIComponent(pair)).toMatch(/^sid=s:[\w-]{32}\.[\w+/]{43}$/);
    expect(attributes.sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax']);
  });

  it('is named __Host-sid and Secure where people come by https, whatever the proxy speaks to us', async () => {
    const env = { PUBLIC_URL: 'https://throughline.example.org' };
    const https = await startApp({ database: app.database, env });
    const answer = await https.request().post('/login').type('form').send({ email: cast.navigator.email, password: PASSWORD });
    expect(setCookies(answer)[0]).toMatch(/^__Host-sid=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect((await withCookie(cookieOf(answer), '/settings/account', https)).status).toBe(200);
    await https.close();
  });

  it('counts for nothing when it was changed or made up', async () => {
    const cookie = await signInBy(cast.navigator.email);
    expect(await isIn(cookie)).toBe(true);
    expect(await isIn(`${cookie.slice(0, -3)}abc`)).toBe(false);
    expect(await isIn('sid=s%3Aadmin.admin')).toBe(false);
  });

  it('lasts over a restart, and works in every process with the same secret', async () => {
    const env = { SESSION_SECRET: 'a secret of at least thirty-two characters' };
    const first = await startApp({ database: app.database, env });
    const cookie = await signInBy(cast.navigator.email, first);
    await first.close();
    const second = await startApp({
      database: app.database,
      env: { SESSION_SECRET: `one that is newer and just as long,${env.SESSION_SECRET}` },
    });
    expect((await withCookie(cookie, '/settings/account', second)).status).toBe(200);
    await second.close();
  });
});

describe('who leaves a row behind (S-16)', () => {
  it('not 1,000 visits without signing in', async () => {
    const before = await rows();
    const paths = [
      '/',
      '/login',
      '/signup',
      '/programs',
      '/assets/css/index.css',
      '/nothing-here',
      '/people',
      '/healthz',
      '/favicon.ico',
      '/session',
    ];
    for (let round = 0; round < 10; round += 1) {
      await Promise.all(Array.from({ length: 100 }, (_, index) => agent(app.url).get(paths[index % paths.length] ?? '/')));
    }
    expect(await rows()).toBe(before);
  });

  it('not a sign-in that was refused; one row for one that was not', async () => {
    const before = await rows();
    await app.request().post('/login').type('form').send({ email: cast.navigator.email, password: 'not the password at all' });
    expect(await rows()).toBe(before);
    await signInBy(cast.navigator.email);
    expect(await rows()).toBe(before + 1);
  });
});

describe('how long a session lasts (S-12)', () => {
  it('30 minutes without use for a Worker, 60 for a Seeker; then nothing of it is left', async () => {
    const worker = await signInBy(cast.navigator.email);
    const seeker = await signInBy(cast.seeker.email);
    app.clock.forward(29 * MINUTE);
    expect(secondsIn(await withCookie(worker, '/session'))).toBeCloseTo(60, -1);
    app.clock.forward(2 * MINUTE);
    expect(await isIn(worker)).toBe(false);
    expect(await isIn(seeker)).toBe(true);
    const before = await rows();
    app.clock.forward(61 * MINUTE);
    expect(await isIn(seeker)).toBe(false);
    expect(await rows()).toBe(before - 1);
  });

  it('goes on with each use', async () => {
    const worker = await signInBy(cast.navigator.email);
    for (let round = 0; round < 4; round += 1) {
      app.clock.forward(20 * MINUTE);
      expect(await isIn(worker)).toBe(true);
    }
  });

  it('does not go on while an open page reads itself again', async () => {
    const worker = await signInBy(cast.navigator.email);
    app.clock.forward(20 * MINUTE);
    expect((await withCookie(worker).set('X-Live', '1')).status).toBe(200);
    expect((await withCookie(worker, '/session').set('Sec-Fetch-Mode', 'cors')).status).toBe(200);
    app.clock.forward(11 * MINUTE);
    expect(await isIn(worker)).toBe(false);
  });

  it('goes on by "Stay signed in", and a page says how long there is', async () => {
    const browser = await app.signIn(cast.navigator.email);
    const said = /data-session-seconds="(\d+)"/.exec((await browser.get('/settings/account')).text)?.[1];
    expect(Number(said)).toBeCloseTo(1_800, -1);
    app.clock.forward(29 * MINUTE);
    const stayed = await browser.post('/session/stay').set('Accept', 'application/json');
    expect(secondsIn(stayed)).toBeCloseTo(1_800, -1);
    app.clock.forward(29 * MINUTE);
    expect((await browser.get('/settings/account')).status).toBe(200);
    app.clock.forward(HOUR);
    expect((await browser.post('/session/stay').set('Accept', 'application/json')).status).toBe(401);
  });

  it('ends after 12 hours, used or not', async () => {
    const worker = await signInBy(cast.navigator.email);
    for (let passed = 0; passed < 11.5 * HOUR; passed += 25 * MINUTE) {
      app.clock.forward(25 * MINUTE);
      expect(await isIn(worker)).toBe(true);
    }
    app.clock.forward(28 * MINUTE);
    expect(await isIn(worker)).toBe(false);
  });

  it('writes its use down at most once a minute', async () => {
    const worker = await signInBy(cast.navigator.email);
    const written = async (): Promise<unknown> => {
      const latest = await app.deps.db.session.findMany({
        where: { sess: { path: ['passport', 'user', 'userId'], equals: cast.navigator.id } },
      });
      return Math.max(...latest.map((row) => (row.sess as { passport: { user: { seenAt: number } } }).passport.user.seenAt));
    };
    const first = await written();
    app.clock.forward(50_000);
    await withCookie(worker);
    expect(await written()).toBe(first);
    app.clock.forward(20_000);
    await withCookie(worker);
    expect(await written()).not.toBe(first);
  });
});

describe('signing out (S-13)', () => {
  it('takes the row, the cookie and what the browser kept; the old cookie is worth nothing', async () => {
    const cookie = await signInBy(cast.navigator.email);
    const before = await rows();
    const answer = await app.request().post('/logout').set('Cookie', cookie);
    expect(answer.status).toBe(303);
    expect(answer.headers['location']).toBe('/login?after=sign-out');
    expect(answer.headers['clear-site-data']).toBe('"cache", "storage"');
    expect(setCookies(answer)[0]).toMatch(/^sid=; Path=\/; Expires=Thu, 01 Jan 1970/);
    expect(await rows()).toBe(before - 1);
    expect(await isIn(cookie)).toBe(false);
  });

  it('leaves the account’s other sessions alone, and works twice', async () => {
    const [here, there] = [await signInBy(cast.navigator.email), await signInBy(cast.navigator.email)];
    await app.request().post('/logout').set('Cookie', here);
    expect((await app.request().post('/logout').set('Cookie', here)).status).toBe(303);
    expect(await isIn(there)).toBe(true);
  });

  it('is not done by a GET', async () => {
    const cookie = await signInBy(cast.navigator.email);
    expect((await withCookie(cookie, '/logout')).status).toBe(404);
    expect(await isIn(cookie)).toBe(true);
  });

  it('stays signed out while slow requests of the same session end after it, 100 times', async () => {
    let resurrected = 0;
    for (let round = 0; round < 100; round += 1) {
      const cookie = await signInByDatabase(cast.claimer.id);
      app.clock.forward(2 * MINUTE); // so that each of the others writes its use down
      const slow = [withCookie(cookie), withCookie(cookie, '/'), app.request().post('/session/stay').set('Cookie', cookie)];
      await Promise.all([...slow, app.request().post('/logout').set('Cookie', cookie)]);
      if (await isIn(cookie)) resurrected += 1;
    }
    expect(resurrected).toBe(0);
  });

  it('a session saved after its row is gone makes no row', async () => {
    const browser: Agent = await app.signIn(cast.claimer.email);
    await app.deps.db.session.deleteMany();
    expect((await browser.get('/settings/account')).status).toBe(303);
    expect(await rows()).toBe(0);
  });

  it('"Exit this page" ends the session and leads away; another site’s image does not end it (P-11)', async () => {
    const cookie = await signInBy(cast.seeker.email);
    const image = await withCookie(cookie, '/exit').set('Sec-Fetch-Site', 'cross-site');
    expect(image.status).toBe(303);
    expect(await isIn(cookie)).toBe(true);
    const answer = await withCookie(`${cookie}; link-abc=held`, '/exit').set('Sec-Fetch-Site', 'same-origin');
    expect(answer.status).toBe(303);
    expect(answer.headers['location']).toBe('https://www.weather.gov/');
    expect(answer.headers['clear-site-data']).toBe('"cache", "cookies", "storage"');
    expect(
      setCookies(answer)
        .filter((one) => one.includes('Expires=Thu, 01 Jan 1970'))
        .map((one) => one.split('=')[0]),
    ).toEqual(expect.arrayContaining(['sid', 'link-abc']));
    expect(await isIn(cookie)).toBe(false);
  });
});

describe('what changes about an account acts on its next request (S-14)', () => {
  it('deactivation ends the session', async () => {
    const cookie = await signInBy(cast.stranger.email);
    await app.deps.db.user.update({ where: { id: cast.stranger.id }, data: { deactivatedAt: new Date() } });
    expect(await isIn(cookie)).toBe(false);
    await app.deps.db.user.update({ where: { id: cast.stranger.id }, data: { deactivatedAt: null } });
    expect(await isIn(cookie)).toBe(false);
  });

  it('a new epoch ends all sessions of before (S-13)', async () => {
    const [one, other] = [await signInBy(cast.stranger.email), await signInBy(cast.stranger.email)];
    await app.deps.db.user.update({ where: { id: cast.stranger.id }, data: { sessionEpoch: { increment: 1 } } });
    expect([await isIn(one), await isIn(other)]).toEqual([false, false]);
    expect(await isIn(await signInBy(cast.stranger.email))).toBe(true);
  });

  it('joining and leaving a Team changes what there is', async () => {
    const cookie = await signInBy(cast.stranger.email);
    expect((await withCookie(cookie)).text).not.toContain('Inbound Referrals');
    const joined = await app.deps.db.membership.create({ data: { userId: cast.stranger.id, teamId: cast.program.teamId } });
    expect((await withCookie(cookie)).text).toContain('Inbound Referrals');
    await app.deps.db.membership.delete({ where: { id: joined.id } });
    expect((await withCookie(cookie)).text).not.toContain('Inbound Referrals');
  });
});

/** A session as signing in makes it, without the cost of a password: this account's, of now. */
async function signInByDatabase(userId: string): Promise<string> {
  const sid = randomBytes(24).toString('base64url');
  const now = app.clock.now().getTime();
  const sess = {
    cookie: { originalMaxAge: null, expires: null, httpOnly: true, path: '/', sameSite: 'lax', secure: false },
    passport: { user: { userId, epoch: 0, startedAt: now, seenAt: now } },
  };
  await app.deps.db.session.create({ data: { sid, sess, expire: new Date(Date.now() + HOUR) } });
  const signature = createHmac('sha256', sessionSecrets(app.deps.config)[0]!).update(sid).digest('base64').replace(/=+$/, '');
  return `sid=${encodeURIComponent(`s:${sid}.${signature}`)}`;
}
