import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Agent, Response } from 'supertest';
import { issueAccountToken } from '../../../src/accounts/account-token.store.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, makeSeeker, PASSWORD, type Cast } from '../../support/cast.ts';
import { MINUTE } from '../../support/movable-clock.ts';
import { hidden, mailedLink, mailsTo, opened, pageOf, somebody } from './mailed-links.ts';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp({ workers: true });
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());

const ask = (email: string, browser: Agent = app.request()) => browser.post('/login/link').type('form').send({ email });
const press = async (browser: Agent, page: Response, more: Record<string, unknown> = {}): Promise<Response> =>
  browser
    .post('/sign-in')
    .type('form')
    .send({ link: hidden(page, 'link'), ...more });
const freshNetwork = () => app.deps.db.rateLimit.deleteMany();
const isIn = async (browser: Agent): Promise<boolean> => (await browser.get('/settings/account')).status === 200;

async function linkFor(email: string, browser?: Agent, count = 1): Promise<string> {
  await freshNetwork();
  await ask(email, browser);
  return mailedLink(app, email, '/sign-in', count);
}

describe('a Seeker signs in by a link instead of a password', () => {
  it('which they asked for on the sign-in page: one button, where they asked for it', async () => {
    const { email } = await somebody(app, { passwordHash: null });
    const browser = app.request();
    expect((await browser.get('/login')).text).toContain('Email me a sign-in link');
    const asked = await ask(email, browser);
    expect([asked.status, asked.headers['location']]).toEqual([303, '/login/link/sent']);
    const page = await opened(browser, await mailedLink(app, email, '/sign-in'));
    expect(page.text).toContain(email);
    expect(page.text).not.toContain('name="email"');
    const done = await press(browser, page);
    expect([done.status, done.headers['location']]).toEqual([303, '/']);
    expect(await isIn(browser)).toBe(true);
  });

  it('under a new session, whoever was signed in there before (S-11)', async () => {
    const { email } = await somebody(app);
    const browser = await app.signIn(cast.stranger.email);
    const former = await app.deps.db.session.findMany({ select: { sid: true } });
    await press(browser, await opened(browser, await linkFor(email, browser)));
    expect((await browser.get('/settings/account')).text).toContain(email);
    const now = await app.deps.db.session.findMany({ where: { sid: { in: former.map(({ sid }) => sid) } } });
    expect(now.length).toBe(former.length - 1);
  });

  it('which is in the language of the account, names nobody, and needs no password to be there (P-09)', async () => {
    const { email } = await somebody(app, { language: 'es', passwordHash: null });
    await linkFor(email);
    const [mail] = await mailsTo(app, email);
    expect(mail!.subject).toBe('Su enlace para iniciar sesión');
    expect(mail!.text).not.toMatch(/Rosa|Lund/);
  });

  it('and is asked who they are in any other browser', async () => {
    const { email } = await somebody(app);
    const link = await linkFor(email);
    const browser = app.request();
    const page = await opened(browser, link);
    expect(page.text).toContain('name="email"');
    expect(page.text).not.toContain(email);
    expect((await press(browser, page, { email: 'somebody.else@example.org' })).status).toBe(422);
    expect(await isIn(browser)).toBe(false);
    expect((await press(browser, page, { email: email.toUpperCase() })).status).toBe(303);
    expect(await isIn(browser)).toBe(true);
  });
});

describe('S-31: a robot that reads the mail', () => {
  it('opens the link and presses the button: nobody is signed in and the link is not used up', async () => {
    const { email } = await somebody(app);
    const browser = app.request();
    const link = await linkFor(email, browser);
    for (let times = 0; times < 3; times += 1) {
      const robot = app.request();
      expect((await robot.head(link)).status).toBe(303);
      const page = await opened(robot, link);
      expect((await press(robot, page)).status).toBe(422);
      expect((await press(robot, page, { email: '' })).status).toBe(422);
      expect(await isIn(robot)).toBe(false);
    }
    expect((await press(browser, await opened(browser, link))).status).toBe(303);
  });
});

