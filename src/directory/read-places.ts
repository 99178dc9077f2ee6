import { isPosition } from '../domain/distance.ts';
import { zipOf } from '../domain/zip.ts';
import type { HsdsLocation, HsdsService } from './hsds.forms.ts';
import type { ImportedLocation } from './imported-program.ts';
import { shortText } from './field-text.ts';

const MOST_LOCATIONS = 50;

/** Where a service is offered, in the order of its source. */
export function readPlaces(service: HsdsService, remarks: string[]): ImportedLocation[] {
  const locations = service.service_at_locations.flatMap(({ location }) => (location ? [location] : []));
  if (locations.length > MOST_LOCATIONS)
    remarks.push(`only the first ${String(MOST_LOCATIONS)} of ${String(locations.length)} locations are kept`);
  return locations.slice(0, MOST_LOCATIONS).map((location) => readPlace(location, remarks));
}

function readPlace(location: HsdsLocation, remarks: string[]): ImportedLocation {
  const address = location.addresses.find(({ address_type: kind }) => kind !== 'postal') ?? location.addresses[0];
  if (!address) remarks.push(`location "${location.name ?? 'without a name'}" has no address`);
  const zip = zipOf(address?.postal_code ?? '');
  const foreignCode = zip === null ? (address?.postal_code ?? null) : null;
  if (foreignCode !== null) remarks.push(`postal code "${foreignCode}" is not a ZIP code`);
  const lines = [address?.address_1, address?.address_2, foreignCode].filter((line) => typeof line === 'string');
  return {
    name: shortText(location.name, 200),
    address: shortText(lines.join(', ') || null, 300),
    city: shortText(address?.city ?? null, 120),
    state: shortText(address?.state_province ?? address?.region ?? null, 60),
    zip,
    ...readPosition(location, remarks),
    atZip: false,
  };
}

function readPosition({ latitude, longitude }: HsdsLocation, remarks: string[]): { latitude: number | null; longitude: number | null } {
  if (latitude === null && longitude === null) return { latitude, longitude };
  if (latitude !== null && longitude !== null && isPosition(latitude, longitude)) return { latitude, longitude };
  remarks.push(`position ${String(latitude)}, ${String(longitude)} is not on the globe`);
  return { latitude: null, longitude: null };
}
