import { phoneText } from '../../components/contact.ts';
import { type RecipientNow, whyUnwanted } from '../../domain/delivery-rules.ts';
import { loopTimes } from '../../domain/loop-steps.ts';
import type { Party } from '../../domain/notification-rules.ts';
import { readersZone } from '../../domain/reader-zone.ts';
import type { EmailKind } from '../../db/generated/enums.ts';
import { issueStatusLink } from '../../status-links/status-link.store.ts';
import type { ClaimedEmail } from '../delivery.store.ts';
import { referralContextOf } from '../mail-context.store.ts';
import type { MailFacts } from './compose.ts';
import { mailLanguage } from './mail-model.ts';
import { changedForMaker, noAnswerForMaker } from './maker.words.ts';
import type { Message, SeekerMessage, StaffMessage } from './message.ts';
import { changedForProgram, freshForProgram, receivedByProgram, reminderForProgram } from './program.words.ts';
import { changedForSeeker, freshForSeeker, loggedForSeeker, madeForSeeker } from './seeker.words.ts';
import type { MailParts, MailWriter } from './write-mail.ts';

/** A referral's mail: for which Program, how far it is, and the link (R28). */
export const referralMail: MailWriter = async (parts, email) => {
  const context = await referralContextOf(parts.db, email);
  if (!context || !email.referralId || !email.party) return { unwanted: 'no_access' };
  const unwanted = whyUnwanted(context.recipient);
  if (unwanted) return { unwanted };
  return {
    message: messageFor(
      email.kind,
      email.party,
      context.reached,
    )(context.programName, context.programPhone && phoneText(context.programPhone)),
    language: mailLanguage(email.language),
    about: 'referral',
    loop: email.kind === 'fresh_link' || !context.reached ? null : loopTimes(context.loop),
    timeZone: readersZone(context, parts.config),
    ...stopOf(context.recipient),
    ...(await linkFor(parts, email, email.referralId, email.party)),
  };
};

/** Only what their own word decides about, can be stopped by it (R28). */
function stopOf({ party, hadAccount, bySetting }: RecipientNow): Pick<MailFacts, 'stop'> {
  if (party === 'seeker') return { stop: 'contact' };
  return hadAccount && bySetting ? { stop: 'settings' } : {};
}

type Say<M = Message> = (program: string, programPhone: string | null) => M;

/** What a Seeker reads is there in every language (ADR 0139). */
type SaidTo = { [P in Party]?: Say<P extends 'seeker' ? SeekerMessage : StaffMessage> };

/** What is said to each party, by the mail's kind. */
const REFERRAL_MESSAGES: Partial<Record<EmailKind, SaidTo>> = {
  referral_received: { program: receivedByProgram },
  referral_made: { seeker: madeForSeeker },
  status_changed: { program: changedForProgram, maker: changedForMaker, seeker: changedForSeeker },
  reminder: { program: reminderForProgram },
  no_answer: { maker: noAnswerForMaker },
  fresh_link: { program: freshForProgram, seeker: freshForSeeker },
};

function messageFor(kind: EmailKind, party: Party, reached: boolean): Say {
  if (kind === 'referral_made' && party === 'seeker' && !reached) return loggedForSeeker;
  const say = REFERRAL_MESSAGES[kind]?.[party];
  if (!say) throw new Error(`Nothing is said to the ${party} by mail of the kind ${kind}`);
  return say;
}

/** A Status link for the Seeker and the Program (R26); the maker has an account and reads it there. */
async function linkFor(parts: MailParts, email: ClaimedEmail, referralId: string, party: Party): Promise<Pick<MailFacts, 'url' | 'until'>> {
  const { db, config, clock } = parts;
  if (party === 'maker') return { url: `${config.publicUrl}/referrals/${referralId}`, until: null };
  const recipient = party === 'seeker' ? ('seeker' as const) : ('claimer' as const);
  // The link of a Seeker is bound to their address, not to an account they may have (R30).
  const userId = recipient === 'claimer' ? email.userId : null;
  const link = await issueStatusLink(db, { referralId, recipient, userId, email: email.toAddress }, clock.now(), config.statusLinkDays);
  return { url: `${config.publicUrl}${link.path}`, until: link.expiresAt };
}
