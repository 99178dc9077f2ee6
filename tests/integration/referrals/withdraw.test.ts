import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast, type Role } from '../../support/cast.ts';
import { everything, linkForClaimer, linkForSeeker, makeLinkedReferral, openedIn, SEEKER_EMAIL } from '../status-links/link-visits.ts';
import { eventsOf, formOf, referralNow, setStatus } from './referral-forms.ts';

let app: TestApp;
let cast: Cast;
let maker: Agent;
let claimer: Agent;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
  [maker, claimer] = await Promise.all([app.signIn(cast.navigator.email), app.signIn(cast.claimer.email)]);
});
afterAll(() => app.close());

const made = (wish = {}) => makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id, ...wish });
const place = (id: string) => `/referrals/${id}/withdraw`;
const send = (browser: Agent, id: string, body: object) => browser.post(place(id)).type('form').send(body);
const mailsOf = (referralId: string) => app.deps.db.email.findMany({ where: { referralId }, orderBy: { party: 'asc' } });

async function withdrawn(wish = {}): Promise<string> {
  const { id, version } = await made(wish);
  expect((await send(maker, id, { version, reason: 'Moved to Fresno' })).status).toBe(303);
  return id;
}

describe('R6: the maker withdraws a referral', () => {
  test('after being told what that does, with a reason; the loop is closed and history keeps both', async () => {
    const { id } = await made({ seen: true, status: 'pending' });
    expect((await maker.get(`/referrals/${id}`)).text).toContain(`href="${place(id)}">Withdraw this referral</a>`);
    const asked = await maker.get(place(id));
    expect(asked.status).toBe(200);
    expect(asked.text).toContain('nobody can change it after that');
    const { fields } = formOf(asked.text, place(id));
    const answer = await send(maker, id, { ...fields, reason: 'Moved to Fresno' });
    expect([answer.status, answer.headers['location']]).toEqual([303, `/referrals/${id}`]);
    const row = await app.deps.db.referral.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ status: 'no_longer_interested', version: 3, withdrawnReason: 'Moved to Fresno' });
    expect(row.withdrawnAt).not.toBeNull();
    expect((await eventsOf(app, id)).slice(-2)).toMatchObject([
      { kind: 'status_changed', fromStatus: 'pending', toStatus: 'no_longer_interested', version: 3, actorName: 'Dana W.' },
      { kind: 'withdrawn', reason: 'Moved to Fresno', actorName: 'Dana W.', actorOrganization: 'Riverside Clinic' },
    ]);
  });

  test('and every page says so: by whom, when and why, with nothing left to set', async () => {
    const id = await withdrawn();
    for (const role of ['navigator', 'colleague', 'claimer'] as Role[]) {
      const { text } = await (await app.signIn(cast[role].email)).get(`/referrals/${id}`);
      expect(text).toContain('This referral was withdrawn.');
      expect(text).toMatch(/<q>Moved to Fresno<\/q> <span>Withdrawn by Dana W\., \d/);
      for (const gone of [`action="/referrals/${id}/status"`, place(id), `/referrals/${id}/forward`]) expect(text).not.toContain(gone);
    }
    const lists = [await claimer.get(`/inbound/${cast.program.id}`), await maker.get(`/people/${(await rowOf(id)).seekerId}`)];
    for (const { text } of lists) {
      expect(text).toContain('Withdrawn by Dana W.');
      expect(text).not.toContain(`action="/referrals/${id}/status"`);
    }
  });

  test('R12: the Seeker reads in plain words that it was withdrawn, and is not said to have wanted it', async () => {
    const id = await withdrawn({ seeker: { userId: cast.seeker.id, email: cast.seeker.email } });
    const seeker = await app.signIn(cast.seeker.email);
    for (const page of [`/referrals/${id}`, '/for-me']) {
      const { text } = await seeker.get(page);
      expect(text).toContain('This was withdrawn.');
      expect(text).toMatch(/Dana W\. withdrew it on [^<]*“Moved to Fresno”/);
      expect(text).not.toContain('You don’t need this any more.');
      expect(text).not.toContain(`action="/referrals/${id}/status"`);
    }
  });

  test('without a reason, or with one too long, the same page asks again and nothing moves', async () => {
    const { id } = await made();
    for (const reason of ['', '   ', 'x'.repeat(281)]) {
      const answer = await send(maker, id, { version: 1, reason });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('<title>Error: Withdraw');
    }
    expect(await rowOf(id)).toMatchObject({ status: 'not_updated', withdrawnAt: null });
  });

  test('pressing twice, or again in another tab, withdraws once', async () => {
    const { id } = await made();
    const { fields } = formOf((await maker.get(place(id))).text, place(id));
    const press = { ...fields, reason: 'Moved' };
    const answers = await Promise.all([send(maker, id, press), send(maker, id, press)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect((await send(maker, id, { version: 1, reason: 'Another tab' })).status).toBe(303);
    expect((await maker.get(place(id))).headers['location']).toBe(`/referrals/${id}`);
    expect((await eventsOf(app, id)).filter(({ kind }) => kind === 'withdrawn')).toMatchObject([{ reason: 'Moved' }]);
  });

  test('where the status was "No longer interested" already, history gets the withdrawal alone (R4)', async () => {
    const { id } = await made({ status: 'no_longer_interested' });
    expect((await send(maker, id, { version: 2, reason: 'Sent to the wrong Program' })).status).toBe(303);
    expect((await eventsOf(app, id)).map(({ kind }) => kind)).toEqual(['created', 'status_changed', 'withdrawn']);
    expect(await rowOf(id)).toMatchObject({ version: 2, withdrawnReason: 'Sent to the wrong Program' });
    expect(await setStatus(app, claimer, id, 'pending')).toBe(422);
  });

  test('not after the Seeker got help: that outcome stays true, and the page says what to do', async () => {
    const { id } = await made({ status: 'got_help' });
    const page = await maker.get(place(id));
    expect(page.text).toContain('They got help, so there is nothing to withdraw.');
    expect(page.text).not.toContain(`action="${place(id)}"`);
    const answer = await send(maker, id, { version: 2, reason: 'Why not' });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('You wrote: “Why not”');
    expect(answer.text).not.toContain('Changed meanwhile');
    expect(await rowOf(id)).toMatchObject({ status: 'got_help', withdrawnAt: null });
  });

  test('R5: nor when the Program says so first: who said it, why not, and what its maker wrote are there', async () => {
    const { id } = await made();
    await setStatus(app, claimer, id, 'got_help', 'Keys on Friday');
    const answer = await send(maker, id, { version: 1, reason: 'Moved to Fresno' });
    expect(answer.status).toBe(409);
    for (const shown of ['Maria G.', 'Keys on Friday', 'They got help, so there is nothing to withdraw.', 'You wrote: “Moved to Fresno”'])
      expect(answer.text).toContain(shown);
    expect(answer.text).not.toContain(`action="${place(id)}"`);
    expect(await rowOf(id)).toMatchObject({ status: 'got_help', withdrawnAt: null });
  });

  test('a Claimer who made it may too: being the Program takes nothing from the maker', async () => {
    const { id } = await makeReferral(app.deps.db, { makerId: cast.claimer.id, programId: cast.program.id });
    expect((await send(claimer, id, { version: 1, reason: 'Written down twice' })).status).toBe(303);
    expect((await rowOf(id)).withdrawnReason).toBe('Written down twice');
  });
});

