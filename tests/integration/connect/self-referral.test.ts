import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, type Cast } from '../../support/cast.ts';
import { connect, hiddenFields, tallies, valueOf, WELL } from '../../support/connect-form.ts';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());

const newest = () =>
  app.deps.db.referral.findFirstOrThrow({
    orderBy: { createdAt: 'desc' },
    include: { events: true, seeker: true, shares: true, consent: true },
  });

describe('somebody without an account refers themselves (R23)', () => {
  it('and is told what happens next, with nothing in the address that opens the referral', async () => {
    const browser = app.request();
    const form = await browser.get(`/programs/${cast.program.id}/connect`);
    expect(form.text).toContain('Ask Fair Oaks Rent &amp; Home Help for help');
    const answer = await connect(browser, cast.program.id, { ...WELL, ...hiddenFields(form.text) });
    expect(answer.headers['location']).toBe(`/programs/${cast.program.id}/connect/sent?by=text`);
    const page = await browser.get(answer.headers['location'] as string);
    const { id, seekerId } = await newest();
    expect(page.text).toContain('Sent to Fair Oaks Rent &amp; Home Help');
    expect(page.text).toContain('If you hear nothing in 5 days');
    for (const hidden of [id, seekerId, 'Ana', 'Ruiz', WELL.email]) expect(page.text).not.toContain(hidden);
  });

  it('and nobody is its maker: history has their short name, no organization, and the public form (R6, R7, R12)', async () => {
    await connect(app.request(), cast.program.id, WELL);
    expect(await newest()).toMatchObject({
      source: 'self',
      madeById: null,
      makerName: 'Ana R.',
      makerOrganization: null,
      shares: [],
      seeker: { madeById: null, userId: null },
      events: [{ kind: 'created', via: 'public_form', actorName: 'Ana R.', actorOrganization: null, actorUserId: null }],
      consent: { givenHow: 'self', takenByName: 'Ana R.', takenById: null },
    });
  });

  it('never reaches a record there is: the same name and address make a new one', async () => {
    const before = await tallies(app.deps.db);
    await connect(app.request(), cast.program.id, WELL);
    await connect(app.request(), cast.program.id, { ...WELL, phone: '(650) 555-9999' });
    const after = await tallies(app.deps.db);
    expect(after['seekers']! - before['seekers']!).toBe(2);
    expect(after['versions']! - before['versions']!).toBe(2);
  });

  it('is found under Referrals for Me by the account with that confirmed address, and by no other (R12)', async () => {
    await connect(app.request(), cast.program.id, { ...WELL, email: 'SEEKER@demo.test' });
    const { id } = await newest();
    expect((await (await app.signIn(cast.seeker.email)).get('/for-me')).text).toContain(id);
    await app.deps.db.user.update({ where: { id: cast.stranger.id }, data: { emailVerifiedAt: null } });
    await connect(app.request(), cast.program.id, { ...WELL, email: cast.stranger.email });
    expect((await newest()).seeker.userId).toBeNull();
    await app.deps.db.user.update({ where: { id: cast.stranger.id }, data: { emailVerifiedAt: new Date() } });
  });
});

describe('a form that asks for no account is no way to flood anybody (S-06)', () => {
  it('at the 21st referral with one address in an hour it asks to wait, keeps what was written, and moves nothing', async () => {
    const other = await startApp({ database: app.database });
    const body = { ...WELL, email: 'flooded@example.org' };
    for (let sent = 0; sent < 20; sent += 1) expect((await connect(other.request(), cast.program.id, body)).status).toBe(303);
    const before = await tallies(app.deps.db);
    const answer = await connect(other.request(), cast.program.id, body);
    expect([answer.status, Number(answer.headers['retry-after']) > 0]).toEqual([429, true]);
    expect(answer.text).toContain('Too many forms came from here.');
    expect(valueOf(answer.text, 'phone')).toBe(WELL.phone);
    expect(await tallies(app.deps.db)).toEqual(before);
    expect((await connect(other.request(), cast.program.id, { ...body, email: 'somebody.else@example.org' })).status).toBe(303);
    expect((await connect(await other.signIn(cast.navigator.email), cast.program.id, body)).status).toBe(303);
    await other.close();
  });
});

describe('somebody signed in refers themselves', () => {
  it('with the form filled in from their account, and lands on Referrals for Me (R1)', async () => {
    const seeker = await app.signIn(cast.seeker.email);
    const form = await seeker.get(`/programs/${cast.program.id}/connect`);
    expect([valueOf(form.text, 'firstName'), valueOf(form.text, 'email')]).toEqual(['Ana', cast.seeker.email]);
    const answer = await connect(seeker, cast.program.id, { ...WELL, ...hiddenFields(form.text), email: cast.seeker.email });
    expect(answer.headers['location']).toBe('/for-me');
    const referral = await newest();
    expect(referral).toMatchObject({ source: 'self', madeById: null, seeker: { userId: cast.seeker.id, madeById: null } });
    expect((await seeker.get('/for-me')).text).toContain(referral.id);
  });

  it('into one record of their own, with or without an address, which no helper keeps', async () => {
    const seeker = await app.signIn(cast.seeker.email);
    await connect(seeker, cast.program.id, { ...WELL, email: cast.seeker.email });
    const first = await newest();
    await connect(seeker, cast.otherProgram.id, { ...WELL, email: '', phone: '(650) 555-0000' });
    const second = await newest();
    expect(second.seekerId).toBe(first.seekerId);
    expect(second.seeker).toMatchObject({ phone: '+16505550000', email: cast.seeker.email });
    expect((await seeker.get(`/people/${second.seekerId}`)).status).toBe(404);
  });

  it('with an address that is not the account’s: it is for whoever has that address', async () => {
    const seeker = await app.signIn(cast.seeker.email);
    const answer = await connect(seeker, cast.program.id, { ...WELL, email: 'my.mother@example.org' });
    expect(answer.headers['location']).toBe(`/programs/${cast.program.id}/connect/sent?by=text`);
    expect((await newest()).seeker.userId).toBeNull();
  });

  it('as a Navigator, by saying that it is for themselves; nothing is shared with their Team', async () => {
    const navigator = await app.signIn(cast.navigator.email);
    const form = await navigator.get(`/programs/${cast.program.id}/connect?for=me`);
    expect(form.text).toContain('It is for somebody I am helping');
    const body = { ...WELL, ...hiddenFields(form.text), email: cast.navigator.email };
    expect((await connect(navigator, cast.program.id, body)).headers['location']).toBe('/for-me');
    const referral = await newest();
    expect(referral).toMatchObject({ source: 'self', madeById: null, shares: [] });
    const colleague = await app.signIn(cast.colleague.email);
    expect((await colleague.get(`/people/${referral.seekerId}`)).status).toBe(404);
    expect((await navigator.get(`/people/${referral.seekerId}`)).status).toBe(404);
  });
});
