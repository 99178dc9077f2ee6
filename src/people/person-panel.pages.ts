import { momentIn } from '../components/dates.ts';
import { phoneText } from '../components/contact.ts';
import { directoryNames } from '../components/directory-words.ts';
import { PREFERENCE_LABELS, stricterPreference, type ContactPreference } from '../domain/contact-preference.ts';
import { fullName } from '../domain/display-name.ts';
import { spokenLanguageName } from '../domain/spoken-language.ts';
import type { Pair } from '../http/list-components.ts';
import { t } from '../i18n/translate.ts';
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
  const person = known && !hidden ? contactPairs(known) : hiddenPairs();
  return [...person, ...helpedBy(facts), ...consentPair(profile, facts), ...careTaken(facts)];
}

/** Who last changed it, and who put it away (R17). */
function careTaken({ profile: { helped }, timeZone }: ProfileFacts): Pair[] {
  if (!helped) return [];
  const { archivedAt, archivedByName, changedAt, changedByName, changedByOrganization } = helped;
  const line = (label: string, at: Date | null, by: (string | null)[]): Pair[] =>
    at ? [{ label, value: [...by, momentIn(timeZone, at).date].filter(Boolean).join(', ') }] : [];
  return [
    ...line(t('Last changed by'), changedAt, [changedByName, changedByOrganization]),
    ...line(t('Archived by'), archivedAt, [archivedByName]),
  ];
}

/** Claimers see the name and no more (R14). */
function hiddenPairs(): Pair[] {
  return [{ label: t('Best way'), value: t('Don’t reach out. Contact details are hidden.') }];
}

function knownOf({ helped, inbound }: Profile): PersonKnown | null {
  if (helped) return { ...helped, preference: helped.contactPreference };
  const newest = inbound[0];
  return newest ? { ...newest.shared, preference: stricterPreference(newest.shared.preference, newest.profilePreference) } : null;
}

function contactPairs({ preference, email, phone, zip, language }: PersonKnown): Pair[] {
  return [
    { label: t('Best way'), value: t(PREFERENCE_LABELS[preference]) },
    ...(phone ? [{ label: t('Phone'), value: phoneText(phone), ltr: true }] : []),
    ...(email ? [{ label: t('Email'), value: email, ltr: true }] : []),
    ...(zip ? [{ label: t('ZIP'), value: zip, ltr: true }] : []),
    { label: t('Language'), value: directoryNames([spokenLanguageName(language)]) },
  ];
}

/** "You and your team, Family Navigation": the referring side among itself; Claimers read it at each referral. */
function helpedBy({ profile, reader }: ProfileFacts): Pair[] {
  if (profile.outbound.length === 0) return [];
  const makers = profile.outbound.filter(({ source }) => source === 'navigator');
  const others = new Set(makers.filter(({ madeById }) => madeById !== reader.userId).map(({ makerName }) => makerName));
  const people = [...(makers.some(({ madeById }) => madeById === reader.userId) ? [t('You')] : []), ...others];
  const shared = reader.teams.filter(({ teamId }) => profile.outbound.some(({ teamIds }) => teamIds.includes(teamId)));
  const [words, teams] = [people.join(', '), shared.map(({ teamName }) => teamName).join(', ')];
  const value = teams ? t('{{people}} and your team, {{teams}}', { people: words, teams }) : words;
  return people.length > 0 ? [{ label: t('Helped by'), value }] : [];
}

/** The latest consent among what the reader sees: how it was given, when, and who took it (R23). */
function consentPair({ outbound, inbound }: Profile, { timeZone, reader }: ProfileFacts): Pair[] {
  const given = [...outbound, ...inbound].flatMap(({ consent }) => (consent ? [consent] : []));
  const latest = given.reduce<GivenConsent | null>((a, b) => (a && a.createdAt >= b.createdAt ? a : b), null);
  if (!latest) return [];
  const { date } = momentIn(timeZone, latest.createdAt);
  const taker = latest.takenById === reader.userId ? t('you') : latest.takenByName;
  const value =
    latest.givenHow === 'self' ? t('On the form, {{date}}', { date }) : t('Spoken, {{date}}, taken by {{name}}', { date, name: taker });
  return [{ label: t('Consent'), value }];
}
