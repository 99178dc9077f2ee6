import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast } from '../../support/cast.ts';
import { eventsOf, formOf, referralNow, setStatus } from '../referrals/referral-forms.ts';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});

afterAll(async () => app.close());

async function forAna(comment: string, createdAt = new Date(), userId: string | null = cast.seeker.id): Promise<string> {
  const { id } = await makeReferral(app.deps.db, {
    makerId: cast.navigator.id,
    programId: cast.program.id,
    seeker: { firstName: 'Ana', lastName: 'Ruiz', userId },
    comment,
    createdAt,
  });
  return id;
}

describe('R12, R25: Referrals for Me', () => {
  test('asks to sign in first', async () => {
    const answer = await app.request().get('/for-me');
    expect([answer.status, answer.headers['location']]).toEqual([303, '/login?returnTo=%2Ffor-me']);
  });

  test('says why it is empty and what to do', async () => {
    const { text } = await (await app.signIn(cast.stranger.email)).get('/for-me');
    expect(text).toContain('No referrals yet');
    expect(text).toContain('href="/programs"');
  });

  test('shows every referral made for the reader in plain words, and nobody else’s', async () => {
    const [mine, others] = [await forAna('Mine to see'), await forAna('Of somebody else', new Date(), null)];
    const agent = await app.signIn(cast.seeker.email);
    const { text } = await agent.get('/for-me');
    expect(text).toContain(`data-referral="${mine}"`);
    expect(text).toContain('Mine to see');
    expect(text).toContain('Sent. No answer yet.');
    expect(text).toContain('Dana W., Riverside Clinic, wrote this on');
    expect(text).not.toContain(others);
    expect(text).not.toContain('Of somebody else');
    expect(text).not.toMatch(/Not updated|Navigator|Claimer/);
  });

  test('does not say sent of what reached nobody: no one answers for the Program and its address got no mail (R28)', async () => {
    const source = { source: 'test', sourceId: 'nobody-there' };
    const { db } = app.deps;
    const { id: organizationId } = await db.organization.create({ data: { ...source, name: 'Nobody There' } });
    const program = await db.program.create({ data: { ...source, organizationId, name: 'Nobody’s Pantry', searchText: 'pantry' } });
    const seeker = { firstName: 'Ana', lastName: 'Ruiz', email: cast.seeker.email, userId: cast.seeker.id };
    const { id } = await makeReferral(db, { makerId: cast.navigator.id, programId: program.id, seeker });
    const agent = await app.signIn(cast.seeker.email);
    for (const page of ['/for-me', `/referrals/${id}`]) expect((await agent.get(page)).text).toContain('They do not know of it yet');
    // Nor that they have had it for any time: there is the number to call.
    await db.programPhone.create({ data: { programId: program.id, position: 0, number: '6505550111' } });
    await db.referral.update({ where: { id }, data: { createdAt: new Date(Date.now() - 20 * 86_400_000) } });
    const { text } = await agent.get('/for-me');
    expect(text).toMatch(/You can call them: <a[^>]*href="tel:6505550111"/);
    expect(text).not.toContain('They have had it');
  });

  test('does not show a Navigator, a Claimer or a Team what they help with: that is elsewhere', async () => {
    await forAna('Not theirs');
    for (const role of ['navigator', 'colleague', 'claimer'] as const) {
      expect((await (await app.signIn(cast[role].email)).get('/for-me')).text).not.toContain('Not theirs');
    }
  });

  test('has the six plain buttons of each referral; saving comes back here and is told to everybody', async () => {
    const id = await forAna('To answer');
    const agent = await app.signIn(cast.seeker.email);
    const { fields, choices, chosen } = formOf((await agent.get('/for-me')).text, `/referrals/${id}/status`);
    expect([choices.length, chosen]).toEqual([6, null]);
    const answer = await agent
      .post(`/referrals/${id}/status`)
      .type('form')
      .send({ ...fields, status: 'got_help', reason: 'We stay' });
    expect([answer.status, answer.headers['location']]).toEqual([303, `/for-me?saved=${id}&version=1#saved-${id}`]);
    expect(await referralNow(app, id)).toMatchObject({ status: 'got_help', version: 2 });
    expect((await eventsOf(app, id)).at(-1)).toMatchObject({
      actorName: 'Ana R.',
      actorOrganization: null,
      via: 'dashboard',
      reason: 'We stay',
    });
    const after = await agent.get('/for-me');
    expect(after.text).toContain('You got help.');
    expect(after.text).toContain('Change my answer');
  });

  test('says what was saved and who can see it, beside that referral alone, and only to whoever answered (R13, U-12)', async () => {
    const [id, other] = [await forAna('To say saved'), await forAna('Another')];
    const agent = await app.signIn(cast.seeker.email);
    const { fields } = formOf((await agent.get('/for-me')).text, `/referrals/${id}/status`);
    const answer = { ...fields, status: 'no_capacity' };
    const { headers } = await agent.post(`/referrals/${id}/status`).type('form').send(answer);
    const saved = await agent.get(headers['location']!.split('#')[0]!);
    const words = `id="saved-${id}" tabindex="-1" data-done><span>Saved: They were full. Dana W. and the Program can see it now.</span>`;
    expect(saved.text).toContain(words);
    expect(saved.text).not.toContain(`id="saved-${other}"`);
    expect(saved.text).toMatch(new RegExp(`id="ask-${id}-d"><summary[^>]*>Change my answer`));
    // Said of nothing that is another's, nobody's, or no id; and not once somebody else has changed it.
    const others = await forAna('Not hers', new Date(), null);
    for (const odd of [others, '01a20bab-0000-7000-8000-000000000000', 'x', `${id}&saved=${id}`]) {
      expect((await agent.get(`/for-me?saved=${odd}&version=1`)).text).not.toContain('data-done');
    }
    await setStatus(app, await app.signIn(cast.claimer.email), id, 'pending');
    expect((await agent.get(`/for-me?saved=${id}&version=1`)).text).not.toContain('data-done');
  });

  test('says that nothing was changed where it stood like that already (R4)', async () => {
    const id = await forAna('As it stands');
    const agent = await app.signIn(cast.seeker.email);
    await setStatus(app, agent, id, 'pending');
    expect((await agent.get(`/for-me?saved=${id}&version=2`)).text).toContain('That is how it stands already. Nothing was changed.');
  });

  test('leads whoever got no help on to other programs, and everybody to the search', async () => {
    const id = await forAna('Refused');
    const agent = await app.signIn(cast.seeker.email);
    const of = async (): Promise<string> => (await agent.get('/for-me')).text.split(`id="ask-${id}"`)[1]!.split('</section>')[0]!;
    expect(await of()).not.toContain('Find other programs');
    for (const [status, leads] of [
      ['not_eligible', true],
      ['no_capacity', true],
      ['couldnt_get_help', true],
      ['no_longer_interested', false],
      ['got_help', false],
    ] as const) {
      await setStatus(app, agent, id, status);
      expect((await of()).includes('href="/programs">Find other programs')).toBe(leads);
    }
    expect((await agent.get('/for-me')).text).toContain('<a class="lnk" href="/programs">Find programs</a>');
  });

  test('the button says what it saves in other languages, and "Save status" in English', async () => {
    await forAna('In three languages');
    const agent = await app.signIn(cast.seeker.email);
    const wanted = { en: 'Save status', es: 'Guardar respuesta', ar: 'حفظ الإجابة' };
    for (const [language, words] of Object.entries(wanted)) {
      await app.deps.db.user.update({ where: { id: cast.seeker.id }, data: { language } });
      expect((await agent.get('/for-me')).text).toContain(`>${words}</button>`);
    }
    await app.deps.db.user.update({ where: { id: cast.seeker.id }, data: { language: 'en' } });
  });

  test('says how long a Program has had it, with its number to call, when that is late', async () => {
    await app.deps.db.programPhone.create({ data: { programId: cast.program.id, position: 0, number: '6505550148' } });
    await forAna('Nine days old', new Date(Date.now() - 9 * 86_400_000));
    const { text } = await (await app.signIn(cast.seeker.email)).get('/for-me');
    expect(text).toContain('They have had it for 9 days. You can call them:');
    expect(text).toContain('href="tel:6505550148"');
  });

  test('an address that is not confirmed shows nothing but how to confirm it', async () => {
    const id = await forAna('Not yet to see');
    await app.deps.db.user.update({ where: { id: cast.seeker.id }, data: { emailVerifiedAt: null } });
    const agent = await app.signIn(cast.seeker.email).catch(() => null);
    if (agent) {
      const { text } = await agent.get('/for-me');
      expect(text).toContain('First confirm your email address');
      expect(text).not.toContain('Not yet to see');
      expect((await agent.get(`/referrals/${id}`)).status).toBe(404);
      expect(await setStatus(app, agent, id, 'got_help')).toBe(404);
    }
    await app.deps.db.user.update({ where: { id: cast.seeker.id }, data: { emailVerifiedAt: new Date() } });
    expect((await referralNow(app, id)).version).toBe(1);
  });

  test('pages through many, open ones first', async () => {
    for (let made = 0; made < 30; made += 1) await forAna(`Many ${String(made)}.`);
    const agent = await app.signIn(cast.seeker.email);
    const count = async (page: string): Promise<number> =>
      (await agent.get(`/for-me${page}`)).text.split('class="ask" id="ask-').length - 1;
    expect(await count('')).toBe(25);
    expect(await count('?page=2')).toBeGreaterThan(5);
    expect((await agent.get('/for-me')).text).toContain('Older referrals');
    for (const odd of ['?page=0', '?page=x', '?page=1&page=2', '?page=99999999'])
      expect((await agent.get(`/for-me${odd}`)).status).toBe(200);
    const second = (await agent.get('/for-me?page=2')).text;
    expect(second).toContain('You got help.');
    expect(second).toContain('Newer referrals');
  });

  test('an open page keeps what it shows when that moves to another page, and of the reader’s own alone (U-21, R12, R13)', async () => {
    const agent = await app.signIn(cast.seeker.email);
    const old = await forAna('Shown before', new Date(Date.now() - 90 * 86_400_000));
    const others = await forAna('Never theirs', new Date(), null);
    const live = { 'X-Live': '1', 'X-Live-Rows': `${old},${others}` };
    expect((await agent.get('/for-me')).text).not.toContain(old);
    const { text } = await agent.get('/for-me').set(live);
    expect(text.split('class="ask" id="ask-').length - 1).toBe(26);
    expect(text).toContain(`data-referral="${old}" data-live-kept`);
    expect(text).toContain('Shown before');
    expect(text).not.toContain('Never theirs');
    expect((await agent.get('/for-me').set('X-Live-Rows', old)).text).not.toContain(old);
    const stranger = await app.signIn(cast.stranger.email);
    expect((await stranger.get('/for-me').set(live)).text).not.toContain('Shown before');
  });
});
