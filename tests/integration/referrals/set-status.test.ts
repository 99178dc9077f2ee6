import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Agent } from 'supertest';
import { SEEKER_CHOICES, STATUSES, type Status } from '../../../src/domain/referral-status.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast, type MadeReferral, type Role } from '../../support/cast.ts';
import { eventsOf, formOf, referralNow } from './referral-forms.ts';

let app: TestApp;
let cast: Cast;
const agents = {} as Record<Role, Agent>;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
  for (const role of ['navigator', 'colleague', 'outsider', 'claimer', 'seeker', 'stranger'] as const) {
    agents[role] = await app.signIn(cast[role].email);
  }
});

afterAll(() => app.close());

/** A referral of Ana's, made by the navigator, whose Team shares it. */
async function referral(status: Status = 'not_updated'): Promise<MadeReferral> {
  return makeReferral(app.deps.db, {
    makerId: cast.navigator.id,
    programId: cast.program.id,
    seeker: { firstName: 'Ana', lastName: 'Ruiz', userId: cast.seeker.id },
    status,
  });
}

const SIDES = { maker: 'navigator', team: 'colleague', program: 'claimer', seeker: 'seeker' } as const;
const PLAIN: readonly string[] = SEEKER_CHOICES.map(({ status }) => status);

describe('R4: every status, from every side', () => {
  for (const [side, role] of Object.entries(SIDES)) {
    for (const status of STATUSES) {
      const may = status !== 'not_updated' && (side !== 'seeker' || PLAIN.includes(status));
      test(`the ${side} side ${may ? 'may' : 'may not'} set ${status}`, async () => {
        const { id } = await referral(status === 'pending' ? 'eligible' : 'pending');
        const before = await referralNow(app, id);
        const answer = await agents[role].post(`/referrals/${id}/status`).type('form').send({ status, version: before.version });
        expect(answer.status).toBe(may ? 303 : 422);
        const { status: now, version } = await referralNow(app, id);
        expect({ now, version }).toEqual(
          may ? { now: status, version: before.version + 1 } : { now: before.status, version: before.version },
        );
      });
    }
  }

  test('any status may follow any other, and each change is history', async () => {
    const { id } = await referral();
    let version = 1;
    for (const from of ['got_help', 'no_longer_interested'] as const) {
      for (const to of ['pending', from] as const) {
        const answer = await agents.claimer.post(`/referrals/${id}/status`).type('form').send({ status: to, version });
        if (answer.status === 303 && (await referralNow(app, id)).version > version) version += 1;
        expect((await referralNow(app, id)).status).toBe(to);
      }
    }
    const moves = (await eventsOf(app, id)).filter(({ kind }) => kind === 'status_changed');
    expect(moves.map(({ toStatus }) => toStatus)).toEqual(['pending', 'got_help', 'pending', 'no_longer_interested']);
    expect(moves.map(({ fromStatus }) => fromStatus)).toEqual(['not_updated', 'pending', 'got_help', 'pending']);
  });

  test('the status it already has is no change: nothing is written, whoever says it', async () => {
    const { id, version } = await referral('eligible');
    for (const role of ['navigator', 'claimer', 'seeker'] as const) {
      const before = { row: await referralNow(app, id), events: await eventsOf(app, id) };
      const answer = await agents[role].post(`/referrals/${id}/status`).type('form').send({ status: 'eligible', version });
      expect(answer.status).toBe(303);
      expect({ row: await referralNow(app, id), events: await eventsOf(app, id) }).toEqual(before);
    }
  });
});

