import { momentIn } from '../components/dates.ts';
import { phoneText } from '../components/contact.ts';
import { PREFERENCE_LABELS, stricterPreference, type ContactPreference } from '../domain/contact-preference.ts';
import { fullName } from '../domain/display-name.ts';
import { spokenLanguageName } from '../domain/spoken-language.ts';
import type { Pair } from '../http/list-components.ts';
import type { ProfileFacts } from './profile.pages.ts';
import type { GivenConsent, Profile } from './profile.store.ts';

interface PersonKnown {
  preference: ContactPreference;
  email: string | null;
  phone: string | null;
  zip: string | null;
  language: string;
}

/** For Claimers, the name the newest form shared (R11). */
export function nameIn({ helped, inbound }: Profile): string {
  const person = helped ?? inbound[0]?.shared;
  return person ? fullName(person.firstName, person.lastName) : '';
}

/** Personal Information beside the history: all of it for those who help, for Claimers what the newest form shared (R11, R17). */
export function personPanel(facts: ProfileFacts): Pair[] {
  const { profile } = facts;
  const known = knownOf(profile);
  const hidden = !profile.helped && known?.preference === 'dont_reach_out';
  const person = known && !hidden ? contactPairs(known) : HIDDEN;
  return [...person, ...helpedBy(facts), ...consentPair(profile, facts), ...careTaken(facts)];
}

/** Who last changed it, and who put it away (R17). */
function careTaken({ profile: { helped }, timeZone }: ProfileFacts): Pair[] {
  if (!helped) return [];
  const { archivedAt, archivedByName, changedAt, changedByName, changedByOrganization } = helped;
  const line = (label: string, at: Date | null, by: (string | null)[]): Pair[] =>
    at ? [{ label, value: [...by, momentIn(timeZone, at).date].filter(Boolean).join(', ') }] : [];
  return [
    ...line('Last changed by', changedAt, [changedByName, changedByOrganization]),
    ...line('Archived by', archivedAt, [archivedByName]),
  ];
}

/** Claimers see the name and no more (R14). */
const HIDDEN: Pair[] = [{ label: 'Best way', value: 'Don’t reach out. Contact details are hidden.' }];

function knownOf({ helped, inbound }: Profile): PersonKnown | null {
  if (helped) return { ...helped, preference: helped.contactPreference };
  const newest = inbound[0];
  return newest ? { ...newest.shared, preference: stricterPreference(newest.shared.preference, newest.profilePreference) } : null;
}

function contactPairs({ preference, email, phone, zip, language }: PersonKnown): Pair[] {
  return [
    { label: 'Best way', value: PREFERENCE_LABELS[preference] },
    ...(phone ? [{ label: 'Phone', value: phoneText(phone), ltr: true }] : []),
    ...(email ? [{ label: 'Email', value: email, ltr: true }] : []),
    ...(zip ? [{ label: 'ZIP', value: zip, ltr: true }] : []),
    { label: 'Language', value: spokenLanguageName(language) },
  ];
}

/** "You and your team, Family Navigation": the referring side among itself; Claimers read it at each referral. */
function helpedBy({ profile, reader }: ProfileFacts): Pair[] {
  if (profile.outbound.length === 0) return [];
  const makers = profile.outbound.filter(({ source }) => source === 'navigator');
  const others = new Set(makers.filter(({ madeById }) => madeById !== reader.userId).map(({ makerName }) => makerName));
  const people = [...(makers.some(({ madeById }) => madeById === reader.userId) ? ['You'] : []), ...others];
  const shared = reader.teams.filter(({ teamId }) => profile.outbound.some(({ teamIds }) => teamIds.includes(teamId)));
  const teams = shared.length > 0 ? ` and your team, ${shared.map(({ teamName }) => teamName).join(', ')}` : '';
  return people.length > 0 ? [{ label: 'Helped by', value: people.join(', ') + teams }] : [];
}

/** The latest consent among what the reader sees: how it was given, when, and who took it (R23). */
function consentPair({ outbound, inbound }: Profile, { timeZone, reader }: ProfileFacts): Pair[] {
  const given = [...outbound, ...inbound].flatMap(({ consent }) => (consent ? [consent] : []));
  const latest = given.reduce<GivenConsent | null>((a, b) => (a && a.createdAt >= b.createdAt ? a : b), null);
  if (!latest) return [];
  const { date } = momentIn(timeZone, latest.createdAt);
  const taker = latest.takenById === reader.userId ? 'you' : latest.takenByName;
  return [{ label: 'Consent', value: latest.givenHow === 'self' ? `On the form, ${date}` : `Spoken, ${date}, taken by ${taker}` }];
}
