import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Agent } from 'supertest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast } from '../../support/cast.ts';
import { eventsOf, formOf, referralNow, setStatus } from './referral-forms.ts';

let app: TestApp;
let cast: Cast;
let navigator: Agent;
let claimer: Agent;
let seeker: Agent;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
  [navigator, claimer, seeker] = await Promise.all([
    app.signIn(cast.navigator.email),
    app.signIn(cast.claimer.email),
    app.signIn(cast.seeker.email),
  ]);
});

afterAll(() => app.close());

async function referral(): Promise<string> {
  const { id } = await makeReferral(app.deps.db, {
    makerId: cast.navigator.id,
    programId: cast.program.id,
    seeker: { firstName: 'Ana', lastName: 'Ruiz', userId: cast.seeker.id },
  });
  return id;
}

const OUTCOMES = [
  'needs_client_action',
  'pending',
  'eligible',
  'referred_elsewhere',
  'got_help',
  'couldnt_contact',
  'not_eligible',
  'no_capacity',
];

describe('R5: eight people change one referral at the same moment', () => {
  test('one wins, seven are asked again with what they wrote, nothing is overwritten', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await referral();
      const answers = await Promise.all(
        OUTCOMES.map((status, at) =>
          (at % 2 ? navigator : claimer)
            .post(`/referrals/${id}/status`)
            .type('form')
            .send({ status, version: 1, reason: `Words of number ${String(at)}` }),
        ),
      );
      const won = answers.findIndex(({ status }) => status === 303);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([303, ...Array<number>(7).fill(409)]);
      for (const [at, answer] of answers.entries()) if (at !== won) expect(answer.text).toContain(`Words of number ${String(at)}`);
      expect(await referralNow(app, id)).toMatchObject({ status: OUTCOMES[won], version: 2 });
      const moves = (await eventsOf(app, id)).filter(({ kind }) => kind === 'status_changed');
      expect(moves).toHaveLength(1);
      expect(moves[0]).toMatchObject({
        fromStatus: 'not_updated',
        toStatus: OUTCOMES[won],
        version: 2,
        reason: `Words of number ${String(won)}`,
      });
    }
  });

  test('who chose the same as the winner is no conflict: one change, one entry', async () => {
    const id = await referral();
    const send = (): Promise<{ status: number }> =>
      claimer
        .post(`/referrals/${id}/status`)
        .type('form')
        .send({ status: 'eligible', version: 1 })
        .then(({ status }) => ({ status }));
    const answers = await Promise.all(Array.from({ length: 8 }, send));
    expect(answers.every(({ status }) => status === 303)).toBe(true);
    expect((await eventsOf(app, id)).map(({ kind }) => kind)).toEqual(['created', 'seen', 'status_changed']);
  });
});

describe('R5: the page for whoever comes second', () => {
  test('says what changed in between, who, when and why, and keeps what was chosen and written', async () => {
    const id = await referral();
    await setStatus(app, claimer, id, 'pending', 'Asked for the lease');
    await setStatus(app, claimer, id, 'eligible', 'Paperwork complete');
    const answer = await navigator
      .post(`/referrals/${id}/status`)
      .type('form')
      .send({ status: 'no_capacity', version: 1, reason: 'She says they are full', returnTo: '/people?status=action&page=2' });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain(`<a href="/referrals/${id}">Fair Oaks Rent &amp; Home Help</a></nav>`);
    expect(answer.text).toContain('Maria G. changed this while you were choosing');
    expect(answer.text).toContain('Asked for the lease');
    expect(answer.text).toContain('Paperwork complete');
    expect(answer.text).toContain('Maria G., Fair Oaks Rent &amp; Home Help');
    expect(answer.text).toContain('She says they are full');
    expect(answer.text).toMatch(/<button[^>]*name="status" value="no_capacity"[^>]*>Save my choice<\/button>/);
    expect(answer.text).toMatch(/<button[^>]*name="status" value="eligible"[^>]*>Keep Eligible<\/button>/);
    expect((await referralNow(app, id)).version).toBe(3);
  });

  test('"Save my choice" saves it from the version just shown, and goes back', async () => {
    const id = await referral();
    await setStatus(app, claimer, id, 'eligible');
    const stale = { status: 'no_capacity', version: 1, returnTo: '/people?page=2' };
    const asked = await navigator.post(`/referrals/${id}/status`).type('form').send(stale);
    const { fields } = formOf(asked.text, `/referrals/${id}/status`);
    const answer = await navigator
      .post(`/referrals/${id}/status`)
      .type('form')
      .send({ ...fields, status: 'no_capacity', reason: '' });
    expect(answer.headers['location']).toBe('/people?page=2');
    expect(await referralNow(app, id)).toMatchObject({ status: 'no_capacity', version: 3 });
  });

  for (const [who, of] of [
    ['a helper', () => navigator],
    ['the Seeker', () => seeker],
  ] as const) {
    test(`"Keep" changes nothing, for ${who}`, async () => {
      const id = await referral();
      await setStatus(app, claimer, id, 'eligible');
      const asked = await of().post(`/referrals/${id}/status`).type('form').send({ status: 'got_help', version: 1 });
      expect(asked.status).toBe(409);
      const { fields } = formOf(asked.text, `/referrals/${id}/status`);
      const before = await eventsOf(app, id);
      const answer = await of()
        .post(`/referrals/${id}/status`)
        .type('form')
        .send({ ...fields, status: 'eligible', reason: '' });
      expect(answer.status).toBe(303);
      expect(await eventsOf(app, id)).toEqual(before);
    });
  }

  test('asks again when somebody was quicker once more', async () => {
    const id = await referral();
    await setStatus(app, claimer, id, 'eligible');
    const asked = await navigator.post(`/referrals/${id}/status`).type('form').send({ status: 'got_help', version: 1 });
    const { fields } = formOf(asked.text, `/referrals/${id}/status`);
    await setStatus(app, seeker, id, 'no_capacity');
    const again = await navigator
      .post(`/referrals/${id}/status`)
      .type('form')
      .send({ ...fields, status: 'got_help', reason: '' });
    expect(again.status).toBe(409);
    expect(again.text).toContain('Ana R. changed this while you were choosing');
    expect((await referralNow(app, id)).status).toBe('no_capacity');
  });

  test('speaks to the Seeker in the words they chose', async () => {
    const id = await referral();
    await setStatus(app, claimer, id, 'eligible');
    const answer = await seeker.post(`/referrals/${id}/status`).type('form').send({ status: 'no_capacity', version: 1 });
    expect(answer.text).toContain('They were full');
  });
});

