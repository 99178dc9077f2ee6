import type { Agent } from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast, type MadeReferral, type Role } from '../../support/cast.ts';
import { unescaped } from '../../support/connect-form.ts';
import { eventsOf } from '../referrals/referral-forms.ts';
import { linkForClaimer, linkForSeeker, openedIn } from '../status-links/link-visits.ts';

let app: TestApp;
let cast: Cast;
let referral: MadeReferral;
const browsers = new Map<Role, Agent>();

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());
beforeEach(async () => {
  const seeker = { firstName: 'Ana', lastName: 'Ruiz', userId: cast.seeker.id };
  referral = await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id, seeker });
});

async function as(role: Role): Promise<Agent> {
  const known = browsers.get(role) ?? (await app.signIn(cast[role].email));
  browsers.set(role, known);
  return known;
}

const page = (): string => `/referrals/${referral.id}`;
const reads = async (role: Role): Promise<string> => unescaped((await (await as(role)).get(page())).text);
const write = async (role: Role, body: object): Promise<number> =>
  (await (await as(role)).post(`${page()}/notes`).type('form').send(body)).status;
const notes = () => app.deps.db.note.findMany({ where: { referralId: referral.id }, orderBy: { createdAt: 'asc' } });
const newestId = async (): Promise<string> => (await notes()).at(-1)!.id;
const remove = async (role: Role, id: string, at = page()): Promise<number> =>
  (await (await as(role)).post(`${at}/notes/${id}/delete`).type('form').send({})).status;
const kinds = async (): Promise<string[]> => (await eventsOf(app, referral.id)).map(({ kind }) => kind);

const HELPERS: Role[] = ['navigator', 'colleague', 'claimer', 'coclaimer', 'both'];
const OTHERS: Role[] = ['seeker', 'outsider', 'admin', 'stranger'];

describe('R19: a note on a referral', () => {
  it.each(HELPERS)('is written by who helps on it, %s, and read by everybody who does', async (writer) => {
    expect(await write(writer, { body: `Said by ${writer} first` })).toBe(303);
    for (const reader of HELPERS) expect(await reads(reader), reader).toContain(`Said by ${writer} first`);
    expect((await kinds()).filter((kind) => kind !== 'seen')).toEqual(['created', 'note_added']);
  });

  it.each(OTHERS)('does not exist for %s, who writes none and deletes none either; nothing moves', async (role) => {
    await write('navigator', { body: 'canary-for-helpers' });
    const before = await notes();
    expect(await write(role, { body: 'Mine' })).toBe(404);
    expect(await remove(role, before[0]!.id)).toBe(404);
    expect(await reads(role)).not.toContain('canary-for-helpers');
    expect(await notes()).toEqual(before);
  });

  it('is nothing for who is not signed in, or was deactivated', async () => {
    const answer = await app.request().post(`${page()}/notes`).type('form').send({ body: 'Mine' });
    expect(answer.headers['location']).toMatch(/^\/login/);
    const closed = await app.deps.db.user.create({
      data: {
        email: 'closed@demo.test',
        firstName: 'C',
        lastName: 'D',
        passwordHash: (await app.deps.db.user.findUniqueOrThrow({ where: { id: cast.navigator.id } })).passwordHash,
        emailVerifiedAt: new Date(),
      },
    });
    await app.deps.db.membership.create({ data: { userId: closed.id, teamId: cast.familyNavigation } });
    const browser = await app.signIn(closed.email);
    await app.deps.db.user.update({ where: { id: closed.id }, data: { deactivatedAt: new Date() } });
    expect((await browser.post(`${page()}/notes`).type('form').send({ body: 'Mine' })).headers['location']).toMatch(/^\/login/);
    expect(await notes()).toEqual([]);
  });

  it('never reaches the Seeker: not on their pages, nor in their history, nor by mail, nor on a Status link', async () => {
    await write('navigator', { body: 'canary-of-the-navigator' });
    await write('claimer', { body: 'canary-of-the-claimer', ownSideOnly: 'yes' });
    await remove('navigator', (await notes())[0]!.id);
    const seeker = await as('seeker');
    const own = unescaped((await seeker.get(page())).text + (await seeker.get('/for-me')).text);
    expect(own).toContain('What happened');
    expect(own).not.toMatch(/canary|[Nn]ote/);
    const links = [await linkForSeeker(app, referral.id, cast.seeker.email), await linkForClaimer(app, referral.id, cast.claimer)];
    for (const link of links) expect((await (await openedIn(app, link)).get(`/l/${link.publicId}`)).text).not.toContain('canary');
    expect(await app.deps.db.email.count({ where: { referralId: referral.id, kind: { not: 'referral_received' } } })).toBe(0);
    const mails = await app.deps.db.devMail.findMany();
    expect(mails.filter(({ text, html }) => (text + html).includes('canary'))).toEqual([]);
  });

  it('is read by no Seeker who also claims the Program (R12)', async () => {
    await app.deps.db.seeker.update({ where: { id: referral.seekerId }, data: { userId: cast.coclaimer.id } });
    await write('navigator', { body: 'canary-about-joel' });
    const text = await reads('coclaimer');
    expect(text).toContain('Fair Oaks Rent & Home Help');
    expect(text).not.toMatch(/canary|Add Note|Added a note/);
    expect(await write('coclaimer', { body: 'Mine' })).toBe(404);
  });
});

