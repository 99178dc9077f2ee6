import { expect, it } from 'vitest';
import { isListedZone, timeZones, zoneLabel } from '../../../src/domain/time-zone.ts';

it('lists every zone once, those nearby first and by their names', () => {
  const names = timeZones().map(({ name }) => name);
  expect(names[0]).toBe('America/Los_Angeles');
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain('Europe/Berlin');
});

it('names a zone as people do', () => {
  expect(zoneLabel('America/Chicago')).toBe('Central (Chicago)');
  expect(zoneLabel('America/Port_of_Spain')).toBe('America, Port of Spain');
});

it('knows which it has listed', () => {
  expect([isListedZone('Pacific/Honolulu'), isListedZone('Mars/Olympus'), isListedZone('')]).toEqual([true, false, false]);
});
