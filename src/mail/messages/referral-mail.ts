import { whyUnwanted } from '../../domain/delivery-rules.ts';
import { loopTimes } from '../../domain/loop-steps.ts';
import type { Party } from '../../domain/notification-rules.ts';
import { issueStatusLink } from '../../status-links/status-link.store.ts';
import type { ClaimedEmail } from '../delivery.store.ts';
import { referralContextOf } from '../mail-context.store.ts';
import type { MailFacts } from './compose.ts';
import { mailLanguage } from './mail-model.ts';
import type { MessageName } from './words.ts';
import type { MailParts, Written } from './write-mail.ts';

/** A referral's mail: for which Program, how far it is, and the link (R28). */
export async function referralFacts(parts: MailParts, email: ClaimedEmail): Promise<Written<MailFacts>> {
  const context = await referralContextOf(parts.db, email);
  if (!context || !email.referralId || !email.party) return { unwanted: 'no_access' };
  const unwanted = whyUnwanted(context.recipient);
  if (unwanted) return { unwanted };
  return {
    name: messageName(email, email.party),
    language: mailLanguage(email.language),
    program: context.programName,
    loop: email.kind === 'fresh_link' ? null : loopTimes(context.loop),
    timeZone: parts.config.timeZone,
    ...(await linkFor(parts, email, email.referralId, email.party)),
  };
}

function messageName(email: ClaimedEmail, party: Party): MessageName {
  if (email.kind === 'fresh_link') return party === 'seeker' ? 'fresh_seeker' : 'fresh_program';
  if (email.kind === 'status_changed') return `changed_${party}`;
  return party === 'seeker' ? 'made' : 'received';
}

/** A Status link for the Seeker and the Program (R26); the maker has an account and reads it there. */
async function linkFor(parts: MailParts, email: ClaimedEmail, referralId: string, party: Party): Promise<Pick<MailFacts, 'url' | 'until'>> {
  const { db, config, clock } = parts;
  if (party === 'maker') return { url: `${config.publicUrl}/referrals/${referralId}`, until: null };
  const recipient = party === 'seeker' ? ('seeker' as const) : ('claimer' as const);
  // The link of a Seeker is bound to their address, not to an account they may have (R30).
  const userId = recipient === 'claimer' ? email.userId : null;
  const to = { referralId, recipient, userId, email: email.toAddress, emailId: email.id };
  const link = await issueStatusLink(db, to, clock.now(), config.statusLinkDays);
  return { url: `${config.publicUrl}${link.path}`, until: link.expiresAt };
}
