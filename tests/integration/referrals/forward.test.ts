import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast, type Role } from '../../support/cast.ts';
import { connect, hiddenFields, sent, WELL } from '../../support/connect-form.ts';
import { everything, linkForClaimer, makeLinkedReferral, openedIn } from '../status-links/link-visits.ts';
import { eventsOf, referralNow, setStatus } from './referral-forms.ts';

let app: TestApp;
let cast: Cast;
let navigator: Agent;
let claimer: Agent;
let coclaimer: Agent;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
  [navigator, claimer, coclaimer] = await Promise.all([
    app.signIn(cast.navigator.email),
    app.signIn(cast.claimer.email),
    app.signIn(cast.coclaimer.email),
  ]);
});
afterAll(() => app.close());

const INES = {
  firstName: 'Ines',
  lastName: 'Moreno',
  email: 'ines@seekers.test',
  phone: '(650) 555-0142',
  zip: '94063',
  comment: 'Two months behind on rent.',
};
const made = (wish = {}) =>
  makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id, seeker: { email: INES.email }, ...wish });
const formFor = (browser: Agent, id: string, programId = cast.otherProgram.id) =>
  browser.get(`/programs/${programId}/connect?forwardedFrom=${id}`);
const rowOf = (id: string) => app.deps.db.referral.findUniqueOrThrow({ where: { id } });

/** Takes a referral further through its forms, and tells what came of it. */
async function forwarded(browser: Agent, id: string, body = {}): Promise<{ referralId: string; seekerId: string }> {
  const hidden = hiddenFields((await formFor(browser, id)).text);
  return sent(browser, cast.otherProgram.id, { ...WELL, ...hidden, ...body });
}

