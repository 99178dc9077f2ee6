import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../src/db/new-id.ts';
import { lookerOf, recordLook } from '../../../src/referrals/access-log.store.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, makeSeeker, type Cast, type Role } from '../../support/cast.ts';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());

const here = (role: Role): Promise<Agent> => app.signIn(cast[role].email);
const home = async (browser: Agent): Promise<string | undefined> => (await browser.get('/')).headers['location'];

/** Which steps of the page are ticked off, in the order they stand. */
async function ticks(browser: Agent): Promise<[string, boolean][]> {
  const { status, text } = await browser.get('/start');
  expect(status).toBe(200);
  const items = [...text.matchAll(/<li( class="is-done")? data-cat[\s\S]*?<h3>([\s\S]*?)<span/g)];
  return items.map(([, done, heading]) => [heading!.replace('&amp;', '&'), done !== undefined]);
}
const left = async (browser: Agent): Promise<string[]> => (await ticks(browser)).flatMap(([heading, done]) => (done ? [] : [heading]));

async function joinedNow(role: Role): Promise<void> {
  const [userId, joinedAt] = [cast[role].id, app.clock.now()];
  await app.deps.db.membership.updateMany({ where: { userId }, data: { joinedAt } });
  await app.deps.db.siteAdmin.updateMany({ where: { userId }, data: { joinedAt } });
}

describe('the first page of somebody who has just come', () => {
  it('is the first steps for a new Navigator, Claimer and Site admin, and for nobody else', async () => {
    const landed = async (): Promise<(string | undefined)[]> =>
      Promise.all(
        (['navigator', 'claimer', 'admin', 'outsider', 'stranger', 'seeker'] as const).map(async (role) => home(await here(role))),
      );
    expect(await landed()).toEqual(['/people', '/inbound', '/people', '/people', '/for-me', '/for-me']);
    for (const role of ['navigator', 'claimer', 'admin'] as const) await joinedNow(role);
    // A Site without anybody yet; that of the cast is at work.
    await app.deps.db.siteAdmin.deleteMany({ where: { userId: cast.admin.id } });
    const site = { name: 'Arroyo School', admins: { create: { userId: cast.admin.id, joinedAt: app.clock.now() } } };
    await app.deps.db.site.create({ data: site });
    expect(await landed()).toEqual(['/start', '/start', '/start', '/people', '/for-me', '/for-me']);
  });

  it('needs somebody who is signed in', async () => {
    expect((await app.request().get('/start')).headers['location']).toMatch(/^\/login/);
    expect((await app.request().post('/start/dismiss')).headers['set-cookie'] ?? '').not.toMatch(/first-steps=/);
  });

  it('ends with the thirtieth day', async () => {
    const { clock } = app;
    await app.deps.db.membership.updateMany({
      where: { userId: cast.coclaimer.id },
      data: { joinedAt: new Date(clock.now().getTime() - 31 * 86_400_000) },
    });
    expect(await home(await here('coclaimer'))).toBe('/inbound');
  });

  it('is put away by the one who says so, in their browser, and by nobody else of it', async () => {
    const browser = await here('claimer');
    expect((await browser.post('/start/dismiss')).headers['location']).toBe('/');
    expect(await home(browser)).toBe('/inbound');
    expect((await browser.get('/start')).status).toBe(200);
    await browser.post('/login').type('form').send({ email: cast.navigator.email, password: 'throughline-demo' });
    expect(await home(browser)).toBe('/start');
    expect(await home(await here('claimer'))).toBe('/start');
  });

  it('tells somebody who belongs nowhere which ways there are', async () => {
    const { text } = await (await here('stranger')).get('/start');
    for (const words of ['I work for a Program', 'I help people at a Site', cast.stranger.email, '/for-me']) expect(text).toContain(words);
    expect(text).not.toContain('I need no first steps');
    expect((await (await here('stranger')).get('/for-me')).text).toContain('href="/start"');
  });
});

