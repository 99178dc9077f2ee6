import type { Actor } from '../domain/actor.ts';
import { NotAllowed, NotFound } from '../domain/errors.ts';
import { mayAdministerSite } from '../domain/team-policy.ts';
import { dropAccountTokens } from '../accounts/account-token.store.ts';
import { linkSeekersAgain } from '../accounts/seeker-link.store.ts';
import { endEverySession } from '../accounts/session.service.ts';
import type { Tx } from '../db/client.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Deps } from '../deps.ts';
import { notifyAccessChanged } from '../live/notify.ts';
import { logAccess } from '../access-event.ts';
import { dropSiteAdmin, findWorker, hasOtherSiteAdmin, lockSite, type Worker } from './site.store.ts';
import { closeAccount, elsewhereOf, leaveSite, openAccountAgain, withdrawInvitationsOf, type Elsewhere } from './worker.store.ts';

type WorkerDeps = Pick<Deps, 'db' | 'clock' | 'log'>;

/** A Site that had no admin could not be looked after by anybody. */
export type Refusal = { refused: 'last_admin' };

/** What becomes of somebody the Site deactivates: their account closes, or, where it is for more than this Site, they leave it. */
export type Deactivation = 'closes' | 'leaves';

export function deactivationOf({ places, isSeeker, isOperator }: Elsewhere): Deactivation {
  return places.length > 0 || isSeeker || isOperator ? 'leaves' : 'closes';
}

/**
 * Ends what somebody has at the Site, at once: sessions, sockets, Status links; history stays (R7, R27, S-14). An account that is
 * for more than this Site is not closed, it leaves the Site (ADR 0090).
 */
export async function deactivateUser(
  deps: WorkerDeps,
  actor: Actor,
  siteId: string,
  userId: string,
): Promise<{ done: Deactivation } | Refusal> {
  const ended = await inTransaction<{ done: Deactivation } | Refusal>(deps, async (tx) => {
    const worker = await workerOfSite(tx, actor, siteId, userId);
    if (worker.isAdmin && !(await hasOtherSiteAdmin(tx, siteId, userId))) return { refused: 'last_admin' };
    const now = deps.clock.now();
    const done = deactivationOf(await elsewhereOf(tx, siteId, userId));
    if (done === 'leaves') await leaveSite(tx, siteId, userId);
    else if (await closeAccount(tx, userId, now)) {
      await endEverySession(tx, userId);
      await dropAccountTokens(tx, userId);
    }
    await withdrawInvitationsOf(tx, siteId, userId, now);
    await notifyAccessChanged(tx, userId);
    return { done };
  });
  if ('done' in ended) logAccess(deps.log, 'worker_deactivated', actor, { userId, siteId, account: ended.done });
  return ended;
}

/** Opens an account that the Site closed again, with the Groups it had; what an operator closed is not the Site's to open (R27). */
export async function reactivateUser(deps: WorkerDeps, actor: Actor, siteId: string, userId: string): Promise<void> {
  const opened = await inTransaction(deps, async (tx) => {
    const { closedByOperator } = await workerOfSite(tx, actor, siteId, userId);
    if (closedByOperator) throw new NotAllowed('Whoever runs Throughline here deactivated this account. Ask them to reactivate it.');
    if (!(await openAccountAgain(tx, userId))) return false;
    await linkSeekersAgain(tx, userId);
    await notifyAccessChanged(tx, userId);
    return true;
  });
  if (opened) logAccess(deps.log, 'worker_reactivated', actor, { userId, siteId });
}

/** Makes a Site admin a plain Worker again; the last one stays. */
export async function endSiteAdmin(deps: WorkerDeps, actor: Actor, siteId: string, userId: string): Promise<{ done: true } | Refusal> {
  const ended = await inTransaction<{ done: true } | Refusal>(deps, async (tx) => {
    const worker = await workerOfSite(tx, actor, siteId, userId);
    if (!worker.isAdmin) throw new NotFound();
    if (!(await hasOtherSiteAdmin(tx, siteId, userId))) return { refused: 'last_admin' };
    await dropSiteAdmin(tx, siteId, userId);
    await notifyAccessChanged(tx, userId);
    return { done: true };
  });
  if ('done' in ended) logAccess(deps.log, 'site_admin_ended', actor, { userId, siteId });
  return ended;
}

/** Somebody of the actor's own Site, which is locked: two admins who deactivate each other do it one after the other. */
async function workerOfSite(tx: Tx, actor: Actor, siteId: string, userId: string): Promise<Worker> {
  if (!mayAdministerSite(actor, siteId) || (await lockSite(tx, siteId)) === null) throw new NotFound();
  // attack: an admin whose own part ended while this request waited.
  const stillAdmin = actor.kind === 'user' && (await findWorker(tx, siteId, actor.userId));
  const worker = await findWorker(tx, siteId, userId);
  if (!worker || !stillAdmin || !stillAdmin.isAdmin || stillAdmin.deactivatedAt) throw new NotFound();
  return worker;
}
