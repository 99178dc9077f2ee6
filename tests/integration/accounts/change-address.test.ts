import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Agent, Response } from 'supertest';
import { issueAccountToken } from '../../../src/accounts/account-token.store.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, makeSeeker, PASSWORD, type Cast } from '../../support/cast.ts';
import { sent, WELL } from '../../support/connect-form.ts';
import { HOUR, MINUTE } from '../../support/movable-clock.ts';
import { listenAs } from '../live/live-socket.ts';
import { hidden, mailedLink, mailsTo, opened, pageOf, somebody } from './mailed-links.ts';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp({ workers: true, live: true });
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());

const PAGE = '/settings/account/email';
let addresses = 0;
const free = (): string => `new${String((addresses += 1))}@example.org`;
const ask = (browser: Agent, email: string, current = PASSWORD) => browser.post(PAGE).type('form').send({ email, current });
const press = async (browser: Agent, page: Response): Promise<Response> =>
  browser
    .post(`${PAGE}/confirm`)
    .type('form')
    .send({ link: hidden(page, 'link') });
const addressOf = async (id: string): Promise<string> => (await app.deps.db.user.findUniqueOrThrow({ where: { id } })).email;

/** Asks for the address, and opens the link that was mailed there. */
async function askedAndOpened(browser: Agent, email: string): Promise<Response> {
  await ask(browser, email);
  return opened(browser, await mailedLink(app, email, '/new-address'));
}

