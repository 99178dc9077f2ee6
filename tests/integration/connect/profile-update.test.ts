import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast } from '../../support/cast.ts';
import { connect, hiddenFields, sent, tallies, valueOf, WELL, type ConnectBody } from '../../support/connect-form.ts';

let app: TestApp;
let cast: Cast;
let navigator: Agent;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
  navigator = await app.signIn(cast.navigator.email);
});
afterAll(() => app.close());

const ana = {
  firstName: 'Ana',
  lastName: 'Ruiz',
  email: null,
  phone: '(650) 555-0173',
  zip: null,
  language: 'en',
  contactPreference: 'phone' as const,
};
const someone = async (): Promise<string> =>
  (await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id, seeker: ana })).seekerId;
const profile = (id: string) => app.deps.db.seeker.findUniqueOrThrow({ where: { id } });
const NEW = { ...WELL, phone: '(650) 555-9999', contactPreference: 'text', language: 'es' };
const send = (seekerId: string, body: ConnectBody) => sent(navigator, cast.otherProgram.id, { ...NEW, seekerId, ...body });

describe('Start a Referral from a profile (R21)', () => {
  it('fills the form in, names the Seeker on the page and shows the way out', async () => {
    const seekerId = await someone();
    const page = await navigator.get(`/programs/${cast.otherProgram.id}/connect?seekerId=${seekerId}`);
    expect(page.text).toContain('You are searching for <strong>Ana Ruiz</strong>');
    expect(page.text).toContain(`<a href="/people/${seekerId}">Stop and go back to the profile</a>`);
    expect(page.text).toContain('Connect Ana Ruiz with Peninsula Food Pantry');
    expect([valueOf(page.text, 'firstName'), valueOf(page.text, 'phone'), valueOf(page.text, 'email')]).toEqual([
      'Ana',
      '(650) 555-0173',
      '',
    ]);
    expect(page.text).toMatch(/value="phone" checked/);
    expect(page.text).toContain('Ana Ruiz heard this text and agreed. Taken by Dana W. on ');
  });

  it('makes the referral for that Seeker and for no new one', async () => {
    const seekerId = await someone();
    const before = await tallies(app.deps.db);
    expect((await send(seekerId, {})).seekerId).toBe(seekerId);
    expect((await tallies(app.deps.db))['seekers']).toBe(before['seekers']);
  });
});

describe('what a referral changes of a profile', () => {
  it('is only what was blank there: the Program gets what the form says, the profile keeps what it said (R11)', async () => {
    const seekerId = await someone();
    const { referralId } = await send(seekerId, {});
    expect(await profile(seekerId)).toMatchObject({ ...ana, email: WELL.email, zip: '94063', version: 2 });
    const referral = await app.deps.db.referral.findUniqueOrThrow({ where: { id: referralId } });
    expect(referral).toMatchObject({ sharedPhone: '+16505559999', sharedLanguage: 'es', sharedPreference: 'text' });
  });

  it('is everything the form says when its sender leaves the box ticked, and blank fields erase nothing', async () => {
    const seekerId = await someone();
    await send(seekerId, { saveProfile: 'on', profileVersion: '1', zip: '', lastName: '' });
    expect(await profile(seekerId)).toMatchObject({
      lastName: 'Ruiz',
      phone: '+16505559999',
      language: 'es',
      contactPreference: 'text',
      zip: null,
      version: 2,
    });
  });

  it('is nothing when somebody changed it meanwhile: nothing is sent, and the form comes back with all of it', async () => {
    const seekerId = await someone();
    const page = await navigator.get(`/programs/${cast.otherProgram.id}/connect?seekerId=${seekerId}`);
    await app.deps.db.seeker.update({ where: { id: seekerId }, data: { phone: '(650) 555-1111', version: { increment: 1 } } });
    const before = await tallies(app.deps.db);
    const body = { ...NEW, ...hiddenFields(page.text), saveProfile: 'on' };
    const answer = await connect(navigator, cast.otherProgram.id, body);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Somebody changed the profile while you were writing');
    expect([valueOf(answer.text, 'phone'), answer.text.includes(NEW.comment)]).toEqual(['(650) 555-9999', true]);
    expect(await tallies(app.deps.db)).toEqual(before);
    const again = await connect(navigator, cast.otherProgram.id, { ...NEW, ...hiddenFields(answer.text), saveProfile: 'on' });
    expect([again.status, (await profile(seekerId)).phone]).toEqual([303, '+16505559999']);
  });

  it('makes it the account’s that has the address, once the profile has one (R12)', async () => {
    const seekerId = await someone();
    await send(seekerId, { email: cast.seeker.email });
    expect((await profile(seekerId)).userId).toBe(cast.seeker.id);
    await send(seekerId, { email: cast.stranger.email });
    expect((await profile(seekerId)).userId).toBe(cast.seeker.id);
  });
});
