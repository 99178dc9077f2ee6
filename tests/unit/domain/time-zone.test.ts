import { expect, it } from 'vitest';
import { isListedZone, timeZones } from '../../../src/domain/time-zone.ts';

it('lists every zone once, those nearby first', () => {
  const names = timeZones();
  expect(names[0]).toBe('America/Los_Angeles');
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain('Europe/Berlin');
});

it('knows which it has listed', () => {
  expect([isListedZone('Pacific/Honolulu'), isListedZone('Mars/Olympus'), isListedZone('')]).toEqual([true, false, false]);
});
