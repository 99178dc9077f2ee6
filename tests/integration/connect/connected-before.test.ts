import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, makeSeeker, type Cast, type ReferralWish } from '../../support/cast.ts';
import { connect, hiddenFields, tallies, unescaped, valueOf, WELL, type ConnectBody } from '../../support/connect-form.ts';

let app: TestApp;
let cast: Cast;
let navigator: Agent;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
  navigator = await app.signIn(cast.navigator.email);
});
afterAll(() => app.close());

const refer = (wish: Partial<ReferralWish> = {}) =>
  makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.otherProgram.id, ...wish });
const find = (browser: Agent, words: string) =>
  browser.post(`/programs/${cast.program.id}/connect/before`).type('form').send({ find: words });
const asked = { ...WELL, known: 'ask' };

/** What the page asks, and what it would send on. */
async function ask(browser: Agent, body: ConnectBody, programId = cast.program.id) {
  const before = await tallies(app.deps.db);
  const answer = await connect(browser, programId, body);
  const after = await tallies(app.deps.db);
  const picks = [...answer.text.matchAll(/name="pick" value="([^"]+)"/g)].map(([, id]) => id);
  return { answer, picks, moved: JSON.stringify(before) !== JSON.stringify(after), words: unescaped(answer.text) };
}

describe('"Someone you’ve connected before" (R23)', () => {
  it('finds somebody one helps by name, phone or address, without a script, and fills in the form', async () => {
    const { seekerId } = await refer({
      seeker: { firstName: 'Beatriz', lastName: 'Ocampo', email: 'bea@example.org', phone: '+16505550181' },
    });
    const page = await navigator.get(`/programs/${cast.program.id}/connect`);
    expect(page.text).toContain('Someone you’ve connected before');
    for (const words of ['beatriz', 'Ocanpo', '0181', 'bea@example']) {
      const found = await find(navigator, words);
      expect(found.text).toContain(`name="pick" value="${seekerId}"`);
      expect(valueOf(found.text, 'find')).toBe(words);
    }
    const filled = await navigator.get(`/programs/${cast.program.id}/connect?seekerId=${seekerId}`);
    expect([valueOf(filled.text, 'firstName'), valueOf(filled.text, 'phone')]).toEqual(['Beatriz', '(650) 555-0181']);
    expect(filled.text).not.toContain('Someone you’ve connected before');
  });

  it('keeps what was typed into the form: for a search, and for whoever is picked as far as it is newer than the profile', async () => {
    const { seekerId } = await refer({
      seeker: { firstName: 'Lucinda', lastName: 'Prado', email: 'lu@example.org', phone: '+16505550182', zip: '94111' },
    });
    const typed = { ...WELL, firstName: 'Lu', email: '', consentText: 'as it was', known: 'ask' };
    const before = `/programs/${cast.program.id}/connect/before`;
    for (const [words, said] of [
      ['lucinda', 'Lucinda Prado'],
      ['qqqqq', 'Nobody you help fits that'],
      ['', 'Write a name, a phone number or an email address'],
    ] as const) {
      const found = (
        await navigator
          .post(before)
          .type('form')
          .send({ ...typed, find: words })
      ).text;
      expect(found).toContain(said);
      const values = ['find', 'firstName', 'lastName', 'phone', 'email', 'zip'].map((name) => valueOf(found, name));
      expect(values).toEqual([words, 'Lu', 'Ruiz', '(650) 555-0173', '', '94063']);
      expect(found).toMatch(/value="text" checked/);
      expect(found).toContain('>Two months behind on rent.</textarea>');
      expect(found).toMatch(/<option value="es" selected/);
      expect(found).toMatch(/name="consent" value="yes" checked/);
    }
    const picked = unescaped(
      (
        await navigator
          .post(before)
          .type('form')
          .send({ ...typed, find: 'lucinda', pick: seekerId })
      ).text,
    );
    const values = ['firstName', 'lastName', 'phone', 'email', 'zip'].map((name) => valueOf(picked, name));
    expect(values).toEqual(['Lucinda', 'Prado', '(650) 555-0173', 'lu@example.org', '94063']);
    for (const said of ['(650) 555-0182', '94111']) expect(picked).toContain(`The profile says ${said}.`);
    expect(picked).not.toContain('The profile says lu@example.org');
    expect(picked).not.toMatch(/name="consent"[^>]*checked/);
  });

  it('what stands in the search is no part of what is sent', async () => {
    const body = {
      ...WELL,
      firstName: 'Searched',
      email: '',
      phone: '650 555 0147',
      find: 'somebody',
      _idem: 'searched-and-sent-0123456789',
    };
    const first = await connect(navigator, cast.program.id, body);
    expect(first.status).toBe(303);
    expect((await connect(navigator, cast.program.id, { ...body, find: 'else' })).headers['location']).toBe(first.headers['location']);
  });

  it('finds archived people too, and tells two of one name apart by their ZIP, with no contact details', async () => {
    const one = await makeSeeker(app.deps.db, { firstName: 'Paz', lastName: 'Twin', zip: '94061' }, cast.navigator.id);
    await makeSeeker(app.deps.db, { firstName: 'Paz', lastName: 'Twin', zip: '94065' }, cast.navigator.id);
    await app.deps.db.seeker.update({ where: { id: one }, data: { archivedAt: new Date() } });
    const found = await find(navigator, 'paz twin');
    expect(found.text).toContain('ZIP 94061, Archived');
    expect(found.text).toContain('ZIP 94065');
    expect(found.text).not.toContain('555');
  });

  it('finds nobody whom its sender does not help: not those of others, nor those only referred to their Program (R11, R13)', async () => {
    await refer({ makerId: cast.outsider.id, programId: cast.program.id, seeker: { firstName: 'Ximena', lastName: 'Hidden' } });
    for (const person of [cast.navigator, cast.coclaimer, cast.stranger, cast.admin]) {
      const answer = await find(await app.signIn(person.email), 'ximena');
      expect([person.email, answer.text.includes('Hidden')]).toEqual([person.email, false]);
    }
    expect((await find(await app.signIn(cast.outsider.email), 'ximena')).text).toContain('Ximena Hidden');
    expect((await find(app.request(), 'ximena')).headers['location']).toMatch(/^\/login/);
  });

  it('says what to do when nobody fits, and what is wrong with what cannot be searched for', async () => {
    expect((await find(navigator, 'qqqqq')).text).toContain('Nobody you help fits that');
    const long = await find(navigator, 'a'.repeat(101));
    expect([long.status, long.text.includes('Use at most 100 characters')]).toEqual([422, true]);
  });
});