describe('R-04: pressing twice', () => {
  test('the same form, pressed five times at once, is one change and one answer', async () => {
    const id = await referral();
    const { fields } = formOf((await claimer.get(`/referrals/${id}`)).text, `/referrals/${id}/status`);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        claimer
          .post(`/referrals/${id}/status`)
          .type('form')
          .send({ ...fields, status: 'eligible', reason: 'Once' }),
      ),
    );
    expect(answers.map(({ status, headers }) => [status, headers['location']])).toEqual(
      Array.from({ length: 5 }, () => [303, `/referrals/${id}`]),
    );
    expect((await eventsOf(app, id)).filter(({ kind }) => kind === 'status_changed')).toHaveLength(1);
  });

  test('a press that was saved is answered as saved, also when somebody else changed the status since', async () => {
    const id = await referral();
    const { fields } = formOf((await claimer.get(`/referrals/${id}`)).text, `/referrals/${id}/status`);
    const press = { ...fields, status: 'eligible', reason: 'Once' };
    await claimer.post(`/referrals/${id}/status`).type('form').send(press);
    await setStatus(app, navigator, id, 'got_help');
    const answer = await claimer.post(`/referrals/${id}/status`).type('form').send(press);
    expect(answer.status).toBe(303);
    expect(await referralNow(app, id)).toMatchObject({ status: 'got_help', version: 3 });
  });

  test('a stale form that was never saved is not taken for saved', async () => {
    const id = await referral();
    const { fields } = formOf((await claimer.get(`/referrals/${id}`)).text, `/referrals/${id}/status`);
    await setStatus(app, navigator, id, 'got_help');
    const press = { ...fields, status: 'eligible', reason: 'Not lost' };
    for (let time = 0; time < 2; time += 1) {
      const answer = await claimer.post(`/referrals/${id}/status`).type('form').send(press);
      expect(answer.status).toBe(409);
      expect(answer.text).toContain('Not lost');
    }
    expect((await referralNow(app, id)).status).toBe('got_help');
  });

  test('a key that was used is refused for another change, and nothing moves', async () => {
    const [first, second] = [await referral(), await referral()];
    const key = 'k'.repeat(22);
    await claimer.post(`/referrals/${first}/status`).type('form').send({ status: 'eligible', version: 1, _idem: key });
    const answer = await claimer.post(`/referrals/${second}/status`).type('form').send({ status: 'got_help', version: 1, _idem: key });
    expect(answer.status).toBe(422);
    expect((await referralNow(app, second)).version).toBe(1);
  });

  test('another person’s key is their own', async () => {
    const id = await referral();
    const key = 'm'.repeat(22);
    expect((await claimer.post(`/referrals/${id}/status`).type('form').send({ status: 'eligible', version: 1, _idem: key })).status).toBe(
      303,
    );
    expect((await navigator.post(`/referrals/${id}/status`).type('form').send({ status: 'got_help', version: 2, _idem: key })).status).toBe(
      303,
    );
    expect((await referralNow(app, id)).status).toBe('got_help');
  });
});

describe('the same as a JSON call', () => {
  test('200 with the new version, 409 with what changed, 422 with the field, 404 for strangers', async () => {
    const id = await referral();
    const call = (agent: Agent, body: object) => agent.post(`/referrals/${id}/status`).set('Accept', 'application/json').send(body);
    const saved = await call(claimer, { status: 'eligible', version: 1, reason: 'By API' });
    expect([saved.status, saved.body]).toEqual([200, { status: 'eligible', version: 2 }]);
    expect((await eventsOf(app, id)).at(-1)).toMatchObject({ via: 'api', reason: 'By API' });
    const late = await call(navigator, { status: 'got_help', version: 1 });
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({
      current: { status: 'eligible', version: 2 },
      changes: [{ by: 'Maria G.', to: 'eligible', reason: 'By API' }],
    });
    const wrong = await call(navigator, { status: 'solved', version: [2] });
    expect([wrong.status, Object.keys((wrong.body as { errors: object }).errors).toSorted()]).toEqual([422, ['status', 'version']]);
    const notAllowed = await call(seeker, { status: 'referred_elsewhere', version: 2 });
    expect(notAllowed.status).toBe(422);
    const stranger = await app.signIn(cast.stranger.email);
    expect((await call(stranger, { status: 'got_help', version: 2 })).status).toBe(404);
    expect((await call(app.request(), { status: 'got_help', version: 2 })).status).toBe(401);
    expect((await referralNow(app, id)).version).toBe(2);
  });
});
