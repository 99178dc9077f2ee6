import type { Category } from '../domain/referral-status.ts';
import type { AnswerForm, Link, RingView } from './components.ts';

export type Icon = 'plus' | 'download' | 'text' | 'call' | 'mail' | 'hidden' | 'clock' | 'flag' | 'trash' | 'edit';

/** How to reach a person, the best way first; hidden when they asked not to be reached (R14). */
export interface Reach {
  hidden: boolean;
  ways: ReachWay[];
}

export interface ReachWay {
  icon: 'text' | 'call' | 'mail';
  /** "Text"; null where the address says it by itself. */
  verb: string | null;
  value: string;
  best: boolean;
}

export interface Pair {
  label: string;
  value: string;
  /** A number or an address: kept in its own direction. */
  ltr?: boolean;
}

/** The Programs at the side of the Inbound Referrals, with how many nobody has updated. */
export interface ProgramRail {
  current: string;
  programs: { href: string; name: string; count: string; current: boolean }[];
}

export interface Tally {
  /** "34 referrals, 2 filters". */
  words: string;
  chips: Chip[];
  clearHref: string | null;
  live: boolean;
  /** A list with keys of its own, and what they are. */
  keys?: true;
}

export interface Chip {
  href: string;
  label: string;
  category: Category | null;
}

/** The head of a column one can sort by; `sort` is null while the list is sorted by another. */
export interface SortHead {
  label: string;
  href: string;
  /** The class of the column. */
  column: string;
  sort: 'ascending' | 'descending' | null;
}

/** The same choice where the table has no heads. */
export interface SortJump {
  current: string;
  orders: (Link & { current: boolean })[];
}

export interface Pagination {
  /** "1 to 25 of 34". */
  range: string;
  /** "Page 1 of 2"; null when there is one page. */
  page: string | null;
  previous: string | null;
  next: string | null;
}

/** The row that offers new referrals: in a table over so many columns, else as an entry of a list. */
export interface Offer {
  columns: number | null;
}

export interface Empty {
  heading: string;
  paragraphs: string[];
  main: (Link & { icon: Icon | null }) | null;
  plain: Link | null;
}

/** One entry of the Program search. */
export interface ProgramResult extends Link {
  /** "0.6 mi"; null without a ZIP. */
  distance: string | null;
  from: string | null;
  category: string;
  sentence: string;
  /** Of the sentence, where the page is in another. */
  sentenceLanguage: string | null;
  pairs: Pair[];
  accepting: boolean;
  /** "Opens again 4 Jan 2027", under "Not accepting referrals". */
  acceptingNote: string | null;
  action: Link;
  note: string | null;
  /** The telephone that the note ends with. */
  call: Link | null;
}

/** What a Seeker agreed to before the referral was sent, in plain words (R23). */
export interface PlainConsent {
  /** Unique on the page. */
  id: string;
  summary: string;
  text: string;
  language: string;
  how: string;
}

/** One referral on the Seeker's own page (R25). */
export interface SeekerReferral extends RingView {
  id: string;
  /** It is no longer of this page but the reader has it on the screen: it stays while the page is open (U-21). */
  kept: boolean;
  statusValue: string;
  program: string;
  /** "They are working on it." */
  words: string;
  quote: string | null;
  by: string;
  call: { words: string; phone: string; href: string } | null;
  /** "Dana W. withdrew it on 3 Dec 2026."; then there is nothing to answer. */
  withdrawn: string | null;
  answer: AnswerForm | null;
  /** What they have just saved, and who reads it. */
  saved: string | null;
  /** Where they got no help: to other Programs. */
  onward: Link | null;
  open: boolean;
  /** "Tell us what happened", on the button that opens the form. */
  opens: string;
  consent: PlainConsent | null;
  /** To the whole referral, with its history (R12). */
  more: Link;
}

export interface Confirmation {
  heading: string;
  paragraphs: string[];
  next: string[];
  main: Link | null;
  plain: Link | null;
}
