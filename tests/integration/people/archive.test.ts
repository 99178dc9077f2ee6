import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, makeSeeker, type Cast, type Role } from '../../support/cast.ts';
import { PERSON, sent, WELL } from '../../support/connect-form.ts';
import { linkForSeeker, openedIn } from '../status-links/link-visits.ts';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());

const refer = () => makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id });
const signIn = (role: Role) => app.signIn(cast[role].email);
const seeker = (id: string) => app.deps.db.seeker.findUniqueOrThrow({ where: { id } });
const press = async (role: Role, seekerId: string, what: 'archive' | 'restore') =>
  (await signIn(role)).post(`/people/${seekerId}/${what}`).type('form').send({});
const lists = async (role: Role, seekerId: string, query = ''): Promise<boolean> =>
  (await (await signIn(role)).get(`/people${query}`)).text.includes(`id="person-${seekerId}"`);

describe('archiving a Seeker’s Profile (R17)', () => {
  it('leaves them out of the list of everybody who helps them, until somebody asks for archived people too', async () => {
    const { seekerId } = await refer();
    expect(await lists('navigator', seekerId)).toBe(true);
    expect((await press('colleague', seekerId, 'archive')).headers['location']).toBe(`/people/${seekerId}?done=archived`);
    for (const role of ['navigator', 'colleague'] as const) {
      expect(await lists(role, seekerId)).toBe(false);
      expect(await lists(role, seekerId, '?archived=only')).toBe(true);
      expect(await lists(role, seekerId, '?archived=all')).toBe(true);
    }
    expect((await seeker(seekerId)).archivedByName).toBe('Nathaniel B., Riverside Clinic');
  });

  it('shows on the profile who did it, and one button takes it back', async () => {
    const { seekerId } = await refer();
    await press('navigator', seekerId, 'archive');
    const page = (await (await signIn('colleague')).get(`/people/${seekerId}`)).text;
    expect(page).toContain('Dana W., Riverside Clinic');
    expect(page).toContain(`action="/people/${seekerId}/restore"`);
    expect(page).not.toContain(`action="/people/${seekerId}/archive"`);
    await press('colleague', seekerId, 'restore');
    expect(await lists('navigator', seekerId)).toBe(true);
    expect(await seeker(seekerId)).toMatchObject({ archivedAt: null, archivedByName: null });
  });

  it('pressed twice is done once: the first name stays, and no version moves', async () => {
    const { seekerId } = await refer();
    const { version } = await seeker(seekerId);
    await press('navigator', seekerId, 'archive');
    await press('colleague', seekerId, 'archive');
    expect(await seeker(seekerId)).toMatchObject({ archivedByName: 'Dana W., Riverside Clinic', version });
  });

  it('is not there for Claimers, and makes no difference to them (R11)', async () => {
    const { seekerId } = await refer();
    for (const what of ['archive', 'restore'] as const) expect((await press('coclaimer', seekerId, what)).status).toBe(404);
    expect((await seeker(seekerId)).archivedAt).toBeNull();
    await press('navigator', seekerId, 'archive');
    expect(await lists('coclaimer', seekerId)).toBe(true);
    expect(await lists('coclaimer', seekerId, '?archived=only')).toBe(false);
    const page = (await (await signIn('coclaimer')).get(`/people/${seekerId}`)).text;
    expect(page).not.toMatch(/Archive|Restore|Last changed/);
  });

  it.each(['outsider', 'stranger', 'admin', 'seeker'] as const)('is not there for the %s (R13)', async (role) => {
    const { seekerId } = await refer();
    for (const what of ['archive', 'restore'] as const) expect((await press(role, seekerId, what)).status).toBe(404);
    expect((await seeker(seekerId)).archivedAt).toBeNull();
  });

  it('lets referrals go on: an answer comes in and restores nobody, a new referral does', async () => {
    const { seekerId, id } = await refer();
    await press('navigator', seekerId, 'archive');
    const claimer = await signIn('claimer');
    await claimer.post(`/referrals/${id}/status`).type('form').send({ status: 'eligible', version: 1 });
    expect(await lists('navigator', seekerId)).toBe(false);
    const row = (await (await signIn('navigator')).get('/people?archived=only&status=progress')).text;
    expect(row).toContain(`id="person-${seekerId}"`);
    expect(row).toContain('Archived');
    await sent(await signIn('navigator'), cast.otherProgram.id, { ...WELL, seekerId });
    expect(await lists('navigator', seekerId)).toBe(true);
  });

  it('is found by a search that looks among archived people too, and offers it where nobody else is found', async () => {
    const seekerId = await makeSeeker(app.deps.db, { firstName: 'Ludmila', lastName: 'Archer' }, cast.navigator.id);
    await press('navigator', seekerId, 'archive');
    const navigator = await signIn('navigator');
    const nobody = await navigator.post('/people').type('form').send({ q: 'ludmila' }).redirects(1);
    const more = /href="(\/people\?[^"]*archived=all[^"]*)"/.exec(nobody.text)?.[1]?.replaceAll('&amp;', '&');
    expect((await navigator.get(more!)).text).toContain(`id="person-${seekerId}"`);
  });
});

