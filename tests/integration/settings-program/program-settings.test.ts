import type { Agent, Response } from 'supertest';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { storePrograms } from '../../../src/directory/directory.service.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast } from '../../support/cast.ts';
import { connect, sent, tallies, valueOf, WELL } from '../../support/connect-form.ts';
import { someProgram } from '../../support/programs.ts';
import { businessRows, movedRows } from '../visibility/rows.ts';

let app: TestApp;
let cast: Cast;
let here: string;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
  here = `/settings/programs/${cast.program.id}`;
});
afterAll(() => app.close());
afterEach(async () => {
  await app.deps.db.program.update({ where: { id: cast.program.id }, data: { acceptingReferrals: true, acceptingNote: null } });
  await app.deps.db.team.update({ where: { id: cast.program.teamId }, data: { teamNavigation: false } });
});

interface Wishes {
  accepting?: string;
  note?: string;
  teamNavigation?: string;
}

/** Reads the page and sends its form with these wishes, as of the version that was read. */
async function save(browser: Agent, wishes: Wishes, version?: string): Promise<Response> {
  const seen = version ?? (await versionOn(browser));
  const body = { accepting: 'on', note: '', teamNavigation: 'off', ...wishes, version: seen };
  return browser.post(here).type('form').send(body);
}
async function versionOn(browser: Agent): Promise<string> {
  return /name="version" value="(\d+)"/.exec((await browser.get(here)).text)?.[1] ?? '';
}
const program = () => app.deps.db.program.findUniqueOrThrow({ where: { id: cast.program.id } });
const team = () => app.deps.db.team.findUniqueOrThrow({ where: { id: cast.program.teamId } });

describe('who may set a Program up (R27, R13)', () => {
  it('is its Program Admin; for other Claimers, Workers, Site admins and strangers the page is not there, and nothing moves', async () => {
    expect((await (await app.signIn(cast.claimer.email)).get(here)).status).toBe(200);
    const before = await businessRows(app.deps.db);
    for (const person of [cast.coclaimer, cast.both, cast.navigator, cast.admin, cast.stranger]) {
      const browser = await app.signIn(person.email);
      expect([(await browser.get(here)).status, (await save(browser, { accepting: 'off' }, '1')).status], person.email).toEqual([404, 404]);
    }
    expect((await app.request().get(here)).headers['location']).toContain('/login?returnTo=');
    expect(movedRows(before, await businessRows(app.deps.db))).toEqual([]);
  });

  it('is nobody, for a Program that is not theirs or not there', async () => {
    const claimer = await app.signIn(cast.claimer.email);
    for (const id of ['0197a000-0000-7000-8000-000000000000', 'me', cast.familyNavigation]) {
      expect((await claimer.get(`/settings/programs/${id}`)).status).toBe(404);
    }
  });
});

describe('the accepting-referrals switch (R22, R27)', () => {
  it('is shown with its note in the search, on the Program’s page and instead of the Connect form, before anybody fills it in', async () => {
    const saved = await save(await app.signIn(cast.claimer.email), { accepting: 'off', note: 'Again from Monday' });
    expect([saved.status, saved.headers['location']]).toEqual([303, `${here}?after=saved`]);
    const anybody = app.request();
    for (const place of ['/programs?q=fair', `/programs/${cast.program.id}`]) {
      expect((await anybody.get(place)).text, place).toContain('Not accepting referrals<small>Again from Monday</small>');
    }
    const form = (await anybody.get(`/programs/${cast.program.id}/connect`)).text;
    expect(form).toContain('They say: “Again from Monday”');
    expect(form).not.toContain('Send referral');
  });

  it('turned off while somebody fills in the form: nothing is sent, what was typed is kept, and they are told what to do', async () => {
    const navigator = await app.signIn(cast.navigator.email);
    expect((await navigator.get(`/programs/${cast.program.id}/connect`)).text).toContain('Send referral');
    await save(await app.signIn(cast.claimer.email), { accepting: 'off', note: 'Again from Monday' });
    const before = await tallies(app.deps.db);
    const answer = await connect(navigator, cast.program.id, WELL);
    expect(answer.status).toBe(422);
    expect([valueOf(answer.text, 'firstName'), answer.text.includes(WELL.comment)]).toEqual(['Ana', true]);
    for (const words of ['so nothing was sent', '“Again from Monday”', 'What you wrote stays here.', 'Find other programs'])
      expect(answer.text).toContain(words);
    expect(await tallies(app.deps.db)).toEqual(before);
  });

  it('touches no referral that is there: its Claimers go on with it', async () => {
    const { id } = await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id });
    const claimer = await app.signIn(cast.claimer.email);
    await save(claimer, { accepting: 'off' });
    const answer = await claimer.post(`/referrals/${id}/status`).type('form').send({ status: 'pending', version: 1 });
    expect(answer.status).toBe(303);
  });

  it('turned on again takes its note away, and the form is back', async () => {
    const claimer = await app.signIn(cast.claimer.email);
    await save(claimer, { accepting: 'off', note: 'Again from Monday' });
    await save(claimer, { accepting: 'on', note: 'Again from Monday' });
    expect(await program()).toMatchObject({ acceptingReferrals: true, acceptingNote: null });
    expect((await app.request().get(`/programs/${cast.program.id}/connect`)).text).toContain('Send referral');
  });

  it('is never touched by an import of the directory, nor is its note', async () => {
    const store = (description: string) =>
      storePrograms(app.deps, 'switched', [someProgram('one', { name: 'Switched Pantry', description })]);
    await store('First words');
    const { id } = await app.deps.db.program.findFirstOrThrow({ where: { source: 'switched' } });
    await app.deps.db.program.update({ where: { id }, data: { acceptingReferrals: false, acceptingNote: 'Again from Monday' } });
    expect((await store('Other words')).updated).toBe(1);
    expect(await app.deps.db.program.findUniqueOrThrow({ where: { id } })).toMatchObject({
      description: 'Other words',
      acceptingReferrals: false,
      acceptingNote: 'Again from Monday',
    });
  });
});