describe('S-05: who asks for a link', () => {
  it('learns nothing of whether there is an account, or what it may do', async () => {
    await freshNetwork();
    const closed = await somebody(app, { deactivatedAt: new Date() });
    const known = await somebody(app);
    const shapes = new Set<string>();
    for (const email of [known.email, 'nobody.at.all@example.org', closed.email, cast.navigator.email, cast.admin.email]) {
      const browser = app.request();
      const asked = await ask(email, browser);
      const cookie = String(asked.headers['set-cookie'])
        .replace(/=[\w-]{43};/, '=…;')
        .replace(/Expires=[^;]+/, '');
      shapes.add([pageOf(asked), cookie, pageOf(await browser.get('/login/link/sent'))].join('\n'));
    }
    expect(shapes.size).toBe(1);
    await mailsTo(app, known.email);
    expect(await app.deps.db.email.count({ where: { toAddress: { in: [closed.email, 'nobody.at.all@example.org'] } } })).toBe(0);
  });

  it('sends six mails an hour to one address at most, and may ask thirty times (S-06)', async () => {
    await freshNetwork();
    const { email } = await somebody(app);
    for (let times = 0; times < 8; times += 1) expect((await ask(email)).status).toBe(303);
    expect(await app.deps.db.email.count({ where: { toAddress: email } })).toBe(6);
    for (let times = 8; times < 30; times += 1) await ask('nobody@example.org');
    expect((await ask('nobody@example.org')).status).toBe(429);
  });
});

describe('ADR 0116: who sees other people’s referrals', () => {
  it.each(['navigator', 'claimer', 'admin'] as const)(
    'signs in with a password: the mail to %s says so, and has no such link',
    async (role) => {
      await freshNetwork();
      await ask(cast[role].email);
      const [mail] = await mailsTo(app, cast[role].email);
      expect([mail!.subject, /\/sign-in\//.test(mail!.text)]).toEqual(['Sign in with your password', false]);
    },
  );

  it('and a link from before they came to it signs nobody in', async () => {
    const { id, email } = await somebody(app);
    const browser = app.request();
    const page = await opened(browser, await linkFor(email, browser));
    await app.deps.db.membership.create({ data: { userId: id, teamId: cast.program.teamId } });
    expect((await press(browser, page)).status).toBe(410);
    expect(await isIn(browser)).toBe(false);
  });

  it('nor does an operator’s', async () => {
    const { id } = await somebody(app, { operator: true });
    const token = await issueAccountToken(app.deps.db, id, 'sign_in_link', app.clock.now());
    const browser = app.request();
    const { email } = await app.deps.db.user.findUniqueOrThrow({ where: { id } });
    expect((await press(browser, await opened(browser, `/sign-in/${token}`), { email })).status).toBe(410);
    expect(await isIn(browser)).toBe(false);
  });
});

describe('the link to sign in', () => {
  it('works once: of browsers that press at once, one is signed in', async () => {
    const { email } = await somebody(app);
    const link = await linkFor(email);
    const browsers = [app.request(), app.request(), app.request()];
    const pages = await Promise.all(browsers.map((browser) => opened(browser, link)));
    const answers = await Promise.all(browsers.map((browser, index) => press(browser, pages[index]!, { email })));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410, 410]);
    expect((await Promise.all(browsers.map(isIn))).filter(Boolean)).toHaveLength(1);
    expect((await app.request().get(link)).text).toContain('was used already');
  });

  it('works for 15 minutes, and another one asked for meanwhile dies with it', async () => {
    const { email } = await somebody(app);
    const browser = app.request();
    const first = await linkFor(email, browser);
    const second = await linkFor(email, browser, 2);
    await press(browser, await opened(browser, first));
    expect((await app.request().get(second)).status).toBe(410);
    const late = await linkFor(email, browser, 3);
    app.clock.forward(16 * MINUTE);
    const old = await browser.get(late);
    expect([old.status, old.text.includes('This link is too old')]).toEqual([410, true]);
    app.clock.forward(-16 * MINUTE);
  });

  it('dies with the account, is no other link, and needs its page (S-30)', async () => {
    const { id, email } = await somebody(app);
    const link = await linkFor(email);
    await app.deps.db.user.update({ where: { id }, data: { deactivatedAt: new Date() } });
    expect((await app.request().get(link)).status).toBe(404);
    const other = await somebody(app);
    const reset = await issueAccountToken(app.deps.db, other.id, 'password_reset', app.clock.now());
    expect((await app.request().get(`/sign-in/${reset}`)).status).toBe(404);
    expect((await app.request().get('/sign-in')).status).toBe(404);
    expect((await app.request().post('/sign-in').type('form').send({ email })).status).toBe(404);
  });

  it('signs in nobody else whose link was opened in the same browser meanwhile (S-32)', async () => {
    const [first, second] = [await somebody(app), await somebody(app)];
    const browser = app.request();
    const page = await opened(browser, await linkFor(first.email, browser));
    await opened(browser, await linkFor(second.email, browser));
    const answer = await press(browser, page);
    expect([answer.status, answer.text.includes(second.email)]).toEqual([422, true]);
    expect(await isIn(browser)).toBe(false);
  });
});

