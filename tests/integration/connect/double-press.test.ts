import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, type Cast } from '../../support/cast.ts';
import { connect, hiddenFields, tallies, WELL } from '../../support/connect-form.ts';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());

describe('pressing the button more than once makes one referral (R23, R-04)', () => {
  it('when a Navigator presses five times at once: each press ends on the same page', async () => {
    const navigator = await app.signIn(cast.navigator.email);
    const page = await navigator.get(`/programs/${cast.program.id}/connect`);
    const body = { ...WELL, ...hiddenFields(page.text) };
    const before = await tallies(app.deps.db);
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => connect(navigator, cast.program.id, body)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
    expect(new Set(answers.map(({ headers }) => headers['location'] as string)).size).toBe(1);
    const after = await tallies(app.deps.db);
    expect([
      after['referrals']! - before['referrals']!,
      after['seekers']! - before['seekers']!,
      after['consents']! - before['consents']!,
    ]).toEqual([1, 1, 1]);
    expect(after['emails']! - before['emails']!).toBe(3);
  });

  it('when somebody without an account does', async () => {
    const browser = app.request();
    const page = await browser.get(`/programs/${cast.program.id}/connect`);
    const body = { ...WELL, ...hiddenFields(page.text) };
    const before = await tallies(app.deps.db);
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => connect(app.request(), cast.program.id, body)));
    expect(new Set(answers.map(({ status, headers }) => `${String(status)} ${headers['location'] as string}`)).size).toBe(1);
    expect((await tallies(app.deps.db))['referrals']! - before['referrals']!).toBe(1);
  });

  it('a press long after the first ends there too, also when the Program has stopped accepting meanwhile', async () => {
    const navigator = await app.signIn(cast.navigator.email);
    const page = await navigator.get(`/programs/${cast.otherProgram.id}/connect`);
    const body = { ...WELL, ...hiddenFields(page.text) };
    const first = await connect(navigator, cast.otherProgram.id, body);
    await app.deps.db.program.update({ where: { id: cast.otherProgram.id }, data: { acceptingReferrals: false } });
    const second = await connect(navigator, cast.otherProgram.id, body);
    await app.deps.db.program.update({ where: { id: cast.otherProgram.id }, data: { acceptingReferrals: true } });
    expect(second.headers['location']).toBe(first.headers['location']);
  });

  it('the same form with other words is refused, and somebody else’s key is of no use', async () => {
    const navigator = await app.signIn(cast.navigator.email);
    // It was asked before whether Ana is somebody known.
    const body = { ...WELL, ...hiddenFields((await navigator.get(`/programs/${cast.program.id}/connect`)).text), known: 'told' };
    const first = await connect(navigator, cast.program.id, body);
    expect((await connect(navigator, cast.program.id, { ...body, firstName: 'Berta' })).status).toBe(422);
    const colleague = await app.signIn(cast.colleague.email);
    const other = await connect(colleague, cast.program.id, body);
    expect(other.status).toBe(303);
    expect(other.headers['location']).not.toBe(first.headers['location']);
  });

  it('a form that was refused once can be mended and sent with the key it had', async () => {
    const navigator = await app.signIn(cast.navigator.email);
    // It was asked before whether Ana is somebody known.
    const body = { ...WELL, ...hiddenFields((await navigator.get(`/programs/${cast.program.id}/connect`)).text), known: 'told' };
    expect((await connect(navigator, cast.program.id, { ...body, firstName: '' })).status).toBe(422);
    expect((await connect(navigator, cast.program.id, body)).status).toBe(303);
  });
});