describe('Team Navigation of a Program (R9, R10)', () => {
  it('shares the outbound referrals its Claimers make from then on, and says that it changes nothing about what comes in', async () => {
    const claimer = await app.signIn(cast.claimer.email);
    expect((await claimer.get(here)).text).toContain('It does not change who reads what comes in.');
    const inbound = await makeReferral(app.deps.db, { makerId: cast.outsider.id, programId: cast.program.id });
    const coclaimer = await app.signIn(cast.coclaimer.email);
    const before = await sent(claimer, cast.otherProgram.id, WELL);
    await save(claimer, { teamNavigation: 'on' });
    const after = await sent(claimer, cast.otherProgram.id, { ...WELL, firstName: 'Berta' });
    const seen = async (id: string): Promise<number> => (await coclaimer.get(`/referrals/${id}`)).status;
    expect([await seen(before.referralId), await seen(after.referralId), await seen(inbound.id)]).toEqual([404, 200, 200]);
    await save(claimer, { teamNavigation: 'off' });
    expect([await seen(after.referralId), await seen(inbound.id)]).toEqual([200, 200]);
  });
});

describe('two Program Admins at once (R-02)', () => {
  it('the second is told what the first has set, what they chose is kept, and saving again works', async () => {
    await app.deps.db.membership.updateMany({ where: { teamId: cast.program.teamId, userId: cast.both.id }, data: { role: 'admin' } });
    const [one, other] = [await app.signIn(cast.claimer.email), await app.signIn(cast.both.email)];
    const version = await versionOn(other);
    expect((await save(one, { accepting: 'off', note: 'Again from Monday' })).status).toBe(303);
    const late = await save(other, { teamNavigation: 'on' }, version);
    expect(late.status).toBe(409);
    for (const words of ['Somebody else changed this Program meanwhile', 'is now not accepting referrals', '“Again from Monday”'])
      expect(late.text).toContain(words);
    expect(late.text).toMatch(/name="teamNavigation" value="on" checked/);
    expect([(await program()).acceptingReferrals, (await team()).teamNavigation]).toEqual([false, false]);
    const again = /name="version" value="(\d+)"/.exec(late.text)?.[1];
    expect((await save(other, { teamNavigation: 'on' }, again)).status).toBe(303);
    expect([(await program()).acceptingReferrals, (await team()).teamNavigation]).toEqual([true, true]);
  });

  it('the second is told after a mistake of theirs, too: the form stays what they saw', async () => {
    const claimer = await app.signIn(cast.claimer.email);
    const version = await versionOn(claimer);
    await save(claimer, { accepting: 'off', note: 'Again from Monday' });
    const mistaken = await save(claimer, { accepting: 'off', note: 'x'.repeat(121), teamNavigation: 'on' }, version);
    expect([mistaken.status, /name="version" value="(\d+)"/.exec(mistaken.text)?.[1]]).toEqual([422, version]);
    expect((await save(claimer, { accepting: 'off', note: '', teamNavigation: 'on' }, version)).status).toBe(409);
    expect([(await program()).acceptingNote, (await team()).teamNavigation]).toEqual(['Again from Monday', false]);
  });

  it('pressing at the same moment, one wins and the other is told; who wants the same is told nothing', async () => {
    const [one, other] = [await app.signIn(cast.claimer.email), await app.signIn(cast.both.email)];
    const version = await versionOn(one);
    const answers = await Promise.all([
      save(one, { accepting: 'off', note: 'One' }, version),
      save(other, { accepting: 'off', note: 'Two' }, version),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const { acceptingNote } = await program();
    expect((await save(other, { accepting: 'off', note: acceptingNote ?? '' }, version)).status).toBe(303);
  });
});

describe('what no setting is made of', () => {
  it.each([
    {},
    { accepting: 'maybe' },
    { accepting: 'off', note: 'x'.repeat(121) },
    { accepting: 'off', note: undefined },
    { teamNavigation: '' },
    { accepting: 'off', acceptingReferrals: 'true' },
  ])('%j: 422, and nothing moves', async (wishes) => {
    const before = await businessRows(app.deps.db);
    const claimer = await app.signIn(cast.claimer.email);
    const body = Object.keys(wishes).length === 0 ? {} : { accepting: 'on', note: '', teamNavigation: 'off', version: '1', ...wishes };
    expect((await claimer.post(here).type('form').send(body)).status).toBe(422);
    expect(movedRows(before, await businessRows(app.deps.db))).toEqual([]);
  });
});