describe('R13: nobody else withdraws it: for them there is no such page', () => {
  const others: Role[] = ['colleague', 'outsider', 'claimer', 'coclaimer', 'admin', 'seeker', 'stranger'];
  test.each(others)('the %s', async (role) => {
    const { id } = await made({ seeker: { userId: cast.seeker.id, email: cast.seeker.email } });
    const browser = await app.signIn(cast[role].email);
    if (['colleague', 'claimer'].includes(role)) expect((await browser.get(`/referrals/${id}`)).text).not.toContain(place(id));
    const before = { ...(await everything(app)), access_log: '' };
    expect((await browser.get(place(id))).status).toBe(404);
    for (const body of [{ version: 1, reason: 'Mine' }, {}]) expect((await send(browser, id, body)).status).toBe(404);
    expect({ ...(await everything(app)), access_log: '' }).toEqual(before);
  });

  test('nor somebody who is not signed in, nor the holder of its Status link', async () => {
    const id = await makeLinkedReferral(app, cast);
    const holder = await openedIn(app, await linkForClaimer(app, id, cast.claimer));
    for (const browser of [app.request(), holder]) {
      expect((await browser.get(place(id))).headers['location']).toMatch(/^\/login/);
      await send(browser, id, { version: 1, reason: 'Mine' });
    }
    expect((await rowOf(id)).withdrawnAt).toBeNull();
  });

  test('nor the Seeker who asked for help themselves: they say that they do not need it any more', async () => {
    const { id } = await makeReferral(app.deps.db, { makerId: null, programId: cast.program.id, seeker: { userId: cast.seeker.id } });
    expect((await send(await app.signIn(cast.seeker.email), id, { version: 1, reason: 'Mine' })).status).toBe(404);
    expect((await rowOf(id)).withdrawnAt).toBeNull();
  });
});

