import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Agent, Response } from 'supertest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, makeSeeker, PASSWORD, type Cast } from '../../support/cast.ts';
import { HOUR } from '../../support/movable-clock.ts';
import { waitFor } from '../../support/wait-for.ts';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp({ workers: true });
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());

const GOOD = 'seven cats eat rice at noon';
let people = 0;
const somebody = (wish: Record<string, unknown> = {}): Record<string, unknown> => ({
  firstName: 'Rosa',
  lastName: 'Lund',
  email: `rosa${String((people += 1))}@example.org`,
  password: GOOD,
  ...wish,
});
const signUp = (browser: Agent, form: Record<string, unknown>) => browser.post('/signup').type('form').send(form);
const accounts = (): Promise<number> => app.deps.db.user.count();
const pageOf = (answer: Response): string => answer.text.replace(/name="_idem" value="[\w-]+"/g, '');

/** The link in the newest mail to this address, once there are so many. */
async function linkTo(email: unknown, count = 1): Promise<string> {
  const mails = await waitFor(async () => {
    const found = await app.deps.db.devMail.findMany({ where: { toAddress: String(email) }, orderBy: { sentAt: 'desc' } });
    return found.length >= count ? found : null;
  });
  const link = /https?:\/\/[^/\s]+(\/confirm\/[\w-]{43})/.exec(mails[0]!.text)?.[1];
  if (!link) throw new Error('no link in the mail');
  return link;
}

