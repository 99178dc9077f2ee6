import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findVisibleReferral } from '../../../src/referrals/visible-referrals.store.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, type Cast, type Role } from '../../support/cast.ts';
import { connect, sent, tallies, WELL } from '../../support/connect-form.ts';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());

const sees = async (role: Role, referralId: string): Promise<string[]> =>
  (await findVisibleReferral(app.deps.db, await cast.actor(role), referralId))?.sides ?? [];

describe('sending a referral', () => {
  it('appears at once for the Seeker, the maker and every Claimer of the Program, and for nobody else (R1, R8, R10)', async () => {
    const navigator = await app.signIn(cast.outsider.email);
    const { referralId, seekerId } = await sent(navigator, cast.program.id, { ...WELL, email: cast.seeker.email });

    const profile = await navigator.get(`/people/${seekerId}`);
    expect(profile.text).toContain('Ana Ruiz');
    expect(profile.text).toContain(`data-referral="${referralId}"`);
    for (const claimer of [cast.claimer, cast.coclaimer, cast.both]) {
      const browser = await app.signIn(claimer.email);
      expect((await browser.get(`/inbound/${cast.program.id}`)).text).toContain(referralId);
      expect((await browser.get(`/people/${seekerId}`)).text).toContain(`data-referral="${referralId}"`);
    }
    const forMe = await (await app.signIn(cast.seeker.email)).get('/for-me');
    expect(forMe.text).toContain(`data-referral="${referralId}"`);
    for (const role of ['navigator', 'colleague', 'stranger', 'admin'] as const) {
      expect(await sees(role, referralId)).toEqual([]);
      expect((await (await app.signIn(cast[role].email)).get(`/people/${seekerId}`)).status).toBe(404);
    }
  });

  it('keeps what the form shared, the comment and the history’s first entry as they were (R2, R6, R7, R11)', async () => {
    const { referralId } = await sent(await app.signIn(cast.navigator.email), cast.program.id, WELL);
    const referral = await app.deps.db.referral.findUniqueOrThrow({
      where: { id: referralId },
      include: { events: true, seeker: true, shares: true },
    });
    expect(referral).toMatchObject({
      source: 'navigator',
      madeById: cast.navigator.id,
      status: 'not_updated',
      version: 1,
      comment: WELL.comment,
      makerName: 'Dana W.',
      makerOrganization: 'Riverside Clinic',
      sharedFirstName: 'Ana',
      sharedEmail: WELL.email,
      sharedPhone: '+16505550173',
      sharedZip: '94063',
      sharedLanguage: 'es',
      sharedPreference: 'text',
    });
    expect(referral.events).toHaveLength(1);
    expect(referral.events[0]).toMatchObject({
      kind: 'created',
      via: 'dashboard',
      actorName: 'Dana W.',
      actorOrganization: 'Riverside Clinic',
      version: null,
    });
    expect(referral.seeker).toMatchObject({ madeById: cast.navigator.id, userId: null, contactPreference: 'text', version: 1 });
  });

  it('queues the Program’s mail in the same transaction, and none for its maker (R28, R29)', async () => {
    const { referralId } = await sent(await app.signIn(cast.navigator.email), cast.program.id, { ...WELL, contactPreference: 'email' });
    const mail = await app.deps.db.email.findMany({ where: { referralId }, orderBy: { toAddress: 'asc' } });
    expect(mail.map(({ toAddress, kind }) => [toAddress, kind])).toEqual([
      [WELL.email, 'referral_made'],
      [cast.both.email, 'referral_received'],
      [cast.claimer.email, 'referral_received'],
      [cast.coclaimer.email, 'referral_received'],
    ]);
  });

  it('tells its maker what happens next, on the Seeker’s Profile', async () => {
    const navigator = await app.signIn(cast.navigator.email);
    const answer = await connect(navigator, cast.program.id, WELL);
    const page = await navigator.get(answer.headers['location'] as string);
    expect(page.text).toContain('Sent to Fair Oaks Rent &amp; Home Help. They will get an email with a link.');
  });

  it('is refused for a Seeker the sender does not help, with nothing moved (R13)', async () => {
    const { seekerId } = await sent(await app.signIn(cast.outsider.email), cast.program.id, WELL);
    const before = await tallies(app.deps.db);
    for (const role of ['navigator', 'colleague', 'stranger', 'claimer', 'coclaimer', 'admin', 'seeker'] as const) {
      const browser = await app.signIn(cast[role].email);
      expect((await connect(browser, cast.otherProgram.id, { ...WELL, seekerId })).status).toBe(404);
      expect((await browser.get(`/programs/${cast.otherProgram.id}/connect?seekerId=${seekerId}`)).status).toBe(404);
    }
    const nobody = await connect(app.request(), cast.otherProgram.id, { ...WELL, seekerId });
    expect(nobody.status).toBe(303);
    expect(nobody.headers['location']).toContain(`/login?returnTo=${encodeURIComponent(`/programs/${cast.otherProgram.id}/connect`)}`);
    expect(await tallies(app.deps.db)).toEqual(before);
  });

  it('writes all of it or nothing: a failing mail queue leaves no Seeker, referral or history (R29)', async () => {
    const { sendReferral } = await import('../../../src/referrals/send-referral.service.ts');
    const before = await tallies(app.deps.db);
    const jobs = { deliverEmails: () => Promise.reject(new Error('queue away')) };
    const request = {
      programId: cast.program.id,
      who: { kind: 'new' as const },
      person: {
        firstName: 'Ana',
        lastName: '',
        email: null,
        phone: '6505550173',
        zip: null,
        language: 'en',
        contactPreference: 'phone' as const,
      },
      comment: '',
      consent: { version: 'x', language: 'en', text: 'x' },
      press: null,
    };
    await expect(sendReferral({ ...app.deps, jobs }, await cast.actor('navigator'), request)).rejects.toThrow('queue away');
    expect(await tallies(app.deps.db)).toEqual(before);
  });
});
