import type { Agent } from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast, type Role } from '../../support/cast.ts';
import { unescaped } from '../../support/connect-form.ts';

let app: TestApp;
let cast: Cast;
let seekerId: string;
const browsers = new Map<Role, Agent>();

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());
beforeEach(async () => {
  const seeker = { firstName: 'Ana', lastName: 'Ruiz', userId: cast.seeker.id };
  seekerId = (await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id, seeker })).seekerId;
});

async function as(role: Role): Promise<Agent> {
  const known = browsers.get(role) ?? (await app.signIn(cast[role].email));
  browsers.set(role, known);
  return known;
}

const reads = async (role: Role): Promise<string> => unescaped((await (await as(role)).get(`/people/${seekerId}`)).text);
const write = async (role: Role, body: object): Promise<number> =>
  (await (await as(role)).post(`/people/${seekerId}/notes`).type('form').send(body)).status;
const remove = async (role: Role, id: string): Promise<number> =>
  (await (await as(role)).post(`/people/${seekerId}/notes/${id}/delete`).type('form').send({})).status;
const notes = () => app.deps.db.note.findMany({ where: { seekerId }, orderBy: { createdAt: 'asc' } });
const switchTeam = (teamNavigation: boolean): Promise<unknown> =>
  app.deps.db.team.update({ where: { id: cast.familyNavigation }, data: { teamNavigation } });

describe('R17, R19: a note on a Seeker’s Profile', () => {
  it.each(['navigator', 'colleague'] as const)(
    'is written by who helps, %s, and stands in the Navigation History of both',
    async (role) => {
      expect(await write(role, { body: 'Not at her workplace' })).toBe(303);
      for (const reader of ['navigator', 'colleague'] as const) expect(await reads(reader)).toContain('Not at her workplace');
    },
  );

  it.each(['claimer', 'coclaimer', 'seeker', 'outsider', 'admin', 'stranger'] as const)(
    'does not exist for %s: not to be read, written or deleted (R11, R12, R13)',
    async (role) => {
      await write('navigator', { body: 'canary-of-the-profile' });
      const before = await notes();
      expect([await write(role, { body: 'Mine' }), await remove(role, before[0]!.id)]).toEqual([404, 404]);
      const pages = [`/people/${seekerId}`, '/for-me', '/inbound', '/people'];
      for (const page of pages) expect((await (await as(role)).get(page)).text).not.toContain('canary');
      expect(await notes()).toEqual(before);
    },
  );

  it('is for its author alone while none of their Teams shares (R8), and stays shared when the Team stops (R9)', async () => {
    await write('navigator', { body: 'said-while-sharing' });
    await switchTeam(false);
    await write('navigator', { body: 'said-alone' });
    expect(await reads('navigator')).toContain('Who will read it:</b> only you. No Program, and never Ana.');
    await switchTeam(true);
    expect(await reads('navigator')).toMatch(/said-alone[\s\S]*said-while-sharing/);
    expect(await reads('colleague')).toContain('said-while-sharing');
    expect(await reads('colleague')).not.toContain('said-alone');
    const alone = (await notes()).find(({ body }) => body === 'said-alone')!;
    expect(await remove('colleague', alone.id)).toBe(404);
  });

  it('goes from who leaves the Team, with the profile', async () => {
    await write('navigator', { body: 'for-the-team' });
    const key = { userId_teamId: { userId: cast.colleague.id, teamId: cast.familyNavigation } };
    const was = await app.deps.db.membership.delete({ where: key });
    expect((await (await as('colleague')).get(`/people/${seekerId}`)).status).toBe(404);
    expect(await write('colleague', { body: 'Too late' })).toBe(404);
    await app.deps.db.membership.create({ data: was });
  });

  it('is read by no Seeker who works in the same Group', async () => {
    await write('navigator', { body: 'canary-about-nathaniel', _idem: 'abcdefghijklmnop-prof' });
    await app.deps.db.seeker.update({ where: { id: seekerId }, data: { userId: cast.colleague.id } });
    const text = await reads('colleague');
    expect(text).toContain('Navigation History');
    expect(text).not.toMatch(/canary|Add Note|Add Goal/);
    expect(await write('colleague', { body: 'Mine' })).toBe(404);
  });

  it('is deleted by its author or an admin of the Team, not by a colleague; that it was there is said, not what it said', async () => {
    await write('navigator', { body: 'canary-said-in-anger' });
    const [note] = await notes();
    expect(await remove('colleague', note!.id)).toBe(404);
    expect(await reads('colleague')).not.toContain(`/notes/${note!.id}/delete`);
    expect(await remove('navigator', note!.id)).toBe(303);
    expect(await remove('navigator', note!.id)).toBe(303);
    const text = await reads('colleague');
    expect(text).toContain('A note of Dana W. was deleted by Dana W., Riverside Clinic');
    expect(text).not.toContain('canary');
    await write('navigator', { body: 'Another' });
    const key = { userId_teamId: { userId: cast.colleague.id, teamId: cast.familyNavigation } };
    await app.deps.db.membership.update({ where: key, data: { role: 'admin' } });
    expect(await remove('colleague', (await notes())[1]!.id)).toBe(303);
    await app.deps.db.membership.update({ where: key, data: { role: 'member' } });
  });

  it('pressed twice is one, and one that is too long or empty is refused with what was written', async () => {
    const press = { body: 'Once', _idem: 'abcdefghijklmnop-once' };
    expect(await Promise.all([write('navigator', press), write('navigator', press)])).toEqual([303, 303]);
    expect(await notes()).toHaveLength(1);
    const answer = await (
      await as('navigator')
    )
      .post(`/people/${seekerId}/notes`)
      .type('form')
      .send({ body: 'z'.repeat(4_001) });
    expect([answer.status, answer.text.includes('Use at most 4000 characters')]).toEqual([422, true]);
    expect(answer.text).toContain(`${'z'.repeat(4_001)}</textarea>`);
    expect(await write('navigator', { body: 'x', ownSideOnly: 'yes' })).toBe(422);
    expect(await notes()).toHaveLength(1);
  });
});