describe('R19: "Only my team"', () => {
  it('keeps a note to the side it was written from, and so is what history says of it', async () => {
    await write('navigator', { body: 'for-our-team', ownSideOnly: 'yes' });
    await write('claimer', { body: 'for-the-program', ownSideOnly: 'on' });
    for (const reader of ['navigator', 'colleague'] as const) {
      const text = await reads(reader);
      expect(text).toContain('for-our-team');
      expect(text).toContain('Added a note that only the referring side reads');
      expect(text).not.toMatch(/for-the-program|Added a note that only the Program reads/);
    }
    for (const reader of ['claimer', 'coclaimer', 'both'] as const) {
      const text = await reads(reader);
      expect(text).toContain('for-the-program');
      expect(text).toContain('Added a note that only the Program reads');
      expect(text).not.toMatch(/for-our-team|only the referring side/);
    }
    expect((await kinds()).filter((kind) => kind.startsWith('note'))).toEqual([]);
  });

  it('cannot be deleted from the other side, by a Program Admin either; deleted, it is said where it was read', async () => {
    await write('navigator', { body: 'for-our-team', ownSideOnly: 'yes' });
    const id = await newestId();
    expect(await remove('claimer', id)).toBe(404);
    expect((await notes())[0]!.body).toBe('for-our-team');
    expect(await remove('navigator', id)).toBe(303);
    expect(await reads('colleague')).toContain('Deleted a note that only the referring side read');
    expect(await reads('claimer')).not.toMatch(/only the referring side|Deleted a note/);
  });

  it('who is on both sides reads both, and writes for the Team that shares it', async () => {
    await app.deps.db.membership.create({ data: { userId: cast.both.id, teamId: cast.familyNavigation } });
    await write('claimer', { body: 'for-the-program', ownSideOnly: 'yes' });
    await write('both', { body: 'from-thuy', ownSideOnly: 'yes' });
    expect(await reads('both')).toMatch(/for-the-program[\s\S]*from-thuy/);
    expect(await reads('colleague')).toContain('from-thuy');
    expect(await reads('coclaimer')).not.toContain('from-thuy');
    await app.deps.db.membership.deleteMany({ where: { userId: cast.both.id, teamId: cast.familyNavigation } });
  });

  it('of a Claimer who alone stands on the referring side means the Program', async () => {
    const own = await makeReferral(app.deps.db, { makerId: cast.claimer.id, programId: cast.program.id, teamIds: [] });
    referral = own;
    await write('claimer', { body: 'for-us-claimers', ownSideOnly: 'yes' });
    expect(await reads('coclaimer')).toContain('for-us-claimers');
    expect(await reads('claimer')).not.toContain('name="ownSideOnly"');
  });
});

