import type { Link } from './components.ts';
import type { TextArea, TextField } from './form-components.ts';
import type { Thread } from './referral-components.ts';

/** A Goal in the list on the profile (R24). */
export interface GoalItem extends Link {
  id: string;
  detail: string | null;
  /** The referrals filed under it. */
  thread: Thread | null;
  /** "Completed 14 Nov 2026". */
  done: string | null;
  edit: Link | null;
  button: GoalButton;
}

/** Complete or Reopen. */
export interface GoalButton {
  action: string;
  label: string;
  /** Whose, for screen readers. */
  of: string;
  version: number;
  idem: string;
  onProfile: boolean;
}

export interface GoalForm {
  action: string;
  idem: string;
  /** Null: it is a new one. */
  version: number | null;
  title: TextField;
  detail: TextArea;
  /** Who will see it, said before it is saved. */
  readers: string | null;
  button: string;
  /** Back, with nothing saved; null where what unfolds it folds it away. */
  cancel: Link | null;
}

export interface GoalsSection {
  open: GoalItem[];
  done: GoalItem[];
  /** "1 completed goal", on what unfolds them. */
  doneWords: string;
  empty: string | null;
  add: GoalForm;
}
