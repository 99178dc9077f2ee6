/** The zones most people here live in. */
const NEAR: readonly string[] = [
  'America/Los_Angeles',
  'America/Denver',
  'America/Phoenix',
  'America/Chicago',
  'America/New_York',
  'America/Anchorage',
  'Pacific/Honolulu',
];

/** Every zone there is by its name, those of the United States first. */
export function timeZones(): string[] {
  return [...NEAR, ...Intl.supportedValuesOf('timeZone').filter((name) => !NEAR.includes(name))];
}

export function isListedZone(name: string): boolean {
  return timeZones().includes(name);
}
