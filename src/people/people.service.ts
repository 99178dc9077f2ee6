import type { UserActor } from '../domain/actor.ts';
import { COUNT_LIMIT } from '../domain/counting.ts';
import type { PersonPlace } from '../domain/people-list.ts';
import { searchPlan } from '../domain/person-search-plan.ts';
import { wantedNear, wantedWithin, wantedWords, type PersonSearch } from '../domain/person-search.ts';
import type { Db } from '../db/client.ts';
import type { Deps } from '../deps.ts';
import { countPeople, nameKeyOf, searchPeople, seesFew, walkPeople, type PeoplePage, type PeopleQuestion } from './people.store.ts';
import { grantedAudiences } from './person-entry.store.ts';
import { byLetters, byWords, sharesOf, wordsLike, type PersonHits } from './person-hits.store.ts';
import { personRows, type PersonRow } from './person-row.store.ts';

export const PEOPLE_ON_A_PAGE = 25;

export interface PeopleAsked {
  question: PeopleQuestion;
  search: PersonSearch | null;
  /** Whose row the page follows, or comes before. */
  after: PersonPlace | null;
  before: PersonPlace | null;
  /** Rows an open page shows: they stay while they may be seen (U-21). */
  shown: readonly string[];
}

export interface PeopleList {
  rows: PersonRow[];
  kept: PersonRow[];
  /** As far as it was counted: one more than `countedTo` means more. */
  total: number;
  countedTo: number;
  /** Whether there are more on either side. */
  next: boolean;
  previous: boolean;
  /** Nobody is called as was asked; these are called something like it. */
  near: boolean;
}

type Found = Pick<PeopleList, 'total' | 'countedTo'> & { ids: string[] };

const NOBODY: Found = { ids: [], total: 0, countedTo: COUNT_LIMIT };

/** One page of the people somebody helps, by keyset: as fast on the last page as on the first (R16). */
export async function readPeople({ db }: Pick<Deps, 'db'>, user: UserActor, asked: PeopleAsked): Promise<PeopleList> {
  const wanted = await pageOf(db, user, asked);
  const there = await findPeople(db, user, asked, wanted);
  // Those who stood there are gone: the page at that end, and not an empty one.
  const over = wanted.after !== null && there.ids.length === 0 && there.total > 0 && asked.shown.length === 0;
  const page = over ? { ...wanted, after: null, back: !wanted.back } : wanted;
  const { ids, total, countedTo, near } = over ? await findPeople(db, user, asked, page) : there;
  const more = ids.length > PEOPLE_ON_A_PAGE;
  const inOrder = ids.slice(0, PEOPLE_ON_A_PAGE);
  if (page.back) inOrder.reverse();
  const kept = asked.shown.filter((id) => !inOrder.includes(id));
  const [rows, keptRows] = await Promise.all([personRows(db, user, inOrder), personRows(db, user, kept)]);
  const beyond = page.after !== null;
  const [next, previous] = page.back ? [beyond, more] : [more, beyond];
  return { rows, kept: keptRows, total, countedTo, next, previous, near };
}

/** A name is looked up by whose it is: it is in no address (U-11). Where they are gone, the list begins anew. */
async function pageOf(db: Db, user: UserActor, { question, after, before }: PeopleAsked): Promise<PeoplePage> {
  const limit = PEOPLE_ON_A_PAGE + 1;
  const place = after ?? before;
  if (!place) return { after: null, back: false, limit };
  const key = question.order.column === 'name' ? await nameKeyOf(db, user, place.seekerId) : place.at;
  return key === null ? { after: null, back: false, limit } : { after: { key, seekerId: place.seekerId }, back: after === null, limit };
}

/** Words are tried by their beginning; then anywhere within, as in an address; then what they may have meant (R16). */
export async function findPeople(
  db: Db,
  user: UserActor,
  asked: Pick<PeopleAsked, 'question' | 'search'>,
  page: PeoplePage,
): Promise<Found & { near: boolean }> {
  const { question, search } = asked;
  if (!search) return { ...(await walkAll(db, user, question, page)), near: false };
  const few = await seesFew(db, user, question);
  const findBy = few ? walkAll : findByIndex;
  for (const hits of [byWords(wantedWords(search)), byLetters(wantedWithin(search))]) {
    const found = await findBy(db, user, question, page, hits);
    if (found.total > 0) return { ...found, near: false };
  }
  const near = wantedNear(search, await wordsLike(db, search.words, few ? grantedAudiences(user, question) : null));
  const found = near ? await findBy(db, user, question, page, byWords(near)) : NOBODY;
  return { ...found, near: found.total > 0 };
}

async function walkAll(db: Db, user: UserActor, question: PeopleQuestion, page: PeoplePage, hits?: PersonHits): Promise<Found> {
  const [ids, total] = await Promise.all([walkPeople(db, user, question, page, hits), countPeople(db, user, question, hits)]);
  return { ids, total, countedTo: COUNT_LIMIT };
}

/** By the index, or along the list where that is sooner done. How many a walk would meet to the end is not known: it says "25+". */
async function findByIndex(db: Db, user: UserActor, question: PeopleQuestion, page: PeoplePage, hits: PersonHits): Promise<Found> {
  const plan = searchPlan(hits.begin, hits.begin.length > 0 ? await sharesOf(db, hits.begin) : []);
  const found = plan === 'walk' ? null : await searchPeople(db, user, question, page, hits, plan);
  if (found) return { ...found, countedTo: COUNT_LIMIT };
  const ids = await walkPeople(db, user, question, page, hits);
  const all = page.after === null && ids.length < page.limit;
  return { ids, total: all ? ids.length : page.limit, countedTo: page.limit - 1 };
}