describe('changing the email address (R27)', () => {
  it('happens by the link sent to the new one, not before; then the old one is told (S-07)', async () => {
    const { id, email } = await somebody(app);
    const next = free();
    const browser = await app.signIn(email);
    const asked = await ask(browser, next);
    expect([asked.status, asked.headers['location']]).toEqual([303, PAGE]);
    expect((await browser.get(PAGE)).text).toContain(`We wrote to <strong><bdi>${next}</bdi>`);
    const link = await mailedLink(app, next, '/new-address');
    expect(await addressOf(id)).toBe(email);
    const page = await opened(browser, link);
    expect([page.text.includes(email), page.text.includes(next)]).toEqual([true, true]);
    expect(await addressOf(id)).toBe(email);
    const done = await press(browser, page);
    expect([done.status, done.headers['location']]).toEqual([303, '/settings/account?after=email']);
    expect((await browser.get('/settings/account?after=email')).text).toContain('Your email address is changed.');
    await app.signIn(next);
    expect((await app.request().post('/login').type('form').send({ email, password: PASSWORD })).status).toBe(422);
    const [told] = await mailsTo(app, email);
    expect([told!.subject, told!.text.includes(next)]).toEqual(['Your email address was changed', false]);
  });

  it('takes the referrals of the old address away and brings those of the new one (R12, ADR 0070); open pages are cut (S-43)', async () => {
    const { id, email } = await somebody(app);
    const next = free();
    const of = (address: string) => makeSeeker(app.deps.db, { email: address, userId: address === email ? id : null }, cast.navigator.id);
    const [old, fresh] = [await of(email), await of(next)];
    await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id, seekerId: old });
    await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.otherProgram.id, seekerId: fresh });
    const browser = await app.signIn(email);
    const socket = await listenAs(app, email);
    expect((await browser.get('/for-me')).text).toContain('Fair Oaks Rent');
    const page = await askedAndOpened(browser, next);
    expect((await browser.get('/for-me')).text).toContain('Fair Oaks Rent');
    await press(browser, page);
    await socket.cut();
    const after = (await browser.get('/for-me')).text;
    expect([after.includes('Fair Oaks Rent'), after.includes('Peninsula Food Pantry')]).toEqual([false, true]);
    const owner = async (seekerId: string) => (await app.deps.db.seeker.findUniqueOrThrow({ where: { id: seekerId } })).userId;
    expect([await owner(old), await owner(fresh)]).toEqual([null, id]);
  });

  it('keeps what one asked for oneself while signed in, under the new address; not what anybody wrote with the old one', async () => {
    const { id, email } = await somebody(app);
    const next = free();
    const form = { ...WELL, firstName: 'Rosa', lastName: 'Lund', email, contactPreference: 'email', comment: 'my own words' };
    const browser = await app.signIn(email);
    await browser.post(`/programs/${cast.program.id}/connect`).type('form').send(form);
    const own = await app.deps.db.seeker.findFirstOrThrow({ where: { userId: id } });
    const others = await makeSeeker(app.deps.db, { email, userId: id }, null);
    await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.otherProgram.id, seekerId: others });
    await app.deps.db.referral.updateMany({ where: { seekerId: others }, data: { madeById: null, source: 'self' } });
    await press(browser, await askedAndOpened(browser, next));
    const rows = await app.deps.db.seeker.findMany({ where: { id: { in: [own.id, others] } }, orderBy: { createdAt: 'asc' } });
    expect(rows.map(({ userId, email: address }) => [userId, address])).toEqual([
      [id, next],
      [null, email],
    ]);
    expect((await browser.get('/for-me')).text).toContain('my own words');
  });

  it('moves a Claimer’s mail along, and a Status link in the old mailbox opens nothing (R30)', async () => {
    const browser = await app.signIn(cast.coclaimer.email);
    const next = free();
    const navigator = await app.signIn(cast.navigator.email);
    await sent(navigator, cast.program.id, WELL);
    const [mail] = await mailsTo(app, cast.coclaimer.email);
    const link = /(\/l\/[\w-]{43})/.exec(mail!.text)![1]!;
    await press(browser, await askedAndOpened(browser, next));
    const swapped = app.request();
    const place = String((await swapped.get(link)).headers['location']);
    expect((await swapped.get(place)).status).toBe(410);
    await sent(navigator, cast.program.id, { ...WELL, firstName: 'Other' });
    await mailsTo(app, next, 2);
  });

  it.each([
    ['a wrong password (S-08)', { email: 'x@example.org', current: 'not my password at all' }, 'not your present password'],
    ['no password', { email: 'x@example.org' }, 'not your present password'],
    ['nothing', { email: '', current: PASSWORD }, 'Enter your new email address'],
    ['two addresses (S-70)', { email: 'a@example.org,b@example.org', current: PASSWORD }, 'like name@example.org'],
    ['a field of its own (S-51)', { email: 'x@example.org', current: PASSWORD, userId: 'x' }, 'There is a problem'],
  ])('refuses %s, and writes to nobody', async (_what, body, words) => {
    const { id, email } = await somebody(app);
    const browser = await app.signIn(email);
    const answer = await browser.post(PAGE).type('form').send(body);
    expect([answer.status, answer.text.includes(words)]).toEqual([422, true]);
    expect(await app.deps.db.email.count({ where: { userId: id } })).toBe(0);
    expect(await app.deps.db.accountToken.count({ where: { userId: id } })).toBe(0);
    expect((await ask(browser, email.toUpperCase())).text).toContain('That is your email address already');
  });

  it('says the same for an address that has an account, whose owner alone is told (S-05); nothing can be confirmed', async () => {
    const { id, email } = await somebody(app);
    const [taken, closed] = [await somebody(app), await somebody(app, { deactivatedAt: new Date() })];
    const browser = await app.signIn(email);
    const pages: string[] = [];
    for (const address of [free(), taken.email, closed.email]) {
      const asked = await ask(browser, address);
      pages.push(
        pageOf(asked),
        pageOf(await browser.get(PAGE))
          .replaceAll(address, '…')
          .replace(/data-session-seconds="\d+"/, ''),
      );
    }
    expect(new Set(pages).size).toBe(2);
    expect((await mailsTo(app, taken.email))[0]!.subject).toBe('You already have an account');
    expect(await app.deps.db.email.count({ where: { toAddress: closed.email } })).toBe(0);
    expect(await app.deps.db.accountToken.count({ where: { userId: id, purpose: 'confirm_new_email', usedAt: null } })).toBe(0);
  });

  it('asks strangers to sign in', async () => {
    for (const path of [PAGE, `${PAGE}/cancel`, `${PAGE}/confirm`]) {
      expect((await app.request().post(path).type('form').send({ email: free(), current: PASSWORD })).headers['location']).toBe(
        `/login?returnTo=${encodeURIComponent(path.replace('/cancel', ''))}&after=unsent`,
      );
    }
  });

  it('asks five times an hour at most (S-06)', async () => {
    const { email } = await somebody(app);
    const browser = await app.signIn(email);
    for (let times = 0; times < 5; times += 1) expect((await ask(browser, free())).status).toBe(303);
    expect((await ask(browser, free())).status).toBe(429);
  });
});