describe('a likely duplicate (R23)', () => {
  const ana = { firstName: 'Ana', lastName: 'Ruiz', email: null, phone: null, zip: null };

  it.each([
    ['the same address', { email: WELL.email, firstName: 'Anita', lastName: 'Vega' }],
    ['the same phone and name', { phone: '+16505550173' }],
    ['the same phone and nearly the same name', { phone: '650-555-0173', lastName: 'Ruis' }],
    ['the same name and ZIP, written otherwise', { zip: '94063', firstName: 'ANÁ' }],
  ])('is asked about before anything is sent: %s', async (_why, there) => {
    const seekerId = await makeSeeker(app.deps.db, { ...ana, ...there }, cast.navigator.id);
    const { answer, picks, moved, words } = await ask(navigator, asked);
    expect([answer.status, moved]).toEqual([409, false]);
    expect(picks).toContain(seekerId);
    expect(words).toContain('before');
    expect(valueOf(answer.text, 'firstName')).toBe('Ana');
    expect(answer.text).toContain('>Two months behind on rent.</textarea>');
    await app.deps.db.seeker.delete({ where: { id: seekerId } });
  });

  it.each([
    ['only the phone', { phone: '+16505550173', firstName: 'Wilhelm', lastName: 'Tell' }],
    ['only the name', { zip: '94999' }],
    ['only the ZIP', { zip: '94063', firstName: 'Wilhelm' }],
  ])('is not %s', async (_why, there) => {
    const seekerId = await makeSeeker(app.deps.db, { ...ana, ...there }, cast.navigator.id);
    const { answer, picks } = await ask(navigator, { ...asked, email: '' });
    expect([answer.status, picks]).toEqual([303, []]);
    await app.deps.db.seeker.delete({ where: { id: seekerId } });
    await app.deps.db.seeker.updateMany({ where: { firstName: 'Ana', lastName: 'Ruiz' }, data: { zip: null, phone: null, email: null } });
  });

  it('is asked about only among those its sender helps: of others there is no word (R13)', async () => {
    await refer({
      makerId: cast.outsider.id,
      programId: cast.program.id,
      seeker: { ...ana, firstName: 'Secreta', lastName: 'Canary', email: 'secreta@example.org' },
    });
    for (const person of [cast.navigator, cast.coclaimer]) {
      const { answer, words } = await ask(await app.signIn(person.email), {
        ...asked,
        firstName: 'Other',
        email: 'secreta@example.org',
        phone: '',
        contactPreference: 'email',
        zip: '',
      });
      expect([answer.status, words.includes('Canary')]).toEqual([303, false]);
      await app.deps.db.seeker.deleteMany({ where: { firstName: 'Nobody' } });
    }
  });

  it('going on makes somebody new; taking the profile fills it in and keeps the comment', async () => {
    const email = 'going.on@example.org';
    const seekerId = await makeSeeker(app.deps.db, { ...ana, firstName: 'Gogo', email, zip: '94111' }, cast.navigator.id);
    const { answer } = await ask(navigator, { ...asked, firstName: 'Gogo', email });
    const told = hiddenFields(answer.text);
    expect(told['known']).toBe('told');
    const pick = { ...WELL, ...told, firstName: 'Gogo', email, pick: seekerId };
    const filled = await navigator.post(`/programs/${cast.program.id}/connect/before`).type('form').send(pick);
    expect([valueOf(filled.text, 'email'), hiddenFields(filled.text)['seekerId']]).toEqual([email, seekerId]);
    expect([valueOf(filled.text, 'zip'), filled.text.includes('The profile says 94111.')]).toEqual(['94063', true]);
    expect(filled.text).toContain('>Two months behind on rent.</textarea>');
    expect(filled.text).not.toMatch(/name="consent"[^>]*checked/);
    const before = await tallies(app.deps.db);
    expect((await connect(navigator, cast.program.id, { ...WELL, ...told, firstName: 'Gogo', email })).status).toBe(303);
    expect((await tallies(app.deps.db))['seekers']).toBe(before['seekers']! + 1);
  });

  it('is not asked about when the button was pressed twice: the second press ends where the first did (R-04)', async () => {
    const body = { ...asked, firstName: 'Twice', email: 'twice@example.org', _idem: 'twice-pressed-0123456789' };
    const first = await connect(navigator, cast.program.id, body);
    const second = await connect(navigator, cast.program.id, body);
    expect([second.status, second.headers['location']]).toEqual([303, first.headers['location']]);
  });

  it('somebody else’s profile cannot be taken (R13)', async () => {
    const { seekerId } = await refer({ makerId: cast.outsider.id, programId: cast.program.id });
    for (const person of [cast.navigator, cast.coclaimer, cast.stranger]) {
      const browser = await app.signIn(person.email);
      expect((await browser.post(`/programs/${cast.program.id}/connect/before`).type('form').send({ pick: seekerId })).status).toBe(404);
    }
  });
});

