import { momentIn, type Moment } from '../components/dates.ts';
import { settingsNav } from '../components/settings-nav.ts';
import type { UserActor } from '../domain/actor.ts';
import { fullName } from '../domain/display-name.ts';
import type { Link } from '../http/components.ts';
import type { SelectField } from '../http/form-components.ts';
import type { Empty, Pagination } from '../http/list-components.ts';
import type { NavLink } from '../http/settings-components.ts';
import { t } from '../i18n/translate.ts';
import type { Worker } from '../teams/site.store.ts';
import { cursorText } from './look.forms.ts';
import type { LookedAtSeeker, LookEntry, LooksFound } from './look.store.ts';

declare module '../http/page.ts' {
  interface Pages {
    'looks/seeker': SeekerLooksPage;
    'looks/site': SiteLooksPage;
  }
}

interface LooksTable {
  rows: LookRow[];
  /** Whose Seekers they are is said beside each row. */
  namesSeekers: boolean;
  empty: Empty | null;
  pages: Pagination;
}

export interface LookRow {
  at: Moment;
  /** "Maria G." and "Riverside Clinic", as they were then (R7). */
  who: string;
  organization: string | null;
  seeker: Link | null;
  /** "Profile", "Referral to Fair Oaks". */
  what: string;
  href: string | null;
}

/** Who has looked at one Seeker (R15). */
export interface SeekerLooksPage extends LooksTable {
  crumbs: Link[];
  name: string;
}

/** Who has looked at the Seekers of a Site. */
export interface SiteLooksPage extends LooksTable {
  nav: NavLink[];
  siteName: string;
  filter: { action: string; who: SelectField };
}

export function seekerLooksPage(
  { seeker, ...page }: LooksFound & { seeker: LookedAtSeeker },
  { user, timeZone }: { user: UserActor; timeZone: string },
): SeekerLooksPage {
  const own = seeker.madeById === user.userId;
  const site = user.adminOf[0];
  const bySite = [{ href: `/settings/site/${site?.siteId ?? ''}/looks`, label: site?.organization ?? '' }];
  const name = fullName(seeker.firstName, seeker.lastName);
  return {
    crumbs:
      own || !site
        ? [
            { href: '/people', label: t('People I’m Helping') },
            { href: `/people/${seeker.id}`, label: name },
          ]
        : bySite,
    name,
    ...tableOf(page, { here: `/people/${seeker.id}/looks`, who: null, timeZone, namesSeekers: false }),
  };
}

export function siteLooksPage(
  { workers, ...page }: LooksFound & { workers: readonly Worker[] },
  { user, siteId, who, timeZone }: { user: UserActor; siteId: string; who: string | null; timeZone: string },
): SiteLooksPage {
  const site = `/settings/site/${siteId}`;
  const names = workers.map(({ userId, firstName, lastName }) => ({
    value: userId,
    label: fullName(firstName, lastName),
    chosen: userId === who,
  }));
  const anybody = { value: '', label: t('Anybody'), chosen: !names.some(({ chosen }) => chosen) };
  return {
    nav: settingsNav(user, site),
    siteName: user.adminOf.find((one) => one.siteId === siteId)?.organization ?? '',
    filter: { action: `${site}/looks`, who: { id: 'who', name: 'who', label: t('Who looked'), options: [anybody, ...names] } },
    ...tableOf(page, { here: `${site}/looks`, who, timeZone, namesSeekers: true }),
  };
}

interface TableFacts {
  here: string;
  who: string | null;
  timeZone: string;
  namesSeekers: boolean;
}

function tableOf({ entries, hasOlder, hasNewer }: LooksFound, { here, who, timeZone, namesSeekers }: TableFacts): LooksTable {
  const [first, last] = [entries[0], entries.at(-1)];
  const to = (direction: 'older' | 'newer', entry: LookEntry | undefined): string | null =>
    entry
      ? `${here}?${new URLSearchParams({ ...(who ? { who } : {}), [direction]: cursorText({ at: entry.createdAt, id: entry.id }) }).toString()}`
      : null;
  return {
    rows: entries.map((entry) => rowOf(entry, timeZone, namesSeekers)),
    namesSeekers,
    empty: entries.length === 0 ? nobody() : null,
    pages: {
      range: entries.length === 0 ? '' : t('Newest first. Opening again within 15 minutes counts once.'),
      page: hasOlder || hasNewer ? t('{{number}} on this page', { number: entries.length }) : null,
      previous: hasNewer ? to('newer', first) : null,
      next: hasOlder ? to('older', last) : null,
    },
  };
}

function nobody(): Empty {
  return {
    heading: t('Nobody has looked'),
    paragraphs: [t('Whoever opens a profile or a referral is written down here, with the day and the time.')],
    main: null,
    plain: null,
  };
}

function rowOf(entry: LookEntry, timeZone: string, namesSeekers: boolean): LookRow {
  const { userName, userOrganization, referralId, programName, seekerId } = entry;
  const name = fullName(entry.seekerFirstName, entry.seekerLastName);
  return {
    at: momentIn(timeZone, entry.createdAt),
    who: userName,
    organization: userOrganization,
    seeker: namesSeekers ? { href: `/people/${seekerId}/looks`, label: name } : null,
    what: whatWords(referralId, programName),
    href: referralId !== null && programName ? `/referrals/${referralId}` : null,
  };
}

function whatWords(referralId: string | null, program: string | null): string {
  if (referralId === null) return t('Profile');
  return program ? t('Referral to {{program}}', { program }) : t('A referral');
}