describe('R4: "Referred elsewhere" leads to the search with everything filled in', () => {
  test('from wherever the status is shown, for everybody who may say so', async () => {
    const { id, seekerId } = await made();
    await setStatus(app, coclaimer, id, 'referred_elsewhere');
    for (const [browser, pages] of [
      [navigator, [`/referrals/${id}`, `/people/${seekerId}`]],
      [claimer, [`/referrals/${id}`, `/inbound/${cast.program.id}`]],
    ] as const) {
      for (const page of pages) expect((await browser.get(page)).text).toContain(`href="/referrals/${id}/forward"`);
    }
  });

  test('at the Seeker’s ZIP, with whom it is for, on every page of the way, and no name in an address', async () => {
    const { id } = await made();
    const start = await navigator.get(`/referrals/${id}/forward`);
    expect(start.headers['location']).toBe(`/programs?forwardedFrom=${id}`);
    const search = await navigator.get(start.headers['location'] as string);
    expect(search.text).toContain('You are searching for <strong>Ines Moreno</strong>');
    expect(search.text).toMatch(/id="zip"[^>]*value="94063"/);
    expect(search.text).toContain(`href="/referrals/${id}">Stop and go back to the referral</a>`);
    const onward = `?forwardedFrom=${id}&amp;zip=94063`;
    expect(search.text).toContain(`href="/programs/${cast.otherProgram.id}/connect${onward}"`);
    for (const page of [
      `/programs/${cast.otherProgram.id}?forwardedFrom=${id}`,
      `/programs/${cast.otherProgram.id}/connect?forwardedFrom=${id}`,
    ])
      expect((await navigator.get(page)).text).toContain('You are searching for <strong>Ines Moreno</strong>');
  });

  test('the form holds the profile and the comment; consent is taken anew (R23)', async () => {
    const { id } = await made({ status: 'pending' });
    const { text } = await formFor(navigator, id);
    for (const value of [INES.firstName, INES.lastName, INES.email, INES.comment]) expect(text).toContain(value);
    expect(text).toContain(`This continues the referral to ${cast.program.name.replace('&', '&amp;')}. Its status is Pending now`);
    expect(text).not.toMatch(/name="consent"[^>]* checked/);
    const hidden = hiddenFields(text);
    const answer = await connect(navigator, cast.otherProgram.id, { ...WELL, ...hidden, consent: '' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Tick the box once Ines has agreed');
    expect(hiddenFields(answer.text)).toMatchObject({ forwardedFrom: id, forwardedVersion: '2' });
  });
});

describe('sending it', () => {
  test('makes a new referral that continues the old one, which becomes "Referred elsewhere" (R4, R6)', async () => {
    const { id, seekerId } = await made({ status: 'pending' });
    const further = await forwarded(navigator, id);
    expect(further.seekerId).toBe(seekerId);
    expect(await rowOf(further.referralId)).toMatchObject({
      forwardedFromId: id,
      programId: cast.otherProgram.id,
      madeById: cast.navigator.id,
      status: 'not_updated',
    });
    expect(await referralNow(app, id)).toMatchObject({ status: 'referred_elsewhere', version: 3 });
    expect((await eventsOf(app, id)).slice(-2)).toMatchObject([
      { kind: 'status_changed', fromStatus: 'pending', toStatus: 'referred_elsewhere', actorName: 'Dana W.' },
      { kind: 'forwarded', actorName: 'Dana W.', actorOrganization: 'Riverside Clinic' },
    ]);
    expect((await app.deps.db.consent.findUniqueOrThrow({ where: { referralId: further.referralId } })).takenByName).toBe('Dana W.');
    const told = await app.deps.db.email.findMany({ where: { referralId: id, kind: 'status_changed' } });
    expect(told.map(({ toAddress }) => toAddress).sort()).toEqual([cast.both.email, cast.claimer.email, cast.coclaimer.email].sort());
  });

  test('one that is "Referred elsewhere" already is not moved again, only said to be forwarded', async () => {
    const { id } = await made({ status: 'referred_elsewhere' });
    await forwarded(navigator, id);
    expect((await eventsOf(app, id)).map(({ kind }) => kind)).toEqual(['created', 'status_changed', 'forwarded']);
    await forwarded(navigator, id);
    expect((await eventsOf(app, id)).filter(({ kind }) => kind === 'forwarded')).toHaveLength(2);
  });

  test('pressing twice takes it further once (R-04)', async () => {
    const { id } = await made();
    const press = { ...WELL, ...hiddenFields((await formFor(navigator, id)).text) };
    const answers = await Promise.all([connect(navigator, cast.otherProgram.id, press), connect(navigator, cast.otherProgram.id, press)]);
    expect(new Set(answers.map(({ headers }) => headers['location'] as string)).size).toBe(1);
    expect(await app.deps.db.referral.count({ where: { forwardedFromId: id } })).toBe(1);
    expect((await eventsOf(app, id)).filter(({ kind }) => kind === 'forwarded')).toHaveLength(1);
  });

  test('R5: a status that changed while it was being filled in is shown first, and everything typed is kept', async () => {
    const { id } = await made();
    const press = { ...WELL, ...hiddenFields((await formFor(navigator, id)).text), comment: 'Needs food, too.' };
    await setStatus(app, claimer, id, 'eligible');
    const answer = await connect(navigator, cast.otherProgram.id, press);
    expect(answer.status).toBe(422);
    for (const words of ['Somebody changed the status of the referral you take further', 'Its status is Eligible now', 'Needs food, too.'])
      expect(answer.text).toContain(words);
    expect(await app.deps.db.referral.count({ where: { forwardedFromId: id } })).toBe(0);
    expect((await referralNow(app, id)).status).toBe('eligible');
    await sent(navigator, cast.otherProgram.id, { ...press, ...hiddenFields(answer.text) });
    expect((await referralNow(app, id)).status).toBe('referred_elsewhere');
  });

  test.each(['got_help', 'no_longer_interested', 'withdrawn'] as const)('not once it is closed meanwhile: %s', async (end) => {
    const { id } = await made();
    const press = { ...WELL, ...hiddenFields((await formFor(navigator, id)).text) };
    if (end === 'withdrawn') await navigator.post(`/referrals/${id}/withdraw`).type('form').send({ version: 1, reason: 'Moved' });
    else await setStatus(app, claimer, id, end);
    const answer = await connect(navigator, cast.otherProgram.id, press);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('was closed meanwhile, so nothing was sent');
    expect(await app.deps.db.referral.count({ where: { forwardedFromId: id } })).toBe(0);
    expect((await navigator.get(`/referrals/${id}`)).text).not.toContain(`/referrals/${id}/forward`);
    expect((await navigator.get(`/referrals/${id}/forward`)).headers['location']).toBe(`/referrals/${id}`);
  });

  test('nor to the Program it was sent to already', async () => {
    const { id } = await made();
    const hidden = hiddenFields((await formFor(navigator, id, cast.program.id)).text);
    const answer = await connect(navigator, cast.program.id, { ...WELL, ...hidden });
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('was sent to this Program before') as string]);
    expect(await app.deps.db.referral.count({ where: { forwardedFromId: id } })).toBe(0);
  });
});

