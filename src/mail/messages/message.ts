import type { MailLanguage, Phrase, StaffLanguage } from './mail-model.ts';

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

/** A mail that only those who help get: to them Arabic is English, as on their pages (ADR 0130). */
export type StaffMessage = Record<StaffLanguage, MessageWords>;

/** A mail that a Seeker can get, so in every language. */
export type SeekerMessage = Record<MailLanguage, MessageWords>;

export type Message = StaffMessage | SeekerMessage;

/** The words of a message for whoever reads this language, and the language they are in. */
export function wordsOf(message: Message, wanted: MailLanguage): { language: MailLanguage; words: MessageWords } {
  if (wanted !== 'ar') return { language: wanted, words: message[wanted] };
  return 'ar' in message ? { language: wanted, words: message[wanted] } : { language: 'en', words: message.en };
}
