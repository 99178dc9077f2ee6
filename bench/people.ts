import pg from 'pg';
import type { Visitor } from './browser-session.ts';
import { percentile } from './figures.ts';

/** Milliseconds. */
export interface Times {
  p50: number;
  p95: number;
}

export interface PeopleFigures {
  /** What people type: names, parts of them, phones, addresses, and names with a letter missing; both requests of a search. */
  search: Times;
  /** The list itself, its last page, and the list by name. */
  list: Times;
}

const PEOPLE = 40;
const WARMING = 60;

/** Searches and reads the list as one client would, one request after the other. */
export async function measurePeople(ownerUrl: string, visitor: Visitor): Promise<PeopleFigures> {
  const questions = await questionsOf(ownerUrl);
  const lists = ['/people', '/people?sort=activity', '/people?sort=name', '/people?status=action'];
  for (const question of questions.slice(0, WARMING)) await search(visitor, question);
  const searches = await times(questions, (question) => search(visitor, question));
  const list = await times(Array.from({ length: 25 }, () => lists).flat(), (path) => visitor.get(path));
  return { search: searches, list };
}

async function times<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<Times> {
  const taken: number[] = [];
  for (const item of items) {
    const begun = performance.now();
    await work(item);
    taken.push(performance.now() - begun);
  }
  return { p50: percentile(taken, 0.5), p95: percentile(taken, 0.95) };
}

/** The form is posted, and the page it leads to is read. */
async function search({ base, cookie }: Visitor, q: string): Promise<void> {
  const answer = await fetch(`${base}/people`, { method: 'POST', body: new URLSearchParams({ q }), headers: { origin: base, cookie } });
  const page = await answer.text();
  if (!answer.ok || !page.includes('id="tally"')) throw new Error(`Searching was answered with ${answer.status}`);
}

/** Of forty people of this database, seven questions each. */
async function questionsOf(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  const { rows } = await client.query<{ first: string; last: string; email: string; phone: string }>(
    `SELECT first_name AS first, last_name AS last, email::text AS email, phone FROM seeker ORDER BY md5(email::text || 'bench') LIMIT $1`,
    [PEOPLE],
  );
  await client.end();
  const kinds = rows.map(({ first, last, email, phone }) => [
    `${first} ${last}`,
    last,
    `(${phone.slice(2, 5)}) ${phone.slice(5, 8)}-${phone.slice(8)}`,
    email.slice(0, email.indexOf('@')),
    `${first.slice(0, 3)} ${last.slice(0, 4)}`,
    last.slice(0, 3) + last.slice(4),
    first,
  ]);
  // One kind after the other, as they come in life.
  return kinds[0]?.flatMap((_, kind) => kinds.map((questions) => questions[kind] ?? '')) ?? [];
}