describe('R19: the form says who will read it before it is saved', () => {
  const readersOf = async (role: Role): Promise<string> => (await reads(role)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

  it('by name, for both choices, to those who refer', async () => {
    const text = await readersOf('navigator');
    expect(text).toContain(
      'Who will read it: you and everyone in Family Navigation, and Maria G., Joel P. and Thuy L. at Fair Oaks Rent & Home Help. Never Ana.',
    );
    expect(text).toContain(
      'Only my team: you and everyone in Family Navigation. Not the others at Fair Oaks Rent & Home Help, and never Ana.',
    );
  });

  it('and to the Program, to which the names of Teams are not told', async () => {
    const text = await readersOf('coclaimer');
    const near = 'you and Maria G. and Thuy L. at Fair Oaks Rent & Home Help';
    expect(text).toContain(`Who will read it: ${near}, and Dana W. and the team it was shared with. Never Ana.`);
    expect(text).toContain(`Only my team: ${near}. Not Dana W. and the team it was shared with, and never Ana.`);
    expect(text).not.toContain('Family Navigation');
  });
});

describe('R19: a note is deleted, never edited', () => {
  it('by its author: the text is gone, history keeps who and when of both, not what it said', async () => {
    await write('colleague', { body: 'canary-said-in-anger' });
    expect(await remove('colleague', await newestId())).toBe(303);
    const [note] = await notes();
    expect([note!.body, note!.deletedByName, note!.deletedByOrganization]).toEqual([null, 'Nathaniel B.', 'Riverside Clinic']);
    const text = await reads('claimer');
    expect(text).toMatch(/Deleted a note[\s\S]*Added a note/);
    expect(text).not.toContain('canary');
    const rows = await app.deps.db.$queryRaw<
      { row: string }[]
    >`SELECT to_jsonb(e)::text AS row FROM referral_event e UNION ALL SELECT to_jsonb(n)::text FROM note n`;
    expect(rows.filter(({ row }) => row.includes('canary-said-in-anger'))).toEqual([]);
  });

  it('by the Program Admin, and by a manager of the Team or an admin of its Site who is in it; by nobody else who reads it', async () => {
    const { db } = app.deps;
    await write('navigator', { body: 'A shared note' });
    const id = await newestId();
    for (const role of ['colleague', 'coclaimer', 'both'] as const) expect(await remove(role, id), role).toBe(404);
    expect((await notes())[0]!.body).toBe('A shared note');
    expect(await remove('claimer', id)).toBe(303);
    await write('navigator', { body: 'Another' });
    await db.membership.update({
      where: { userId_teamId: { userId: cast.colleague.id, teamId: cast.familyNavigation } },
      data: { role: 'admin' },
    });
    expect(await remove('colleague', await newestId())).toBe(303);
    await db.membership.update({
      where: { userId_teamId: { userId: cast.colleague.id, teamId: cast.familyNavigation } },
      data: { role: 'member' },
    });
    await write('navigator', { body: 'A third' });
    expect(await remove('admin', await newestId())).toBe(404);
    await db.membership.create({ data: { userId: cast.admin.id, teamId: cast.familyNavigation } });
    expect(await remove('admin', await newestId())).toBe(303);
    await db.membership.deleteMany({ where: { userId: cast.admin.id } });
    expect((await notes()).map(({ body }) => body)).toEqual([null, null, null]);
  });

  it('once: a second press, and two presses at the same moment, are one entry', async () => {
    await write('navigator', { body: 'Once' });
    const id = await newestId();
    const answers = await Promise.all([remove('navigator', id), remove('navigator', id)]);
    expect([...answers, await remove('navigator', id)]).toEqual([303, 303, 303]);
    expect((await kinds()).filter((kind) => kind === 'note_deleted')).toHaveLength(1);
  });

  it('is not reached through another referral', async () => {
    await write('navigator', { body: 'Of the first' });
    const id = await newestId();
    const other = await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.otherProgram.id });
    expect(await remove('navigator', id, `/referrals/${other.id}`)).toBe(404);
    expect((await notes())[0]!.body).toBe('Of the first');
  });

  it('trash cans stand only where they do something', async () => {
    await write('navigator', { body: 'Of Dana' });
    const id = await newestId();
    const action = `action="${page()}/notes/${id}/delete"`;
    expect(await reads('navigator')).toContain(action);
    expect(await reads('claimer')).toContain(action);
    expect(await reads('colleague')).not.toContain(action);
  });
});

describe('R19: what is sent', () => {
  it('pressing twice, also at the same moment, makes one note (R-04)', async () => {
    const press = { body: 'Once and for all', _idem: 'abcdefghijklmnop-note' };
    const answers = await Promise.all([write('navigator', press), write('navigator', press)]);
    expect([...answers, await write('navigator', press)]).toEqual([303, 303, 303]);
    expect(await notes()).toHaveLength(1);
    expect((await kinds()).filter((kind) => kind === 'note_added')).toHaveLength(1);
    expect(await write('navigator', { ...press, body: 'Something else' })).toBe(422);
    expect(await notes()).toHaveLength(1);
  });

  it.each([
    ['nothing', '   ', 'Write the note'],
    ['nothing anybody can see', '\u200b\u200e', 'Write the note'],
    ['too much', 'x'.repeat(4_001), 'Use at most 4000 characters'],
  ])('%s is refused with what to do, and what was written is kept', async (_what, body, words) => {
    const answer = await (await as('coclaimer')).post(`${page()}/notes`).type('form').send({ body, ownSideOnly: 'yes' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(words);
    expect(answer.text).toContain('<title>Error: Add Note');
    expect(answer.text).toContain(`${body}</textarea>`);
    expect(answer.text).toMatch(/name="ownSideOnly" value="yes"[^>]* checked/);
    expect(await notes()).toEqual([]);
  });

  it('4,000 characters are not too many, and markup is text (S-52)', async () => {
    expect(await write('claimer', { body: 'y'.repeat(4_000) })).toBe(303);
    expect(await write('claimer', { body: '<b onx=1>bold</b>' })).toBe(303);
    expect((await (await as('navigator')).get(page())).text).not.toContain('<b onx');
  });
});
