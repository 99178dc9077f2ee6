import type { Agent, Response } from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast, type MadeReferral, type Role } from '../../support/cast.ts';
import { unescaped } from '../../support/connect-form.ts';
import { eventsOf } from '../referrals/referral-forms.ts';

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

const profile = (): string => `/people/${referral.seekerId}`;
const post = async (role: Role, address: string, body: object): Promise<Response> => (await as(role)).post(address).type('form').send(body);
const reads = async (role: Role, address: string): Promise<string> => unescaped((await (await as(role)).get(address)).text);
const goals = () => app.deps.db.goal.findMany({ where: { seekerId: referral.seekerId }, orderBy: { createdAt: 'asc' } });
async function addGoal(title: string, role: Role = 'navigator'): Promise<string> {
  expect((await post(role, `${profile()}/goals`, { title })).status).toBe(303);
  return (await goals()).find((goal) => goal.title === title)!.id;
}
const file = async (role: Role, goalId: string, more: object = {}): Promise<Response> =>
  post(role, `/referrals/${referral.id}/goal`, { goalId, ...more });
const filedUnder = async (): Promise<string | null> =>
  (await app.deps.db.referral.findUniqueOrThrow({ where: { id: referral.id } })).goalId;
const goalEntries = async (): Promise<string[]> =>
  (await eventsOf(app, referral.id)).flatMap(({ kind }) => (kind.startsWith('goal') ? [kind] : []));

const NOT_THEIRS: Role[] = ['claimer', 'coclaimer', 'both', 'seeker', 'outsider', 'admin', 'stranger'];

