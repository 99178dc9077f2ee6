import { isEmailAddress } from '../domain/email-address.ts';
import { searchable } from '../domain/search-text.ts';
import { categoriesFromWords, categoryForTerm } from './category-map.ts';
import { distinct, longText, paragraphs, shortText } from './field-text.ts';
import { HsdsService, type HsdsOrganization } from './hsds.forms.ts';
import type { RawRecord } from './hsds-records.ts';
import type { ImportedCategory, ImportedOrganization, ImportedProgram, ReadRecord } from './imported-program.ts';
import { languageName } from '../domain/language-name.ts';
import { readPhones, readReferralEmail, readUrl } from './read-contacts.ts';
import { readAllHours, type PlacedSchedule } from './read-hours.ts';
import { readPlaces } from './read-places.ts';

const LONG = 10_000;
const MEDIUM = 4_000;
const SEARCHED = 20_000;
const LONGEST_ID = 200;
/** Statuses of HSDS under which nobody can be referred; a source that says nothing means "active". */
const WITHDRAWN = ['inactive', 'defunct', 'temporarily closed'];

/** Reads one raw service: a program to list, one its source has withdrawn, or a reason why it cannot be used. */
export function readService(raw: RawRecord, today: string): ReadRecord {
  const parsed = HsdsService.safeParse(raw);
  if (!parsed.success) return { kind: 'unusable', sourceId: null, label: 'A record', reason: 'it is no record at all' };
  const { id, name, organization, status } = parsed.data;
  const label = shortText(name, 120) ?? (id ? `Service ${id.slice(0, 60)}` : 'A record without a name');
  const unusable = (reason: string): ReadRecord => ({ kind: 'unusable', sourceId: id, label, reason });
  if (id === null) return unusable('it has no id');
  if (id.length > LONGEST_ID) return unusable('its id is too long');
  const state = status?.toLowerCase() ?? 'active';
  if (WITHDRAWN.includes(state)) return { kind: 'withdrawn', sourceId: id, label, reason: `its source marks it "${state}"` };
  if (name === null) return unusable('it has no name');
  const runBy = organization ? readOrganization(organization) : null;
  if (!runBy) return unusable('it does not say which organization runs it');
  const remarks: string[] = [];
  return { kind: 'program', program: toProgram({ ...parsed.data, id, name }, runBy, today, remarks), remarks };
}

function toProgram(
  service: HsdsService & { id: string; name: string },
  organization: ImportedOrganization,
  today: string,
  remarks: string[],
): ImportedProgram {
  const description = longText(paragraphs([service.alert, service.description]), LONG, 'the description', remarks);
  const languages = readLanguages(service);
  const categories = readCategories(service);
  const words = [service.name, service.alternate_name, organization.name, description, ...categories.map((c) => c.name), ...languages];
  return {
    sourceId: service.id,
    organization,
    name: shortText(service.name, 200) ?? service.name,
    description,
    url: readUrl(service.url),
    referralEmail: readReferralEmail(service, remarks),
    eligibility: longText(paragraphs([requirements(service), ages(service)]), MEDIUM, 'eligibility', remarks),
    applicationProcess: longText(howToConnect(service), MEDIUM, 'how to connect', remarks),
    fees: longText(paragraphs([service.fees_description, ...costs(service)]), MEDIUM, 'the cost', remarks),
    documents: longText(
      distinct(
        service.required_documents.map((d) => d.document),
        40,
      ).join('\n') || null,
      MEDIUM,
      'documents',
      remarks,
    ),
    languages,
    serviceAreas: distinct(
      service.service_areas.map((area) => shortText(area.name, 200)),
      60,
    ),
    searchText: searchable(words.join(' ')).slice(0, SEARCHED),
    locations: readPlaces(service, remarks),
    phones: readPhones(service, remarks),
    schedules: readAllHours(placedSchedules(service), today, remarks).slice(0, 120),
    categories,
  };
}

/** Only what HSDS promises is asked of an organization: a name; where the id is missing the name stands for it. */
function readOrganization({ id, name, description, website, url, email }: HsdsOrganization): ImportedOrganization | null {
  if (name === null) return null;
  const sourceId = id !== null && id.length <= LONGEST_ID ? id : `name:${searchable(name).slice(0, 150)}`;
  return {
    sourceId,
    name: shortText(name, 200) ?? name,
    description: longText(description, MEDIUM, 'organization', []),
    url: readUrl(website ?? url),
    email: email !== null && isEmailAddress(email) ? email.toLowerCase() : null,
  };
}

/** The service's own hours; those of its places where it has none, each under its place's name when there are several. */
function placedSchedules(service: HsdsService): PlacedSchedule[] {
  if (service.schedules.length > 0) return service.schedules.map((schedule) => ({ place: null, schedule }));
  const several = service.service_at_locations.length > 1;
  return service.service_at_locations.flatMap(({ schedules, location }) => {
    const own = schedules.length > 0 ? schedules : (location?.schedules ?? []);
    return own.map((schedule) => ({ place: several ? shortText(location?.name ?? null, 120) : null, schedule }));
  });
}

function readLanguages(service: HsdsService): string[] {
  const spoken = [...service.languages, ...service.service_at_locations.flatMap((place) => place.location?.languages ?? [])];
  return distinct(
    spoken.map(({ name, code }) => languageName(name ?? code ?? '')),
    60,
  );
}

function readCategories(service: HsdsService): ImportedCategory[] {
  const terms = service.attributes.flatMap(({ taxonomy_term: term }) => shortText(term?.name ?? null, 80) ?? []);
  const named = terms.flatMap((term) => categoryForTerm(term) ?? []);
  const found =
    named.length > 0 ? named : categoriesFromWords(paragraphs([service.name, service.description, service.eligibility_description]));
  return [...new Map(found.map((category) => [category.slug, category])).values()].slice(0, 20);
}

function howToConnect(service: HsdsService): string {
  const wait = service.wait_time === null ? null : `Wait: ${service.wait_time}`;
  return paragraphs([service.application_process, wait, service.interpretation_services]);
}

// Under "Who can be helped" a bare "None" would say nobody.
function requirements({ eligibility_description: written }: HsdsService): string | null {
  return written !== null && /^none\.?$/i.test(written) ? 'No requirements.' : written;
}

function ages({ minimum_age: from, maximum_age: to }: HsdsService): string | null {
  if (from === null && to === null) return null;
  if (to === null) return `Age ${String(from)} or over`;
  return from === null ? `Age ${String(to)} or under` : `Age ${String(from)} to ${String(to)}`;
}

function costs(service: HsdsService): string[] {
  return service.cost_options.map(({ option, amount, currency, amount_description: detail }) => {
    const price = amount === null ? null : [String(amount), currency?.toUpperCase()].join(' ').trim();
    return [option, [price, detail].filter((text) => text !== null).join(' ')].filter((text) => text !== null && text !== '').join(': ');
  });
}
