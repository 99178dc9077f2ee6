import { isUser, type Actor } from '../domain/actor.ts';
import type { Reader } from '../db/client.ts';
import { findHelpedSeeker, type HelpedSeeker } from './seeker.store.ts';

/**
 * A Seeker whose notes and Goals the actor works with: somebody they help, and not they themselves. Whoever is the Seeker reads
 * nothing that helpers write among each other, also when they work in the same Team (R12, R19).
 */
export async function findWorkedSeeker(db: Reader, actor: Actor, seekerId: string): Promise<HelpedSeeker | null> {
  if (!isUser(actor)) return null;
  const helped = await findHelpedSeeker(db, actor, seekerId);
  if (!helped) return null;
  const themselves = await db.seeker.count({ where: { id: seekerId, userId: actor.userId } });
  return themselves === 0 ? helped : null;
}
