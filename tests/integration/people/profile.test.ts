import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, makeSeeker, type Cast, type ReferralWish } from '../../support/cast.ts';
import { sent, unescaped, WELL } from '../../support/connect-form.ts';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());

const refer = (wish: Partial<ReferralWish> = {}) =>
  makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id, ...wish });
const ana = {
  firstName: 'Ana',
  lastName: 'Ruiz',
  email: 'ana.ruiz@example.org',
  phone: '6505550173',
  zip: '94063',
  language: 'es',
  contactPreference: 'text' as const,
};

describe('the Seeker’s Profile for those who help (R17)', () => {
  it('shows Personal Information, who helps, the consent and the way to a new referral at the Seeker’s ZIP (R21)', async () => {
    const navigator = await app.signIn(cast.navigator.email);
    const { seekerId } = await sent(navigator, cast.program.id, WELL);
    const { text } = await navigator.get(`/people/${seekerId}`);
    for (const shown of [
      'Ana Ruiz',
      'Text',
      '(650)\u00a0555\u20110173',
      WELL.email,
      '94063',
      'Spanish',
      'You and your team, Family Navigation',
      'taken by you',
    ])
      expect(unescaped(text)).toContain(shown);
    expect(text).toContain(`href="/programs?seekerId=${seekerId}&amp;zip=94063"`);
    expect(text).toContain('<title>Seeker’s Profile');
  });

  it('shows the outbound referrals newest first, each with comment and status control that comes back here', async () => {
    const older = await refer({ seeker: ana, status: 'got_help', createdAt: new Date('2026-10-01T10:00:00Z') });
    const newer = await refer({ seekerId: older.seekerId, programId: cast.otherProgram.id, comment: 'Needs mornings.' });
    const { text } = await (await app.signIn(cast.navigator.email)).get(`/people/${older.seekerId}`);
    const list = /<ol class="entries" id="out"[\s\S]*?<\/ol>/.exec(text)?.[0] ?? '';
    expect([...list.matchAll(/data-referral="([^"]+)"/g)].map(([, id]) => id)).toEqual([newer.id, older.id]);
    expect(list).toContain('Needs mornings.');
    expect(list).toContain(`action="/referrals/${newer.id}/status"`);
    expect(list).toContain(`name="returnTo" value="/people/${older.seekerId}#out-${newer.id}"`);
    expect(text).toContain('2 referrals: 1 loop closed, 1 open');
    const thread = /<span class="thread"[\s\S]*?<\/p>/.exec(text)?.[0] ?? '';
    expect([...thread.matchAll(/#s-(\w+)/g)].map(([, ring]) => ring)).toEqual(['got_help', 'sent']);
  });

  it('changes the status from there, and the next page load agrees (R3)', async () => {
    const navigator = await app.signIn(cast.navigator.email);
    const { id, seekerId } = await refer({ seeker: ana });
    const answer = await navigator
      .post(`/referrals/${id}/status`)
      .type('form')
      .send({ status: 'pending', version: '1', reason: 'Lease received', returnTo: `/people/${seekerId}` });
    expect([answer.status, answer.headers['location']]).toEqual([303, `/people/${seekerId}`]);
    const { text } = await navigator.get(`/people/${seekerId}`);
    expect(text).toMatch(/data-status="pending"/);
    expect(text).toContain('<q>Lease received</q> <span>You, ');
  });

  it('is there for whoever made the profile, without a referral too, and says what to do next', async () => {
    const seekerId = await makeSeeker(app.deps.db, ana, cast.navigator.id);
    const page = await (await app.signIn(cast.navigator.email)).get(`/people/${seekerId}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('No referral yet');
    expect((await (await app.signIn(cast.colleague.email)).get(`/people/${seekerId}`)).status).toBe(404);
  });
});

describe('whoever sees no part of a profile gets "not found" (R13)', () => {
  it('for a Seeker there is, one there is not, and an id that is none', async () => {
    const { seekerId } = await refer({ seeker: { ...ana, userId: cast.seeker.id, email: cast.seeker.email } });
    for (const person of [cast.outsider, cast.stranger, cast.admin, cast.seeker]) {
      const browser = await app.signIn(person.email);
      expect((await browser.get(`/people/${seekerId}`)).status).toBe(404);
    }
    const navigator = await app.signIn(cast.navigator.email);
    for (const id of ['01990000-0000-7000-8000-000000000000', 'x', `${seekerId}%00`, "1'%20OR%20'1'='1"])
      expect((await navigator.get(`/people/${id}`)).status).toBe(404);
    expect((await app.request().get(`/people/${seekerId}`)).headers['location']).toBe(
      `/login?returnTo=${encodeURIComponent(`/people/${seekerId}`)}`,
    );
  });
});

describe('opening a profile is recorded (R15)', () => {
  const looks = (seekerId: string) => app.deps.db.accessLog.findMany({ where: { seekerId }, orderBy: { createdAt: 'asc' } });

  it('with who, their organization and when; once in 15 minutes for each reader', async () => {
    const { seekerId } = await refer({ seeker: ana });
    const [navigator, claimer] = [await app.signIn(cast.navigator.email), await app.signIn(cast.claimer.email)];
    for (const browser of [navigator, navigator, claimer]) await browser.get(`/people/${seekerId}`);
    expect((await looks(seekerId)).map(({ userName, userOrganization, referralId }) => [userName, userOrganization, referralId])).toEqual([
      ['Dana W.', 'Riverside Clinic', null],
      ['Maria G.', 'Fair Oaks Rent & Home Help', null],
    ]);
    app.clock.forward(16 * 60_000);
    await navigator.get(`/people/${seekerId}`);
    expect(await looks(seekerId)).toHaveLength(3);
  });

  it('and not for a page that refreshes itself, nor for who was refused', async () => {
    const { seekerId } = await refer({ seeker: ana });
    const navigator = await app.signIn(cast.navigator.email);
    await navigator.get(`/people/${seekerId}`);
    app.clock.forward(16 * 60_000);
    await navigator.get(`/people/${seekerId}`).set('X-Live', '1');
    await (await app.signIn(cast.outsider.email)).get(`/people/${seekerId}`);
    expect((await looks(seekerId)).map(({ userId }) => userId)).toEqual([cast.navigator.id]);
  });
});
