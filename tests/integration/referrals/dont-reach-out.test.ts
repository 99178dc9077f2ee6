import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, type Cast, type Role } from '../../support/cast.ts';
import { hiddenFields, sent, unescaped, WELL } from '../../support/connect-form.ts';
import { waitFor } from '../../support/wait-for.ts';
import { linkForClaimer, linkForSeeker, openedIn } from '../status-links/link-visits.ts';
import { referralNow, setStatus } from './referral-forms.ts';

const QUIET = { ...WELL, firstName: 'Quilla', lastName: 'Huanca', phone: '(212) 555-7777', email: 'quilla@seekers.test', zip: '94888' };
const HIDDEN = ['7777', 'quilla@', '94888'];

let app: TestApp;
let cast: Cast;
let navigator: Agent;
let coclaimer: Agent;
let referralId: string;
let seekerId: string;

beforeAll(async () => {
  app = await startApp({ workers: true });
  cast = await createCast(app.deps.db);
  [navigator, coclaimer] = await Promise.all([app.signIn(cast.navigator.email), app.signIn(cast.coclaimer.email)]);
  const person = { ...QUIET, contactPreference: 'dont_reach_out', comment: 'Two months behind on rent.' };
  ({ referralId, seekerId } = await sent(navigator, cast.program.id, person));
});
afterAll(() => app.close());

/** The mails about a referral, once each has had its end, with what was in them. */
async function mailsOf(id: string) {
  const { db } = app.deps;
  await waitFor(async () => (await db.email.count({ where: { state: { in: ['queued', 'sending'] } } })) === 0);
  const mails = await db.email.findMany({ where: { referralId: id } });
  const written = await db.devMail.findMany({ where: { id: { in: mails.map((mail) => mail.id) } } });
  return { mails, words: written.map(({ subject, text, html }) => [subject, text, html].join('\n')).join('\n') };
}

describe('R14: nobody is e-mailed about this Seeker’s referral except the Program', () => {
  test('not when it is made, nor when its status changes, whoever changes it', async () => {
    await app.deps.db.user.updateMany({ data: { notifications: 'at_once' } });
    for (const role of ['claimer', 'colleague'] as Role[])
      await setStatus(app, await app.signIn(cast[role].email), referralId, role === 'claimer' ? 'pending' : 'eligible');
    const { mails, words } = await mailsOf(referralId);
    expect(new Set(mails.map(({ party }) => party))).toEqual(new Set(['program']));
    expect(mails.filter(({ state }) => state === 'sent').length).toBeGreaterThanOrEqual(6);
    expect(mails.map(({ toAddress }) => toAddress)).not.toContain(cast.navigator.email);
    for (const secret of [...HIDDEN, QUIET.firstName, QUIET.lastName, 'rent.']) expect(words).not.toContain(secret);
  });

  test('not when it is taken further, nor when it is withdrawn', async () => {
    const hidden = hiddenFields((await navigator.get(`/programs/${cast.otherProgram.id}/connect?forwardedFrom=${referralId}`)).text);
    const further = await sent(navigator, cast.otherProgram.id, { ...QUIET, ...hidden, contactPreference: 'dont_reach_out' });
    await navigator.post(`/referrals/${further.referralId}/withdraw`).type('form').send({ version: 1, reason: 'Found help' });
    for (const id of [referralId, further.referralId]) {
      const { mails, words } = await mailsOf(id);
      expect(new Set(mails.map(({ party }) => party))).toEqual(new Set(['program']));
      for (const secret of [...HIDDEN, QUIET.firstName]) expect(words).not.toContain(secret);
    }
  });

  test('nor by a mail that was queued before they said so', async () => {
    const early = await sent(navigator, cast.program.id, { ...QUIET, contactPreference: 'email', comment: 'Food' });
    await mailsOf(early.referralId);
    await app.deps.db.seeker.update({
      where: { id: early.seekerId },
      data: { contactPreference: 'dont_reach_out', updatedAt: new Date() },
    });
    const before = await app.deps.db.email.count({ where: { party: { not: 'program' }, state: 'sent' } });
    await setStatus(app, coclaimer, early.referralId, 'pending');
    await mailsOf(early.referralId);
    expect(await app.deps.db.email.count({ where: { party: { not: 'program' }, state: 'sent' } })).toBe(before);
  });
});

describe('R14: Claimers see the Seeker’s name and no way to reach them', () => {
  test.each([
    ['the inbound list', () => `/inbound/${cast.program.id}`],
    ['the referral', () => `/referrals/${referralId}`],
    ['the profile', () => `/people/${seekerId}`],
    ['People I’m Helping', () => '/people'],
  ])('on %s', async (_name, place) => {
    const text = unescaped((await coclaimer.get(place())).text);
    expect(text).toContain('Quilla Huanca');
    for (const secret of HIDDEN) expect(text).not.toContain(secret);
  });

  test('in the search, where what is hidden finds nobody', async () => {
    for (const q of ['5557777', 'quilla@seekers.test']) {
      const answer = await coclaimer.post('/people').type('form').send({ q }).redirects(1);
      expect([q, answer.status, answer.text.includes('Huanca')]).toEqual([q, 200, false]);
    }
  });

  test('on the Status link’s page', async () => {
    const link = await linkForClaimer(app, referralId, cast.claimer);
    const { text } = await (await openedIn(app, link)).get(`/l/${link.publicId}`);
    expect(text).toContain('Quilla H.');
    for (const secret of [...HIDDEN, 'Huanca']) expect(text).not.toContain(secret);
  });

  test('while those who help read on how to reach them', async () => {
    const text = unescaped((await navigator.get(`/people/${seekerId}`)).text);
    for (const known of ['7777', 'quilla@', '94888']) expect(text).toContain(known);
  });
});

test('R12, R14: the Seeker’s own page works all the same: it asks, and it takes the answer', async () => {
  const own = await sent(navigator, cast.program.id, { ...QUIET, email: cast.seeker.email, contactPreference: 'dont_reach_out' });
  const seeker = await app.signIn(cast.seeker.email);
  expect((await seeker.get('/for-me')).text).toContain(`id="ask-${own.referralId}"`);
  expect(await setStatus(app, seeker, own.referralId, 'got_help')).toBe(303);
  expect((await referralNow(app, own.referralId)).status).toBe('got_help');
  const link = await linkForSeeker(app, own.referralId, cast.seeker.email);
  expect((await (await openedIn(app, link)).get(`/l/${link.publicId}`)).status).toBe(200);
});
