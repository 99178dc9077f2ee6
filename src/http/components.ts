import type { Category } from '../domain/referral-status.ts';
import type { Ring } from '../domain/ring.ts';

/** What the partials print. Plain words and flags: no rows, no dates, no roles. Every partial gets its model as `m`. */
export interface Link {
  href: string;
  label: string;
}

export interface Notice {
  kind: 'done' | 'info';
  text: string;
  link: Link | null;
}

export interface StatusView {
  value: string;
  label: string;
  category: Category;
  ring: Ring;
}

/** A status one may choose; `now` marks the one it has. */
export interface StatusChoice {
  value: string;
  label: string;
  meaning: string | null;
  now: boolean;
}

/** Without category and label: the plain words of a Seeker. */
export interface StatusGroup {
  category: Category | null;
  label: string | null;
  choices: StatusChoice[];
}

/** What every form for a status carries. */
export interface StatusFields {
  action: string;
  version: number;
  idem: string;
  /** What else the form carries: `returnTo`. */
  hidden: { name: string; value: string }[];
  groups: StatusGroup[];
  /** Kept after a failed try; null: nothing chosen. */
  chosen: string | null;
  reason: string;
  error: string | null;
}

export interface StatusControl extends StatusFields {
  /** Unique on the page and the same on each render. */
  id: string;
  /** "Ana Ruiz": whose status a screen reader hears. */
  of: string;
  status: StatusView;
  /** With the ring beside the words in lists; with the category's mark where the large ring stands beside it. */
  face: 'ring' | 'mark';
  open: boolean;
  /** There is nothing to set: it only shows. */
  fixed: boolean;
  last: LastUpdate | null;
  /** Where "Referred elsewhere" leads on. */
  onward: Link | null;
  /** "9 days without an update". */
  late: string | null;
}

export interface LastUpdate {
  reason: string | null;
  /** "Joel P., by email link, 3 Dec". */
  line: string;
  /** "Maria G.", for the live notice. */
  by: string;
}

/** A status form in large rows: Seekers and Status links. */
export interface AnswerForm extends StatusFields {
  id: string;
  legend: string;
  reasonLabel: string;
  button: string;
  /** What happens next. */
  after: string | null;
}

export interface RingView {
  ring: Ring;
  category: Category;
}
