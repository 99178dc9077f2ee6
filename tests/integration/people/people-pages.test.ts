import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UserActor } from '../../../src/domain/actor.ts';
import { type PeopleOrder } from '../../../src/domain/people-list.ts';
import { personSearch } from '../../../src/domain/person-search.ts';
import { readPeople, PEOPLE_ON_A_PAGE, type PeopleAsked } from '../../../src/people/people.service.ts';
import type { PersonRow } from '../../../src/people/person-row.store.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast, type Role } from '../../support/cast.ts';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
  await manyPeople();
}, 240_000);
afterAll(() => app.close());

const NAMES = ['Ana', 'ana', 'Ána', 'Zoë', 'Bao', 'O’Neil', 'Иван', 'An'];
const STATUSES = ['pending', 'got_help', 'no_capacity', 'not_updated', 'no_longer_interested'] as const;

/** Seen from several sides, with equal names and equal moments, and some of it archived. */
async function manyPeople(): Promise<void> {
  const { db } = app.deps;
  for (let index = 0; index < 70; index += 1) {
    const at = (n: number): Date => new Date(Date.UTC(2026, 9, 1 + ((index * 7 + n) % 20)));
    const seeker = { firstName: NAMES[index % 8]!, lastName: ['Ruiz', 'Ruiz', 'Vega', ''][index % 4]! };
    const maker = index % 3 === 0 ? cast.both : cast.navigator;
    const base = { makerId: maker.id, programId: cast.program.id, seeker, status: STATUSES[index % 5]!, createdAt: at(0) };
    const { seekerId } = await makeReferral(db, base);
    if (index % 4 === 0)
      await makeReferral(db, { ...base, seekerId, programId: cast.otherProgram.id, makerId: cast.colleague.id, createdAt: at(3) });
    if (index % 5 === 0) await db.seeker.update({ where: { id: seekerId }, data: { archivedAt: at(1) } });
    if (index % 6 === 0) await db.seeker.update({ where: { id: seekerId }, data: { firstName: 'Renamed' } });
    if (index % 7 === 0)
      await goal(seekerId, index % 2 === 0 ? cast.navigator : cast.both, index % 14 === 0 ? [cast.familyNavigation] : []);
  }
}

async function goal(seekerId: string, { id, firstName }: Cast['navigator'], sharedTeamIds: string[]): Promise<void> {
  await app.deps.db.goal.create({ data: { seekerId, title: 'Work', createdById: id, createdByName: firstName, sharedTeamIds } });
}

type Question = PeopleAsked['question'];

async function read(actor: UserActor, question: Question, q: string | null, place: Partial<PeopleAsked> = {}) {
  return readPeople(app.deps, actor, {
    question,
    search: q === null ? null : personSearch(q),
    after: null,
    before: null,
    shown: [],
    ...place,
  });
}

const placeOf = ({ lastActivity, seekerId }: PersonRow) => ({ at: lastActivity, seekerId });

/** All pages one after the other, and back again from the last. */
async function allPages(actor: UserActor, question: Question, q: string | null): Promise<{ on: string[]; back: string[]; total: number }> {
  const pages = [await read(actor, question, q)];
  while (pages.at(-1)!.next) pages.push(await read(actor, question, q, { after: placeOf(pages.at(-1)!.rows.at(-1)!) }));
  const back = [pages.at(-1)!.rows];
  for (let page = pages.at(-1)!; page.previous;) {
    page = await read(actor, question, q, { before: placeOf(page.rows[0]!) });
    back.unshift(page.rows);
  }
  const ids = (rows: readonly PersonRow[][]): string[] => rows.flat().map(({ seekerId }) => seekerId);
  return { on: ids(pages.map(({ rows }) => rows)), back: ids(back), total: pages[0]!.total };
}

