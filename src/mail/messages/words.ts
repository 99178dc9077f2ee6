import { english } from './words.en.ts';
import type { MailLanguage, Phrase } from './mail-model.ts';
import { spanish } from './words.es.ts';

/** The mails there are, told apart by who reads them. */
export type MessageName =
  | 'received'
  | 'made'
  | 'changed_program'
  | 'changed_maker'
  | 'changed_seeker'
  | 'fresh_program'
  | 'fresh_seeker'
  | 'confirm_email'
  | 'account_exists';

/** One mail in one language. It names the Program at most: no person, no need, no comment, no status (R28, P-09). */
export interface MessageWords {
  subject: string;
  preheader: string;
  lead: Phrase;
  action: string;
  note: Phrase | null;
  why: string;
  nothing: string;
}

export interface MailWords {
  messages(program: string): Record<MessageName, MessageWords>;
  steps: readonly [string, string, string, string];
  notYet: string;
  orCopy: string;
  /** Opens the one line that readers of this language find in mail of the other. */
  prefer: string;
  until(date: string): string;
  afterSignIn: string;
  namesNobody: string;
}

export const MAIL_WORDS: Record<MailLanguage, MailWords> = { en: english, es: spanish };
