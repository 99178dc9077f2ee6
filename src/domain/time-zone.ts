/** The zones most people here live in, by what they are called. */
const NEAR: readonly [string, string][] = [
  ['America/Los_Angeles', 'Pacific (Los Angeles)'],
  ['America/Denver', 'Mountain (Denver)'],
  ['America/Phoenix', 'Arizona (Phoenix)'],
  ['America/Chicago', 'Central (Chicago)'],
  ['America/New_York', 'Eastern (New York)'],
  ['America/Anchorage', 'Alaska (Anchorage)'],
  ['Pacific/Honolulu', 'Hawaii (Honolulu)'],
];

export interface TimeZone {
  name: string;
  label: string;
}

/** Every zone there is, those of the United States first. */
export function timeZones(): TimeZone[] {
  const near = new Set(NEAR.map(([name]) => name));
  const far = Intl.supportedValuesOf('timeZone').filter((name) => !near.has(name));
  return [...NEAR.map(([name, label]) => ({ name, label })), ...far.map((name) => ({ name, label: placeOf(name) }))];
}

export function isListedZone(name: string): boolean {
  return timeZones().some((zone) => zone.name === name);
}

/** "Pacific (Los Angeles)" where the zone has a name of its own, else its place: "America, Port of Spain". */
export function zoneLabel(name: string): string {
  return NEAR.find(([near]) => near === name)?.[1] ?? placeOf(name);
}

function placeOf(name: string): string {
  return name.replaceAll('_', ' ').replaceAll('/', ', ');
}
