import type { UserActor } from '../domain/actor.ts';
import { NotFound } from '../domain/errors.ts';
import { claimedProgramIds } from '../domain/membership.ts';
import type { Deps } from '../deps.ts';
import { chosenStatuses, PAGE_SIZE, type InboundFilter } from './inbound.forms.ts';
import { findInbound, keptRows, type InboundProgram, type InboundRow } from './inbound.store.ts';

export interface Inbound {
  program: InboundProgram;
  programs: InboundProgram[];
  total: number;
  rows: InboundRow[];
  /** Rows the reader still has on the screen that are not among `rows`. */
  kept: InboundRow[];
}

const DAY_MS = 86_400_000;

/** One page of a Program's inbound referrals for one of its Claimers; throws NotFound for anybody else (R10, R13, R20). */
export async function readInbound(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  actor: UserActor,
  programId: string,
  filter: InboundFilter,
  shown: readonly string[],
): Promise<Inbound> {
  const claimed = claimedProgramIds(actor);
  if (!claimed.includes(programId)) throw new NotFound();
  const search = {
    programId,
    statuses: chosenStatuses(filter),
    receivedSince: filter.received ? new Date(clock.now().getTime() - filter.received * DAY_MS) : null,
    limit: PAGE_SIZE,
    offset: (filter.page - 1) * PAGE_SIZE,
  };
  const { programs, total, rows } = await findInbound(db, actor, claimed, search);
  const program = programs.find(({ id }) => id === programId);
  if (!program) throw new NotFound();
  const missing = shown.filter((id) => !rows.some((row) => row.id === id));
  return { program, programs, total, rows, kept: missing.length > 0 ? await keptRows(db, actor, programId, missing) : [] };
}
