import type { MailLanguage, Phrase } from './mail-model.ts';

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

/** One mail in each language mail is written in. */
export type Message = Record<MailLanguage, MessageWords>;
