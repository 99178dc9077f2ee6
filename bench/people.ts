import pg from 'pg';
import type { Visitor } from './browser-session.ts';
import { percentile } from './figures.ts';

/** Milliseconds. */
export interface Times {
  p50: number;
  p95: number;
}

export interface PeopleTimes {
  /** What people type: names, parts of them, phones, addresses, and names with a letter missing; both requests of a search. */
  search: Times;
  /** The list itself, its last page, the list by name, and those of one category. */
  list: Times;
}

/** Somebody who looks for people, in one database. */
export interface Seeing {
  visitor: Visitor;
  questions: readonly string[];
}

const PEOPLE = 40;
const ROUNDS = 3;
const LISTS = ['/people', '/people?sort=activity', '/people?sort=name', '/people?status=action'];

/**
 * Searches and reads the list as one client would, one request after the other, in turn here and there: whatever else the machine
 * does meanwhile slows both. The first round warms up.
 */
export async function measurePeople(here: Seeing, there: Seeing): Promise<[PeopleTimes, PeopleTimes]> {
  const taken = [here, there].map((seeing) => ({ seeing, search: [] as number[], list: [] as number[] }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let index = 0; index < here.questions.length; index += 1) {
      for (const { seeing, search: times } of taken) {
        const time = await timeOf(() => search(seeing.visitor, seeing.questions[index] ?? ''));
        if (round > 0) times.push(time);
      }
      for (const { seeing, list: times } of taken) {
        const time = await timeOf(() => seeing.visitor.get(LISTS[index % LISTS.length] ?? ''));
        if (round > 0) times.push(time);
      }
    }
  }
  const [one, other] = taken.map(({ search: searches, list }) => ({ search: timesOf(searches), list: timesOf(list) }));
  if (!one || !other) throw new Error('Nothing was measured');
  return [one, other];
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function timesOf(taken: readonly number[]): Times {
  return { p50: percentile(taken, 0.5), p95: percentile(taken, 0.95) };
}

/** The form is posted, and the page it leads to is read. */
async function search({ base, cookie }: Visitor, q: string): Promise<void> {
  const answer = await fetch(`${base}/people`, { method: 'POST', body: new URLSearchParams({ q }), headers: { origin: base, cookie } });
  const page = await answer.text();
  if (!answer.ok || !page.includes('id="tally"')) throw new Error(`Searching was answered with ${answer.status}`);
}

/** Of forty people of this database, seven questions each. */
export async function questionsOf(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  const { rows } = await client.query<{ first: string; last: string; email: string; phone: string }>(
    `SELECT first_name AS first, last_name AS last, email::text AS email, phone FROM seeker ORDER BY md5(email::text || 'bench') LIMIT $1`,
    [PEOPLE],
  );
  await client.end();
  return rows.flatMap(({ first, last, email, phone }) => [
    `${first} ${last}`,
    last,
    `(${phone.slice(2, 5)}) ${phone.slice(5, 8)}-${phone.slice(8)}`,
    email.slice(0, email.indexOf('@')),
    `${first.slice(0, 3)} ${last.slice(0, 4)}`,
    last.slice(0, 3) + last.slice(4),
    first,
  ]);
}
