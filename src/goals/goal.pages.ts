import { momentIn, type Moment } from '../components/dates.ts';
import { goalButton } from '../components/goals.ts';
import { whoLine } from '../components/history.ts';
import { joinedWords } from '../components/joined-words.ts';
import { everyoneIn, sharedReaders } from '../components/note-readers.ts';
import { addNote, noteItem, type NoteFacts } from '../components/notes.ts';
import { statusView } from '../components/status-view.ts';
import { fullName } from '../domain/display-name.ts';
import type { Link, StatusView } from '../http/components.ts';
import type { GoalButton } from '../http/goal-components.ts';
import type { NotesSection } from '../http/note-components.ts';
import { t } from '../i18n/translate.ts';
import type { FiledReferral } from './filed.store.ts';
import type { Goal } from './goal.store.ts';

declare module '../http/page.ts' {
  interface Pages {
    'goals/show': GoalPage;
  }
}

/** A Goal with its referrals and notes (R24). */
export interface GoalPage {
  crumbs: Link[];
  title: string;
  detail: string | null;
  state: string;
  by: string;
  edit: Link;
  button: GoalButton;
  /** Why nothing was saved: somebody was quicker. */
  meanwhile: string | null;
  referrals: { id: string; href: string; program: string; comment: string | null; status: StatusView; sent: Moment }[];
  notes: NotesSection;
  audience: string;
}

export interface GoalPageFacts {
  goal: Goal;
  seeker: { id: string; firstName: string; lastName: string };
  /** Those filed under it. */
  referrals: readonly FiledReferral[];
  notes: readonly NoteFacts[];
  /** The Teams it was shared with, and those that a note is shared with now. */
  sharedWith: readonly string[];
  sharingNow: readonly string[];
  userId: string;
  stale: boolean;
  timeZone: string;
  formKey: () => string;
}

export function goalPage(facts: GoalPageFacts): GoalPage {
  const { goal, seeker, stale, timeZone, formKey } = facts;
  const href = `/people/${seeker.id}/goals/${goal.id}`;
  return {
    crumbs: [
      { href: '/people', label: t('People I’m Helping') },
      { href: `/people/${seeker.id}`, label: fullName(seeker.firstName, seeker.lastName) },
    ],
    title: goal.title,
    detail: goal.detail || null,
    state: goal.completedAt ? t('Completed {{date}}', { date: momentIn(timeZone, goal.completedAt).date }) : t('Open'),
    by: byWords(goal, timeZone),
    edit: { href: `${href}/edit`, label: t('Edit') },
    button: goalButton(goal, formKey(), false),
    meanwhile: stale
      ? t('{{name}} changed this Goal meanwhile. This is how it is now; what you pressed was not done.', {
          name: goal.changedByName ?? t('Somebody'),
        })
      : null,
    referrals: facts.referrals.map((referral) => referralLine(referral, timeZone)),
    notes: notesOf(facts, href),
    audience: audienceOf(facts),
  };
}

function byWords({ createdByName, createdByOrganization, createdAt, changedByName, updatedAt }: Goal, timeZone: string): string {
  const who = whoLine(createdByName, createdByOrganization);
  const added = t('Added by {{who}}, {{date}}.', { who, date: momentIn(timeZone, createdAt).date });
  if (!changedByName) return added;
  return `${added} ${t('Last changed by {{name}}, {{date}}.', { name: changedByName, date: momentIn(timeZone, updatedAt).date })}`;
}

function referralLine(
  { id, programName, comment, status, seen, createdAt }: FiledReferral,
  timeZone: string,
): GoalPage['referrals'][number] {
  const sent = momentIn(timeZone, createdAt);
  return { id, href: `/referrals/${id}`, program: programName, comment: comment || null, status: statusView(status, seen), sent };
}

/** Oldest first, as on a referral. */
function notesOf({ notes, seeker, sharingNow, timeZone, formKey }: GoalPageFacts, below: string): NotesSection {
  const items = notes.toReversed().map((note) => noteItem(note, `/people/${seeker.id}`, { timeZone, formKey }));
  const readers = sharedReaders(sharingNow, seeker.firstName);
  return { notes: items, add: addNote({ below, formKey: formKey(), readers, ownReaders: null }) };
}

function audienceOf({ goal, userId, sharedWith, seeker }: GoalPageFacts): string {
  const maker = goal.createdById === userId ? t('You') : goal.createdByName;
  const readers = joinedWords([maker, ...sharedWith.map(everyoneIn)]);
  return t('{{readers}}. No Program, and never {{name}}.', { readers, name: seeker.firstName });
}
