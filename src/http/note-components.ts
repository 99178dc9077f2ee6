import type { Moment } from '../components/dates.ts';
import type { Link } from './components.ts';

/** One note as its reader sees it. A deleted one has no text, and says whose it was and who took it (R19). */
export interface NoteItem {
  id: string;
  text: string | null;
  by: string;
  at: Moment;
  /** "Only the Program reads this." */
  kept: string | null;
  /** Null for those who may not delete it. */
  remove: { action: string; idem: string } | null;
}

export interface AddNote {
  /** The field's. */
  id: string;
  action: string;
  idem: string;
  value: string;
  error: string | null;
  maxlength: number;
  /** Who will read it, said before it is saved. */
  readers: string;
  /** The box that keeps it to one's own side, and who reads it then; null where there is no other side. */
  own: { checked: boolean; readers: string } | null;
  /** Back, with nothing saved; null where what unfolds it folds it away. */
  cancel: Link | null;
}

export interface NotesSection {
  notes: NoteItem[];
  add: AddNote;
}

/** The one control that files a referral under a Goal, moves it or takes it out (R24). */
export interface GoalControl {
  id: string;
  /** "Ana Ruiz at Fair Oaks", for screen readers. */
  of: string;
  action: string;
  idem: string;
  /** Where it is filed now. */
  current: Link | null;
  /** Filed under a Goal its reader does not see. */
  hidden: boolean;
  goals: { value: string; label: string; done: boolean; chosen: boolean }[];
  /** Where a first Goal is added. */
  add: Link;
  /** On the profile: one comes back there. */
  onProfile: boolean;
}