describe('a reason written with the status it already has (R4, ADR 0156)', () => {
  const again = (role: Role, id: string, version: number) =>
    agents[role].post(`/referrals/${id}/status`).type('form').send({ status: 'got_help', version, reason: 'The key came today' });

  for (const role of ['navigator', 'claimer'] as const) {
    test(`is not saved, and offered to the ${role} as a note, which says who will read it`, async () => {
      const { id, version } = await referral('got_help');
      const answer = await again(role, id, version);
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('The status is “Got help” already, so your reason was not saved.');
      expect(answer.text).toMatch(
        /<details class="add-note" open>[\s\S]*?<textarea[^>]*name="body"[^>]*>The key came today<[\s\S]*?Who will read it:/,
      );
      expect(answer.text).toMatch(/<textarea name="reason"[^>]*>The key came today</);
      expect(await app.deps.db.note.count({ where: { referralId: id } })).toBe(0);
      expect((await eventsOf(app, id)).map(({ kind }) => kind)).toEqual(['created', 'status_changed']);
    });
  }

  test('is shown to the Seeker with whom to tell, and never as a note (R12)', async () => {
    const { id, version } = await referral('got_help');
    const answer = await again('seeker', id, version);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('That is how it stands already, so what you wrote was not saved.');
    expect(answer.text).toContain('value="The key came today"');
    expect(answer.text).not.toContain('name="body"');
  });

  test('that was saved by the first press is there: the second is answered like the first', async () => {
    const { id, version } = await referral('pending');
    for (const press of ['first', 'second']) expect((await again('navigator', id, version)).status, press).toBe(303);
    expect((await eventsOf(app, id)).filter(({ reason }) => reason === 'The key came today')).toHaveLength(1);
  });

  test('is answered with that to a program that calls (JSON)', async () => {
    const { id, version } = await referral('got_help');
    const call = agents.navigator.post(`/referrals/${id}/status`).accept('json');
    expect((await call.send({ status: 'got_help', version, reason: 'The key came today' })).body).toEqual({
      status: 'got_help',
      version,
      reasonKept: false,
    });
  });

  test('a Claimer who chooses the status it has already has seen it (R6)', async () => {
    const { id } = await referral();
    await agents.navigator.post(`/referrals/${id}/status`).type('form').send({ status: 'pending', version: 1 });
    expect((await referralNow(app, id)).seenAt).toBeNull();
    await agents.claimer.post(`/referrals/${id}/status`).type('form').send({ status: 'pending', version: 2 });
    expect((await referralNow(app, id)).seenAt).not.toBeNull();
    expect((await eventsOf(app, id)).map(({ kind }) => kind)).toEqual(['created', 'status_changed', 'seen']);
  });
});

describe('R13: whoever does not see a referral', () => {
  const attempts: [string, object][] = [
    ['with a good form', { status: 'got_help', version: 1 }],
    ['with a status there is not', { status: 'solved', version: 1 }],
    ['with an old version', { status: 'got_help', version: 7 }],
    ['with nothing', {}],
  ];
  for (const [how, body] of attempts) {
    for (const role of ['stranger', 'outsider'] as const) {
      test(`gets "not found" as ${role} ${how}, and nothing moved`, async () => {
        const { id } = await referral();
        const answer = await agents[role].post(`/referrals/${id}/status`).type('form').send(body);
        expect(answer.status).toBe(404);
        expect(answer.text).not.toContain('Ruiz');
        expect((await referralNow(app, id)).version).toBe(1);
        expect(await eventsOf(app, id)).toHaveLength(1);
      });
    }
  }

  test('is sent to sign in when nobody is signed in, and nothing moved', async () => {
    const { id } = await referral();
    const answer = await app.request().post(`/referrals/${id}/status`).type('form').send({ status: 'got_help', version: 1 });
    expect(answer.status).toBe(303);
    expect(answer.headers['location']).toMatch(/^\/login/);
    expect((await referralNow(app, id)).version).toBe(1);
  });

  test('gets "not found" for ids that cannot be, and for referrals that are not there', async () => {
    for (const id of ['1', 'x'.repeat(300), '..%2f..', '0197a000-0000-7000-8000-000000000000', '%00']) {
      const answer = await agents.claimer.post(`/referrals/${id}/status`).type('form').send({ status: 'got_help', version: 1 });
      expect(answer.status).toBe(404);
    }
  });
});

