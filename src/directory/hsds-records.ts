import { RefusedFile } from './refused-file.ts';

/** What a file brought: raw services, not yet checked one by one. */
export interface RawDirectory {
  services: RawRecord[];
  /** False when the file says or implies that the source lists more: then nothing is retired for not being in it. */
  complete: boolean;
}

export type RawRecord = Record<string, unknown>;

/** Finds the services in a parsed JSON document: a page, an array, one record, or tables by name. Refuses what is not HSDS. */
export function recordsOf(document: unknown, fromTables: (tables: RawRecord) => RawDirectory): RawDirectory {
  if (Array.isArray(document)) return { services: servicesIn(document), complete: true };
  if (!isRecord(document)) throw new RefusedFile('This is not HSDS: a page, a list or a record of services is expected.');
  if (Array.isArray(document['contents'])) return { services: servicesIn(document['contents']), complete: isWholeListing(document) };
  if (Object.keys(document).some((key) => key.endsWith('.csv'))) return fromTables(document);
  return { services: servicesIn([document]), complete: false };
}

export function isRecord(value: unknown): value is RawRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A page is the whole listing when it is the only one. */
function isWholeListing(page: RawRecord): boolean {
  const pages = page['total_pages'];
  const items = page['total_items'];
  const contents = page['contents'] as unknown[];
  if (typeof pages === 'number' && pages > 1) return false;
  return page['last_page'] !== false && !(typeof items === 'number' && items > contents.length);
}

function servicesIn(items: unknown[]): RawRecord[] {
  if (items.length === 0) throw new RefusedFile('The list is empty. Nothing was changed.');
  const found = items.map(servicesOf);
  if (found.every((services) => services.length === 0)) throw new RefusedFile(`There are no services in it: ${whatItIs(items[0])}.`);
  // Something else among services stays a record of its own, to be reported and not lost without a word.
  return mergedById(found.flatMap((services, at) => (services.length > 0 ? services : [asStranger(items[at])])));
}

function servicesOf(item: unknown): RawRecord[] {
  if (!isRecord(item)) return [];
  if (isRecord(item['service'])) {
    const { service, ...place } = item;
    return [{ ...(service as RawRecord), service_at_locations: [place] }];
  }
  if (Array.isArray(item['services'])) {
    const { services, ...organization } = item;
    return (services as unknown[]).filter(isRecord).map((service) => ({ organization, ...service }));
  }
  return looksLikeService(item) ? [item] : [];
}

const SERVICE_ONLY = [
  'organization',
  'service_at_locations',
  'status',
  'application_process',
  'eligibility_description',
  'fees_description',
  'service_areas',
  'wait_time',
];

function looksLikeService(item: RawRecord): boolean {
  return !('location_type' in item) && SERVICE_ONLY.some((key) => key in item);
}

/** One service listed at several locations comes as several records of the same id: they are one program. */
function mergedById(services: RawRecord[]): RawRecord[] {
  const places = new Map<unknown, { whole: boolean; record: RawRecord }>();
  const merged: RawRecord[] = [];
  for (const service of services) {
    const known = isPlaceOf(service) ? places.get(service['id']) : undefined;
    if (known) known.record['service_at_locations'] = [...placesOf(known.record), ...placesOf(service)];
    else merged.push(service);
    if (!known && isPlaceOf(service)) places.set(service['id'], { whole: false, record: service });
  }
  return merged;
}

function isPlaceOf(service: RawRecord): boolean {
  return typeof service['id'] === 'string' && placesOf(service).length === 1 && !('organization_id' in service && 'x' in service);
}

function placesOf(service: RawRecord): unknown[] {
  return Array.isArray(service['service_at_locations']) ? (service['service_at_locations'] as unknown[]) : [];
}