describe('an open referral to the same Program (R23)', () => {
  it('is told of before the form from a profile is filled in, with by whom and when, and one more can be sent', async () => {
    const { seekerId, id } = await refer({ programId: cast.program.id, createdAt: new Date(Date.now() - 2 * 86_400_000 - 3_600_000) });
    const colleague = await app.signIn(cast.colleague.email);
    const page = await colleague.get(`/programs/${cast.program.id}/connect?seekerId=${seekerId}`);
    expect(page.text).toContain('Ines Moreno already has an open referral to this Program');
    expect(page.text).toContain('Sent 2 days ago by Dana W.');
    expect(page.text).toContain(`href="/referrals/${id}"`);
    const again = await connect(colleague, cast.program.id, { ...WELL, ...hiddenFields(page.text), seekerId });
    expect(again.status).toBe(303);
  });

  it('is asked about when it came while the form was being filled in', async () => {
    const { seekerId } = await refer();
    const page = await navigator.get(`/programs/${cast.program.id}/connect?seekerId=${seekerId}`);
    expect(page.text).not.toContain('open referral to this Program');
    await refer({ seekerId, programId: cast.program.id });
    const { answer, moved, words } = await ask(navigator, { ...WELL, ...hiddenFields(page.text) });
    expect([answer.status, moved, words.includes('already has an open referral')]).toEqual([409, false, true]);
  });

  it('is nothing to say about when its loop is closed, or when its sender does not see it (R13)', async () => {
    const closed = await refer({ programId: cast.program.id, status: 'got_help' });
    expect((await navigator.get(`/programs/${cast.program.id}/connect?seekerId=${closed.seekerId}`)).text).not.toContain('open referral');
    const shared = await refer();
    await refer({ makerId: cast.outsider.id, programId: cast.program.id, seekerId: shared.seekerId });
    expect((await navigator.get(`/programs/${cast.program.id}/connect?seekerId=${shared.seekerId}`)).text).not.toContain('open referral');
  });
});

describe('somebody who refers themselves', () => {
  it('is asked nothing of this, finds nobody, and can leave the page at once (P-11)', async () => {
    const page = await app.request().get(`/programs/${cast.program.id}/connect`);
    expect(page.text).not.toContain('connected before');
    expect(page.text).toContain('href="/exit"');
    expect((await app.request().get(`/programs/${cast.program.id}/connect/sent`)).text).toContain('href="/exit"');
    expect((await navigator.get(`/programs/${cast.program.id}/connect`)).text).not.toContain('href="/exit"');
    const seeker = await app.signIn(cast.seeker.email);
    expect((await connect(seeker, cast.program.id, { ...asked, email: '', for: 'me' })).headers['location']).toBe('/for-me');
  });

  it('twice at the same moment, keeps one record of themselves', async () => {
    const stranger = await app.signIn(cast.stranger.email);
    const body = { ...WELL, email: '', for: 'me' };
    await Promise.all([connect(stranger, cast.program.id, body), connect(stranger, cast.otherProgram.id, body)]);
    expect(await app.deps.db.seeker.count({ where: { userId: cast.stranger.id, madeById: null } })).toBe(1);
  });
});