describe('R11: a Claimer takes it further', () => {
  test('with what was shared with them and no more, as a referral of their own, shared with their own Teams (R9)', async () => {
    const { id, seekerId } = await made();
    await app.deps.db.seeker.update({
      where: { id: seekerId },
      data: { email: 'newer@seekers.test', phone: '+16505550999', zip: '94301' },
    });
    await app.deps.db.team.update({ where: { id: cast.program.teamId }, data: { teamNavigation: true } });
    const { text } = await formFor(coclaimer, id);
    for (const value of [INES.email, INES.zip, INES.comment]) expect(text).toContain(value);
    for (const secret of ['newer@seekers.test', '5550999', '94301', 'saveProfile', seekerId]) expect(text).not.toContain(secret);
    const further = await forwarded(coclaimer, id, { email: INES.email });
    expect(further.seekerId).not.toBe(seekerId);
    expect(await rowOf(further.referralId)).toMatchObject({
      madeById: cast.coclaimer.id,
      makerOrganization: cast.program.name,
      forwardedFromId: id,
    });
    const shares = await app.deps.db.referralShare.findMany({ where: { referralId: further.referralId } });
    expect(shares.map(({ teamId }) => teamId)).toEqual([cast.program.teamId]);
    expect((await eventsOf(app, id)).map(({ kind }) => kind)).toEqual(['created', 'seen', 'status_changed', 'forwarded']);
    expect((await coclaimer.get(`/people/${seekerId}`)).text).not.toContain('newer@seekers.test');
    await app.deps.db.team.update({ where: { id: cast.program.teamId }, data: { teamNavigation: false } });
  });

  test('R14: after "Don’t reach out" with the name alone, and the wish goes with it', async () => {
    const { id } = await made({ seeker: { email: INES.email, contactPreference: 'dont_reach_out' } });
    const search = await claimer.get(`/programs?forwardedFrom=${id}`);
    const { text } = await formFor(claimer, id);
    expect(text).toContain('Ines');
    for (const page of [search.text, text])
      for (const secret of [INES.email, '5550142', '555-0142', 'value="94063"']) expect(page).not.toContain(secret);
    expect(text).toMatch(/value="dont_reach_out"[^>]* checked/);
  });

  test('R15: who opens the form filled in from a referral has looked at it', async () => {
    const { id, seekerId } = await made();
    await formFor(coclaimer, id);
    const looks = await app.deps.db.accessLog.findMany({ where: { seekerId } });
    expect(looks.map(({ userId, referralId }) => [userId, referralId])).toEqual([[cast.coclaimer.id, id]]);
  });
});

