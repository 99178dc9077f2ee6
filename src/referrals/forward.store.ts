import type { HistoryName } from '../domain/display-name.ts';
import type { Status } from '../domain/referral-status.ts';
import type { Tx } from '../db/client.ts';
import type { WrittenEvent } from './send-referral.store.ts';

/** Waits for whoever is changing this referral: what is read of it next is true until the transaction ends. */
export async function lockReferral(tx: Tx, referralId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM referral WHERE id = ${referralId}::uuid FOR NO KEY UPDATE`;
}

export interface TakenFurther {
  referralId: string;
  from: Status;
  version: number;
  actorUserId: string;
  actor: HistoryName;
  at: Date;
}

/** Its status becomes "Referred elsewhere", unless it is; the row is locked and was read since. */
export async function markReferredElsewhere(tx: Tx, further: TakenFurther): Promise<void> {
  const { referralId, version, at } = further;
  if (!moves(further)) return;
  const data = { status: 'referred_elsewhere' as const, statusChangedAt: at, version: version + 1 };
  await tx.referral.update({ where: { id: referralId }, data });
}

/** What history says: the move of the status, if it was one, and then that it was taken further (R6). To where, its readers see if they may. */
export async function enterForwarded(tx: Tx, further: TakenFurther): Promise<{ moved: WrittenEvent | null; forwarded: WrittenEvent }> {
  const { referralId, from, version, actorUserId, actor, at } = further;
  const by = { actorUserId, actorName: actor.name, actorOrganization: actor.organization };
  const entry = { referralId, via: 'dashboard' as const, ...by, createdAt: at };
  const select = { id: true, sequence: true };
  const move = { kind: 'status_changed' as const, fromStatus: from, toStatus: 'referred_elsewhere' as const, version: version + 1 };
  const moved = moves(further) ? await tx.referralEvent.create({ data: { ...entry, ...move }, select }) : null;
  return { moved, forwarded: await tx.referralEvent.create({ data: { ...entry, kind: 'forwarded' }, select }) };
}

function moves({ from }: TakenFurther): boolean {
  return from !== 'referred_elsewhere';
}
