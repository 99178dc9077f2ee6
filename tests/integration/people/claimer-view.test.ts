import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast } from '../../support/cast.ts';
import { sent, unescaped, WELL } from '../../support/connect-form.ts';

let app: TestApp;
let cast: Cast;
let navigator: Agent;
let coclaimer: Agent;
let claimer: Agent;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
  [navigator, coclaimer, claimer] = [
    await app.signIn(cast.navigator.email),
    await app.signIn(cast.coclaimer.email),
    await app.signIn(cast.claimer.email),
  ];
});
afterAll(() => app.close());

const profileFor = async (browser: Agent, seekerId: string): Promise<string> => unescaped((await browser.get(`/people/${seekerId}`)).text);

describe('a Claimer’s view of a Seeker (R11)', () => {
  it('holds what the form shared and nothing the profile learned later', async () => {
    const { seekerId } = await sent(navigator, cast.program.id, WELL);
    await app.deps.db.seeker.update({
      where: { id: seekerId },
      data: { firstName: 'Anabel', lastName: 'Canary', phone: '(650) 555-4444', email: 'canary@example.org', zip: '94999', language: 'vi' },
    });
    const page = await profileFor(coclaimer, seekerId);
    for (const shared of ['Ana Ruiz', '555\u20110173', WELL.email, '94063', 'Spanish', WELL.comment]) expect(page).toContain(shared);
    for (const hidden of ['Anabel', 'Canary', '4444', 'canary@example.org', '94999', 'Vietnamese']) expect(page).not.toContain(hidden);
    const helper = await profileFor(navigator, seekerId);
    for (const known of ['Anabel Canary', '555\u20114444', '94999', 'Vietnamese']) expect(helper).toContain(known);
  });

  it('has only the referrals to Programs they claim: no other referral, count, ring, helper or start of a new one', async () => {
    const { seekerId, referralId } = await sent(navigator, cast.program.id, WELL);
    const other = await sent(navigator, cast.otherProgram.id, { ...WELL, seekerId, comment: 'A matter for the food pantry alone.' });
    const page = await profileFor(coclaimer, seekerId);
    expect(page).toContain(referralId);
    expect(page).toContain('From Dana W., Riverside Clinic');
    for (const hidden of [
      other.referralId,
      'food pantry',
      'Peninsula Food Pantry',
      'Navigation History',
      'loops closed',
      'class="thread"',
      'Family Navigation',
      'Start a Referral',
    ])
      expect(page).not.toContain(hidden);
    const both = await profileFor(claimer, seekerId);
    for (const shown of [referralId, other.referralId, 'Sent to Programs you claim: Peninsula Food Pantry, Fair Oaks Rent & Home Help'])
      expect(both).toContain(shown);
    expect(both).not.toContain('Navigation History');
  });

  it('does not let them search, connect or name the Seeker from the referring side', async () => {
    const { seekerId } = await sent(navigator, cast.program.id, WELL);
    expect((await coclaimer.get(`/programs/${cast.otherProgram.id}/connect?seekerId=${seekerId}`)).status).toBe(404);
    const search = await coclaimer.get(`/programs?seekerId=${seekerId}&zip=94063`);
    expect(search.text).not.toContain('You are searching for');
    expect((await navigator.get(`/programs?seekerId=${seekerId}&zip=94063`)).text).toContain('You are searching for');
  });

  it('has both sections for somebody who helps the Seeker and claims a Program they were referred to', async () => {
    const { seekerId, referralId } = await sent(claimer, cast.program.id, WELL);
    const page = await profileFor(claimer, seekerId);
    expect([...page.matchAll(new RegExp(`id="(out|in)-${referralId}"`, 'g'))].map(([, list]) => list)).toEqual(['out', 'in']);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.length).toBe(new Set(ids).size);
  });
});

describe('"Don’t reach out" (R14)', () => {
  const QUIET = { ...WELL, contactPreference: 'dont_reach_out' };

  it('leaves Claimers the name, whether the form said it or the profile', async () => {
    const byForm = await sent(navigator, cast.program.id, QUIET);
    const byProfile = await sent(navigator, cast.program.id, WELL);
    await app.deps.db.seeker.update({ where: { id: byProfile.seekerId }, data: { contactPreference: 'dont_reach_out' } });
    for (const { seekerId } of [byForm, byProfile]) {
      const page = await profileFor(coclaimer, seekerId);
      expect(page).toContain('Ana Ruiz');
      expect(page).toContain('Don’t reach out. Contact details are hidden.');
      for (const hidden of ['0173', WELL.email, '94063', 'Spanish']) expect(page).not.toContain(hidden);
    }
  });

  it('hides nothing from those who help', async () => {
    const { seekerId } = await sent(navigator, cast.program.id, QUIET);
    const page = await profileFor(navigator, seekerId);
    for (const known of ['Don’t reach out', '555\u20110173', WELL.email, '94063', 'Spanish']) expect(page).toContain(known);
  });

  it('has nobody mailed but the Program', async () => {
    const { referralId } = await sent(navigator, cast.program.id, QUIET);
    const mail = await app.deps.db.email.findMany({ where: { referralId } });
    expect(new Set(mail.map(({ party }) => party))).toEqual(new Set(['program']));
  });
});

describe('what people write is shown as they wrote it, and never run (S-52)', () => {
  it.each([
    '<script>window.__xss=1</script>',
    '"><img src=x onerror=alert(1)>',
    "'-alert(1)-'",
    '{{7*7}}',
    '<%= 7*7 %>',
    '&lt;b&gt;',
    '</textarea><script>1</script>',
  ])('in every field, on the form, both profiles and the list: %s', async (attack) => {
    const phone = `6505550173${attack}`.slice(0, 40);
    const body = { ...WELL, firstName: attack, lastName: attack, comment: attack, phone };
    const { seekerId } = await sent(navigator, cast.program.id, body);
    const form = await navigator.get(`/programs/${cast.program.id}/connect?seekerId=${seekerId}`);
    const pages = [
      form,
      await navigator.get(`/people/${seekerId}`),
      await coclaimer.get(`/people/${seekerId}`),
      await navigator.get('/people'),
    ];
    for (const { status, text } of pages) {
      expect(status).toBe(200);
      expect(unescaped(text)).toContain(attack);
      expect(text).not.toContain('<script>');
      expect(text).not.toMatch(/<img src=x/);
      expect(text).not.toContain('>49<');
    }
    const failed = await navigator
      .post(`/programs/${cast.program.id}/connect`)
      .type('form')
      .send({ ...body, zip: attack });
    expect(failed.status).toBe(422);
    expect(failed.text).not.toContain('<script>');
    expect(unescaped(failed.text)).toContain(attack);
  });
});

describe('a referral made without a helper', () => {
  it('is the Program’s alone to see: it says that they asked themselves', async () => {
    const { seekerId } = await makeReferral(app.deps.db, { makerId: null, programId: cast.program.id });
    expect(await profileFor(coclaimer, seekerId)).toContain('Asked for help themselves');
    expect((await navigator.get(`/people/${seekerId}`)).status).toBe(404);
  });
});
