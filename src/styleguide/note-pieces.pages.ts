import type { GoalForm, GoalItem } from '../http/goal-components.ts';
import type { AddNote, GoalControl, NoteItem } from '../http/note-components.ts';
import { piece, type Piece } from './piece.ts';
import { day, HERE, IDEM, SEEKER } from './sample.ts';

const remove = { action: HERE, idem: IDEM };
const note: NoteItem = {
  id: 'sg-1',
  text: 'The landlord answers before 10 only.',
  by: 'Dana W., Riverside Clinic',
  at: day(3),
  kept: null,
  remove,
};
const own: NoteItem = { ...note, id: 'sg-2', text: 'Ask her sister first.', kept: 'Only the referring side reads this', remove: null };
const deleted: NoteItem = { ...note, id: 'sg-3', text: null, by: 'Dana W. deleted a note', remove: null };

const add: AddNote = {
  id: 'sg-note',
  action: HERE,
  idem: IDEM,
  value: '',
  error: null,
  maxlength: 2000,
  cancel: null,
  readers: 'You, your team and Fair Oaks Center.',
  own: { checked: false, readers: 'You and your team.' },
};

const control: GoalControl = {
  id: 'sg-goal-none',
  of: SEEKER,
  action: HERE,
  idem: IDEM,
  current: null,
  hidden: false,
  goals: [
    { value: 'a', label: 'Keep the apartment through the winter', done: false, chosen: true },
    { value: 'b', label: 'English for the nursing course', done: true, chosen: false },
  ],
  add: { href: HERE, label: 'Add a Goal' },
  onProfile: false,
};
const current = { href: HERE, label: 'Keep the apartment through the winter' };

const button = { action: HERE, label: 'Complete', of: current.label, version: 1, idem: IDEM, onProfile: true };
const goal: GoalItem = {
  ...current,
  id: 'sg-a',
  detail: 'Rent is due on the first.',
  thread: {
    label: '2 referrals: 1 loop closed, 1 open',
    rings: [
      { ring: 'got_help', category: 'help' },
      { ring: 'acted', category: 'progress' },
    ],
  },
  done: null,
  edit: { href: HERE, label: 'Edit' },
  button,
};
const done: GoalItem = {
  ...goal,
  id: 'sg-b',
  thread: null,
  done: 'Completed 14 Nov 2026',
  edit: null,
  button: { ...button, label: 'Reopen' },
};

const form: GoalForm = {
  action: HERE,
  idem: IDEM,
  version: null,
  title: { id: 'sg-title', name: 'title', label: 'Goal', type: 'text', value: '', maxlength: 120, autocomplete: 'off' },
  detail: { id: 'sg-detail', name: 'detail', label: 'Detail', optional: true, value: '', rows: 3, maxlength: 1000 },
  readers: 'You and Family Navigation.',
  button: 'Save Goal',
  cancel: { href: HERE, label: 'Cancel' },
};
const wrong: GoalForm = {
  ...form,
  title: { ...form.title, id: 'sg-title-bad', error: 'Name the Goal' },
  detail: { ...form.detail, id: 'sg-detail-2' },
};

export function notePieces(): Piece[] {
  return [
    piece('notes', {
      about: 'Never edited; deleting leaves who and when (R19).',
      states: { 'One’s own, a kept one, a deleted one': [note, own, deleted] },
    }),
    piece('note-delete', { about: 'Beside one’s own notes.', states: { Alone: remove } }),
    piece('add-note', {
      about: 'Who will read it is said before it is saved.',
      states: {
        Closed: add,
        'With an error': { ...add, id: 'sg-note-bad', error: 'Write the note' },
      },
    }),
    piece('profile-note', {
      about: 'Among the referrals of a profile.',
      within: 'entries',
      states: { 'One’s own': { ...note, id: 'sg-4' } },
    }),
    piece('goal-control', {
      about: 'Files a referral under a Goal, moves it, takes it out (R24).',
      states: {
        'Under none': control,
        'Under one': { ...control, id: 'sg-goal-one', current },
        'No Goal yet': { ...control, id: 'sg-goal-first', goals: [] },
        'Under one that is not shared with the reader': { ...control, id: 'sg-goal-hidden', hidden: true },
      },
    }),
    piece('goal', { about: 'In the list of a profile.', within: 'goals', states: { Open: goal, Completed: done } }),
    piece('goal-button', { about: 'Complete, or Reopen.', states: { Complete: button } }),
    piece('goal-form', { about: 'Adds a Goal, or changes it.', states: { 'With an error': wrong } }),
    piece('profile-goals', {
      about: 'All of them, and the form for another.',
      states: {
        'Open and completed': {
          open: [{ ...goal, id: 'sg-c' }],
          done: [{ ...done, id: 'sg-d' }],
          doneWords: '1 completed goal',
          empty: null,
          add: form,
        },
      },
    }),
  ];
}
