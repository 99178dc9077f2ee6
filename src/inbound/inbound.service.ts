import type { UserActor } from '../domain/actor.ts';
import { NotFound } from '../domain/errors.ts';
import { claimedProgramIds } from '../domain/membership.ts';
import { personSearch } from '../domain/person-search.ts';
import type { Deps } from '../deps.ts';
import { chosenStatuses, PAGE_SIZE, type InboundFilter } from './inbound.forms.ts';
import type { InboundMatch } from './inbound-match.store.ts';
import { rowsById, type InboundRow } from './inbound-row.store.ts';
import { findInbound, type InboundProgram } from './inbound.store.ts';

export interface Inbound {
  program: InboundProgram;
  programs: InboundProgram[];
  total: number;
  rows: InboundRow[];
  /** Rows the reader still has on the screen that are not among `rows`. */
  kept: InboundRow[];
  organizations: string[];
  /** Whether these were read: a page that reads itself again knows them, unless it had no row yet. */
  knowsSenders: boolean;
}

/** What somebody wants to see. */
export interface InboundWish {
  programId: string;
  filter: InboundFilter;
  /** What the filter's `search` stands for; null when nothing is searched for. */
  words: string | null;
}

const DAY_MS = 86_400_000;

type ReadDeps = Pick<Deps, 'db' | 'clock'>;

/** Throws NotFound for whoever does not work on the Program (R10, R13). */
export function assertClaims(actor: UserActor, programId: string): void {
  if (!claimedProgramIds(actor).includes(programId)) throw new NotFound();
}

/**
 * One page of a Program's inbound referrals for one of its Claimers; throws NotFound for anybody else (R10, R13, R20). `shown` are
 * the rows on the screen of a page that reads itself again; null when the page is opened.
 */
export async function readInbound(deps: ReadDeps, actor: UserActor, wish: InboundWish, shown: readonly string[] | null): Promise<Inbound> {
  const { programId, filter } = wish;
  assertClaims(actor, programId);
  const match = matchOf(wish, deps.clock.now());
  const knowsSenders = shown === null || shown.length === 0;
  const place = { order: filter.sort, limit: PAGE_SIZE, offset: (filter.page - 1) * PAGE_SIZE, senders: knowsSenders };
  const found = await findInbound(deps.db, actor, claimedProgramIds(actor), { ...match, ...place });
  const program = found.programs.find(({ id }) => id === programId);
  if (!program) throw new NotFound();
  const missing = (shown ?? []).filter((id) => !found.rows.some((row) => row.id === id));
  return { ...found, knowsSenders, program, kept: await rowsById(deps.db, actor, programId, missing) };
}

export function matchOf({ programId, filter, words }: InboundWish, now: Date): InboundMatch {
  return {
    programId,
    statuses: chosenStatuses(filter),
    receivedSince: filter.received ? new Date(now.getTime() - filter.received * DAY_MS) : null,
    sender: filter.by,
    person: words === null ? null : personSearch(words),
  };
}