describe('R24: a Goal on the profile', () => {
  it('is added by who helps, and seen by those it is shared with', async () => {
    const id = await addGoal('Keep the apartment');
    for (const role of ['navigator', 'colleague'] as const) {
      expect(await reads(role, profile())).toContain('Keep the apartment');
      expect((await (await as(role)).get(`${profile()}/goals/${id}`)).status).toBe(200);
    }
  });

  it.each(NOT_THEIRS)('does not exist for %s, who adds and changes none (R11, R13)', async (role) => {
    const id = await addGoal('canary-goal');
    const before = await goals();
    const at = `${profile()}/goals/${id}`;
    const answers = [
      await post(role, `${profile()}/goals`, { title: 'Mine' }),
      await post(role, at, { title: 'Mine', version: 1 }),
      await post(role, `${at}/complete`, { version: 1 }),
      await post(role, `${at}/reopen`, { version: 1 }),
      await post(role, `${at}/notes`, { body: 'Mine' }),
      await file(role, id),
      await (await as(role)).get(at),
      await (await as(role)).get(`${at}/edit`),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    for (const page of [profile(), `/referrals/${referral.id}`, '/for-me', '/inbound'])
      expect(await reads(role, page)).not.toContain('canary');
    expect([await goals(), await filedUnder()]).toEqual([before, null]);
  });

  it('is its maker’s alone while none of their Teams shares (R8)', async () => {
    const team = { where: { id: cast.familyNavigation } };
    await app.deps.db.team.update({ ...team, data: { teamNavigation: false } });
    const id = await addGoal('alone-with-it');
    await app.deps.db.team.update({ ...team, data: { teamNavigation: true } });
    expect(await reads('navigator', profile())).toContain('alone-with-it');
    expect(await reads('colleague', profile())).not.toContain('alone-with-it');
    expect((await (await as('colleague')).get(`${profile()}/goals/${id}`)).status).toBe(404);
    expect((await file('navigator', id)).status).toBe(303);
    const theirs = await reads('colleague', `/referrals/${referral.id}`);
    expect(theirs).toContain('Filed under a Goal that is not shared with you');
    expect(theirs).not.toContain('alone-with-it');
    expect((await file('colleague', '')).status).toBe(403);
    expect(await filedUnder()).toBe(id);
  });

  it('is completed, stays on the page folded away, and is reopened', async () => {
    const id = await addGoal('School uniforms');
    expect((await post('colleague', `${profile()}/goals/${id}/complete`, { version: 1, from: 'profile' })).headers['location']).toBe(
      `${profile()}#goals`,
    );
    expect((await goals())[0]!.completedAt).not.toBeNull();
    expect(await reads('navigator', profile())).toMatch(
      /<details class="goals-done"><summary>1 completed goal[\s\S]*School uniforms[\s\S]*Reopen/,
    );
    expect((await post('navigator', `${profile()}/goals/${id}/complete`, { version: 1 })).status).toBe(303);
    expect((await post('navigator', `${profile()}/goals/${id}/reopen`, { version: 1 })).status).toBe(409);
    expect((await post('navigator', `${profile()}/goals/${id}/reopen`, { version: 2 })).status).toBe(303);
    expect((await goals())[0]!.completedAt).toBeNull();
  });

  it('changed by two from the same page: the second sees what changed, and keeps what they wrote', async () => {
    const id = await addGoal('English');
    const at = `${profile()}/goals/${id}`;
    expect((await post('colleague', at, { title: 'English for the course', detail: 'Tuesdays', version: 1 })).status).toBe(303);
    const answer = await post('navigator', at, { title: 'English, level 2', detail: 'Evenings', version: 1 });
    expect(answer.status).toBe(409);
    const text = unescaped(answer.text);
    for (const words of [
      'Nathaniel B. changed this Goal',
      'English for the course',
      'Tuesdays',
      'value="English, level 2"',
      'Evenings</textarea>',
      'name="version" value="2"',
    ])
      expect(text).toContain(words);
    expect((await goals())[0]!.title).toBe('English for the course');
    expect((await post('navigator', at, { title: 'English, level 2', detail: 'Evenings', version: 2 })).status).toBe(303);
    expect((await post('colleague', at, { title: 'English, level 2', detail: 'Evenings', version: 2 })).status).toBe(303);
    expect((await goals())[0]!.version).toBe(3);
  });

  it('erases nothing that was not sent, and after a mistake stays what its writer saw', async () => {
    const id = await addGoal('Keep the apartment');
    const at = `${profile()}/goals/${id}`;
    await post('navigator', at, { title: 'Keep the apartment', detail: 'Two months behind', version: 1 });
    const partial = await post('navigator', at, { title: 'Keep the flat', version: 2 });
    expect([partial.status, partial.text.includes('Two months behind')]).toEqual([422, true]);
    const mistaken = await post('colleague', at, { title: '', detail: '', version: 1 });
    expect([mistaken.status, /name="version" value="(\d+)"/.exec(mistaken.text)?.[1]]).toEqual([422, '1']);
    expect((await post('colleague', at, { title: 'Move', detail: '', version: 1 })).status).toBe(409);
    expect(await goals()).toMatchObject([{ title: 'Keep the apartment', detail: 'Two months behind', version: 2 }]);
  });

  it('pressed twice is one; without a name it is refused, with what was written', async () => {
    const press = { title: 'Once', _idem: 'abcdefghijklmnop-goal' };
    const answers = await Promise.all([post('navigator', `${profile()}/goals`, press), post('navigator', `${profile()}/goals`, press)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await goals()).toHaveLength(1);
    const refused = await post('navigator', `${profile()}/goals`, { title: ' ', detail: 'Half-written' });
    expect([
      refused.status,
      refused.text.includes('Write what they work toward'),
      refused.text.includes('Half-written</textarea>'),
    ]).toEqual([422, true, true]);
    expect((await post('navigator', `${profile()}/goals`, { title: 'x'.repeat(121) })).status).toBe(422);
    expect(await goals()).toHaveLength(1);
  });

  it('has a page with its referrals and notes; opening it is looking at the Seeker (R15)', async () => {
    const id = await addGoal('Keep the apartment');
    await file('navigator', id);
    const at = `${profile()}/goals/${id}`;
    expect((await post('colleague', `${at}/notes`, { body: 'Near the school' })).status).toBe(303);
    const text = await reads('navigator', at);
    for (const words of ['Keep the apartment', cast.program.name, 'Near the school', 'You and everyone in Family Navigation'])
      expect(text).toContain(words);
    expect(await reads('navigator', profile())).not.toContain('Near the school');
    const [note] = await app.deps.db.note.findMany({ where: { goalId: id } });
    expect((await post('navigator', `${profile()}/notes/${note!.id}/delete`, {})).status).toBe(404);
    const deleted = await post('colleague', `${profile()}/notes/${note!.id}/delete`, {});
    expect(deleted.headers['location']).toBe(`${at}#note-${note!.id}`);
    expect(await reads('navigator', at)).toContain('A note of Nathaniel B. was deleted by Nathaniel B., Riverside Clinic');
    const looks = await app.deps.db.accessLog.count({
      where: { seekerId: referral.seekerId, userId: cast.navigator.id, referralId: null },
    });
    expect(looks).toBe(1);
  });

  it('shows those of the Seeker’s referrals that are filed under it, as far as its reader sees them', async () => {
    const id = await addGoal('Get the deposit back');
    await file('navigator', id);
    const others = { makerId: cast.navigator.id, programId: cast.otherProgram.id, seekerId: referral.seekerId };
    const elsewhere = await makeReferral(app.deps.db, { ...others, comment: 'Filed nowhere' });
    const own = await makeReferral(app.deps.db, { ...others, comment: 'Shared with nobody', teamIds: [] });
    await app.deps.db.referral.update({ where: { id: own.id }, data: { goalId: id } });
    const at = `${profile()}/goals/${id}`;
    const [navigator, colleague] = [await reads('navigator', at), await reads('colleague', at)];
    for (const page of [navigator, colleague]) {
      expect(page).toContain(`/referrals/${referral.id}"`);
      expect(page).not.toContain(elsewhere.id);
    }
    expect([navigator.includes(own.id), colleague.includes(own.id)]).toEqual([true, false]);
  });
});

describe('R24: the one control on a referral', () => {
  it('adds it to a Goal, moves it to another and removes it; history says so to the referring side alone (R6, R11, R12)', async () => {
    const [first, second] = [await addGoal('The first goal'), await addGoal('The second goal')];
    expect((await file('navigator', first)).headers['location']).toBe(`/referrals/${referral.id}#goal`);
    expect((await file('colleague', second, { from: 'profile' })).headers['location']).toBe(`${profile()}#out-${referral.id}`);
    expect(await filedUnder()).toBe(second);
    expect((await file('navigator', '')).status).toBe(303);
    expect(await filedUnder()).toBeNull();
    expect(await goalEntries()).toEqual(['goal_added', 'goal_moved', 'goal_removed']);
    const text = (await reads('colleague', `/referrals/${referral.id}`)).replace(/<[^>]+>/g, '');
    for (const words of [
      'Added it to the goal The first goal',
      'Moved it to the goal The second goal',
      'Removed it from the goal The second goal',
    ])
      expect(text).toContain(words);
    for (const role of ['claimer', 'both', 'seeker'] as const) {
      const page = await reads(role, `/referrals/${referral.id}`);
      expect(page).not.toMatch(/ goal|Goal/);
      for (const id of [first, second]) expect(page).not.toContain(id);
    }
  });

  it('does nothing when it is there already, and files once when two press at once', async () => {
    const id = await addGoal('Only one');
    const answers = await Promise.all([file('navigator', id), file('colleague', id), file('navigator', id)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await goalEntries()).toEqual(['goal_added']);
  });

  it('offers the Seeker’s open Goals, and no other Seeker’s Goal is one (404, nothing moves)', async () => {
    const open = await addGoal('An open goal');
    const done = await addGoal('A completed goal');
    await post('navigator', `${profile()}/goals/${done}/complete`, { version: 1 });
    const mine = referral;
    referral = await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.otherProgram.id });
    const other = await addGoal('Somebody else’s');
    referral = mine;
    const text = await reads('navigator', `/referrals/${referral.id}`);
    expect(text).toContain(`name="goalId" value="${open}"`);
    for (const id of [done, other]) expect(text).not.toContain(id);
    for (const id of [other, '0197a000-0000-7000-8000-000000000000']) expect((await file('navigator', id)).status).toBe(404);
    expect(await filedUnder()).toBeNull();
    expect(await goalEntries()).toEqual([]);
  });

  it('without a choice asks for one', async () => {
    await addGoal('An open goal');
    const answer = await post('navigator', `/referrals/${referral.id}/goal`, {});
    expect([answer.status, answer.text.includes('Choose a Goal')]).toEqual([422, true]);
    expect((await file('navigator', 'no-goal')).status).toBe(422);
    expect(await filedUnder()).toBeNull();
  });
});