const orders = fc.record<PeopleOrder>({ column: fc.constantFrom('activity', 'name'), descending: fc.boolean() });
const questions = fc.record<Question>({
  status: fc.constantFrom(null, null, 'progress', 'help', 'action'),
  goal: fc.constantFrom(false, false, true),
  archived: fc.constantFrom('no', 'no', 'only', 'all'),
  since: fc.constantFrom(null, null, new Date(Date.UTC(2026, 9, 10))),
  order: orders,
});
const readers = fc.constantFrom<Role>('navigator', 'colleague', 'both', 'coclaimer', 'claimer', 'outsider', 'stranger');
const searches = fc.constantFrom(null, null, null, 'ana', 'ruiz', 'z', 'reamed', 'ива');

describe('the pages of the People list (R16)', () => {
  it('together are the whole list, each person once, forth and back, in every order, under every filter, for everybody', async () => {
    const actors = new Map<Role, UserActor>();
    await fc.assert(
      fc.asyncProperty(readers, questions, searches, async (role, question, q) => {
        const actor = actors.get(role) ?? (await cast.actor(role));
        actors.set(role, actor);
        const { on, back, total } = await allPages(actor, question, q);
        expect(new Set(on).size).toBe(on.length);
        expect([on.length, back]).toEqual([total, on]);
        const turned = { ...question, order: { ...question.order, descending: !question.order.descending } };
        expect((await allPages(actor, turned, q)).on).toEqual([...on].reverse());
        const otherwise = {
          ...question,
          order: { column: question.order.column === 'name' ? 'activity' : 'name', descending: false },
        } as const;
        expect(new Set((await allPages(actor, otherwise, q)).on)).toEqual(new Set(on));
      }),
      { numRuns: 60 },
    );
  }, 240_000);

  it('are of twenty-five, in the order they say', async () => {
    const actor = await cast.actor('both');
    const base = { status: null, goal: false, archived: 'all', since: null } as const;
    const byTime = await read(actor, { ...base, order: { column: 'activity', descending: true } }, null);
    expect(byTime.rows).toHaveLength(PEOPLE_ON_A_PAGE);
    const times = byTime.rows.map(({ lastActivity }) => lastActivity.getTime());
    expect(times).toEqual([...times].sort((a, b) => b - a));
    const byName = await read(actor, { ...base, order: { column: 'name', descending: false } }, null);
    // The last name first, without accents and case; somebody without one stands among them by the first.
    const names = byName.rows.map(({ firstName, lastName }) =>
      `${lastName} ${firstName}`
        .trim()
        .toLowerCase()
        .normalize('NFD')
        .replace(/[\u0300-\u036f’]/g, ''),
    );
    expect(names).toEqual([...names].sort());
  });

  it('narrow as the filters say, and no further than what the reader sees', async () => {
    const question = { status: null, goal: false, archived: 'all', since: null, order: { column: 'name', descending: false } } as const;
    const sees = async (role: Role, more: Partial<Question>): Promise<string[]> =>
      (await allPages(await cast.actor(role), { ...question, ...more }, null)).on;
    const all = await sees('navigator', {});
    const [archived, current] = [await sees('navigator', { archived: 'only' }), await sees('navigator', { archived: 'no' })];
    expect([...archived, ...current].sort()).toEqual([...all].sort());
    expect(archived.length).toBeGreaterThan(3);
    expect(await sees('coclaimer', { archived: 'only' })).toEqual([]);
    const withGoal = await sees('navigator', { goal: true });
    const goals = await app.deps.db.goal.findMany({
      where: { OR: [{ createdById: cast.navigator.id }, { sharedTeamIds: { has: cast.familyNavigation } }] },
    });
    expect([...withGoal].sort()).toEqual([...new Set(goals.map(({ seekerId }) => seekerId))].filter((id) => all.includes(id)).sort());
    expect(await sees('coclaimer', { goal: true })).toEqual([]);
    const rows = await read(await cast.actor('navigator'), { ...question, status: 'action' }, null);
    expect(rows.rows.length).toBeGreaterThan(3);
    for (const row of rows.rows) expect(row.needsAction).toBeGreaterThan(0);
  });
});
