import type { Agent, Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast, type CastMember } from '../../support/cast.ts';
import { listenAs, soon } from '../live/live-socket.ts';
import { businessRows, movedRows } from '../visibility/rows.ts';

let app: TestApp;
let cast: Cast;
let here: string;
beforeAll(async () => {
  app = await startApp({ live: true });
  cast = await createCast(app.deps.db);
  here = `/settings/programs/${cast.program.id}`;
});
afterAll(() => app.close());

const post = (browser: Agent, path: string, body: object = {}): Promise<Response> =>
  Promise.resolve(browser.post(`${here}${path}`).type('form').send(body));
const roleOf = async ({ id: userId }: CastMember, teamId = cast.program.teamId): Promise<string | undefined> =>
  (await app.deps.db.membership.findUnique({ where: { userId_teamId: { userId, teamId } } }))?.role;

describe('My Team (R27)', () => {
  it('shows the Claimers with what they are, and who is invited', async () => {
    const claimer = await app.signIn(cast.claimer.email);
    expect((await post(claimer, '/invite', { email: 'new.coworker@demo.test', place: 'member' })).headers['location']).toBe(
      `${here}?after=invited`,
    );
    const page = (await claimer.get(here)).text;
    for (const words of ['Maria Gutierrez', 'Program Admin', 'Joel Park', 'new.coworker@demo.test', 'Send again', 'Withdraw'])
      expect(page).toContain(words);
    const invitation = await app.deps.db.invitation.findFirstOrThrow({ where: { email: 'new.coworker@demo.test' } });
    expect(invitation).toMatchObject({ teamId: cast.program.teamId, role: 'member' });
    expect(await app.deps.db.email.count({ where: { kind: 'invitation', subjectId: invitation.id } })).toBe(1);
  });

  it('says of one who is in already but deactivated whom to ask: a Program Admin cannot open an account', async () => {
    await app.deps.db.user.update({ where: { id: cast.coclaimer.id }, data: { deactivatedAt: new Date() } });
    const { status, text } = await post(await app.signIn(cast.claimer.email), '/invite', { email: cast.coclaimer.email, place: 'member' });
    await app.deps.db.user.update({ where: { id: cast.coclaimer.id }, data: { deactivatedAt: null } });
    expect([status, text.includes('Reactivate it instead')]).toEqual([422, false]);
    expect(text).toContain('Ask their Site, or whoever runs Throughline here, to reactivate it');
  });

  it('inviting somebody twice says so and offers to send it again; one who is in already is told apart; no second mail', async () => {
    const claimer = await app.signIn(cast.claimer.email);
    const before = await app.deps.db.email.count();
    const twice = await post(claimer, '/invite', { email: 'NEW.coworker@demo.test', place: 'member' });
    expect([twice.status, twice.text.includes('They were already invited'), twice.text.includes('Send it again')]).toEqual([
      422,
      true,
      true,
    ]);
    const member = await post(claimer, '/invite', { email: cast.coclaimer.email, place: 'member' });
    expect([member.status, member.text.includes('They are in already')]).toEqual([422, true]);
    expect((await post(claimer, '/invite', { email: 'no address', place: 'member' })).status).toBe(422);
    expect(await app.deps.db.email.count()).toBe(before);
  });

  it('makes somebody else Program Admin, and back', async () => {
    const claimer = await app.signIn(cast.claimer.email);
    await post(claimer, `/members/${cast.coclaimer.id}/role`, { role: 'admin' });
    expect(await roleOf(cast.coclaimer)).toBe('admin');
    expect((await (await app.signIn(cast.coclaimer.email)).get(here)).status).toBe(200);
    await post(claimer, `/members/${cast.coclaimer.id}/role`, { role: 'member' });
    expect(await roleOf(cast.coclaimer)).toBe('member');
    expect((await (await app.signIn(cast.coclaimer.email)).get(here)).status).toBe(404);
  });

  it('deactivates a Claimer after asking: what comes in is gone for them at once, on open pages too, and theirs stays theirs (R9, R10)', async () => {
    const inbound = await makeReferral(app.deps.db, { makerId: cast.outsider.id, programId: cast.program.id });
    const own = await makeReferral(app.deps.db, { makerId: cast.coclaimer.id, programId: cast.otherProgram.id });
    const listening = await listenAs(app, cast.coclaimer.email);
    const coclaimer = listening.browser;
    const claimer = await app.signIn(cast.claimer.email);
    const sure = await claimer.get(`${here}/members/${cast.coclaimer.id}/remove`);
    expect(sure.text).toContain('Deactivate Joel Park for Fair Oaks Rent');
    expect(await roleOf(cast.coclaimer)).toBe('member');
    const answer = await post(claimer, `/members/${cast.coclaimer.id}/remove`);
    expect(answer.headers['location']).toBe(`${here}?after=removed`);
    expect(await roleOf(cast.coclaimer)).toBeUndefined();
    await vi.waitFor(() => expect(listening.socket.connected).toBe(false), soon);
    expect((await coclaimer.get(`/inbound/${cast.program.id}`)).status).toBe(404);
    expect((await coclaimer.get(`/referrals/${inbound.id}`)).status).toBe(404);
    expect((await coclaimer.get(`/referrals/${own.id}`)).status).toBe(200);
    listening.close();
  });

  it('the last Program Admin can neither leave nor become a Claimer, and is told why; with another one they can', async () => {
    const claimer = await app.signIn(cast.claimer.email);
    const why = 'Make somebody else Program Admin first';
    const sure = await claimer.get(`${here}/members/${cast.claimer.id}/remove`);
    expect([sure.text.includes(why), sure.text.includes('<form class="acts"')]).toEqual([true, false]);
    for (const path of ['remove', 'role']) {
      const refused = await post(claimer, `/members/${cast.claimer.id}/${path}`, path === 'role' ? { role: 'member' } : {});
      expect([refused.status, refused.text.includes(why)], path).toEqual([422, true]);
    }
    expect(await roleOf(cast.claimer)).toBe('admin');
    await post(claimer, `/members/${cast.both.id}/role`, { role: 'admin' });
    const answer = await post(claimer, `/members/${cast.claimer.id}/remove`);
    expect([answer.status, answer.headers['location']]).toEqual([303, '/settings/account']);
    expect([await roleOf(cast.claimer), await roleOf(cast.both)]).toEqual([undefined, 'admin']);
  });
});

describe('who is no Program Admin (R13)', () => {
  it('finds no door to the Team, and nothing moves', async () => {
    const before = await businessRows(app.deps.db);
    for (const person of [cast.claimer, cast.navigator, cast.admin, cast.stranger]) {
      const browser = await app.signIn(person.email);
      const member = `/members/${cast.both.id}`;
      const answers = [
        await browser.get(`${here}${member}/remove`),
        await post(browser, `${member}/remove`),
        await post(browser, `${member}/role`, { role: 'member' }),
        await post(browser, '/invite', { email: 'mine@demo.test', place: 'admin' }),
      ];
      expect(
        answers.map(({ status }) => status),
        person.email,
      ).toEqual([404, 404, 404, 404]);
    }
    expect(movedRows(before, await businessRows(app.deps.db))).toEqual([]);
  });

  it('nor does a Program Admin find somebody of another Team through theirs', async () => {
    const both = await app.signIn(cast.both.email);
    for (const { id } of [cast.navigator, cast.stranger]) {
      expect((await both.get(`${here}/members/${id}/remove`)).status).toBe(404);
      expect((await post(both, `/members/${id}/role`, { role: 'admin' })).status).toBe(404);
    }
  });
});
