import type { Moment } from '../components/dates.ts';
import type { Category } from '../domain/referral-status.ts';
import type { RingView, StatusControl, StatusFields, StatusView } from './components.ts';

/** Rings in a row, oldest first; the label names them for screen readers. */
export interface Thread {
  label: string;
  rings: RingView[];
}

export interface LoopHeadline {
  referralId: string;
  ringName: string;
  sentence: string;
  control: StatusControl;
}

export interface Steps {
  category: Category;
  steps: StepView[];
}

export interface StepView {
  name: string;
  done: boolean;
  at: Moment | null;
  /** Who did it, or "Not yet. 17 hours since it was sent". */
  line: string | null;
}

/** One entry of a referral's history, newest first (R6). */
export interface HistoryEntry {
  id: string;
  at: Moment;
  name: string;
  organization: string | null;
  /** "by email link". */
  via: string | null;
  /** The ring as it stood after it, where the entry moved it. */
  ring: RingView | null;
  /** "Added it to the goal"; with `subject` bold behind it. */
  text: string | null;
  subject: string | null;
  from: StatusView | null;
  to: StatusView | null;
  reason: string | null;
}

/** Somebody changed the status while the reader was choosing (R5). */
export interface Conflict extends StatusFields {
  heading: string;
  changes: { from: StatusView; to: StatusView; line: string; reason: string | null }[];
  choice: StatusView;
  current: StatusView;
  /** On the button that saves nothing: "Keep Eligible". */
  keep: string;
}
