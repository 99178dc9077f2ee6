import { RefusedFile } from './refused-file.ts';

/** What a file brought: raw services, not yet checked one by one. */
export interface RawDirectory {
  services: RawRecord[];
  /** Records between the services that are none, each with the reason it is passed over. */
  strangers: { label: string; reason: string }[];
  /** False when the file says or implies that its source lists more: then nothing is retired for not being in it. */
  complete: boolean;
}

export type RawRecord = Record<string, unknown>;

/** Finds the services in parsed JSON: a page, an array, or one record. Refuses what is not HSDS. */
export function recordsOf(document: unknown): RawDirectory {
  if (Array.isArray(document)) return { ...servicesIn(document), complete: true };
  if (!isRecord(document)) throw new RefusedFile('This is not HSDS: a page, a list or a record of services is expected.');
  if (Array.isArray(document['contents'])) {
    return { ...servicesIn(document['contents']), complete: isWholeListing(document, document['contents'].length) };
  }
  return { ...servicesIn([document]), complete: false };
}

export function isRecord(value: unknown): value is RawRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWholeListing(page: RawRecord, size: number): boolean {
  const more = (key: string, than: number): boolean => typeof page[key] === 'number' && page[key] > than;
  return page['last_page'] !== false && page['first_page'] !== false && !more('total_pages', 1) && !more('total_items', size);
}

function servicesIn(items: unknown[]): Omit<RawDirectory, 'complete'> {
  if (items.length === 0) throw new RefusedFile('The list of services is empty.');
  const services = [...atLocations(items.filter(isAtLocation)), ...items.filter((item) => !isAtLocation(item)).flatMap(plainServices)];
  const strangers = items.flatMap((item, at) =>
    isOfUse(item) ? [] : [{ label: `Record ${String(at + 1)}`, reason: `it is ${whatItIs(item)}` }],
  );
  if (services.length === 0) throw new RefusedFile(`There is no service in it: the first record is ${whatItIs(items[0])}.`);
  return { services, strangers };
}

function isOfUse(item: unknown): boolean {
  return isAtLocation(item) || plainServices(item).length > 0;
}

function isAtLocation(item: unknown): item is RawRecord & { service: RawRecord } {
  return isRecord(item) && isRecord(item['service']);
}

/** Records of "service at location": those of one service are one program at several places. */
function atLocations(items: (RawRecord & { service: RawRecord })[]): RawRecord[] {
  const byId = new Map<unknown, RawRecord & { service_at_locations: unknown[] }>();
  for (const { service, ...place } of items) {
    const known = byId.get(service['id']);
    if (known) known.service_at_locations.push(place);
    else byId.set(service['id'] ?? service, { ...service, service_at_locations: [place] });
  }
  return [...byId.values()];
}

function plainServices(item: unknown): RawRecord[] {
  if (!isRecord(item)) return [];
  if (looksLikeService(item)) return [item];
  if (!Array.isArray(item['services'])) return [];
  const { services, ...organization } = item;
  return (services as unknown[]).filter(isRecord).map((service) => ({ ...service, organization: service['organization'] ?? organization }));
}

const ONLY_SERVICES_HAVE = [
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
  return !('location_type' in item) && ONLY_SERVICES_HAVE.some((key) => key in item);
}

function whatItIs(item: unknown): string {
  if (!isRecord(item)) return 'no record at all';
  if ('openapi_url' in item) return 'the description of an HSDS interface';
  if ('location_type' in item || 'latitude' in item) return 'a location without a service';
  if ('taxonomy' in item || 'parent_id' in item) return 'a taxonomy term';
  if ('tax_status' in item || 'legal_status' in item || 'services' in item) return 'an organization without services';
  if ('version' in item && 'uri' in item) return 'a taxonomy';
  return 'nothing HSDS knows';
}
