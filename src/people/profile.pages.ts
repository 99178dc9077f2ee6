import { loggedWords } from '../components/logged.ts';
import { statusView } from '../components/status-view.ts';
import { closesLoop } from '../domain/referral-status.ts';
import type { Link, Notice } from '../http/components.ts';
import type { Empty, Pair } from '../http/list-components.ts';
import type { GoalsSection } from '../http/goal-components.ts';
import type { AddNote } from '../http/note-components.ts';
import type { Thread } from '../http/referral-components.ts';
import { personCare, type PersonCare } from './person-care.pages.ts';
import { nameIn, personPanel } from './person-panel.pages.ts';
import { entryOf, type ProfileEntry } from './profile-entry.pages.ts';
import { historyLines, profileGoals, profileNote, type ProfileLine } from './profile-work.pages.ts';
import type { Profile, ProfileReferral } from './profile.store.ts';
import type { SeekerWork } from './seeker-work.store.ts';

declare module '../http/page.ts' {
  interface Pages {
    'people/profile': ProfilePage;
  }
}

export interface ProfilePage {
  crumb: Link;
  name: string;
  panel: Pair[];
  /** What those who help may do with the profile; null for Claimers. */
  care: PersonCare | null;
  /** Who has looked; for who made the profile (R15). */
  looks: Link | null;
  /** Null for Claimers: what others do for this Seeker is not theirs to see (R11). */
  outbound: NavigationHistory | null;
  goals: GoalsSection | null;
  inbound: InboundSection | null;
}

export interface NavigationHistory {
  /** "6 referrals: 2 loops closed, 4 open". */
  words: string;
  thread: Thread;
  start: Link;
  addNote: AddNote | null;
  lines: ProfileLine[];
  empty: Empty | null;
}

export interface InboundSection {
  words: string;
  entries: ProfileEntry[];
}

/** What the service and the request gave. */
export interface ProfileFacts {
  profile: Profile;
  /** Notes and Goals, for those who help. */
  work: SeekerWork | null;
  reader: { userId: string; teams: readonly { teamId: string; teamName: string }[] };
  timeZone: string;
  now: Date;
  formKey: () => string;
}

export function profilePage(facts: ProfileFacts): ProfilePage {
  const { profile } = facts;
  return {
    crumb: { href: '/people', label: 'People I’m Helping' },
    name: nameIn(profile),
    panel: personPanel(facts),
    care: personCare(profile),
    looks: profile.helped?.madeById === facts.reader.userId ? { href: `/people/${profile.seekerId}/looks`, label: 'Who has looked' } : null,
    outbound: profile.helped || profile.outbound.length > 0 ? navigationHistory(facts) : null,
    goals: profileGoals(facts),
    inbound: profile.inbound.length > 0 ? inboundSection(facts) : null,
  };
}

function navigationHistory(facts: ProfileFacts): NavigationHistory {
  const { outbound, helped, seekerId } = facts.profile;
  const start = startLink(seekerId, helped?.zip ?? null);
  return {
    words: loopWords(outbound),
    thread: threadOf(outbound),
    start,
    addNote: profileNote(facts),
    lines: historyLines(
      outbound.map((referral) => entryOf(referral, facts, 'out')),
      facts,
    ),
    empty:
      outbound.length > 0
        ? null
        : {
            heading: 'No referral yet',
            paragraphs: ['Find a Program that can help, and send the first one.'],
            main: { ...start, icon: null },
            plain: null,
          },
  };
}

/** The search at the Seeker's ZIP; the address names them by their id alone (R21, S-60). */
function startLink(seekerId: string, zip: string | null): Link {
  return { href: `/programs?${new URLSearchParams({ seekerId, ...(zip ? { zip } : {}) }).toString()}`, label: 'Start a Referral' };
}

function loopWords(referrals: readonly ProfileReferral[]): string {
  const closed = referrals.filter(({ status }) => closesLoop(status)).length;
  const all = `${String(referrals.length)} referral${referrals.length === 1 ? '' : 's'}`;
  return `${all}: ${String(closed)} loop${closed === 1 ? '' : 's'} closed, ${String(referrals.length - closed)} open`;
}

function threadOf(referrals: readonly ProfileReferral[]): Thread {
  const oldestFirst = [...referrals].reverse();
  return {
    label: `${String(referrals.length)} referral${referrals.length === 1 ? '' : 's'}, oldest first`,
    rings: oldestFirst.map(({ status, seenAt }) => statusView(status, seenAt !== null)),
  };
}

function inboundSection(facts: ProfileFacts): InboundSection {
  const { inbound } = facts.profile;
  const programs = [...new Set(inbound.map(({ programName }) => programName))];
  return {
    words: `Sent to Programs you claim: ${programs.join(', ')}`,
    entries: inbound.map((referral) => entryOf(referral, facts, 'in')),
  };
}

/** What happens after a referral was sent, and when (U-16). */
export function sentNotice({ name, phone, reached }: { name: string; phone: string | null; reached: boolean }): Notice {
  const next = reached ? 'They will get an email with a link. What they answer shows here at once.' : loggedWords(name, phone);
  return { kind: 'done', text: `${reached ? 'Sent to' : 'Logged for'} ${name}. ${next}`, link: null };
}
