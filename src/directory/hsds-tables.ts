import { RefusedFile } from './refused-file.ts';
import { isRecord, type RawDirectory, type RawRecord } from './hsds-records.ts';

/** HSDS tables by name ("services", "phones"): what a folder of CSV files holds. */
export type Tables = Record<string, RawRecord[]>;

/** Joins the tables of tabular HSDS into services nested as the JSON form nests them. */
export function recordsOfTables(tables: Tables): RawDirectory {
  const services = tables['services'];
  if (!services) throw new RefusedFile('There is no table of services (services.csv) in it.');
  const first = services[0];
  if (!first) throw new RefusedFile('The table of services is empty.');
  if (!('id' in first && 'name' in first)) throw new RefusedFile('The table of services has no columns "id" and "name".');
  const join = joiner(tables);
  return { services: services.map((service) => nestedService(service, join)), strangers: [], complete: true };
}

/** Tables that came inside one JSON document, as `{"services.csv": [...]}`. */
export function tablesIn(document: RawRecord): Tables | null {
  const entries = Object.entries(document).filter(([name, rows]) => name.endsWith('.csv') && Array.isArray(rows));
  if (entries.length === 0) return null;
  return Object.fromEntries(entries.map(([name, rows]) => [name.slice(0, -'.csv'.length), (rows as unknown[]).filter(isRecord)]));
}

/** Rows of a table whose column names this id. */
type Join = (table: string, column: string, id: unknown) => RawRecord[];

function nestedService(service: RawRecord, join: Join): RawRecord {
  const id = service['id'];
  const own = (table: string): RawRecord[] => join(table, 'service_id', id);
  const places = [...own('service_at_location'), ...own('service_at_locations')];
  return {
    ...service,
    organization: join('organizations', 'id', service['organization_id'])[0],
    service_at_locations: places.map((place) => nestedPlace(place, join)),
    phones: own('phones'),
    schedules: own('schedules'),
    languages: own('languages'),
    service_areas: own('service_areas'),
    required_documents: own('required_documents'),
    cost_options: own('cost_options'),
    contacts: own('contacts').map((contact) => withPhones(contact, join)),
    attributes: join('attributes', 'link_id', id).map((attribute) => ({
      taxonomy_term: join('taxonomy_terms', 'id', attribute['taxonomy_term_id'])[0],
    })),
  };
}

function nestedPlace(place: RawRecord, join: Join): RawRecord {
  const own = (table: string): RawRecord[] => join(table, 'service_at_location_id', place['id']);
  const location = join('locations', 'id', place['location_id'])[0];
  return {
    ...place,
    location: location && nestedLocation(location, join),
    phones: own('phones'),
    schedules: own('schedules'),
    contacts: own('contacts').map((contact) => withPhones(contact, join)),
  };
}

function nestedLocation(location: RawRecord, join: Join): RawRecord {
  const own = (table: string): RawRecord[] => join(table, 'location_id', location['id']);
  return {
    ...location,
    addresses: own('addresses'),
    languages: own('languages'),
    phones: own('phones'),
    schedules: own('schedules'),
    contacts: own('contacts').map((contact) => withPhones(contact, join)),
  };
}

function withPhones(contact: RawRecord, join: Join): RawRecord {
  return { ...contact, phones: join('phones', 'contact_id', contact['id']) };
}

/** Looks rows up by a column, indexing each table's column once: a directory has tens of thousands of rows. */
function joiner(tables: Tables): Join {
  const indexes = new Map<string, Map<string, RawRecord[]>>();
  return (table, column, id) => {
    const key = keyOf(id);
    if (key === null) return [];
    const name = `${table}.${column}`;
    const index = indexes.get(name) ?? indexOf(tables[table] ?? [], column);
    indexes.set(name, index);
    return index.get(key) ?? [];
  };
}

function indexOf(rows: RawRecord[], column: string): Map<string, RawRecord[]> {
  const index = new Map<string, RawRecord[]>();
  for (const row of rows) {
    const key = keyOf(row[column]);
    if (key === null) continue;
    const same = index.get(key);
    if (same) same.push(row);
    else index.set(key, [row]);
  }
  return index;
}

function keyOf(id: unknown): string | null {
  return typeof id === 'string' || typeof id === 'number' ? String(id).trim() || null : null;
}
