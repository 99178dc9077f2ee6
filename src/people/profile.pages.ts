import { loggedWords } from '../components/logged.ts';
import { statusView } from '../components/status-view.ts';
import { closesLoop } from '../domain/referral-status.ts';
import type { Link, Notice } from '../http/components.ts';
import type { Empty, Pair } from '../http/list-components.ts';
import type { GoalsSection } from '../http/goal-components.ts';
import type { AddNote } from '../http/note-components.ts';
import type { Thread } from '../http/referral-components.ts';
import { t } from '../i18n/translate.ts';
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
  /** "6 referrals: 2 loops closed, 4 open"; nothing while there is none. */
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
    crumb: { href: '/people', label: t('People I’m Helping') },
    name: nameIn(profile),
    panel: personPanel(facts),
    care: personCare(profile),
    looks:
      profile.helped?.madeById === facts.reader.userId ? { href: `/people/${profile.seekerId}/looks`, label: t('Who has looked') } : null,
    outbound: profile.helped || profile.outbound.length > 0 ? navigationHistory(facts) : null,
    goals: profileGoals(facts),
    inbound: profile.inbound.length > 0 ? inboundSection(facts) : null,
  };
}

function navigationHistory(facts: ProfileFacts): NavigationHistory {
  const { outbound, helped, seekerId } = facts.profile;
  const start = startLink(seekerId, helped?.zip ?? null);
  return {
    words: outbound.length === 0 ? '' : loopWords(outbound),
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
            heading: t('No referral yet'),
            paragraphs: [t('“Start a Referral” finds a Program that can help, and sends the first one.')],
            main: null,
            plain: null,
          },
  };
}

/** The search at the Seeker's ZIP; the address names them by their id alone (R21, S-60). */
function startLink(seekerId: string, zip: string | null): Link {
  return { href: `/programs?${new URLSearchParams({ seekerId, ...(zip ? { zip } : {}) }).toString()}`, label: t('Start a Referral') };
}

function loopWords(referrals: readonly ProfileReferral[]): string {
  const closed = referrals.filter(({ status }) => closesLoop(status)).length;
  return t('{{referrals}}: {{closed}}, {{open}}', {
    referrals: t('{{count, number}} referrals', { count: referrals.length }),
    closed: t('{{count, number}} loops closed', { count: closed }),
    open: t('{{count, number}} open', { count: referrals.length - closed }),
  });
}

function threadOf(referrals: readonly ProfileReferral[]): Thread {
  const oldestFirst = [...referrals].reverse();
  return {
    label: t('{{count, number}} referrals, oldest first', { count: referrals.length }),
    rings: oldestFirst.map(({ status, seenAt }) => statusView(status, seenAt !== null)),
  };
}

function inboundSection(facts: ProfileFacts): InboundSection {
  const { inbound } = facts.profile;
  const programs = [...new Set(inbound.map(({ programName }) => programName))];
  return {
    words: t('Sent to Programs you claim: {{programs}}', { programs: programs.join(', ') }),
    entries: inbound.map((referral) => entryOf(referral, facts, 'in')),
  };
}

/** What happens after a referral was sent, and when (U-16). */
export function sentNotice({ name, phone, reached }: { name: string; phone: string | null; reached: boolean }): Notice {
  const next = reached ? t('They will get an email with a link. What they answer shows here at once.') : loggedWords(name, phone);
  const text = reached ? t('Sent to {{name}}. {{next}}', { name, next }) : t('Logged for {{name}}. {{next}}', { name, next });
  return { kind: 'done', text, link: null };
}
