import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Agent } from 'supertest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast, type ReferralWish, type Role } from '../../support/cast.ts';
import { MINUTE } from '../../support/movable-clock.ts';
import { eventsOf, referralNow, setStatus } from './referral-forms.ts';

let app: TestApp;
let cast: Cast;
const agents = {} as Record<Role, Agent>;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
  for (const role of ['navigator', 'colleague', 'outsider', 'claimer', 'coclaimer', 'seeker', 'admin', 'stranger'] as const) {
    agents[role] = await app.signIn(cast[role].email);
  }
});

afterAll(() => app.close());

async function referral(wish: Partial<ReferralWish> = {}): Promise<string> {
  const { id } = await makeReferral(app.deps.db, {
    makerId: cast.navigator.id,
    programId: cast.program.id,
    seeker: { firstName: 'Ana', lastName: 'Ruiz', email: 'ana@seekers.test', userId: cast.seeker.id },
    ...wish,
  });
  return id;
}

function looksAt(referralId: string) {
  return app.deps.db.accessLog.findMany({ where: { referralId }, orderBy: { createdAt: 'asc' } });
}

describe('R6: seen for the first time by the Program', () => {
  test('is when a Claimer opens it, once, by name, and moves no status', async () => {
    const id = await referral();
    await agents.claimer.get(`/referrals/${id}`);
    await agents.coclaimer.get(`/referrals/${id}`);
    await agents.claimer.get(`/referrals/${id}`);
    const events = await eventsOf(app, id);
    expect(events.map(({ kind, actorName }) => [kind, actorName])).toEqual([
      ['created', 'Dana W.'],
      ['seen', 'Maria G.'],
    ]);
    expect(await referralNow(app, id)).toMatchObject({ status: 'not_updated', version: 1, seenAt: events[1]!.createdAt });
  });

  test('is once, also when two Claimers open it at the same moment', async () => {
    const id = await referral();
    await Promise.all([agents.claimer, agents.coclaimer, agents.claimer].map((agent) => agent.get(`/referrals/${id}`)));
    expect((await eventsOf(app, id)).filter(({ kind }) => kind === 'seen')).toHaveLength(1);
  });

  test('is not the maker’s, the Team’s or the Seeker’s opening', async () => {
    const id = await referral();
    for (const role of ['navigator', 'colleague', 'seeker'] as const) expect((await agents[role].get(`/referrals/${id}`)).status).toBe(200);
    expect(await eventsOf(app, id)).toHaveLength(1);
  });

  const quiet: [string, (agent: Agent, address: string) => Promise<unknown>][] = [
    ['HEAD', (agent, address) => agent.head(address)],
    ['a browser that reads ahead (Sec-Purpose)', (agent, address) => agent.get(address).set('Sec-Purpose', 'prefetch;prerender')],
    ['a browser that reads ahead (Purpose)', (agent, address) => agent.get(address).set('Purpose', 'prefetch')],
    ['an open page that refreshes itself', (agent, address) => agent.get(address).set('X-Live', '1')],
    ['a form that was refused', (agent, address) => agent.post(`${address}/status`).type('form').send({ version: 1 })],
  ];
  for (const [what, ask] of quiet) {
    test(`is not ${what}`, async () => {
      const id = await referral();
      await ask(agents.claimer, `/referrals/${id}`);
      expect(await eventsOf(app, id)).toHaveLength(1);
      expect((await referralNow(app, id)).seenAt).toBeNull();
    });
  }

  test('is also the first choice of a Claimer who never opened it', async () => {
    const id = await referral();
    await setStatus(app, agents.claimer, id, 'pending');
    expect((await eventsOf(app, id)).map(({ kind }) => kind)).toEqual(['created', 'seen', 'status_changed']);
  });
});

