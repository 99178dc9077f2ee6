import type { UserActor } from '../domain/actor.ts';
import type { Deps } from '../deps.ts';
import { lookerOf, recordLooks } from '../referrals/access-log.store.ts';
import { allInbound } from './inbound-export.store.ts';
import type { InboundRow } from './inbound-row.store.ts';
import { assertClaims, matchOf, type InboundWish } from './inbound.service.ts';

/** Rows of one file. */
export const MOST_EXPORTED = 10_000;

export interface InboundExport {
  rows: InboundRow[];
  /** There were more. */
  cut: boolean;
}

/**
 * Everything the list shows, on all its pages, for one of the Program's Claimers; throws NotFound for anybody else (R10, R13).
 * Whoever takes these people's details away has looked at each of them, which is recorded before anything leaves (R15, S-61).
 */
export async function exportInbound(deps: Pick<Deps, 'db' | 'clock' | 'log'>, actor: UserActor, wish: InboundWish): Promise<InboundExport> {
  const { programId, filter } = wish;
  assertClaims(actor, programId);
  const at = deps.clock.now();
  const found = await allInbound(deps.db, actor, matchOf(wish, at), filter.sort, MOST_EXPORTED + 1);
  const rows = found.slice(0, MOST_EXPORTED);
  const looks = rows.map(({ id, seekerId }) => ({ seekerId, referralId: id }));
  await recordLooks(deps.db, lookerOf(actor, at), looks);
  deps.log.info({ event: 'exported', userId: actor.userId, programId, rows: rows.length }, 'inbound referrals exported');
  return { rows, cut: found.length > rows.length };
}