describe('the link to a new address (ADR 0117)', () => {
  it('is confirmed by nobody but who asked: its reader, a robot, somebody with another account', async () => {
    const { id, email } = await somebody(app);
    const victim = await somebody(app);
    const next = free();
    const attacker = await app.signIn(email);
    await ask(attacker, next);
    const link = await mailedLink(app, next, '/new-address');
    const robot = app.request();
    expect((await robot.head(link)).status).toBe(303);
    const place = String((await robot.get(link)).headers['location']);
    expect((await robot.get(place)).headers['location']).toBe('/login?returnTo=%2Fsettings%2Faccount%2Femail%2Fconfirm');
    const reader = await app.signIn(victim.email);
    const page = await opened(reader, link);
    expect(page.text).toContain('This link is for another account');
    const { id: tokenId } = await app.deps.db.accountToken.findFirstOrThrow({ where: { userId: id, purpose: 'confirm_new_email' } });
    expect((await reader.post(`${PAGE}/confirm`).type('form').send({ link: tokenId })).status).toBe(422);
    expect([await addressOf(id), await addressOf(victim.id)]).toEqual([email, victim.email]);
  });

  it('works once, for 24 hours, and only the newest: an address given up is worth nothing', async () => {
    const { id, email } = await somebody(app);
    const browser = await app.signIn(email);
    const [first, second] = [free(), free()];
    const page = await askedAndOpened(browser, first);
    await ask(browser, second);
    expect((await press(browser, page)).status).toBe(410);
    const link = await mailedLink(app, second, '/new-address');
    const _idem = hidden(await browser.get(PAGE), '_idem');
    expect((await browser.post(`${PAGE}/cancel`).type('form').send({ _idem })).status).toBe(303);
    expect((await browser.get(link)).status).toBe(410);
    const third = free();
    await ask(browser, third);
    const late = await mailedLink(app, third, '/new-address');
    app.clock.forward(25 * HOUR);
    expect((await app.request().get(late)).text).toContain('This link is too old');
    app.clock.forward(-25 * HOUR);
    expect(await addressOf(id)).toBe(email);
  });

  it('of two presses at once, one counts', async () => {
    const { id, email } = await somebody(app);
    const browser = await app.signIn(email);
    const page = await askedAndOpened(browser, free());
    const answers = await Promise.all([press(browser, page), press(browser, page)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410]);
    expect(await app.deps.db.email.count({ where: { userId: id, kind: 'email_changed' } })).toBe(1);
  });

  it('changes nothing when somebody else came to have the address meanwhile', async () => {
    const { id, email } = await somebody(app);
    const browser = await app.signIn(email);
    const next = free();
    const page = await askedAndOpened(browser, next);
    await somebody(app, { email: next });
    const answer = await press(browser, page);
    expect([answer.status, answer.text.includes('Another account has this address')]).toEqual([409, true]);
    expect(await addressOf(id)).toBe(email);
  });

  it('takes the address from an account that nobody ever confirmed, and from no other (ADR 0021)', async () => {
    const next = free();
    const squatter = await somebody(app, { email: next, emailVerifiedAt: null });
    const { id, email } = await somebody(app);
    const browser = await app.signIn(email);
    expect((await press(browser, await askedAndOpened(browser, next))).status).toBe(303);
    expect(await addressOf(id)).toBe(next);
    expect(await app.deps.db.user.count({ where: { id: squatter.id } })).toBe(0);
    const member = await somebody(app, { email: free(), emailVerifiedAt: null });
    await app.deps.db.membership.create({ data: { userId: member.id, teamId: cast.program.teamId } });
    await ask(browser, member.email);
    expect(await app.deps.db.user.count({ where: { id: member.id } })).toBe(1);
  });

  it('leaves no link of the old mailbox alive', async () => {
    const { id, email } = await somebody(app);
    const { db, clock } = app.deps;
    const [reset, signIn] = [
      await issueAccountToken(db, id, 'password_reset', clock.now()),
      await issueAccountToken(db, id, 'sign_in_link', clock.now()),
    ];
    const browser = await app.signIn(email);
    await press(browser, await askedAndOpened(browser, free()));
    expect((await app.request().get(`/password/reset/${reset}`)).status).toBe(410);
    expect((await app.request().get(`/sign-in/${signIn}`)).status).toBe(410);
  });
});

describe('who has no password', () => {
  it('changes the address within ten minutes of signing in by a link, and not later (S-08)', async () => {
    const { id, email } = await somebody(app);
    const browser = await app.signIn(email);
    await app.deps.db.user.update({ where: { id }, data: { passwordHash: null } });
    const next = free();
    expect((await browser.get(PAGE)).text).not.toContain('type="password"');
    expect((await ask(browser, next, '')).status).toBe(303);
    await mailedLink(app, next, '/new-address');
    app.clock.forward(11 * MINUTE);
    expect((await browser.get(PAGE)).text).toContain('first sign in again with a new link');
    expect((await ask(browser, free(), '')).status).toBe(422);
    app.clock.forward(-11 * MINUTE);
  });
});