describe('R11, R12, R14: what each side reads', () => {
  const CANARIES = { phone: '+16505550199', zip: '94025', email: 'canary@seekers.test', language: 'es' };

  test('the Program reads what the form shared, never what the profile says today', async () => {
    const id = await referral({ seeker: { firstName: 'Ana', lastName: 'Ruiz', ...CANARIES, contactPreference: 'text' } });
    const { seekerId } = await app.deps.db.referral.findUniqueOrThrow({ where: { id } });
    await app.deps.db.seeker.update({
      where: { id: seekerId },
      data: { lastName: 'Newname', phone: '+16505550777', zip: '94301', email: 'new@seekers.test', contactPreference: 'phone' },
    });
    const program = (await agents.claimer.get(`/referrals/${id}`)).text;
    expect(program).toContain('Ana Ruiz');
    expect(program).toContain('canary@seekers.test');
    expect(program).toContain('Text (650)');
    for (const today of ['Newname', '0777', '94301', 'new@seekers.test']) expect(program).not.toContain(today);
    const maker = (await agents.navigator.get(`/referrals/${id}`)).text;
    for (const today of ['Ana Newname', '0777', '94301', 'new@seekers.test', 'Call (650)']) expect(maker).toContain(today);
  });

  for (const said of ['on the form', 'in the profile, later'] as const) {
    test(`"Don’t reach out" ${said}: the Program reads the name alone`, async () => {
      const first = said === 'on the form' ? ('dont_reach_out' as const) : ('text' as const);
      const id = await referral({ seeker: { firstName: 'Ana', lastName: 'Ruiz', ...CANARIES, contactPreference: first } });
      const { seekerId } = await app.deps.db.referral.findUniqueOrThrow({ where: { id } });
      await app.deps.db.seeker.update({ where: { id: seekerId }, data: { contactPreference: 'dont_reach_out' } });
      const program = (await agents.claimer.get(`/referrals/${id}`)).text;
      expect(program).toContain('Ana Ruiz');
      expect(program).toContain('Don’t reach out.');
      for (const hidden of ['0199', '94025', 'canary@', 'Spanish']) expect(program).not.toContain(hidden);
      expect((await agents.navigator.get(`/referrals/${id}`)).text).toContain('canary@seekers.test');
    });
  }

  test('the Seeker reads status, comment and history in plain words, and none of the helpers’ things', async () => {
    const id = await referral({ comment: 'Two months behind.' });
    await setStatus(app, agents.claimer, id, 'pending', 'Lease received');
    await app.deps.db.consent.create({
      data: { referralId: id, textVersion: '1', text: 'The words agreed to', language: 'en', givenHow: 'spoken', takenByName: 'Dana W.' },
    });
    const { text, status } = await agents.seeker.get(`/referrals/${id}`);
    expect(status).toBe(200);
    for (const shown of [
      'Two months behind.',
      'They are working on it.',
      'Lease received',
      'Maria G.',
      'data-status="pending"',
      'data-history',
    ]) {
      expect(text).toContain(shown);
    }
    for (const hidden of ['Email about this referral', 'Who can see it', 'Consent', '/people/', 'class="bar"'])
      expect(text).not.toContain(hidden);
    expect(text).toMatch(/<title>Your page<\/title>/);
  });

  test('helpers read the delivery of mail, the consent and who can see it', async () => {
    const id = await referral();
    const { db } = app.deps;
    await db.email.create({
      data: {
        kind: 'referral_received',
        dedupeKey: `a:${id}`,
        userId: cast.claimer.id,
        toAddress: 'maria@fairoaks.test',
        referralId: id,
        party: 'program',
        state: 'failed',
        lastError: 'address_refused',
      },
    });
    await db.programPhone.create({ data: { programId: cast.program.id, position: 0, number: '6505550160' } });
    await db.consent.create({
      data: {
        referralId: id,
        textVersion: '2026-11-spoken',
        text: 'The words agreed to',
        language: 'en',
        givenHow: 'spoken',
        takenByName: 'Dana W.',
      },
    });
    const { text } = await agents.navigator.get(`/referrals/${id}`);
    expect(text).toContain('To 1 person at the Program');
    expect(text).toContain('Not delivered. The address does not take mail. We could not reach the Program by email.');
    expect(text).toMatch(/href="tel:6505550160">Call \(650\)/);
    expect(text).toContain('The words agreed to');
    expect(text).toContain('You, the team Family Navigation, Ana and the Program’s Claimers.');
    expect(text).not.toContain('maria@fairoaks.test');
    expect((await agents.claimer.get(`/referrals/${id}`)).text).toContain(
      'Dana W., the team it was shared with, Ana and the Program’s Claimers.',
    );
  });
});

describe('R15: who has looked', () => {
  test('a stranger’s try leaves no look, and gets nothing', async () => {
    const id = await referral();
    for (const role of ['stranger', 'outsider', 'admin'] as const) {
      const answer = await agents[role].get(`/referrals/${id}`);
      expect(answer.status).toBe(404);
      expect(answer.text).not.toContain('Ruiz');
    }
    expect(await looksAt(id)).toEqual([]);
  });

  test('every opening is recorded, with who and when; again within 15 minutes is the same look', async () => {
    const id = await referral();
    await agents.colleague.get(`/referrals/${id}`);
    await agents.colleague.get(`/referrals/${id}`);
    await agents.claimer.get(`/referrals/${id}`);
    const looks = await looksAt(id);
    expect(looks.map(({ userId, userName, userOrganization }) => [userId, userName, userOrganization])).toEqual([
      [cast.colleague.id, 'Nathaniel B.', 'Riverside Clinic'],
      [cast.claimer.id, 'Maria G.', 'Fair Oaks Rent & Home Help'],
    ]);
    // Moves this file's time: the tests above come first.
    app.clock.forward(16 * MINUTE);
    await agents.colleague.get(`/referrals/${id}`);
    expect(await looksAt(id)).toHaveLength(3);
  });

  test('a page that refreshes itself adds nothing, but a refresh of a page never opened is a look', async () => {
    const id = await referral();
    const navigator = await app.signIn(cast.navigator.email);
    await navigator.get(`/referrals/${id}`);
    app.clock.forward(20 * MINUTE);
    await navigator.get(`/referrals/${id}`).set('X-Live', '1');
    expect(await looksAt(id)).toHaveLength(1);
    await agents.colleague.get(`/referrals/${id}`).set('X-Live', '1');
    expect(await looksAt(id)).toHaveLength(2);
  });
});
