import type { Link } from './components.ts';
import type { SelectField, TextField } from './form-components.ts';

/** One part of the settings, in the row of links above each of their pages. */
export interface NavLink extends Link {
  current: boolean;
}

/** The people of a Team or a Site, and those who are asked to join. */
export interface TeamPeople {
  caption: string;
  /** What the second column says: "Groups", "Role". */
  placesHead: string;
  rows: PersonRow[];
  idem: string;
}

export interface PersonRow {
  /** Null for somebody who is only asked: what is known of them is the address. */
  name: string | null;
  email: string;
  places: { label: string; href: string | null }[];
  /** "Active", "Invited 3 Dec 2026". */
  state: string;
  note: string | null;
  /** They have no access now: deactivated, or an invitation that is too old. */
  off: boolean;
  acts: RowAct[];
}

/** What one may do about a person: a page that asks again, or a button that does it. */
export interface RowAct extends Link {
  button: boolean;
  hidden: { name: string; value: string }[];
}

/** Asks somebody by mail to join. */
export interface InviteForm {
  action: string;
  idem: string;
  email: TextField;
  place: SelectField;
  /** They were asked before: the button that asks them again. */
  again: { action: string; hidden: { name: string; value: string }[] } | null;
}
