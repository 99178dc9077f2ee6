import type { Agent, Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast, type MadeReferral } from '../../support/cast.ts';
import { newId } from '../../../src/db/new-id.ts';
import { businessRows, movedRows } from '../visibility/rows.ts';
import { bulkRowsIn, formIn, rowsIn, someone } from './inbound-pages.ts';

let app: TestApp;
let cast: Cast;
let claimer: Agent;
let coclaimer: Agent;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
  claimer = await app.signIn(cast.claimer.email);
  coclaimer = await app.signIn(cast.coclaimer.email);
});
afterAll(() => app.close());

const make = (firstName: string, status?: 'pending' | 'eligible' | 'got_help'): Promise<MadeReferral> =>
  makeReferral(app.deps.db, { ...someone(cast, firstName), ...(status ? { status } : {}) });
const pick = ({ id, version }: Pick<MadeReferral, 'id' | 'version'>): string => `${id}.${String(version)}`;
const send = (browser: Agent, step: 'bulk' | 'bulk/apply', body: Record<string, unknown>, programId = cast.program.id): Promise<Response> =>
  Promise.resolve(browser.post(`/inbound/${programId}/${step}`).type('form').send(body));
const stateOf = (id: string): Promise<{ status: string; version: number }> =>
  app.deps.db.referral.findUniqueOrThrow({ where: { id }, select: { status: true, version: true } });
const setAlone = async ({ id, version }: MadeReferral, status: string): Promise<void> => {
  const answer = await coclaimer.post(`/referrals/${id}/status`).type('form').send({ status, version });
  expect(answer.status).toBe(303);
};