describe('after that', () => {
  test('R4: nobody sets its status, by a form or a call, and each is told why', async () => {
    const id = await withdrawn({ seeker: { userId: cast.seeker.id, email: cast.seeker.email } });
    for (const role of ['navigator', 'colleague', 'claimer', 'seeker'] as Role[]) {
      const browser = await app.signIn(cast[role].email);
      const { version } = await referralNow(app, id);
      for (const tried of [version, 1]) {
        const answer = await browser.post(`/referrals/${id}/status`).type('form').send({ status: 'got_help', version: tried });
        expect([role, answer.status]).toEqual([role, 422]);
        expect(answer.text).toContain('This referral was withdrawn, so its status stays as it is.');
      }
      const call = await browser
        .post(`/referrals/${id}/status`)
        .set('Accept', 'application/json')
        .send({ status: 'no_longer_interested', version });
      expect([call.status, call.text]).toEqual([422, expect.stringContaining('withdrawn') as string]);
    }
    expect((await eventsOf(app, id)).at(-1)?.kind).toBe('withdrawn');
  });

  test('R-04: a press that was saved before is still answered as saved', async () => {
    const { id } = await made();
    const press = { status: 'eligible', version: 1, _idem: 'w'.repeat(22) };
    await claimer.post(`/referrals/${id}/status`).type('form').send(press);
    await send(maker, id, { version: 2, reason: 'Moved' });
    expect((await claimer.post(`/referrals/${id}/status`).type('form').send(press)).status).toBe(303);
    expect((await referralNow(app, id)).status).toBe('no_longer_interested');
  });

  test('R30: its Status links are dead and say kindly that it was withdrawn, nothing more, and offer no fresh one', async () => {
    const id = await makeLinkedReferral(app, cast, { comment: 'Two months behind on rent.' });
    const links = [await linkForClaimer(app, id, cast.claimer), await linkForSeeker(app, id)];
    const holders = await Promise.all(links.map((link) => openedIn(app, link)));
    expect((await send(maker, id, { version: 1, reason: 'Moved to Fresno' })).status).toBe(303);
    // One made by a mail that was on its way.
    links.push(await linkForSeeker(app, id));
    holders.push(await openedIn(app, links[2]!));
    for (const [index, browser] of holders.entries()) {
      const { publicId } = links[index]!;
      const shown = await browser.get(`/l/${publicId}`);
      expect(shown.status).toBe(410);
      expect(shown.text).toContain('This referral was withdrawn');
      for (const secret of ['Ana', 'Ruiz', 'rent', cast.program.name, 'Fresno', 'Dana', '/fresh']) expect(shown.text).not.toContain(secret);
      expect((await browser.post(`/l/${publicId}`).type('form').send({ status: 'got_help', version: 2 })).status).toBe(410);
      await browser.post(`/l/${publicId}/fresh`).type('form').send({});
    }
    expect((await mailsOf(id)).filter(({ kind }) => kind === 'fresh_link')).toEqual([]);
    expect((await referralNow(app, id)).status).toBe('no_longer_interested');
  });

  test('R28: the Program and the Seeker get one mail each, as they want mail; the maker gets none', async () => {
    const { db } = app.deps;
    await db.user.update({ where: { id: cast.coclaimer.id }, data: { notifications: 'never' } });
    await db.user.update({ where: { id: cast.both.id }, data: { notifications: 'daily_digest' } });
    const id = await withdrawn({ seeker: { email: SEEKER_EMAIL, contactPreference: 'email' } });
    const mails = await mailsOf(id);
    expect(mails.map(({ kind, party, toAddress }) => [kind, party, toAddress])).toEqual([
      ['referral_withdrawn', 'program', cast.claimer.email],
      ['referral_withdrawn', 'seeker', SEEKER_EMAIL],
    ]);
    const [entry] = await db.digestEntry.findMany({ where: { referralId: id } });
    expect(entry).toMatchObject({ userId: cast.both.id, party: 'program', eventId: (await eventsOf(app, id)).at(-1)!.id });
    await db.user.updateMany({ data: { notifications: 'at_once' } });
  });

  test('R14: after "Don’t reach out" the Program alone is told', async () => {
    const id = await withdrawn({ seeker: { email: SEEKER_EMAIL, contactPreference: 'dont_reach_out' } });
    expect(new Set((await mailsOf(id)).map(({ party }) => party))).toEqual(new Set(['program']));
  });
});

