import { createHash } from 'node:crypto';
import { IdempotencyMismatch, StillWorking } from '../domain/errors.ts';
import type { Reader, Tx } from './client.ts';

export interface FormPress {
  /** Whose press: an account's id, a link's id, or "anonymous". */
  actor: string;
  /** 128 random bits the form carried in `_idem`. */
  key: string;
  /** Everything the form said, to tell a second press from another use of the key. */
  body: unknown;
}

/**
 * Takes the press, or tells where the first press of the same form led. Two presses at once: the second waits on the
 * first's row and then reads its result.
 */
export async function takePress(tx: Tx, press: FormPress): Promise<{ location: string } | null> {
  const requestHash = pressHash(press);
  const taken = await tx.idempotencyKey.createMany({ data: [{ actor: press.actor, key: press.key, requestHash }], skipDuplicates: true });
  if (taken.count === 1) return null;
  const first = await tx.idempotencyKey.findUnique({ where: { actor_key: { actor: press.actor, key: press.key } } });
  if (first?.requestHash !== requestHash) throw new IdempotencyMismatch();
  if (!first.location) throw new StillWorking();
  return { location: first.location };
}

/** Remembers where the press led, in the same transaction as what it did. */
export async function finishPress(tx: Tx, press: FormPress, location: string): Promise<void> {
  await tx.idempotencyKey.update({ where: { actor_key: { actor: press.actor, key: press.key } }, data: { location } });
}

/** What tells a second press from another use of the same key. */
export function pressHash(press: FormPress): string {
  return createHash('sha256').update(JSON.stringify(press.body)).digest('base64url');
}

/** A form left open longer than this is filled in anew. */
const KEPT_MS = 24 * 3_600_000;

/** Forgets the presses of the day before. */
export async function forgetOldPresses(db: Reader, now: Date): Promise<void> {
  await db.idempotencyKey.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - KEPT_MS) } } });
}
