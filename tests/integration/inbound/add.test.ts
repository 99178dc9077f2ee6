import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, type Cast } from '../../support/cast.ts';
import { hiddenFields, tallies, unescaped, valueOf, WELL } from '../../support/connect-form.ts';
import { rowsIn } from './inbound-pages.ts';

let app: TestApp;
let cast: Cast;
let claimer: Agent;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
  claimer = await app.signIn(cast.claimer.email);
});
afterAll(() => app.close());

const CAME = { ...WELL, how: 'phone_call', contactPreference: 'email' };
const add = (browser: Agent, body: Record<string, unknown>, programId = cast.program.id) =>
  browser.post(`/inbound/${programId}/add`).type('form').send(body);
/** Adds somebody and tells which referral came of it. */
async function added(body: Record<string, unknown>): Promise<string> {
  const answer = await add(claimer, body);
  const [, id] = /\?added=([0-9a-f-]{36})$/.exec(String(answer.headers['location'])) ?? [];
  if (answer.status !== 303 || !id) throw new Error(`Adding was answered with ${String(answer.status)}: ${answer.text}`);
  return id;
}

describe('R20: adding an inbound referral for somebody who came or called', () => {
  it('makes it the Program’s own: made by the Claimer, seen, with history that says how they came (R6, R7)', async () => {
    const id = await added(CAME);
    const referral = await app.deps.db.referral.findUniqueOrThrow({
      where: { id },
      include: { shares: true, events: true, consent: true },
    });
    expect(referral).toMatchObject({
      source: 'program',
      madeById: cast.claimer.id,
      makerName: 'Maria G.',
      status: 'not_updated',
      sharedFirstName: 'Ana',
      comment: WELL.comment,
    });
    expect(referral.seenAt).not.toBeNull();
    expect(referral.events.map(({ kind, reason, actorName }) => [kind, reason, actorName])).toEqual([
      ['created', 'Phone call', 'Maria G.'],
      ['seen', null, 'Maria G.'],
    ]);
    const page = await claimer.get(`/referrals/${id}`);
    expect(page.text).toContain('Added by the Program');
    expect(page.text).toContain('“Phone call”');
  });

  it('shows it to every Claimer at once, and to nobody else; a Program’s Team Navigation is for its outbound referrals (R9, R10)', async () => {
    await app.deps.db.team.update({ where: { id: cast.program.teamId }, data: { teamNavigation: true } });
    const id = await added({ ...CAME, firstName: 'Inbound' });
    expect(await app.deps.db.referralShare.count({ where: { referralId: id } })).toBe(0);
    for (const { email } of [cast.claimer, cast.coclaimer, cast.both]) {
      const browser = await app.signIn(email);
      expect(rowsIn((await browser.get(`/inbound/${cast.program.id}`)).text)).toContain(id);
      expect((await browser.get(`/referrals/${id}`)).status).toBe(200);
    }
    for (const { email } of [cast.navigator, cast.colleague, cast.admin, cast.stranger, cast.seeker]) {
      expect((await (await app.signIn(email)).get(`/referrals/${id}`)).status, email).toBe(404);
    }
    await app.deps.db.team.update({ where: { id: cast.program.teamId }, data: { teamNavigation: false } });
  });

  it('R28: mails the other Claimers and, if they chose email, the Seeker; never the one who wrote it down', async () => {
    const id = await added({ ...CAME, firstName: 'Mailed', email: 'mailed@example.org' });
    const mails = await app.deps.db.email.findMany({ where: { referralId: id } });
    expect(mails.map(({ userId, toAddress }) => userId ?? toAddress).sort()).toEqual(
      [cast.coclaimer.id, cast.both.id, 'mailed@example.org'].sort(),
    );
    const quiet = await added({ ...CAME, firstName: 'Quiet', contactPreference: 'dont_reach_out' });
    const others = await app.deps.db.email.findMany({ where: { referralId: quiet } });
    expect(others.map(({ userId }) => userId).sort()).toEqual([cast.coclaimer.id, cast.both.id].sort());
  });

  it('R23: keeps the exact consent text that was shown, how it was given and who took it, and takes none without it', async () => {
    const { text } = await claimer.get(`/inbound/${cast.program.id}/add`);
    const fields = hiddenFields(text);
    expect(unescaped(text)).toContain(`“${fields['consentText']!}”`);
    const id = await added({ ...CAME, firstName: 'Agreed', ...fields, known: 'told' });
    const consent = await app.deps.db.consent.findUniqueOrThrow({ where: { referralId: id } });
    expect(consent).toMatchObject({ text: fields['consentText'], givenHow: 'spoken', takenById: cast.claimer.id, takenByName: 'Maria G.' });
    expect(consent.text).toContain(`${cast.program.name} writes down my name`);
    const before = await tallies(app.deps.db);
    const without = { ...CAME, consent: '' };
    for (const [body, words] of [
      [without, 'Tick the box once they have agreed'],
      [{ ...CAME, consentText: 'Another text' }, 'The text has changed. Read it again, then tick the box'],
    ] as const) {
      const answer = await add(claimer, body);
      expect([answer.status, answer.text.includes(words)], words).toEqual([422, true]);
    }
    expect(await tallies(app.deps.db)).toEqual(before);
  });

  it('R-04: pressed twice, also at once, it adds one', async () => {
    const { text } = await claimer.get(`/inbound/${cast.program.id}/add`);
    const body = { ...CAME, firstName: 'Pressed', ...hiddenFields(text), known: 'told' };
    const answers = await Promise.all([add(claimer, body), add(claimer, body)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(answers[0].headers['location']).toBe(answers[1].headers['location']);
    expect(await app.deps.db.referral.count({ where: { sharedFirstName: 'Pressed' } })).toBe(1);
  });

  it('says everything there is to mend at once, keeps what was typed, and adds nothing (U-13)', async () => {
    const before = await tallies(app.deps.db);
    const answer = await add(claimer, { ...CAME, how: '', firstName: '', lastName: 'Kept', zip: '1', email: '' });
    expect(answer.status).toBe(422);
    for (const words of ['Choose how they came', 'Enter a first name', 'Enter a ZIP code', 'Enter one email address'])
      expect(answer.text).toContain(words);
    expect(valueOf(answer.text, 'lastName')).toBe('Kept');
    expect(answer.text).toContain('<title>Error: Add an inbound referral');
    for (const strange of [{ seekerId: 'nobody' }, { for: 'me' }, { saveProfile: 'on' }, { role: 'admin' }, { source: 'navigator' }]) {
      expect((await add(claimer, { ...CAME, ...strange })).status).toBe(422);
    }
    expect(await tallies(app.deps.db)).toEqual(before);
  });

  it('a Program that takes no referrals from others may still write down who came; one that is no longer listed may not', async () => {
    const { db } = app.deps;
    await db.program.update({ where: { id: cast.program.id }, data: { acceptingReferrals: false } });
    await added({ ...CAME, firstName: 'Closed' });
    await db.program.update({ where: { id: cast.program.id }, data: { acceptingReferrals: true, retiredAt: new Date() } });
    const before = await tallies(db);
    expect((await claimer.get(`/inbound/${cast.program.id}/add`)).status).toBe(410);
    const answer = await add(claimer, CAME);
    expect([answer.status, answer.text.includes('no longer listed')]).toEqual([422, true]);
    expect(await tallies(db)).toEqual(before);
    await db.program.update({ where: { id: cast.program.id }, data: { retiredAt: null } });
  });

  describe('R23: somebody the Claimer has added before', () => {
    const again = { ...CAME, firstName: 'Twice', email: 'twice@example.org', known: 'ask' };

    it('is asked about before a second profile is made: chosen, the referral is theirs, and the profile stays as it is', async () => {
      const first = await app.deps.db.referral.findUniqueOrThrow({ where: { id: await added(again) } });
      const before = await tallies(app.deps.db);
      const asked = await add(claimer, { ...again, zip: '94061' });
      expect(asked.status).toBe(409);
      expect(asked.text).toContain('You may have connected Twice Ruiz before');
      expect(asked.text).toContain(`name="seekerId" value="${first.seekerId}"`);
      expect(['zip', 'phone'].map((field) => valueOf(asked.text, field))).toEqual(['94061', WELL.phone]);
      expect(hiddenFields(asked.text)['known']).toBe('told');
      expect(await tallies(app.deps.db)).toEqual(before);
      const second = await added({ ...again, zip: '94061', known: 'told', seekerId: first.seekerId });
      expect(await app.deps.db.referral.findUniqueOrThrow({ where: { id: second } })).toMatchObject({
        seekerId: first.seekerId,
        source: 'program',
        sharedZip: '94061',
      });
      expect(await app.deps.db.seeker.findUniqueOrThrow({ where: { id: first.seekerId } })).toMatchObject({ zip: '94063' });
    });

    it('is somebody new when the form is sent once more as it is', async () => {
      const { seekerId } = await app.deps.db.referral.findFirstOrThrow({ where: { sharedFirstName: 'Twice' } });
      const id = await added({ ...again, known: 'told' });
      expect((await app.deps.db.referral.findUniqueOrThrow({ where: { id } })).seekerId).not.toBe(seekerId);
    });

    it('R13: nobody is asked about those whom others help, nor may add a referral to them', async () => {
      const { seekerId } = await app.deps.db.referral.findFirstOrThrow({ where: { sharedFirstName: 'Twice' } });
      const coclaimer = await app.signIn(cast.coclaimer.email);
      const before = await tallies(app.deps.db);
      expect((await add(coclaimer, { ...again, known: 'told', seekerId })).status).toBe(404);
      expect(await tallies(app.deps.db)).toEqual(before);
      expect((await add(coclaimer, again)).status).toBe(303);
    });
  });

  it('R13: is not there for anybody else, nor for a Claimer of another Program, and nothing moves', async () => {
    const before = await tallies(app.deps.db);
    for (const { email } of [cast.navigator, cast.stranger, cast.seeker, cast.admin]) {
      const browser = await app.signIn(email);
      expect((await browser.get(`/inbound/${cast.program.id}/add`)).status, email).toBe(404);
      expect((await add(browser, CAME)).status, email).toBe(404);
    }
    const coclaimer = await app.signIn(cast.coclaimer.email);
    expect((await coclaimer.get(`/inbound/${cast.otherProgram.id}/add`)).status).toBe(404);
    expect((await add(coclaimer, CAME, cast.otherProgram.id)).status).toBe(404);
    expect(await tallies(app.deps.db)).toEqual(before);
  });

  it('comes out at the list, which says whom it has now, without their name in the address', async () => {
    const id = await added({ ...CAME, firstName: 'Noticed' });
    const { text } = await claimer.get(`/inbound/${cast.program.id}?added=${id}`);
    expect(text).toContain('Noticed Ruiz is on the list.');
    expect(rowsIn(text)[0]).toBe(id);
    expect(text).toMatch(/Maria G\.<span class="org">Added here/);
    const other = await claimer.get(`/inbound/${cast.otherProgram.id}?added=${id}`);
    expect(other.text).not.toContain('is on the list.');
    const filtered = await claimer.get(`/inbound/${cast.program.id}?by=program`);
    expect(rowsIn(filtered.text)).toContain(id);
  });
});