describe('R5: withdrawing and a change of the status at the same moment', () => {
  test('a change that came first is shown, the reason kept, and the question asked once more', async () => {
    const { id } = await made();
    const { fields } = formOf((await maker.get(place(id))).text, place(id));
    await setStatus(app, claimer, id, 'eligible', 'Papers are complete.');
    const answer = await send(maker, id, { ...fields, reason: 'Moved to Fresno' });
    expect(answer.status).toBe(409);
    for (const words of ['Maria G., Fair Oaks', 'changed the status to Eligible', 'Papers are complete.', 'Moved to Fresno</textarea>'])
      expect(answer.text).toContain(words);
    expect(await rowOf(id)).toMatchObject({ status: 'eligible', withdrawnAt: null });
    const again = formOf(answer.text, place(id)).fields;
    expect((await send(maker, id, { ...again, reason: 'Moved to Fresno' })).status).toBe(303);
  });

  test('one of the two wins, the other is told, and history never says both', async () => {
    for (let round = 0; round < 12; round += 1) {
      const { id } = await made();
      const change = () => claimer.post(`/referrals/${id}/status`).type('form').send({ status: 'eligible', version: 1 });
      const withdraw = () => send(maker, id, { version: 1, reason: 'Moved' });
      const [first, second] = round % 2 === 0 ? [change, withdraw] : [withdraw, change];
      const pair = await Promise.all([first(), second()]);
      const [changed, taken] = round % 2 === 0 ? pair : [pair[1], pair[0]];
      const kinds = (await eventsOf(app, id)).map(({ kind, toStatus }) => (kind === 'status_changed' ? toStatus : kind));
      if (taken.status === 303) {
        expect(changed.status).toBe(422);
        expect(kinds).toEqual(['created', 'no_longer_interested', 'withdrawn']);
      } else {
        expect([taken.status, changed.status]).toEqual([409, 303]);
        expect(kinds).toEqual(['created', 'seen', 'eligible']);
        expect((await rowOf(id)).withdrawnAt).toBeNull();
      }
    }
  });

  test('also where the withdrawal moves no version: from "No longer interested"', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { id } = await made({ status: 'no_longer_interested' });
      const [taken, changed] = await Promise.all([
        send(maker, id, { version: 2, reason: 'Moved' }),
        claimer.post(`/referrals/${id}/status`).type('form').send({ status: 'pending', version: 2 }),
      ]);
      const row = await rowOf(id);
      expect([taken.status, changed.status, row.status]).toEqual(
        row.withdrawnAt ? [303, 422, 'no_longer_interested'] : [409, 303, 'pending'],
      );
    }
  });
});

async function rowOf(id: string) {
  return app.deps.db.referral.findUniqueOrThrow({ where: { id } });
}
