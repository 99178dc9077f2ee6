import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkSeekers } from '../../../src/accounts/seeker-link.store.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, makeSeeker, type Cast, type CastMember } from '../../support/cast.ts';
import { sent, WELL, type ConnectBody } from '../../support/connect-form.ts';
import { linkForSeeker } from '../status-links/link-visits.ts';
import { addPerson } from './house.ts';

let app: TestApp;
let cast: Cast;
let navigator: Agent;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
  navigator = await app.signIn(cast.navigator.email);
});
afterAll(() => app.close());

const mailsTo = (referralId: string) => app.deps.db.email.findMany({ where: { referralId, party: 'seeker' } });

async function opens(path: string): Promise<number> {
  const browser = app.request();
  const { location } = (await browser.get(path)).headers;
  return (await browser.get(String(location))).status;
}

describe('R26, R28: the address a Seeker’s mail goes to is the address their link is for', () => {
  const anaAt = (email: string | null) =>
    makeSeeker(app.deps.db, { firstName: 'Ana', email, contactPreference: 'text' }, cast.navigator.id);

  it('where the form says another one than the profile', async () => {
    const seekerId = await anaAt('ana.old@seekers.test');
    const form = { ...WELL, email: 'ana.new@seekers.test', contactPreference: 'email', seekerId };
    const { referralId } = await sent(navigator, cast.program.id, form);
    const [mail] = await mailsTo(referralId);
    expect(mail?.toAddress).toBe('ana.new@seekers.test');
    expect(await opens((await linkForSeeker(app, referralId, 'ana.new@seekers.test')).path)).toBe(200);
    expect(await opens((await linkForSeeker(app, referralId, 'ana.old@seekers.test')).path)).toBe(410);
  });

  it('and the profile’s, once somebody corrects it there', async () => {
    const seekerId = await anaAt('ana.wrong@seekers.test');
    const { referralId } = await sent(navigator, cast.program.id, {
      ...WELL,
      email: 'ana.wrong@seekers.test',
      contactPreference: 'email',
      seekerId,
    });
    const right = { ...WELL, email: 'ana.right@seekers.test', contactPreference: 'email', seekerId, saveProfile: 'on' };
    await sent(navigator, cast.otherProgram.id, right);
    expect(await opens((await linkForSeeker(app, referralId, 'ana.right@seekers.test')).path)).toBe(200);
    expect(await opens((await linkForSeeker(app, referralId, 'ana.wrong@seekers.test')).path)).toBe(410);
  });

  it('and neither an account that is confirmed nor a blank that is filled in counts as a correction', async () => {
    const seekerId = await anaAt('ana.profile@seekers.test');
    await app.deps.db.seeker.update({ where: { id: seekerId }, data: { zip: null } });
    const form = { ...WELL, email: 'ana.form@seekers.test', contactPreference: 'email', zip: '', seekerId };
    const { referralId } = await sent(navigator, cast.program.id, form);
    const { path } = await linkForSeeker(app, referralId, 'ana.form@seekers.test');
    await sent(navigator, cast.otherProgram.id, { ...WELL, seekerId, zip: '94063' });
    const account = await addPerson(app, 'anasaccount', 'ana.profile@seekers.test');
    await app.deps.db.$transaction((tx) => linkSeekers(tx, account.id, account.email));
    const { zip, userId } = await app.deps.db.seeker.findUniqueOrThrow({ where: { id: seekerId } });
    expect([zip, userId]).toEqual(['94063', account.id]);
    expect(await opens(path)).toBe(200);
    const change = { status: 'pending', version: 1 };
    await navigator.post(`/referrals/${referralId}/status`).type('form').send(change);
    expect((await mailsTo(referralId)).map(({ toAddress }) => toAddress)).toEqual(['ana.form@seekers.test', 'ana.form@seekers.test']);
  });
});

describe('R12: only the account whose verified address it is sees what was referred to somebody', () => {
  const correct = (seekerId: string, body: ConnectBody) =>
    sent(navigator, cast.otherProgram.id, { ...WELL, seekerId, saveProfile: 'on', ...body });
  const sees = async (person: CastMember, referralId: string): Promise<boolean> =>
    (await (await app.signIn(person.email)).get(`/referrals/${referralId}`)).status === 200;

  it('so an address that was somebody else’s and is corrected closes what they saw, and opens it to whose it is', async () => {
    const [wrong, right] = [await addPerson(app, 'wrong'), await addPerson(app, 'right')];
    const { referralId, seekerId } = await sent(navigator, cast.program.id, { ...WELL, email: wrong.email });
    expect([await sees(wrong, referralId), await sees(right, referralId)]).toEqual([true, false]);
    await correct(seekerId, { email: right.email });
    expect([await sees(wrong, referralId), await sees(right, referralId)]).toEqual([false, true]);
    await correct(seekerId, { email: 'nobody.here@seekers.test' });
    expect([await sees(wrong, referralId), await sees(right, referralId)]).toEqual([false, false]);
  });

  it('and stays theirs while the address stays, or is left blank', async () => {
    const { seekerId, id } = await makeReferral(app.deps.db, {
      makerId: cast.navigator.id,
      programId: cast.program.id,
      seeker: { userId: cast.seeker.id, email: cast.seeker.email },
    });
    await correct(seekerId, { email: cast.seeker.email.toUpperCase() });
    await correct(seekerId, { email: '', contactPreference: 'text' });
    expect(await sees(cast.seeker, id)).toBe(true);
  });
});
