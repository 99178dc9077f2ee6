import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast } from '../../support/cast.ts';
import { eventsOf, formOf, referralNow, setStatus } from '../referrals/referral-forms.ts';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});

afterAll(async () => app.close());

async function forAna(comment: string, createdAt = new Date(), userId: string | null = cast.seeker.id): Promise<string> {
  const { id } = await makeReferral(app.deps.db, {
    makerId: cast.navigator.id,
    programId: cast.program.id,
    seeker: { firstName: 'Ana', lastName: 'Ruiz', userId },
    comment,
    createdAt,
  });
  return id;
}

describe('R12, R25: Referrals for Me', () => {
  test('asks to sign in first', async () => {
    const answer = await app.request().get('/for-me');
    expect([answer.status, answer.headers['location']]).toEqual([303, '/login?returnTo=%2Ffor-me']);
  });

  test('says why it is empty and what to do', async () => {
    const { text } = await (await app.signIn(cast.stranger.email)).get('/for-me');
    expect(text).toContain('No referrals yet');
    expect(text).toContain('href="/programs"');
  });

  test('shows every referral made for the reader in plain words, and nobody else’s', async () => {
    const [mine, others] = [await forAna('Mine to see'), await forAna('Of somebody else', new Date(), null)];
    const agent = await app.signIn(cast.seeker.email);
    const { text } = await agent.get('/for-me');
    expect(text).toContain(`data-referral="${mine}"`);
    expect(text).toContain('Mine to see');
    expect(text).toContain('Sent. No answer yet.');
    expect(text).toContain('Dana W., Riverside Clinic, wrote this on');
    expect(text).not.toContain(others);
    expect(text).not.toContain('Of somebody else');
    expect(text).not.toMatch(/Not updated|Navigator|Claimer/);
  });

  test('does not say sent of what reached nobody: no one answers for the Program and its address got no mail (R28)', async () => {
    const source = { source: 'test', sourceId: 'nobody-there' };
    const { db } = app.deps;
    const { id: organizationId } = await db.organization.create({ data: { ...source, name: 'Nobody There' } });
    const program = await db.program.create({ data: { ...source, organizationId, name: 'Nobody’s Pantry', searchText: 'pantry' } });
    const seeker = { firstName: 'Ana', lastName: 'Ruiz', email: cast.seeker.email, userId: cast.seeker.id };
    const { id } = await makeReferral(db, { makerId: cast.navigator.id, programId: program.id, seeker });
    const agent = await app.signIn(cast.seeker.email);
    for (const page of ['/for-me', `/referrals/${id}`]) expect((await agent.get(page)).text).toContain('They do not know of it yet');
  });

  test('does not show a Navigator, a Claimer or a Team what they help with: that is elsewhere', async () => {
    await forAna('Not theirs');
    for (const role of ['navigator', 'colleague', 'claimer'] as const) {
      expect((await (await app.signIn(cast[role].email)).get('/for-me')).text).not.toContain('Not theirs');
    }
  });

  test('has the six plain buttons of each referral; saving comes back here and is told to everybody', async () => {
    const id = await forAna('To answer');
    const agent = await app.signIn(cast.seeker.email);
    const { fields, choices, chosen } = formOf((await agent.get('/for-me')).text, `/referrals/${id}/status`);
    expect([choices.length, chosen]).toEqual([6, null]);
    const answer = await agent
      .post(`/referrals/${id}/status`)
      .type('form')
      .send({ ...fields, status: 'got_help', reason: 'We stay' });
    expect([answer.status, answer.headers['location']]).toEqual([303, '/for-me']);
    expect(await referralNow(app, id)).toMatchObject({ status: 'got_help', version: 2 });
    expect((await eventsOf(app, id)).at(-1)).toMatchObject({
      actorName: 'Ana R.',
      actorOrganization: null,
      via: 'dashboard',
      reason: 'We stay',
    });
    const after = await agent.get('/for-me');
    expect(after.text).toContain('You got help.');
    expect(after.text).toContain('Change my answer');
  });

  test('says how long a Program has had it, with its number to call, when that is late', async () => {
    await app.deps.db.programPhone.create({ data: { programId: cast.program.id, position: 0, number: '6505550148' } });
    await forAna('Nine days old', new Date(Date.now() - 9 * 86_400_000));
    const { text } = await (await app.signIn(cast.seeker.email)).get('/for-me');
    expect(text).toContain('They have had it for 9 days. You can call them:');
    expect(text).toContain('href="tel:6505550148"');
  });

  test('an address that is not confirmed shows nothing but how to confirm it', async () => {
    const id = await forAna('Not yet to see');
    await app.deps.db.user.update({ where: { id: cast.seeker.id }, data: { emailVerifiedAt: null } });
    const agent = await app.signIn(cast.seeker.email).catch(() => null);
    if (agent) {
      const { text } = await agent.get('/for-me');
      expect(text).toContain('First confirm your email address');
      expect(text).not.toContain('Not yet to see');
      expect((await agent.get(`/referrals/${id}`)).status).toBe(404);
      expect(await setStatus(app, agent, id, 'got_help')).toBe(404);
    }
    await app.deps.db.user.update({ where: { id: cast.seeker.id }, data: { emailVerifiedAt: new Date() } });
    expect((await referralNow(app, id)).version).toBe(1);
  });

  test('pages through many, open ones first', async () => {
    for (let made = 0; made < 30; made += 1) await forAna(`Many ${String(made)}.`);
    const agent = await app.signIn(cast.seeker.email);
    const count = async (page: string): Promise<number> =>
      (await agent.get(`/for-me${page}`)).text.split('class="ask" id="ask-').length - 1;
    expect(await count('')).toBe(25);
    expect(await count('?page=2')).toBeGreaterThan(5);
    expect((await agent.get('/for-me')).text).toContain('Older referrals');
    for (const odd of ['?page=0', '?page=x', '?page=1&page=2', '?page=99999999'])
      expect((await agent.get(`/for-me${odd}`)).status).toBe(200);
    const second = (await agent.get('/for-me?page=2')).text;
    expect(second).toContain('You got help.');
    expect(second).toContain('Newer referrals');
  });

  test('an open page keeps what it shows when that moves to another page, and of the reader’s own alone (U-21, R12, R13)', async () => {
    const agent = await app.signIn(cast.seeker.email);
    const old = await forAna('Shown before', new Date(Date.now() - 90 * 86_400_000));
    const others = await forAna('Never theirs', new Date(), null);
    const live = { 'X-Live': '1', 'X-Live-Rows': `${old},${others}` };
    expect((await agent.get('/for-me')).text).not.toContain(old);
    const { text } = await agent.get('/for-me').set(live);
    expect(text.split('class="ask" id="ask-').length - 1).toBe(26);
    expect(text).toContain(`data-referral="${old}" data-live-kept`);
    expect(text).toContain('Shown before');
    expect(text).not.toContain('Never theirs');
    expect((await agent.get('/for-me').set('X-Live-Rows', old)).text).not.toContain(old);
    const stranger = await app.signIn(cast.stranger.email);
    expect((await stranger.get('/for-me').set(live)).text).not.toContain('Shown before');
  });
});
