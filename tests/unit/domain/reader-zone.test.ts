import { describe, expect, it } from 'vitest';
import { readersZone } from '../../../src/domain/reader-zone.ts';

const installation = { timeZone: 'America/Los_Angeles' };

describe('the zone somebody reads times in (U-34)', () => {
  it('is their account’s', () => {
    expect(readersZone({ timeZone: 'America/New_York' }, installation)).toBe('America/New_York');
  });

  it.each([
    ['nobody is signed in', undefined],
    ['the link belongs to no account', null],
    ['the account has none of its own', { timeZone: null }],
    ['the account’s is one that clocks do not go by any more', { timeZone: 'America/Atlantis' }],
  ])('is the installation’s where %s', (_why, reader) => {
    expect(readersZone(reader, installation)).toBe('America/Los_Angeles');
  });
});
