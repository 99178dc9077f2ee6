import type { UserActor } from '../domain/actor.ts';
import { CLAIMS_A_DAY } from '../domain/claim-policy.ts';
import { NotFound } from '../domain/errors.ts';
import { claimedProgramIds } from '../domain/membership.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Deps } from '../deps.ts';
import { queueClaimRequestedMail } from './claim-mail.service.ts';
import { countClaimsSince, findClaimProgram, insertClaim, lockClaimsOf, ownClaimOf } from './claim.store.ts';

type ClaimDeps = Pick<Deps, 'db' | 'clock' | 'jobs'>;

const A_DAY_MS = 86_400_000;

/** `too_many`: this person has asked for a day's worth of Programs; nothing was written. */
export type ClaimAsked = 'asked' | 'asked_before' | 'works_there' | 'too_many';

/**
 * "I work here" (R27): keeps the request and tells those who decide it, in one transaction. A second one while the first waits
 * is that one. Throws NotFound for a Program nobody can claim.
 */
export async function requestClaim(deps: ClaimDeps, actor: UserActor, asked: { programId: string; message: string }): Promise<ClaimAsked> {
  const { programId, message } = asked;
  if (claimedProgramIds(actor).includes(programId)) return 'works_there';
  return inTransaction(deps, async (tx) => {
    if (!(await findClaimProgram(tx, programId))) throw new NotFound();
    const now = deps.clock.now();
    if ((await ownClaimOf(tx, actor.userId, programId))?.state === 'pending') return 'asked_before';
    // attack: one account asks for every Program there is, and everybody who decides gets a mail for each; many at once, too.
    await lockClaimsOf(tx, actor.userId);
    const today = await countClaimsSince(tx, actor.userId, new Date(now.getTime() - A_DAY_MS));
    if (today >= CLAIMS_A_DAY) return 'too_many';
    const made = await insertClaim(tx, { programId, userId: actor.userId, message }, now);
    if (!made) return 'asked_before';
    await queueClaimRequestedMail(deps, tx, made.id, actor.userId);
    return 'asked';
  });
}
