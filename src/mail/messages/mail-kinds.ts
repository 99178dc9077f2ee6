import type { EmailKind } from '../../db/generated/enums.ts';
import { accountExistsMail, confirmEmailMail } from './account-mail.ts';
import { claimApprovedMail, claimRefusedMail, claimRequestedMail } from './claim-mail.ts';
import { invitationMail } from './invitation-mail.ts';
import { referralMail } from './referral-mail.ts';
import type { MailWriter } from './write-mail.ts';

/** Who writes the mail of each kind. */
export const MAIL_KINDS: Partial<Record<EmailKind, MailWriter>> = {
  referral_received: referralMail,
  referral_made: referralMail,
  status_changed: referralMail,
  fresh_link: referralMail,
  confirm_email: confirmEmailMail,
  account_exists: accountExistsMail,
  invitation: invitationMail,
  claim_requested: claimRequestedMail,
  claim_approved: claimApprovedMail,
  claim_refused: claimRefusedMail,
};
