import { z } from 'zod';
import { tidyText } from './tidy-text.ts';

/**
 * HSDS 3 as far as it is used here, read tolerantly: real directories leave fields out, send null or a number for a text, and
 * add fields of their own. What cannot be read becomes null; nothing here refuses a record for one bad field.
 */
const MOST_ENTRIES = 500;

const Text = z
  .union([z.string(), z.number()])
  .nullish()
  .catch(null)
  .transform((value) => tidyText(String(value ?? '')) || null);

const Number_ = z
  .union([z.number(), z.string().trim().min(1).pipe(z.coerce.number())])
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);

function list<T extends z.ZodType>(entry: T): z.ZodType<z.output<T>[]> {
  return z
    .array(z.unknown())
    .nullish()
    .catch(null)
    .transform((values) => (values ?? []).slice(0, MOST_ENTRIES).flatMap((value) => readEntry(entry, value)));
}

function readEntry<T extends z.ZodType>(entry: T, value: unknown): z.output<T>[] {
  const read = entry.safeParse(value);
  return read.success ? [read.data] : [];
}

const Language = z.object({ name: Text, code: Text });
const Phone = z.object({ number: Text, extension: Text, type: Text, description: Text });
const Contact = z.object({ email: Text, phones: list(Phone) });
const Schedule = z.object({
  freq: Text,
  interval: Number_,
  byday: Text,
  weekday: Text,
  bymonthday: Text,
  opens_at: Text,
  closes_at: Text,
  valid_from: Text,
  valid_to: Text,
  dtstart: Text,
  until: Text,
  description: Text,
  notes: Text,
});
const Address = z.object({
  address_1: Text,
  address_2: Text,
  city: Text,
  region: Text,
  state_province: Text,
  postal_code: Text,
  country: Text,
  address_type: Text,
});
const Location = z.object({
  name: Text,
  location_type: Text,
  latitude: Number_,
  longitude: Number_,
  addresses: list(Address),
  languages: list(Language),
  phones: list(Phone),
  contacts: list(Contact),
  schedules: list(Schedule),
});
const Organization = z.object({ id: Text, name: Text, description: Text, website: Text, url: Text, email: Text, phones: list(Phone) });
const ServiceAtLocation = z.object({
  location: Location.nullish().catch(null),
  phones: list(Phone),
  contacts: list(Contact),
  schedules: list(Schedule),
});

export const HsdsService = z.object({
  id: Text,
  name: Text,
  alternate_name: Text,
  description: Text,
  alert: Text,
  url: Text,
  email: Text,
  status: Text,
  interpretation_services: Text,
  application_process: Text,
  wait_time: Text,
  fees_description: Text,
  eligibility_description: Text,
  minimum_age: Number_,
  maximum_age: Number_,
  organization: Organization.nullish().catch(null),
  service_at_locations: list(ServiceAtLocation),
  phones: list(Phone),
  contacts: list(Contact),
  schedules: list(Schedule),
  languages: list(Language),
  service_areas: list(z.object({ name: Text })),
  required_documents: list(z.object({ document: Text })),
  cost_options: list(z.object({ option: Text, amount: Number_, currency: Text, amount_description: Text })),
  attributes: list(z.object({ taxonomy_term: z.object({ name: Text, code: Text, taxonomy: Text }).nullish().catch(null) })),
});

export type HsdsService = z.output<typeof HsdsService>;
export type HsdsSchedule = z.output<typeof Schedule>;
export type HsdsPhone = z.output<typeof Phone>;
export type HsdsLocation = z.output<typeof Location>;
export type HsdsOrganization = z.output<typeof Organization>;
