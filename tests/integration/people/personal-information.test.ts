import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast, type Role } from '../../support/cast.ts';
import { PERSON, sent, unescaped, valueOf, WELL } from '../../support/connect-form.ts';
import { addPerson } from '../visibility/house.ts';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());

const ana = { ...PERSON, phone: '+16505550173', contactPreference: 'text' as const };
const refer = () => makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id, seeker: ana });
const seeker = (id: string) => app.deps.db.seeker.findUniqueOrThrow({ where: { id } });
const save = async (role: Role, seekerId: string, body: object) =>
  (await app.signIn(cast[role].email))
    .post(`/people/${seekerId}/edit`)
    .type('form')
    .send({ ...PERSON, version: 1, ...body });

describe('Personal Information (R17)', () => {
  it('comes filled in, the phone as people write it, and is changed whole by whoever helps', async () => {
    const { seekerId } = await refer();
    const colleague = await app.signIn(cast.colleague.email);
    const form = await colleague.get(`/people/${seekerId}/edit`);
    expect(['firstName', 'lastName', 'phone', 'email', 'zip'].map((name) => valueOf(form.text, name))).toEqual([
      'Ana',
      'Ruiz',
      '(650) 555-0173',
      'ana.ruiz@example.org',
      '94063',
    ]);
    const answer = await save('colleague', seekerId, { lastName: 'Ruiz Vega', phone: '650.555.0199', email: '', zip: '' });
    expect([answer.status, answer.headers['location']]).toEqual([303, `/people/${seekerId}?done=saved`]);
    expect(await seeker(seekerId)).toMatchObject({ lastName: 'Ruiz Vega', phone: '+16505550199', email: null, zip: null, version: 2 });
  });

  it('says who last changed it, from where and when: by the form here, or from a Connect form', async () => {
    const { seekerId } = await refer();
    await save('colleague', seekerId, { zip: '94061' });
    const { date } = { date: new Date().getFullYear() };
    const page = async () => unescaped((await (await app.signIn(cast.navigator.email)).get(`/people/${seekerId}`)).text);
    expect(await page()).toContain('Last changed by');
    expect(await page()).toMatch(new RegExp(`Nathaniel B\\., Riverside Clinic, \\d+.\\w+.${String(date)}`, 'u'));
    const navigator = await app.signIn(cast.navigator.email);
    const again = { ...WELL, seekerId, zip: '94062', saveProfile: 'on', profileVersion: 2 };
    await sent(navigator, cast.otherProgram.id, again);
    expect(await seeker(seekerId)).toMatchObject({ changedByName: 'Dana W.', changedByOrganization: 'Riverside Clinic', version: 3 });
  });

  it('is not said to be changed by who changed nothing', async () => {
    const { seekerId } = await refer();
    expect((await save('colleague', seekerId, {})).status).toBe(303);
    const navigator = await app.signIn(cast.navigator.email);
    await sent(navigator, cast.otherProgram.id, { ...WELL, seekerId, saveProfile: 'on', profileVersion: 1 });
    expect(await seeker(seekerId)).toMatchObject({ changedByName: null, changedAt: null, version: 1 });
  });

  it('shows the second of two both values of each field that differs, and overwrites nothing before they chose', async () => {
    const { seekerId } = await refer();
    await save('colleague', seekerId, { phone: '650 555 0111', zip: '94061' });
    const answer = await save('navigator', seekerId, { phone: '650 555 0122', lastName: 'Ruiz' });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('<title>Error: Personal Information');
    expect(answer.text).toContain('Last changed by Nathaniel B., Riverside Clinic');
    const offered = [...answer.text.matchAll(/type="radio" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]);
    expect(offered).toEqual([
      ['phone', '(650) 555-0111'],
      ['phone', '(650) 555-0122'],
      ['zip', '94061'],
      ['zip', '94063'],
    ]);
    expect(answer.text).not.toMatch(/type="radio"[^>]*checked/);
    expect(await seeker(seekerId)).toMatchObject({ phone: '+16505550111', zip: '94061', version: 2 });
    const kept = Object.fromEntries(
      [...(/<main.*<\/main>/s.exec(answer.text)?.[0] ?? '').matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
        ([, name, value]) => [name!, unescaped(value!)],
      ),
    );
    const navigator = await app.signIn(cast.navigator.email);
    const chosen = await navigator
      .post(`/people/${seekerId}/edit`)
      .type('form')
      .send({ ...kept, phone: '(650) 555-0122', zip: '94061' });
    expect(chosen.status).toBe(303);
    expect(await seeker(seekerId)).toMatchObject({ phone: '+16505550122', zip: '94061', firstName: 'Ana', version: 3 });
  });

  it.each(['lastName', 'phone', 'email', 'zip', 'language', 'contactPreference'])(
    'erases nothing that was not sent: without %s it asks for it, with what is there now, and changes nothing',
    async (absent) => {
      const { seekerId } = await refer();
      const before = await seeker(seekerId);
      const body = { ...PERSON, zip: '94061', version: 1, [absent]: undefined };
      const answer = await (await app.signIn(cast.navigator.email)).post(`/people/${seekerId}/edit`).type('form').send(body);
      expect([answer.status, answer.text.includes(`href="#${absent}"`)]).toEqual([422, true]);
      if (absent === 'phone') expect(valueOf(answer.text, 'phone')).toBe('(650) 555-0173');
      if (absent !== 'zip') expect(valueOf(answer.text, 'zip')).toBe('94061');
      expect(await seeker(seekerId)).toEqual(before);
    },
  );

  it('chosen from two, with one line left open: nothing is saved, and it is asked for', async () => {
    const { seekerId } = await refer();
    await save('colleague', seekerId, { phone: '650 555 0111', zip: '94061' });
    const conflict = await save('navigator', seekerId, { phone: '650 555 0122' });
    const main = /<main.*<\/main>/s.exec(conflict.text)?.[0] ?? '';
    const kept = [...main.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name!,
      unescaped(value!),
    ]);
    const before = await seeker(seekerId);
    const navigator = await app.signIn(cast.navigator.email);
    const answer = await navigator
      .post(`/people/${seekerId}/edit`)
      .type('form')
      .send({ ...Object.fromEntries(kept), zip: '94063' });
    expect(answer.status).toBe(422);
    expect([valueOf(answer.text, 'phone'), valueOf(answer.text, 'zip')]).toEqual(['(650) 555-0111', '94063']);
    expect(await seeker(seekerId)).toEqual(before);
  });

  it('filled in again after a mistake is still what its writer saw: who saved meanwhile is not overwritten', async () => {
    const { seekerId } = await refer();
    await save('colleague', seekerId, { phone: '650 555 0111' });
    const mistaken = await save('navigator', seekerId, { zip: 'abc' });
    expect([mistaken.status, /name="version" value="(\d+)"/.exec(mistaken.text)?.[1]]).toEqual([422, '1']);
    expect((await save('navigator', seekerId, { zip: '94061' })).status).toBe(409);
    expect(await seeker(seekerId)).toMatchObject({ phone: '+16505550111', zip: '94063' });
  });

  it('moves once when eight press at the same moment', async () => {
    const { seekerId } = await refer();
    const browser = await app.signIn(cast.navigator.email);
    const press = (n: number) =>
      browser
        .post(`/people/${seekerId}/edit`)
        .type('form')
        .send({ ...PERSON, zip: `9406${String(n)}`, version: 1 });
    const answers = await Promise.all([0, 1, 2, 4, 5, 6, 7, 8].map(press));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409, 409, 409, 409, 409]);
    expect((await seeker(seekerId)).version).toBe(2);
  });

  it('says what is wrong, keeps what was typed, and changes nothing', async () => {
    const { seekerId } = await refer();
    const answer = await save('navigator', seekerId, { firstName: '', phone: '12', zip: 'abc', contactPreference: 'text' });
    expect(answer.status).toBe(422);
    for (const words of ['Enter a first name', 'Enter a phone number with area code', 'Enter a ZIP code of five digits'])
      expect(answer.text).toContain(words);
    expect(valueOf(answer.text, 'zip')).toBe('abc');
    expect((await seeker(seekerId)).version).toBe(1);
  });

  it('another address is another account’s: who read by the old one reads no more (R12)', async () => {
    const [wrong, right] = [await addPerson(app, 'edit-wrong'), await addPerson(app, 'edit-right')];
    const navigator = await app.signIn(cast.navigator.email);
    const { seekerId, referralId } = await sent(navigator, cast.program.id, { ...WELL, email: wrong.email });
    const sees = async (email: string) => (await (await app.signIn(email)).get(`/referrals/${referralId}`)).status;
    expect([await sees(wrong.email), await sees(right.email)]).toEqual([200, 404]);
    await save('navigator', seekerId, { email: right.email });
    expect([await sees(wrong.email), await sees(right.email)]).toEqual([404, 200]);
    await save('navigator', seekerId, { email: '', version: 2 });
    expect([await sees(wrong.email), await sees(right.email)]).toEqual([404, 404]);
  });

  it.each(['coclaimer', 'outsider', 'stranger', 'admin', 'seeker'] as const)(
    'is not there for the %s: nothing moves (R11, R13)',
    async (role) => {
      const { seekerId } = await refer();
      const browser = await app.signIn(cast[role].email);
      expect((await browser.get(`/people/${seekerId}/edit`)).status).toBe(404);
      expect((await save(role, seekerId, { lastName: 'Mine' })).status).toBe(404);
      expect(await seeker(seekerId)).toMatchObject({ lastName: 'Ruiz', version: 1 });
    },
  );

  it('changes what Programs may do at once: "Don’t reach out" hides the contact, and what was shared stays (R11, R14)', async () => {
    const { seekerId, id } = await refer();
    const claimer = await app.signIn(cast.coclaimer.email);
    expect(unescaped((await claimer.get(`/referrals/${id}`)).text)).toContain('ana.ruiz@example.org');
    await save('navigator', seekerId, { contactPreference: 'dont_reach_out', lastName: 'Married' });
    const page = unescaped((await claimer.get(`/people/${seekerId}`)).text);
    expect(page).not.toContain('ana.ruiz@example.org');
    expect(page).not.toContain('Married');
    expect(page).toContain('Ana Ruiz');
  });

  it('whoever opens the form has looked at it (R15)', async () => {
    const { seekerId } = await refer();
    await (await app.signIn(cast.colleague.email)).get(`/people/${seekerId}/edit`);
    expect(await app.deps.db.accessLog.count({ where: { seekerId, userId: cast.colleague.id } })).toBe(1);
  });
});
