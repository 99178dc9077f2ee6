import { isLanguage, type Language } from '../../i18n/languages.ts';

/** Languages mail is written in; everybody else reads English, with one line in Spanish (U-31). */
export type MailLanguage = Language;

/** Those of all mail. Arabic has what a Seeker can get (ADR 0139). */
export type StaffLanguage = Exclude<MailLanguage, 'ar'>;

export function mailLanguage(tag: string): MailLanguage {
  const base = tag.toLowerCase().split('-')[0];
  return isLanguage(base) ? base : 'en';
}

/** How the lines of a language run. Mail programs know no logical sides: `start` is the side they begin on. */
export interface Way {
  direction: 'ltr' | 'rtl';
  start: 'left' | 'right';
}

/** A sentence with one part that stands out. */
export interface Phrase {
  before: string;
  strong: string;
  after: string;
}

export interface LoopLine {
  /** "1. Sent" */
  name: string;
  /** When it was done, or "not yet". */
  when: string;
  done: boolean;
  /** The last step done: underlined thick. */
  here: boolean;
}

/** One referral of a digest. */
export interface NewsLine {
  program: string;
  when: string;
  url: string;
}

export interface FootLine {
  words: string;
  link: { words: string; url: string } | null;
}

/** What views/emails/mail.{html,text}.ejs print of every mail. */
export interface MailModel {
  language: MailLanguage;
  way: Way;
  subject: string;
  /** What a mailbox shows after the subject. */
  preheader: string;
  lead: Phrase;
  loop: readonly LoopLine[];
  news: readonly NewsLine[];
  /** How many more there are than the mail lists. */
  moreNews: string | null;
  action: { words: string; url: string };
  orCopy: string;
  note: Phrase | null;
  otherLanguage: { language: StaffLanguage; way: Way; words: string; linkWords: string };
  /** Why you got this, what happens if you do nothing, until when the link works, how to stop it, whom to call. */
  foot: readonly FootLine[];
}