describe('signing up without a password', () => {
  const signUp = (browser: Agent, email: string) =>
    browser.post('/signup').type('form').send({ firstName: 'Ines', lastName: 'Mota', email, password: '' });

  it('ends with a link that confirms the address and signs in, and with what was referred to it (R12)', async () => {
    await freshNetwork();
    const email = 'ines@example.org';
    const seekerId = await makeSeeker(app.deps.db, { email }, cast.navigator.id);
    await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id, seekerId });
    const browser = app.request();
    const answer = await signUp(browser, email);
    expect([answer.status, answer.headers['location']]).toEqual([303, '/signup/sent?by=link']);
    const link = await mailedLink(app, email, '/sign-in');
    const { userId } = await app.deps.db.seeker.findUniqueOrThrow({ where: { id: seekerId } });
    expect(userId).toBeNull();
    const done = await press(browser, await opened(browser, link));
    expect(done.status).toBe(303);
    expect((await browser.get('/for-me')).text).toContain('Fair Oaks Rent &amp; Home Help');
  });

  it('looks the same for an address that has an account, whose owner alone is told (S-05)', async () => {
    await freshNetwork();
    const { email } = await somebody(app);
    const [taken, free] = [await signUp(app.request(), email), await signUp(app.request(), 'free.one@example.org')];
    const shape = (answer: Response): string =>
      [
        pageOf(answer),
        String(answer.headers['set-cookie'])
          .replace(/=[\w-]{43};/, '=…;')
          .replace(/Expires=[^;]+/, ''),
      ].join('\n');
    expect(shape(taken)).toBe(shape(free));
    const [mail] = await mailsTo(app, email);
    expect(mail!.subject).toBe('You already have an account');
  });
});

describe('ADR 0115: an account somebody else made with one’s address', () => {
  it('is the owner’s by their first link: the password chosen before is worth nothing', async () => {
    const { id, email } = await somebody(app, { emailVerifiedAt: null });
    const squatter = app.request();
    const owner = app.request();
    await press(owner, await opened(owner, await linkFor(email, owner)));
    expect(await isIn(owner)).toBe(true);
    expect((await squatter.post('/login').type('form').send({ email, password: PASSWORD })).status).toBe(422);
    const user = await app.deps.db.user.findUniqueOrThrow({ where: { id } });
    expect([user.passwordHash, user.emailVerifiedAt === null]).toEqual([null, false]);
  });

  it('while a confirmed account keeps its password beside the link', async () => {
    const { email } = await somebody(app);
    const browser = app.request();
    await press(browser, await opened(browser, await linkFor(email, browser)));
    await app.signIn(email);
  });
});
