import type { UserActor } from '../domain/actor.ts';
import { mayDecideClaimOf } from '../domain/claim-policy.ts';
import { historyLine } from '../domain/display-name.ts';
import { NotAllowed, NotFound } from '../domain/errors.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Deps } from '../deps.ts';
import { notifyAccessChanged } from '../live/notify.ts';
import { logAccess } from '../access-event.ts';
import { becomeClaimer } from '../teams/claimer.store.ts';
import { decideClaim, findClaim, type ClaimDecision, type ClaimToDecide } from './claim-decision.store.ts';
import type { ClaimRefusal } from './claim-refusal.ts';
import { queueClaimDecidedMail } from './claim-mail.service.ts';

type ClaimDeps = Pick<Deps, 'db' | 'clock' | 'jobs' | 'log'>;

/** Somebody else decided the request first; nothing was changed. */
export class ClaimDecided extends NotAllowed {
  override name = 'ClaimDecided';
  readonly claim: ClaimToDecide;
  constructor(claim: ClaimToDecide) {
    super('Somebody else decided this request first.');
    this.claim = claim;
  }
}

/** The request, for those who may decide it; for everybody else it is not there (R13). */
export async function claimToDecide(deps: Pick<Deps, 'db'>, actor: UserActor, claimId: string): Promise<ClaimToDecide> {
  const claim = await findClaim(deps.db, claimId);
  if (!claim || !mayDecideClaimOf(actor, claim.userId)) throw new NotFound();
  return claim;
}

/**
 * Lets somebody in (R27): the Program's Team, their place in it, word to them, and their open pages read again, in one
 * transaction. The first Claimer is its Program Admin. Null when it is done. Throws NotFound, ClaimDecided.
 */
export async function approveClaim(deps: ClaimDeps, actor: UserActor, claimId: string): Promise<ClaimRefusal> {
  return decide(deps, actor, claimId, { state: 'approved', reason: null });
}

/** Says no, and why; asking again is possible. Throws NotFound, ClaimDecided. */
export async function refuseClaim(deps: ClaimDeps, actor: UserActor, claimId: string, reason: string): Promise<ClaimRefusal> {
  return decide(deps, actor, claimId, { state: 'refused', reason });
}

type Decision = Pick<ClaimDecision, 'state' | 'reason'>;

async function decide(deps: ClaimDeps, actor: UserActor, claimId: string, decision: Decision): Promise<ClaimRefusal> {
  const asked = await claimToDecide(deps, actor, claimId);
  const refusal = decision.state === 'approved' && asked.state === 'pending' ? refusalOf(asked) : null;
  if (refusal) return refusal;
  await inTransaction(deps, async (tx) => {
    const at = deps.clock.now();
    const mine = await decideClaim(tx, claimId, { ...decision, decidedByName: historyLine(actor), decidedAt: at });
    const claim = await findClaim(tx, claimId);
    if (!claim) throw new NotFound();
    if (!mine) throw new ClaimDecided(claim);
    if (decision.state === 'approved') {
      await becomeClaimer(tx, claim.programId, claim.userId, at);
      await notifyAccessChanged(tx, claim.userId);
    }
    await queueClaimDecidedMail(deps, tx, claim, decision.state);
  });
  logAccess(deps.log, `claim_${decision.state}`, actor, { claimId, userId: asked.userId, programId: asked.programId });
  return null;
}

/** attack: an account with somebody else's address, never confirmed, would read what is sent to the Program. */
function refusalOf({ emailVerifiedAt, retired }: ClaimToDecide): ClaimRefusal {
  if (!emailVerifiedAt) return 'unconfirmed';
  return retired ? 'retired' : null;
}