describe('signing up', () => {
  it('makes an account that works once its address is confirmed by the button, not by opening the link (S-31)', async () => {
    const browser = app.request();
    const person = somebody();
    const answer = await signUp(browser, person);
    expect([answer.status, answer.headers['location']]).toEqual([303, '/signup/sent']);
    expect((await browser.get('/signup/sent')).text).toContain('Check your email');
    const link = await linkTo(person['email']);
    for (let times = 0; times < 3; times += 1) {
      expect((await browser.head(link)).status).toBe(200);
      expect((await browser.get(link)).text).toContain('Confirm my address');
    }
    const early = await browser.post('/login').type('form').send({ email: person['email'], password: GOOD });
    expect(early.status).toBe(422);
    expect(early.text).toContain('not confirmed yet');
    const confirmed = await browser.post(link).type('form').send({});
    expect([confirmed.status, confirmed.headers['location']]).toEqual([303, '/login?after=confirm']);
    expect((await browser.get('/login?after=confirm')).text).toContain('Your email address is confirmed.');
    await app.signIn(String(person['email']), GOOD);
  });

  it('takes a passphrase with an umbrella and a blank at its end, and only that one (S-02)', async () => {
    const browser = app.request();
    const password = `seven cats 🐈 eat rice ☂ and never ask for more of it, at noon  `;
    const person = somebody({ password });
    await signUp(browser, person);
    await browser
      .post(await linkTo(person['email']))
      .type('form')
      .send({});
    await app.signIn(String(person['email']), password);
    for (const other of [password.trimEnd(), password.replace('☂', ''), password.toUpperCase()]) {
      const answer = await app.request().post('/login').type('form').send({ email: person['email'], password: other });
      expect(answer.status).toBe(422);
    }
  });

  it('keeps the page of the link to itself (S-33) and stores no token (S-30)', async () => {
    const person = somebody();
    await signUp(app.request(), person);
    const link = await linkTo(person['email']);
    const page = await app.request().get(link);
    expect(page.headers['referrer-policy']).toBe('no-referrer');
    expect(page.headers['x-robots-tag']).toContain('noindex');
    const token = link.split('/').at(-1) ?? '';
    const stored = await app.deps.db.accountToken.findMany();
    expect(JSON.stringify(stored.map((row) => Buffer.from(row.tokenHash).toString('utf8')))).not.toContain(token);
  });

  it('asks for the password in any other browser: a mail scanner that presses the button confirms nothing (S-31)', async () => {
    const person = somebody();
    await signUp(app.request(), person);
    const link = await linkTo(person['email']);
    const scanner = app.request();
    expect((await scanner.get(link)).text).toContain('name="password"');
    expect((await scanner.post(link).type('form').send({})).status).toBe(422);
    expect((await scanner.post(link).type('form').send({ password: 'not the password at all' })).text).toContain(
      'not the password you chose',
    );
    const confirmedAt = async (): Promise<Date | null> =>
      (await app.deps.db.user.findUniqueOrThrow({ where: { email: String(person['email']) } })).emailVerifiedAt;
    expect(await confirmedAt()).toBeNull();
    const answer = await scanner.post(link).type('form').send({ password: GOOD });
    expect(answer.status).toBe(303);
    expect(await confirmedAt()).not.toBeNull();
  });

  it('makes the account the Seeker of what was referred to its address, on confirmation and not before (R12)', async () => {
    const person = somebody();
    const seekerId = await makeSeeker(app.deps.db, { email: String(person['email']).toUpperCase() }, cast.navigator.id);
    const other = await makeSeeker(app.deps.db, { email: 'somebody-else@example.org' }, cast.navigator.id);
    await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id, seekerId });
    const browser = app.request();
    await signUp(browser, person);
    const owner = async (id: string): Promise<string | null> => (await app.deps.db.seeker.findUniqueOrThrow({ where: { id } })).userId;
    const link = await linkTo(person['email']);
    expect(await owner(seekerId)).toBeNull();
    await browser.post(link).type('form').send({});
    const { id } = await app.deps.db.user.findUniqueOrThrow({ where: { email: String(person['email']) } });
    expect([await owner(seekerId), await owner(other)]).toEqual([id, null]);
    const signedIn = await app.signIn(String(person['email']), GOOD);
    expect((await signedIn.get('/')).headers['location']).toBe('/for-me');
    expect((await signedIn.get('/for-me')).text).toContain('Fair Oaks Rent &amp; Home Help');
  });

  it('answers an address that has an account the same way, and writes to its owner alone (S-05)', async () => {
    const [taken, free] = [app.request(), app.request()];
    const before = await accounts();
    const forTaken = await signUp(taken, somebody({ email: cast.navigator.email }));
    const forFree = await signUp(free, somebody());
    expect(await accounts()).toBe(before + 1);
    expect([forTaken.status, forTaken.headers['location']]).toEqual([forFree.status, forFree.headers['location']]);
    expect(Object.keys(forTaken.headers).sort()).toEqual(Object.keys(forFree.headers).sort());
    const shape = (answer: Response): string =>
      [answer.headers['set-cookie'] ?? []]
        .flat()
        .join()
        .replace(/=[\w-]{43};/, '=…;')
        .replace(/Expires=[^;]+/, '');
    expect(shape(forTaken)).toBe(shape(forFree));
    const mail = await waitFor(() => app.deps.db.devMail.findFirst({ where: { toAddress: cast.navigator.email } }));
    expect(mail.text).not.toContain('/confirm/');
    await app.signIn(cast.navigator.email);
    expect((await app.deps.db.user.findUniqueOrThrow({ where: { email: cast.navigator.email } })).firstName).toBe('Dana');
  });

  it('gives an address nobody confirmed to whoever signs up last; the first link and password are worth nothing then', async () => {
    const email = `taken-first@example.org`;
    const squatter = app.request();
    await signUp(squatter, somebody({ email, password: 'a stranger sits here for now' }));
    const first = await linkTo(email);
    const owner = app.request();
    await signUp(owner, somebody({ email, firstName: 'Ines' }));
    const second = await linkTo(email, 2);
    expect((await squatter.post(first).type('form').send({ password: 'a stranger sits here for now' })).status).toBe(404);
    expect((await squatter.get(second)).text).toContain('name="password"');
    expect((await owner.post(second).type('form').send({})).status).toBe(303);
    await app.signIn(email, GOOD);
    const { firstName } = await app.deps.db.user.findUniqueOrThrow({ where: { email } });
    expect(firstName).toBe('Ines');
  });

  it('never gives away an unconfirmed account that is in a Team', async () => {
    const email = 'invited@example.org';
    const { id } = await app.deps.db.user.create({ data: { email, firstName: 'In', lastName: 'Vited' } });
    await app.deps.db.membership.create({ data: { userId: id, teamId: cast.program.teamId } });
    await signUp(app.request(), somebody({ email }));
    const user = await app.deps.db.user.findUniqueOrThrow({ where: { email } });
    expect([user.firstName, user.passwordHash]).toEqual(['In', null]);
  });

  it('one press twice is one account and one mail (R-04)', async () => {
    const browser = app.request();
    const form = await browser.get('/signup');
    const person = somebody({ _idem: /name="_idem" value="([\w-]+)"/.exec(form.text)?.[1] });
    const answers = await Promise.all([signUp(browser, person), signUp(browser, person), signUp(browser, person)]);
    expect(answers.map((answer) => answer.headers['location'])).toEqual(['/signup/sent', '/signup/sent', '/signup/sent']);
    await linkTo(person['email']);
    expect(await app.deps.db.email.count({ where: { toAddress: String(person['email']) } })).toBe(1);
  });

  it('sends at most three mails an hour to one address, and says nothing of it (S-06)', async () => {
    const email = 'flooded@example.org';
    for (let times = 0; times < 5; times += 1) expect((await signUp(app.request(), somebody({ email }))).status).toBe(303);
    expect(await app.deps.db.email.count({ where: { toAddress: email } })).toBe(3);
  });

  it.each([
    ['a password of 14 characters (S-02)', { password: 'fourteen chars' }, 'at least 15 characters'],
    ['the demo’s password (S-03)', { password: PASSWORD }, 'harder to guess'],
    ['the address as password (S-03)', { email: 'rosa.elisabeth.lund@example.org', password: 'rosa.elisabeth.lund' }, 'harder to guess'],
    ['no first name', { firstName: '  ' }, 'Enter your first name'],
    ['two recipients (S-70)', { email: 'a@example.org,b@example.org' }, 'like name@example.org'],
    ['a line break in the address (S-70)', { email: 'a@example.org\nBcc: b@example.org' }, 'like name@example.org'],
    ['a name as long as a page', { lastName: 'x'.repeat(81) }, 'at most 80 characters'],
    ['a list of names (S-51)', { firstName: ['A', 'B'] }, 'Enter your first name'],
    ['a field of its own (S-51)', { emailVerifiedAt: '2026-01-01' }, 'There is a problem'],
  ])('refuses %s beside the field, and makes no account', async (_what, wish, words) => {
    const before = await accounts();
    const answer = await signUp(app.request(), somebody(wish));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(words);
    expect(answer.text).toContain('<title>Error: Create an account');
    expect(pageOf(answer)).not.toContain('type="password" value');
    expect(await accounts()).toBe(before);
  });
});

