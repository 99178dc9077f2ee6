import { directoryLanguage, directoryNames } from '../components/directory-words.ts';
import { distanceText } from '../components/distance.ts';
import { milesBetween, type Position } from '../domain/distance.ts';
import type { LocalMoment } from '../domain/opening-hours.ts';
import { loggedBeforehand } from '../components/logged.ts';
import type { Link } from '../http/components.ts';
import { t } from '../i18n/translate.ts';
import { hoursOf, type ProgramHours } from './program-hours.pages.ts';
import { programClaim, type ClaimStanding, type ProgramClaim } from './program-claim.pages.ts';
import { callOf, phoneOf, type PhoneView } from './program-phones.pages.ts';
import type { ProgramRow, Reach } from './program.store.ts';
import { connectAddress, searchAddress, type Flow } from './search-address.ts';

declare module '../http/page.ts' {
  interface Pages {
    'programs/show': ProgramPage;
  }
}

export interface ProgramPage {
  crumb: Link;
  name: string;
  organization: string;
  categories: string;
  retired: boolean;
  accepting: boolean;
  /** What the Program says about that: "Again from Monday". */
  acceptingNote: string | null;
  /** Nobody there gets mail yet, so that a referral is logged; said before anybody fills one in. */
  logged: string | null;
  /** Null when there is nothing to connect to: retired, or not accepting referrals. */
  connect: Link | null;
  /** Beside it, for whoever would sooner call; null for a retired Program and where nobody answers a telephone. */
  call: ReturnType<typeof callOf> | null;
  /** Of the directory's own sentences, where the page is in another. */
  partsLanguage: string | null;
  parts: ProgramPart[];
  hours: ProgramHours | null;
  languages: string;
  areas: string;
  places: PlaceView[];
  phones: PhoneView[];
  website: Link | null;
  /** Null where nobody can be a Claimer any more: retired. */
  claim: ProgramClaim | null;
}

/** What it is, who can be helped, and the like: only what the directory tells. */
export interface ProgramPart {
  heading: string;
  paragraphs: string[];
}

export interface PlaceView {
  name: string | null;
  lines: string[];
  /** "0.6 mi from 94063"; null when one of the two positions is not known. */
  distance: string | null;
  /** The distance is to the middle of the place's ZIP code area. */
  about: boolean;
}

export interface ProgramView {
  program: ProgramRow;
  flow: Flow;
  now: LocalMoment;
  /** Where distances start; null without a ZIP, or with an unknown one. */
  from: (Position & { zip: string }) | null;
  standing: ClaimStanding;
  reach: Reach;
}

export function programPage({ program, flow, now, from, standing, reach }: ProgramView): ProgramPage {
  const retired = program.retiredAt !== null;
  const accepting = !retired && program.acceptingReferrals;
  return {
    crumb: { href: searchAddress(flow), label: t('Find programs') },
    name: program.name,
    organization: program.organization.name,
    categories: directoryNames(program.categories.map(({ category }) => category.name)),
    retired,
    accepting,
    acceptingNote: accepting ? null : program.acceptingNote,
    logged: accepting && !reach.reached ? loggedBeforehand(program.name, reach.line?.number ?? null) : null,
    connect: accepting ? { href: connectAddress(program.id, flow), label: t('Connect') } : null,
    call: retired || !reach.line ? null : callOf(reach.line),
    partsLanguage: directoryLanguage(),
    parts: partsOf(program),
    hours: hoursOf(program.schedules, now),
    languages: directoryNames(program.languages),
    areas: program.serviceAreas.join(', '),
    places: program.locations.map((place) => placeOf(place, from)),
    phones: program.phones.toSorted((a, b) => Number(a.kind === 'fax') - Number(b.kind === 'fax')).map(phoneOf),
    website: program.url === null ? null : { href: program.url, label: program.url.replace(/^https?:\/\//, '').replace(/\/$/, '') },
    claim: retired ? null : programClaim(standing),
  };
}

function partsOf(program: ProgramRow): ProgramPart[] {
  const parts: [string, string | null][] = [
    [t('What it is'), program.description],
    [t('Who can be helped'), program.eligibility],
    [t('How to connect'), program.applicationProcess],
    [t('Cost'), program.fees],
    [t('What to bring'), program.documents],
  ];
  return parts
    .map(([heading, text]) => ({ heading, paragraphs: (text ?? '').split(/\n+/).filter((paragraph) => paragraph !== '') }))
    .filter(({ paragraphs }) => paragraphs.length > 0);
}

function placeOf(place: ProgramRow['locations'][number], from: ProgramView['from']): PlaceView {
  const { name, address, city, state, zip, latitude, longitude, atZip } = place;
  const town = [[city, state].filter((part) => part !== null).join(', '), zip].filter((part) => part !== null && part !== '').join(' ');
  const miles = from && latitude !== null && longitude !== null ? milesBetween(from, { latitude, longitude }) : null;
  return {
    name,
    lines: [address ?? '', town].filter((line) => line !== ''),
    distance: miles === null || !from ? null : t('{{distance}} from {{zip}}', { distance: distanceText(miles), zip: from.zip }),
    about: miles !== null && atZip,
  };
}
