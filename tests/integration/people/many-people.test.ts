import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personSearch } from '../../../src/domain/person-search.ts';
import { LATEST_FIRST } from '../../../src/domain/people-list.ts';
import { readPeople, type PeopleAsked, type PeopleList } from '../../../src/people/people.service.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeSeeker, type Cast, type Role } from '../../support/cast.ts';

let app: TestApp;
let cast: Cast;
const MANY = 2_400;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
  const { db } = app.deps;
  const first = ['Maria', 'Maria', 'Mario', 'José', 'Ana'];
  const last = ['Garza', 'Lopez', 'Ruiz', 'Garcia', 'Vega', 'Xochitzin'];
  await db.seeker.createMany({
    data: Array.from({ length: MANY }, (_, n) => ({
      firstName: first[n % 5]!,
      lastName: n % 40 === 0 ? last[5]! : last[Math.floor(n / 5) % 5]!,
      email: `person${n}@example.org`,
      zip: '94063',
      contactPreference: 'text' as const,
      madeById: cast.navigator.id,
      createdAt: new Date(Date.UTC(2026, 0, 1) + n * 60_000),
    })),
  });
  await makeSeeker(db, { firstName: 'Maria', lastName: 'Xochitzin' }, cast.outsider.id);
  await db.$executeRaw`ANALYZE person_text`;
}, 120_000);
afterAll(() => app.close());

const everybody = { status: null, goal: false, archived: 'no', since: null, order: LATEST_FIRST } as const;

async function look(role: Role, q: string, place: Partial<PeopleAsked> = {}): Promise<PeopleList> {
  return readPeople(app.deps, await cast.actor(role), {
    question: everybody,
    search: personSearch(q),
    after: null,
    before: null,
    shown: [],
    ...place,
  });
}

/** Every page, one after the other. */
async function everyId(role: Role, q: string): Promise<string[]> {
  const ids: string[] = [];
  for (let page = await look(role, q); ;) {
    ids.push(...page.rows.map(({ seekerId }) => seekerId));
    const end = page.rows.at(-1);
    if (!page.next || !end) return ids;
    page = await look(role, q, { after: { at: end.lastActivity, seekerId: end.seekerId } });
  }
}

async function called(firstName: string[], lastName: string[]): Promise<string[]> {
  const where = { madeById: cast.navigator.id, ...(firstName.length > 0 && { firstName: { in: firstName } }), lastName: { in: lastName } };
  const rows = await app.deps.db.seeker.findMany({ where, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], select: { id: true } });
  return rows.map(({ id }) => id);
}

describe('a search among more people than are read one by one (R16)', () => {
  it.each([
    ['common words', 'mar gar', ['Maria', 'Mario'], ['Garza', 'Garcia']],
    ['a common word and a rare one', 'maria xoch', ['Maria'], ['Xochitzin']],
    ['a rare word', 'xochitzin', [], ['Xochitzin']],
    ['an accent typed or not', 'josé lopez', ['José'], ['Lopez']],
  ])('finds all of them on its pages, and nobody else’s, by %s', async (_, q, firstName, lastName) => {
    const expected = await called(firstName, lastName);
    expect(expected.length).toBeGreaterThan(10);
    expect(await everyId('navigator', q)).toEqual(expected);
    expect((await look('outsider', q)).rows.map((row) => row.firstName + row.lastName)).toEqual(
      q.includes('xoch') ? ['MariaXochitzin'] : [],
    );
  });

  it('says how many where it knows, and "25+" where nobody needs to count', async () => {
    const { total, countedTo } = await look('navigator', 'maria');
    expect([total > countedTo, countedTo]).toEqual([true, 25]);
    const rare = await look('navigator', 'ana xochitzin');
    expect([rare.total, rare.rows.length]).toEqual([0, 0]);
    const page = await (await app.signIn(cast.navigator.email)).post('/people').type('form').send({ q: 'maria' }).redirects(1);
    expect(page.text).toContain('25+ people');
  });

  it('shows the last page to whoever asks for one after it, and the first to whoever asks for one before (R16)', async () => {
    const last = await look('navigator', 'xochitzin', { after: { at: new Date(0), seekerId: '00000000-0000-4000-8000-000000000000' } });
    expect([last.rows.length, last.next, last.previous]).toEqual([25, false, true]);
    expect(last.rows.at(-1)?.seekerId).toBe((await everyId('navigator', 'xochitzin')).at(-1));
    const first = await look('navigator', '', { before: { at: new Date('2100-01-01'), seekerId: 'ffffffff-ffff-4fff-bfff-ffffffffffff' } });
    expect([first.rows.length, first.next, first.previous]).toEqual([25, true, false]);
    expect(first.rows).toEqual((await look('navigator', '')).rows);
  });

  it('still finds a word with a slip in it', async () => {
    const found = await look('navigator', 'xochitsin');
    expect(found.near).toBe(true);
    expect(found.total).toBe((await called([], ['Xochitzin'])).length);
  });
});