describe('R20, U-15: changing many referrals at once', () => {
  it('first says what will change, what cannot and why, and writes nothing', async () => {
    const [changes, already, raced, withdrawn] = [
      await make('Change'),
      await make('Already', 'eligible'),
      await make('Raced'),
      await make('Withdrawn'),
    ];
    await setAlone(raced, 'pending');
    await app.deps.db.referral.update({
      where: { id: withdrawn.id },
      data: { withdrawnAt: new Date(), status: 'no_longer_interested', version: 2 },
    });
    const before = await businessRows(app.deps.db);
    const all = [changes, already, raced, withdrawn].map(pick);
    const answer = await send(claimer, 'bulk', {
      pick: [...all, `${newId()}.1`],
      to: 'eligible',
      reason: 'Papers checked',
      list: 'status=progress&sort=person',
    });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('Review 1 change<');
    expect(bulkRowsIn(answer.text).map(({ id, status, ticks }) => [id, status, ticks])).toEqual([
      [changes.id, 'not_updated', false],
      [raced.id, 'pending', true],
      [already.id, 'eligible', false],
      [withdrawn.id, 'no_longer_interested', false],
    ]);
    const words = Object.fromEntries(bulkRowsIn(answer.text).map((row) => [row.id, row.words]));
    expect(words[changes.id]).toBe('Changes to Eligible');
    expect(words[already.id]).toBe('It is Eligible already');
    expect(words[raced.id]).toMatch(/^Joel P\. changed it to Pending, /);
    expect(words[withdrawn.id]).toBe('Withdrawn by Dana W.: its status stays');
    expect(answer.text).toContain('One referral is not here any more.');
    expect(answer.text).toContain('>Papers checked</textarea>');
    const form = formIn(answer.text, `/inbound/${cast.program.id}/bulk/apply`);
    expect([form['pick'], form['to'], form['list']]).toEqual([[pick(changes)], ['eligible'], ['status=progress&sort=person']]);
    expect(answer.text).toContain(`href="/inbound/${cast.program.id}?status=progress&amp;sort=person"`);
    expect(movedRows(before, await businessRows(app.deps.db))).toEqual([]);
  });

  it('then changes each as its own form would: version, history with the reason, mail and all (R3 to R6, R28)', async () => {
    const both = [await make('One'), await make('Two', 'pending')];
    const answer = await send(claimer, 'bulk/apply', { pick: both.map(pick), to: 'got_help', reason: 'Paid in full' });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('2 referrals set to Got help');
    expect(bulkRowsIn(answer.text).map(({ words }) => words)).toEqual(['Changed to Got help', 'Changed to Got help']);
    for (const { id, version } of both) {
      expect(await stateOf(id)).toEqual({ status: 'got_help', version: version + 1 });
      const last = await app.deps.db.referralEvent.findFirstOrThrow({ where: { referralId: id }, orderBy: { sequence: 'desc' } });
      expect(last).toMatchObject({
        kind: 'status_changed',
        toStatus: 'got_help',
        reason: 'Paid in full',
        via: 'dashboard',
        actorName: 'Maria G.',
      });
      const mails = await app.deps.db.email.findMany({ where: { referralId: id, kind: 'status_changed' } });
      expect(mails.map(({ userId }) => userId).sort()).toEqual([cast.navigator.id, cast.coclaimer.id, cast.both.id].sort());
    }
  });

  it('R5: overwrites nobody who was quicker, and says who it was and what they chose; the rest is saved', async () => {
    const [first, raced] = [await make('Calm'), await make('Quick')];
    const picks = [first, raced].map(pick);
    const review = await send(claimer, 'bulk', { pick: picks, to: 'eligible' });
    const form = formIn(review.text, `/inbound/${cast.program.id}/bulk/apply`);
    expect(form['pick']).toEqual(picks);
    await setAlone(raced, 'got_help');
    const answer = await send(claimer, 'bulk/apply', form);
    expect(answer.text).toContain('1 of 2 referrals set to Eligible');
    const [calm, quick] = bulkRowsIn(answer.text);
    expect(calm!.words).toBe('Changed to Eligible');
    expect(quick!.words).toMatch(/^Not changed: Joel P\. changed it to Got help, /);
    expect(answer.text).toContain(`href="/referrals/${raced.id}"`);
    expect((await stateOf(raced.id)).status).toBe('got_help');
    // Looked at again, it is offered once more, and changes if it is ticked now.
    const again = formIn(answer.text, `/inbound/${cast.program.id}/bulk`);
    expect(again['pick']).toEqual([`${raced.id}.2`]);
    expect((await send(claimer, 'bulk/apply', again)).text).toContain('1 referral set to Eligible');
    expect((await stateOf(raced.id)).status).toBe('eligible');
  });

  it('pressed twice, also at once, it changes once and says the same (R-04)', async () => {
    const all = [await make('Twice'), await make('Again')];
    const body = { pick: all.map(pick), to: 'no_capacity', reason: 'Funds are spent' };
    const before = await app.deps.db.referralEvent.count();
    const answers = [
      ...(await Promise.all([1, 2, 3].map(() => send(claimer, 'bulk/apply', body)))),
      await send(claimer, 'bulk/apply', body),
    ];
    for (const { text } of answers)
      expect(bulkRowsIn(text).map(({ words }) => words)).toEqual(['Changed to No capacity', 'Changed to No capacity']);
    // Each: seen, and changed.
    expect((await app.deps.db.referralEvent.count()) - before).toBe(4);
    expect(await stateOf(all[0]!.id)).toEqual({ status: 'no_capacity', version: 2 });
    await setAlone({ ...all[0]!, version: 2 }, 'pending');
    const [later] = bulkRowsIn((await send(claimer, 'bulk/apply', body)).text);
    expect(later!.words).toMatch(/^Changed to No capacity\. Then Joel P\. changed it to Pending, /);
    expect((await stateOf(all[0]!.id)).status).toBe('pending');
  });

  it('says of one that had the status already that it had it, and writes nothing (R4)', async () => {
    const had = await make('Had', 'eligible');
    const before = await businessRows(app.deps.db);
    const answer = await send(claimer, 'bulk/apply', { pick: [pick(had)], to: 'eligible', reason: 'Again' });
    expect(bulkRowsIn(answer.text)).toMatchObject([{ words: 'It was Eligible already' }]);
    expect(answer.text).toContain('No referral was changed');
    expect(movedRows(before, await businessRows(app.deps.db))).toEqual([]);
  });

  it('takes a hundred and refuses one more, on the list, with what was ticked and chosen kept (U-13)', async () => {
    const one = await make('Many');
    const others = Array.from({ length: 99 }, () => `${newId()}.1`);
    const hundred = await send(claimer, 'bulk', { pick: [pick(one), ...others], to: 'eligible' });
    expect(hundred.status).toBe(200);
    expect(hundred.text).toContain('99 referrals are not here any more.');
    const before = await businessRows(app.deps.db);
    for (const step of ['bulk', 'bulk/apply'] as const) {
      const more = await send(claimer, step, { pick: [pick(one), ...others, `${newId()}.1`], to: 'eligible' });
      expect(more.status).toBe(422);
      expect(more.text).toContain('Tick at most 100 referrals at once');
      expect(rowsIn(more.text)).toContain(one.id);
      expect(more.text).toMatch(new RegExp(`value="${pick(one)}" checked`));
      expect(more.text).toContain('<option value="eligible" selected>');
    }
    expect(movedRows(before, await businessRows(app.deps.db))).toEqual([]);
  });

  it('asks for what is missing: a referral, a status one may set, a reason that is not too long', async () => {
    const one = await make('Missing');
    const wrong: [Record<string, unknown>, string][] = [
      [{ to: 'eligible' }, 'Tick at least one referral'],
      [{ pick: pick(one) }, 'Choose a status'],
      [{ pick: pick(one), to: 'not_updated' }, 'Choose a status'],
      [{ pick: 'nonsense', to: 'eligible' }, 'Reload the list and choose again'],
      [{ pick: pick(one), to: 'eligible', reason: 'x'.repeat(281) }, 'Use at most 280 characters'],
    ];
    for (const [body, words] of wrong) {
      for (const step of ['bulk', 'bulk/apply'] as const) {
        const answer = await send(claimer, step, body);
        expect([answer.status, words], words).toEqual([422, words]);
        expect(answer.text).toContain(words);
        expect(answer.text).toContain('<title>Error: ');
      }
    }
    expect(await stateOf(one.id)).toEqual({ status: 'not_updated', version: 1 });
  });

  it('R10, R13: neither page is there for anybody else, nor for a Claimer of another Program, and nothing moves', async () => {
    const mine = await make('Mine');
    const before = await businessRows(app.deps.db);
    const body = { pick: [pick(mine)], to: 'got_help' };
    for (const { email } of [cast.navigator, cast.stranger, cast.seeker, cast.admin]) {
      const browser = await app.signIn(email);
      for (const step of ['bulk', 'bulk/apply'] as const) expect((await send(browser, step, body)).status, email).toBe(404);
      expect((await browser.get(`/inbound/${cast.program.id}/bulk`)).status).toBe(404);
    }
    for (const step of ['bulk', 'bulk/apply'] as const) expect((await send(coclaimer, step, body, cast.otherProgram.id)).status).toBe(404);
    // By way of a Program of one's own, a referral of another is not there.
    for (const step of ['bulk', 'bulk/apply'] as const) {
      const answer = await send(claimer, step, body, cast.otherProgram.id);
      expect(answer.text).toContain('One referral is not here any more.');
      expect(answer.text).not.toContain(mine.id);
    }
    expect(movedRows(before, await businessRows(app.deps.db))).toEqual([]);
  });

  it('leads whoever comes by the address of an answer back to the list', async () => {
    for (const step of ['bulk', 'bulk/apply']) {
      const answer = await claimer.get(`/inbound/${cast.program.id}/${step}`);
      expect([answer.status, answer.headers['location']]).toEqual([303, `/inbound/${cast.program.id}`]);
    }
  });

  it('says who hears of it, and that another language leaves what came of it: there is no form to clear (R28, U-31)', async () => {
    const one = await make('Told');
    const review = await send(claimer, 'bulk', { pick: [pick(one)], to: 'pending', list: '' });
    expect(review.text).toContain('Clears this form:');
    const done = await send(claimer, 'bulk/apply', { pick: [pick(one)], to: 'pending', list: '' });
    expect(done.text).toContain('Everyone on the changed referrals who wants email gets one.');
    expect(done.text).toContain('Leaves this page:');
    expect(done.text).not.toContain('Clears this form:');
    const nothing = await send(claimer, 'bulk/apply', { pick: [`${newId()}.1`], to: 'pending', list: '' });
    expect(nothing.text).toContain('No referral was changed');
    expect(nothing.text).not.toContain('who wants email');
  });
});