describe('the steps are ticked off by what is so', () => {
  it('a Navigator refers, looks, and is answered; their colleague’s steps stay open (R8)', async () => {
    const { db } = app.deps;
    const [dana, nathaniel] = [await here('navigator'), await here('colleague')];
    expect(await left(dana)).toEqual(['Refer the first person', 'Open their page', 'Hear the answer']);
    const seekerId = await makeSeeker(db, {}, cast.navigator.id);
    const { id } = await makeReferral(db, { makerId: cast.navigator.id, programId: cast.program.id, seekerId });
    expect(await left(dana)).toEqual(['Open their page', 'Hear the answer']);
    await recordLook(db, { ...lookerOf(await cast.actor('navigator'), app.clock.now()), seekerId, referralId: null });
    expect(await left(dana)).toEqual(['Hear the answer']);
    await db.referral.update({ where: { id }, data: { status: 'pending' } });
    expect(await left(dana)).toEqual([]);
    expect(await home(dana)).toBe('/people');
    expect(await left(nathaniel)).toEqual(['Refer the first person', 'Open their page', 'Hear the answer']);
    await db.referral.update({ where: { id }, data: { status: 'not_updated' } });
  });

  it('a Program Admin is reached, invites and answers; what came in for another Program is not theirs (R10)', async () => {
    const { db } = app.deps;
    const joinedAt = new Date(app.clock.now().getTime() + 1);
    await db.membership.updateMany({ where: { userId: cast.claimer.id, teamId: cast.otherProgram.teamId }, data: { joinedAt } });
    const maria = await here('claimer');
    const all = ['Check what people read about it', 'Invite a co-worker', 'Answer the first referral'];
    expect(await left(maria)).toEqual(all);
    expect((await maria.get('/start')).text).toContain(`/inbound/${cast.otherProgram.id}/add`);
    await makeReferral(db, { makerId: cast.navigator.id, programId: cast.program.id, status: 'pending' });
    expect(await left(maria)).toEqual(all);
    const { id } = await makeReferral(db, { makerId: cast.navigator.id, programId: cast.otherProgram.id });
    expect(await left(maria)).toEqual([all[0], all[2], all[1]]);
    const phoneAt = (position: number, kind: string | null) =>
      db.programPhone.create({ data: { programId: cast.otherProgram.id, position, kind, number: '(650) 555-0133' } });
    await phoneAt(0, 'fax');
    expect(await left(maria), 'nobody is reached by fax').toEqual([all[0], all[2], all[1]]);
    await phoneAt(1, null);
    const to = { email: 'new@demo.test', teamId: cast.otherProgram.teamId, tokenHash: Buffer.alloc(32, 1) };
    await db.invitation.create({ data: { ...to, invitedById: cast.claimer.id, invitedByName: 'Maria G.', expiresAt: joinedAt } });
    expect(await left(maria)).toEqual(['Answer the first referral']);
    await db.referral.update({ where: { id }, data: { status: 'got_help' } });
    expect(await left(maria)).toEqual([]);
  });

  it('a Site admin makes a Group, invites, and somebody joins', async () => {
    const { db } = app.deps;
    const alma = await here('admin');
    const { siteId } = await db.siteAdmin.findFirstOrThrow({ where: { userId: cast.admin.id } });
    expect(await ticks(alma)).toEqual([
      ['You look after Arroyo School', true],
      ['Make a Group', false],
      ['Invite a Worker', false],
      ['The first Worker joins', false],
    ]);
    const team = await db.team.create({ data: { name: 'Family Room', siteId } });
    expect(await left(alma)).toEqual(['Invite a Worker', 'The first Worker joins']);
    const to = { email: 'worker@demo.test', teamId: team.id, tokenHash: Buffer.alloc(32, 2), expiresAt: app.clock.now() };
    await db.invitation.create({ data: { ...to, invitedById: cast.admin.id, invitedByName: 'Alma T.' } });
    expect(await left(alma)).toEqual(['The first Worker joins']);
    await db.membership.create({ data: { teamId: team.id, userId: cast.stranger.id, joinedAt: app.clock.now() } });
    expect(await left(alma)).toEqual([]);
    expect(await home(alma)).toBe('/people');
    await db.membership.deleteMany({ where: { teamId: team.id } });
  });

  it('an operator of an empty installation begins on the server, and then decides claims (R27)', async () => {
    const empty = await startApp();
    const { db } = empty.deps;
    const { passwordHash } = await app.deps.db.user.findFirstOrThrow({ where: { id: cast.admin.id } });
    const data = { firstName: 'Olga', lastName: 'Ortiz', passwordHash, emailVerifiedAt: new Date() };
    const olga = await db.user.create({ data: { ...data, email: 'olga@demo.test', operator: true } });
    const browser = await empty.signIn(olga.email);
    expect(await home(browser)).toBe('/start');
    expect((await browser.get('/start')).text).toContain('npm run admin -- create-site NAME --admin EMAIL');
    const steps = ['Load the directory of Programs', 'Make the first Site', 'Its admin signs in', 'A Program gets its first Claimer'];
    expect(await left(browser)).toEqual(steps);
    const newcomer = await db.user.create({ data: { ...data, email: `${newId()}@demo.test`, emailVerifiedAt: null } });
    await db.site.create({ data: { name: 'Arroyo School', admins: { create: { userId: newcomer.id } } } });
    expect(await left(browser)).toEqual([steps[0], steps[2], steps[3]]);
    await createCast(db);
    expect(await left(browser)).toEqual([]);
    expect(await home(browser)).toBe('/settings/claims');
    await empty.close();
  });
});