describe('R13: the chain, on both pages, for whoever sees both ends', () => {
  const NAME = 'Peninsula Food Pantry';

  test('the referring side sees where it went and where it came from, each with how it stands', async () => {
    const { id } = await made();
    const { referralId } = await forwarded(navigator, id);
    await setStatus(app, claimer, referralId, 'eligible');
    for (const role of ['navigator', 'colleague', 'claimer'] as Role[]) {
      const browser = await app.signIn(cast[role].email);
      const old = (await browser.get(`/referrals/${id}`)).text;
      expect(old).toMatch(
        new RegExp(
          `Taken further to <a class="lnk" href="/referrals/${referralId}">${NAME}</a></p>.*data-status="eligible">.*Eligible</span></span> <span class="by">Sent [^<]+<`,
        ),
      );
      expect(old).toMatch(/Took it further to <b>Peninsula Food Pantry<\/b>/);
      const fresh = (await browser.get(`/referrals/${referralId}`)).text;
      expect(fresh).toMatch(
        new RegExp(
          `Continues the referral to <a class="lnk" href="/referrals/${id}">Fair Oaks[^<]+</a></p>.*data-status="referred_elsewhere">.*Referred`,
        ),
      );
    }
  });

  test('a Claimer of the first Program alone reads that it was forwarded, not where, nor that there is another referral', async () => {
    const { id } = await made();
    const { referralId } = await forwarded(navigator, id);
    const { text } = await coclaimer.get(`/referrals/${id}`);
    expect(text).toContain('Forwarded it');
    for (const secret of [NAME, referralId, 'Related referrals']) expect(text).not.toContain(secret);
    expect((await coclaimer.get(`/referrals/${referralId}`)).status).toBe(404);
  });

  test('its maker does not see what a Claimer makes of it, and the Program it goes to does not see where it came from', async () => {
    const pantry = await app.deps.db.user.create({
      data: { email: 'pantry@demo.test', firstName: 'Pat', lastName: 'Pantry', emailVerifiedAt: new Date() },
    });
    await app.deps.db.membership.create({ data: { userId: pantry.id, teamId: cast.otherProgram.teamId } });
    await app.deps.db.user.update({
      where: { id: pantry.id },
      data: { passwordHash: (await app.deps.db.user.findFirstOrThrow({ where: { email: cast.navigator.email } })).passwordHash },
    });
    const { id } = await made();
    const { referralId } = await forwarded(coclaimer, id);
    const old = (await navigator.get(`/referrals/${id}`)).text;
    expect(old).toContain('Forwarded it');
    for (const secret of [NAME, referralId]) expect(old).not.toContain(secret);
    const fresh = (await (await app.signIn(pantry.email)).get(`/referrals/${referralId}`)).text;
    expect(fresh).toContain('Joel P.');
    for (const secret of [id, 'Related referrals', 'Continues']) expect(fresh).not.toContain(secret);
  });

  test('R12: the Seeker, who sees both, reads both in plain words', async () => {
    const { id } = await made({ seeker: { userId: cast.seeker.id, email: cast.seeker.email } });
    const { referralId } = await forwarded(navigator, id, { email: cast.seeker.email });
    const seeker = await app.signIn(cast.seeker.email);
    const old = (await seeker.get(`/referrals/${id}`)).text;
    expect(old).toMatch(new RegExp(`We asked another program for you: <a class="lnk" href="/referrals/${referralId}">${NAME}</a>`));
    expect((await seeker.get(`/referrals/${referralId}`)).text).toContain(
      `This follows your referral to <a class="lnk" href="/referrals/${id}">`,
    );
  });
});

describe('R13: nobody else takes it further', () => {
  test.each(['outsider', 'admin', 'seeker', 'stranger'] as Role[])('the %s: not found, and nothing moves', async (role) => {
    const { id } = await made({ seeker: { userId: cast.seeker.id, email: cast.seeker.email } });
    const browser = await app.signIn(cast[role].email);
    const before = await everything(app);
    for (const page of [
      `/referrals/${id}/forward`,
      `/programs?forwardedFrom=${id}`,
      `/programs/${cast.otherProgram.id}?forwardedFrom=${id}`,
    ])
      expect((await browser.get(page)).status).toBe(404);
    expect((await formFor(browser, id)).status).toBe(404);
    for (const extra of [{}, { for: 'me' }])
      expect((await connect(browser, cast.otherProgram.id, { ...WELL, forwardedFrom: id, ...extra })).status).toBe(404);
    expect(await everything(app)).toEqual(before);
  });

  test('nor who is not signed in, nor the holder of its Status link', async () => {
    const id = await makeLinkedReferral(app, cast);
    const holder = await openedIn(app, await linkForClaimer(app, id, cast.claimer));
    for (const browser of [app.request(), holder]) {
      expect((await browser.get(`/referrals/${id}/forward`)).headers['location']).toMatch(/^\/login/);
      expect((await formFor(browser, id)).headers['location']).toMatch(/^\/login/);
      await connect(browser, cast.otherProgram.id, { ...WELL, forwardedFrom: id });
    }
    expect(await app.deps.db.referral.count({ where: { forwardedFromId: id } })).toBe(0);
    expect((await referralNow(app, id)).status).toBe('not_updated');
  });

  test('and an id that is none is nobody’s', async () => {
    for (const id of ['x', '0197a000-0000-7000-8000-000000000000', '%00'])
      for (const page of [`/programs?forwardedFrom=${id}`, `/programs/${cast.program.id}/connect?forwardedFrom=${id}`])
        expect([id, (await navigator.get(page)).status]).toEqual([id, 404]);
  });
});
