import type { Tx } from '../db/client.ts';
import type { Deps } from '../deps.ts';
import { queueEmails } from '../mail/email.store.ts';
import type { ClaimToDecide } from './claim-decision.store.ts';
import { claimDeciders } from './claim.store.ts';

type MailDeps = Pick<Deps, 'jobs'>;

/** One mail to each who may decide the request; it names the Program and nobody (R28). */
export async function queueClaimRequestedMail(deps: MailDeps, tx: Tx, claimId: string, claimantId: string): Promise<void> {
  const deciders = await claimDeciders(tx, claimantId);
  const emails = deciders.map(({ userId, email, language }) => ({
    kind: 'claim_requested' as const,
    dedupeKey: `claim_requested:${claimId}:${userId}`,
    toAddress: email,
    language,
    userId,
    subjectId: claimId,
  }));
  await deps.jobs.deliverEmails(tx, await queueEmails(tx, emails));
}

/** What became of it, to who asked. Why it was refused they read after signing in. */
export async function queueClaimDecidedMail(
  deps: MailDeps,
  tx: Tx,
  { id, userId, email, language }: ClaimToDecide,
  state: 'approved' | 'refused',
): Promise<void> {
  const kind = state === 'approved' ? ('claim_approved' as const) : ('claim_refused' as const);
  const mail = { kind, dedupeKey: `${kind}:${id}`, toAddress: email, language, userId, subjectId: id };
  await deps.jobs.deliverEmails(tx, await queueEmails(tx, [mail]));
}