describe('what a profile that is archived or restored says about mail (R14, R28, R30)', () => {
  const FORM = { email: 'form@seekers.test', contactPreference: 'email' };
  const mailed = async (): Promise<string[]> =>
    (await app.deps.db.email.findMany({ where: { toAddress: { endsWith: '@seekers.test' } }, orderBy: { id: 'asc' } })).map(
      ({ toAddress }) => toAddress,
    );
  const answer = async (referralId: string) => {
    const { version } = await app.deps.db.referral.findUniqueOrThrow({ where: { id: referralId } });
    const status = version % 2 === 1 ? 'pending' : 'eligible';
    await (await signIn('claimer')).post(`/referrals/${referralId}/status`).type('form').send({ status, version });
  };
  /** Referred by a form that says another address and another way than the profile does. */
  const sentByForm = async () => {
    const seekerId = await makeSeeker(app.deps.db, { email: 'home@seekers.test', contactPreference: 'text' }, cast.navigator.id);
    const { referralId } = await sent(await signIn('navigator'), cast.program.id, { ...WELL, ...FORM, seekerId });
    await app.deps.db.email.deleteMany({});
    return { seekerId, referralId };
  };

  it('is what it said before: mail goes where the form said, and the Seeker’s Status link lives', async () => {
    const { seekerId, referralId } = await sentByForm();
    const link = await linkForSeeker(app, referralId, FORM.email);
    const phone = await openedIn(app, link);
    for (const what of ['archive', 'restore'] as const) {
      await press('navigator', seekerId, what);
      await app.deps.db.email.deleteMany({});
      await answer(referralId);
      expect(await mailed(), what).toEqual([FORM.email]);
      expect((await phone.get(`/l/${link.publicId}`)).status, what).toBe(200);
    }
  });

  it('so that a new referral for an archived Seeker is mailed to them as for anybody else', async () => {
    const { seekerId } = await sentByForm();
    await press('navigator', seekerId, 'archive');
    await sent(await signIn('navigator'), cast.otherProgram.id, { ...WELL, ...FORM, seekerId });
    expect(await mailed()).toEqual([FORM.email]);
  });

  it('while an edit of the profile is the last word', async () => {
    const { seekerId, referralId } = await sentByForm();
    const link = await linkForSeeker(app, referralId, FORM.email);
    const phone = await openedIn(app, link);
    const edit = { ...PERSON, email: 'home@seekers.test', contactPreference: 'email', version: 1 };
    expect((await (await signIn('navigator')).post(`/people/${seekerId}/edit`).type('form').send(edit)).status).toBe(303);
    await answer(referralId);
    expect(await mailed()).toEqual(['home@seekers.test']);
    expect((await phone.get(`/l/${link.publicId}`)).status).toBe(410);
  });
});
