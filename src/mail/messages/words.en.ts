import { phrase, plain } from './phrase.ts';
import type { MailWords, MessageWords } from './words.ts';

const CHOOSE = phrase('Opening it changes nothing. You choose a status and press _. No sign-in is needed.', 'Save status');
const TELL = plain('You can say there what happened. Nothing changes until you press the button. No sign-in is needed.');
const NOT_ME = 'If it was not you, you can forget this email.';

export const english: MailWords = {
  messages: (program) => ({ ...toProgram(program), ...toMaker(program), ...toSeeker(program), ...toAccount }),
  steps: ['1. Sent', '2. Seen', '3. Acted on', '4. Outcome'],
  notYet: 'not yet',
  orCopy: 'Or copy this address:',
  prefer: 'Prefer English?',
  until: (date) => `The link is for you only and works until ${date}.`,
  afterSignIn: 'The link opens after you sign in.',
  namesNobody: 'This email names nobody on purpose.',
};

function toProgram(program: string): Record<'received' | 'changed_program' | 'fresh_program', MessageWords> {
  const why = `You get this because you answer referrals for ${program}.`;
  const base = { preheader: 'Opening it changes nothing.', action: 'Open the referral', note: CHOOSE, why };
  return {
    received: {
      ...base,
      subject: 'A referral needs your answer',
      lead: phrase('There is a new referral for _.', program),
      nothing: 'If you do nothing, the person keeps waiting and the referral stays “Not updated”.',
    },
    changed_program: {
      ...base,
      subject: 'A referral was updated',
      lead: phrase('There is news on a referral for _.', program),
      nothing: 'If you do nothing, the referral stays as it is.',
    },
    fresh_program: {
      ...base,
      subject: 'Your new link to a referral',
      lead: phrase('Here is a new link to a referral for _.', program),
      why: 'You get this because somebody with your old link asked for a new one.',
      nothing: 'If you do nothing, the referral stays as it is.',
    },
  };
}

function toMaker(program: string): Record<'changed_maker', MessageWords> {
  return {
    changed_maker: {
      subject: 'A referral was updated',
      preheader: 'Sign in to read it.',
      lead: phrase('There is news on a referral you made to _.', program),
      action: 'Open the referral',
      note: null,
      why: 'You get this because you made this referral.',
      nothing: 'If you do nothing, the referral stays as it is.',
    },
  };
}

function toSeeker(program: string): Record<'made' | 'changed_seeker' | 'fresh_seeker', MessageWords> {
  const why = 'You get this because you want to be reached by email.';
  const base = { preheader: 'Opening it changes nothing.', action: 'See your referral', note: TELL, why };
  return {
    made: {
      ...base,
      subject: 'Your referral was sent',
      lead: phrase('Your referral to _ was sent.', program),
      nothing: 'You do not have to do anything now. They will get in touch.',
    },
    changed_seeker: {
      ...base,
      subject: 'Your referral was updated',
      lead: phrase('There is news on your referral to _.', program),
      nothing: 'If you do nothing, your referral stays as it is.',
    },
    fresh_seeker: {
      ...base,
      subject: 'Your new link',
      lead: phrase('Here is a new link to your referral to _.', program),
      why: 'You get this because somebody with your old link asked for a new one.',
      nothing: 'If you do nothing, your referral stays as it is.',
    },
  };
}

const toAccount: Record<'confirm_email' | 'account_exists', MessageWords> = {
  confirm_email: {
    subject: 'Confirm your email address',
    preheader: 'One step is left.',
    lead: plain('An account was made with this address. Confirm that the address is yours, and then sign in.'),
    action: 'Confirm your email address',
    note: null,
    why: 'You get this because this address was typed in when somebody signed up.',
    nothing: NOT_ME,
  },
  account_exists: {
    subject: 'You already have an account',
    preheader: 'You can sign in.',
    lead: plain('Somebody signed up with this address. You already have an account, and nothing about it has changed.'),
    action: 'Sign in',
    note: null,
    why: 'You get this because this address was typed in when somebody signed up.',
    nothing: NOT_ME,
  },
};
