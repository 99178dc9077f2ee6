import type { EmailKind } from '../../db/generated/enums.ts';
import { accountExistsMail, confirmEmailMail } from './account-mail.ts';
import { claimApprovedMail, claimRefusedMail, claimRequestedMail } from './claim-mail.ts';
import { confirmNewEmailMail, emailChangedMail, passwordChangedMail, passwordResetMail, signInLinkMail } from './credential-mail.ts';
import { invitationMail } from './invitation-mail.ts';
import { digestMail } from './digest-mail.ts';
import { referralMail } from './referral-mail.ts';
import { withdrawnMail } from './withdrawn-mail.ts';
import type { MailWriter } from './write-mail.ts';

/** Who writes the mail of each kind. */
export const MAIL_KINDS: Record<EmailKind, MailWriter> = {
  referral_received: referralMail,
  referral_made: referralMail,
  status_changed: referralMail,
  fresh_link: referralMail,
  referral_withdrawn: withdrawnMail,
  digest: digestMail,
  reminder: referralMail,
  no_answer: referralMail,
  confirm_email: confirmEmailMail,
  account_exists: accountExistsMail,
  password_reset: passwordResetMail,
  password_changed: passwordChangedMail,
  sign_in_link: signInLinkMail,
  confirm_new_email: confirmNewEmailMail,
  email_changed: emailChangedMail,
  invitation: invitationMail,
  claim_requested: claimRequestedMail,
  claim_approved: claimApprovedMail,
  claim_refused: claimRefusedMail,
};
