import { expect, it } from 'vitest';
import { storedPhone, writtenPhone } from '../../../src/domain/phone.ts';

it.each([
  ['(650) 555-0142', '+16505550142'],
  ['650.555.0142', '+16505550142'],
  ['1-650-555-0142', '+16505550142'],
  ['+1 (650) 555‑0142', '+16505550142'],
  ['+44 20 7946 0958', '+442079460958'],
  ['650 555 0142 ext 7', '650 555 0142 ext 7'],
  ['call her sister', 'call her sister'],
])('keeps %s as %s', (written, stored) => {
  expect(storedPhone(written)).toBe(stored);
  expect(storedPhone(stored)).toBe(stored);
});

it('is written into a form as people write it', () => {
  expect(writtenPhone('+16505550142')).toBe('(650) 555-0142');
  expect(storedPhone(writtenPhone('+16505550142'))).toBe('+16505550142');
  expect(writtenPhone('+442079460958')).toBe('+442079460958');
});