describe('a link that is not good any more', () => {
  it('says kindly that it is too old, and signing in sends a new one', async () => {
    const browser = app.request();
    const person = somebody();
    await signUp(browser, person);
    const link = await linkTo(person['email']);
    app.clock.forward(8 * 24 * HOUR);
    const old = await browser.get(link);
    expect([old.status, old.text.includes('This link is too old')]).toEqual([410, true]);
    expect((await browser.post(link).type('form').send({ password: GOOD })).status).toBe(410);
    await browser.post('/login').type('form').send({ email: person['email'], password: GOOD });
    const fresh = await linkTo(person['email'], 2);
    expect((await browser.post(fresh).type('form').send({ password: GOOD })).status).toBe(303);
  });

  it('leads to signing in when it has done its work', async () => {
    const browser = app.request();
    const person = somebody();
    await signUp(browser, person);
    const link = await linkTo(person['email']);
    await browser.post(link).type('form').send({});
    for (const answer of [await browser.get(link), await browser.post(link).type('form').send({})]) {
      expect([answer.status, answer.headers['location']]).toEqual([303, '/login?after=confirm']);
    }
  });

  it('is not found when it never was, and not guessed more than 10 times an hour (S-06)', async () => {
    const guess = (letter: string) => app.request().get(`/confirm/${letter.repeat(43)}`);
    const statuses: number[] = [];
    for (const letter of 'abcdefghijkl') statuses.push((await guess(letter)).status);
    expect(statuses.slice(0, 9)).toEqual(Array(9).fill(404));
    expect(statuses.at(-1)).toBe(429);
  });
});
