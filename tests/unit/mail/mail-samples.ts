import type { EmailKind } from '../../../src/db/generated/enums.ts';
import { ACCOUNT_EXISTS, CONFIRM_EMAIL } from '../../../src/mail/messages/account.words.ts';
import { claimApproved, claimRefused, claimRequested } from '../../../src/mail/messages/claim.words.ts';
import type { MailFacts } from '../../../src/mail/messages/compose.ts';
import { invitation } from '../../../src/mail/messages/invitation.words.ts';
import { dailyDigest } from '../../../src/mail/messages/digest.words.ts';
import { changedForMaker, noAnswerForMaker } from '../../../src/mail/messages/maker.words.ts';
import { CONFIRM_NEW_EMAIL, EMAIL_CHANGED } from '../../../src/mail/messages/new-address.words.ts';
import { PASSWORD_CHANGED, PASSWORD_RESET } from '../../../src/mail/messages/password.words.ts';
import { changedForProgram, freshForProgram, receivedByProgram, reminderForProgram } from '../../../src/mail/messages/program.words.ts';
import { changedForSeeker, freshForSeeker, loggedForSeeker, madeForSeeker } from '../../../src/mail/messages/seeker.words.ts';
import { withdrawnForClaimer, withdrawnForMailbox, withdrawnForSeeker } from '../../../src/mail/messages/withdrawn.words.ts';
import { SIGN_IN_BY_PASSWORD, SIGN_IN_LINK } from '../../../src/mail/messages/sign-in-link.words.ts';

/** A name that needs care in HTML. */
export const PROGRAM = 'Rent & <Home> Help';
export const LINK = 'https://throughline.example.org/l/q7VnW3sTzK0fYb2uXh9LdE4cRaM8gJp1oNi6wSxQvBt';

const UNTIL = new Date('2027-02-01T17:58:00Z');
const LOOP = { sent: new Date('2026-12-03T17:58:00Z'), seen: new Date('2026-12-03T20:20:00Z'), acted: null, outcome: null };
const timeZone = 'America/Los_Angeles';

/** What a mail says in either language, and its kind. */
export interface MailSample extends Omit<MailFacts, 'language'> {
  kind: EmailKind;
}

const referral = { about: 'referral' as const, url: LINK, until: UNTIL, loop: LOOP, timeZone };
const claim = { ...referral, loop: null, until: null };
const account = { about: 'account' as const, url: LINK, until: UNTIL, loop: null, timeZone };

const NEWS = [
  { program: PROGRAM, at: new Date('2026-12-03T17:58:00Z'), url: 'https://throughline.example.org/referrals/0199' },
  { program: 'Food Pantry', at: new Date('2026-12-03T01:00:00Z'), url: 'https://throughline.example.org/referrals/0198' },
];

/** Every mail there is, each once for each of its readers; the tests of words, languages and markup go through all of them. */
export const MAIL_SAMPLES: Record<string, MailSample> = {
  received: { ...referral, kind: 'referral_received', message: receivedByProgram(PROGRAM) },
  made: { ...referral, kind: 'referral_made', message: madeForSeeker(PROGRAM), stop: 'contact' },
  logged: {
    ...referral,
    kind: 'referral_made',
    message: loggedForSeeker(PROGRAM, '(650)\u00a0555\u20110100'),
    loop: null,
    stop: 'contact',
  },
  changed_program: { ...referral, kind: 'status_changed', message: changedForProgram(PROGRAM), stop: 'settings' },
  changed_maker: { ...referral, kind: 'status_changed', message: changedForMaker(PROGRAM), until: null, stop: 'settings' },
  changed_seeker: { ...referral, kind: 'status_changed', message: changedForSeeker(PROGRAM), stop: 'contact' },
  reminder: { ...referral, kind: 'reminder', message: reminderForProgram(PROGRAM) },
  no_answer: { ...referral, kind: 'no_answer', message: noAnswerForMaker(PROGRAM, '(650) 555-0160'), until: null, stop: 'settings' },
  no_answer_unlisted: { ...referral, kind: 'no_answer', message: noAnswerForMaker(PROGRAM, null), until: null, stop: 'settings' },
  fresh_program: { ...referral, kind: 'fresh_link', message: freshForProgram(PROGRAM), loop: null },
  fresh_seeker: { ...referral, kind: 'fresh_link', message: freshForSeeker(PROGRAM), loop: null, stop: 'contact' },
  withdrawn_claimer: { ...referral, kind: 'referral_withdrawn', message: withdrawnForClaimer(PROGRAM), until: null },
  withdrawn_mailbox: { ...referral, kind: 'referral_withdrawn', message: withdrawnForMailbox(PROGRAM), about: 'account', until: null },
  withdrawn_seeker: { ...referral, kind: 'referral_withdrawn', message: withdrawnForSeeker(PROGRAM), about: 'account', until: null },
  digest: { ...referral, kind: 'digest', message: dailyDigest(2), loop: null, until: null, stop: 'settings', news: NEWS },
  confirm_email: { ...account, kind: 'confirm_email', message: CONFIRM_EMAIL },
  account_exists: { ...account, kind: 'account_exists', message: ACCOUNT_EXISTS, until: null },
  password_reset: { ...account, kind: 'password_reset', message: PASSWORD_RESET, until: null },
  password_changed: { ...account, kind: 'password_changed', message: PASSWORD_CHANGED, until: null },
  sign_in_link: { ...account, kind: 'sign_in_link', message: SIGN_IN_LINK, until: null },
  sign_in_by_password: { ...account, kind: 'sign_in_link', message: SIGN_IN_BY_PASSWORD, until: null },
  confirm_new_email: { ...account, kind: 'confirm_new_email', message: CONFIRM_NEW_EMAIL, until: null },
  email_changed: { ...account, kind: 'email_changed', message: EMAIL_CHANGED, until: null },
  invitation: { ...account, kind: 'invitation', message: invitation('Alma T.', PROGRAM) },
  claim_requested: { ...claim, kind: 'claim_requested', message: claimRequested(PROGRAM) },
  claim_approved: { ...claim, kind: 'claim_approved', message: claimApproved(PROGRAM) },
  claim_refused: { ...claim, kind: 'claim_refused', message: claimRefused(PROGRAM) },
};