describe('S-51: what cannot be used is refused with what was written, and nothing moves', () => {
  const bad: [string, Record<string, unknown>][] = [
    ['no status', { version: 1, reason: 'Kept text' }],
    ['an unknown status', { status: 'solved', version: 1, reason: 'Kept text' }],
    ['two statuses', { status: ['got_help', 'pending'], version: 1, reason: 'Kept text' }],
    ['no version', { status: 'got_help', reason: 'Kept text' }],
    ['a version that is no number', { status: 'got_help', version: 'one', reason: 'Kept text' }],
    ['two versions', { status: 'got_help', version: ['1', '1'], reason: 'Kept text' }],
    ['an unknown field', { status: 'got_help', version: 1, reason: 'Kept text', programId: 'x' }],
    ['a reason of 281 characters', { status: 'got_help', version: 1, reason: `Kept text${'x'.repeat(272)}` }],
    ['characters that cannot be shown', { status: 'got_help', version: 1, reason: 'Kept text\u0007' }],
    ['another site to go back to', { status: 'got_help', version: 1, reason: 'Kept text', returnTo: '//evil.example' }],
  ];
  for (const [what, body] of bad) {
    test(what, async () => {
      const { id } = await referral();
      const answer = await agents.claimer.post(`/referrals/${id}/status`).type('form').send(body);
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('There is a problem');
      expect(answer.text).toMatch(/<title>Error: /);
      expect(answer.text).toContain('Kept text');
      expect((await referralNow(app, id)).version).toBe(1);
      expect(await eventsOf(app, id)).toHaveLength(1);
    });
  }

  test('a reason of 280 characters is kept whole, whatever the script', async () => {
    const { id } = await referral();
    const reason = '👋🏽'.repeat(40) + 'é'.repeat(120);
    const answer = await agents.claimer.post(`/referrals/${id}/status`).type('form').send({ status: 'got_help', version: 1, reason });
    expect(answer.status).toBe(303);
    expect((await eventsOf(app, id)).at(-1)).toMatchObject({ reason });
  });

  for (const returnTo of [
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '\\\\evil',
    'javascript:alert(1)',
    '/a b',
    '/\tx',
    'people',
    '',
  ]) {
    test(`S-23: never leads to ${JSON.stringify(returnTo)}`, async () => {
      const { id } = await referral();
      const answer = await agents.claimer.post(`/referrals/${id}/status`).type('form').send({ status: 'got_help', version: 1, returnTo });
      expect(answer.status).toBe(422);
      expect(answer.headers['location']).toBeUndefined();
    });
  }

  test('leads back to the page the form was on, and to the referral without one', async () => {
    const { id } = await referral();
    const first = { status: 'got_help', version: 1, returnTo: `/inbound/${cast.program.id}?status=pending&page=2` };
    const back = await agents.claimer.post(`/referrals/${id}/status`).type('form').send(first);
    expect(back.headers['location']).toBe(first.returnTo);
    const home = await agents.claimer.post(`/referrals/${id}/status`).type('form').send({ status: 'pending', version: 2 });
    expect(home.headers['location']).toBe(`/referrals/${id}`);
  });
});

describe('the form of the page itself', () => {
  test('offers the side exactly what it may set, chooses nothing, and saves with a reason', async () => {
    const { id } = await referral();
    const form = formOf((await agents.claimer.get(`/referrals/${id}`)).text, `/referrals/${id}/status`);
    expect(form.choices.toSorted()).toEqual(STATUSES.filter((status) => status !== 'not_updated').toSorted());
    expect(form.chosen).toBeNull();
    const answer = await agents.claimer
      .post(`/referrals/${id}/status`)
      .type('form')
      .send({ ...form.fields, status: 'eligible', reason: '  Lease received.  ' });
    expect(answer.status).toBe(303);
    expect((await eventsOf(app, id)).at(-1)).toMatchObject({ toStatus: 'eligible', reason: 'Lease received.', via: 'dashboard' });
  });

  test('offers the Seeker their six', async () => {
    const { id } = await referral('eligible');
    const form = formOf((await agents.seeker.get(`/referrals/${id}`)).text, `/referrals/${id}/status`);
    expect(form.choices).toEqual(PLAIN);
    expect(form.chosen).toBeNull();
  });
});
