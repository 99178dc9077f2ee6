import { whyUnwanted } from '../../domain/delivery-rules.ts';
import { loopTimes } from '../../domain/loop-steps.ts';
import { readersZone } from '../../domain/reader-zone.ts';
import { referralContextOf } from '../mail-context.store.ts';
import { mailLanguage } from './mail-model.ts';
import { withdrawnForClaimer, withdrawnForMailbox, withdrawnForSeeker } from './withdrawn.words.ts';
import type { MailWriter } from './write-mail.ts';

/** A referral was withdrawn: no Status link any more, for all of them are dead (R6, R30). */
export const withdrawnMail: MailWriter = async (parts, email) => {
  const context = await referralContextOf(parts.db, email);
  if (!context || !email.referralId || !email.party) return { unwanted: 'no_access' };
  const unwanted = whyUnwanted(context.recipient);
  if (unwanted) return { unwanted };
  const site = parts.config.publicUrl;
  const { programName, programId } = context;
  const common = {
    language: mailLanguage(email.language),
    until: null,
    loop: loopTimes(context.loop),
    timeZone: readersZone(context, parts.config),
  };
  if (email.party === 'seeker')
    return { ...common, message: withdrawnForSeeker(programName), about: 'account', stop: 'contact', url: `${site}/programs` };
  if (email.userId === null)
    return { ...common, message: withdrawnForMailbox(programName), about: 'account', url: `${site}/programs/${programId}` };
  return {
    ...common,
    message: withdrawnForClaimer(programName),
    about: 'referral',
    stop: 'settings',
    url: `${site}/referrals/${email.referralId}`,
  };
};
