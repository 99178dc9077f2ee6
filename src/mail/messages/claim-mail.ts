import type { ClaimedEmail } from '../delivery.store.ts';
import { mailedClaim, type MailedClaim } from '../mailed-claim.store.ts';
import { accountMail } from './account-mail.ts';
import { claimApproved, claimRefused, claimRequested } from './claim.words.ts';
import type { MailFacts } from './compose.ts';
import type { Message } from './message.ts';
import type { MailParts, MailWriter, Written } from './write-mail.ts';

/** To each who may decide it, while it waits and they still may (R27, R-10). */
export const claimRequestedMail: MailWriter = (parts, email) =>
  claimMail(parts, email, claimRequested, ({ id, state, readerDecides }) =>
    state === 'pending' && readerDecides ? `/settings/claims/${id}` : null,
  );

/** To who asked, while they are still in. */
export const claimApprovedMail: MailWriter = (parts, email) =>
  claimMail(parts, email, claimApproved, ({ programId, readerWorksThere }) => (readerWorksThere ? `/inbound/${programId}` : null));

/** To who asked, unless they have been let in since. */
export const claimRefusedMail: MailWriter = (parts, email) =>
  claimMail(parts, email, claimRefused, ({ readerWorksThere }) => (readerWorksThere ? null : '/settings/claims'));

async function claimMail(
  parts: MailParts,
  email: ClaimedEmail,
  say: (program: string) => Message,
  pathFor: (claim: MailedClaim) => string | null,
): Promise<Written<MailFacts>> {
  const base = await accountMail(parts, email);
  if ('unwanted' in base) return base;
  const claim = await mailedClaim(parts.db, email.subjectId, base.userId);
  const path = claim && pathFor(claim);
  if (!path) return { unwanted: 'no_longer_needed' };
  const message = say(claim.programName);
  // As with a referral: it names nobody, and its link asks to sign in.
  return { ...base, about: 'referral', message, url: `${parts.config.publicUrl}${path}`, until: null };
}
