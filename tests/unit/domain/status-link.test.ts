import { describe, expect, test } from 'vitest';
import { linkExpiry, linkState, mayReissue, type LinkFacts } from '../../../src/domain/status-link.ts';

const now = new Date('2026-12-03T17:00:00Z');
const live: LinkFacts = {
  expiresAt: new Date('2026-12-04T17:00:00Z'),
  reissuedAt: null,
  withdrawn: false,
  recipientHasAccess: true,
};
const past = new Date('2026-12-01T17:00:00Z');

describe('R26, R30: the life of a Status link', () => {
  test('it lives for as many days as are configured', () => {
    expect(linkExpiry(now, 60)).toEqual(new Date('2027-02-01T17:00:00Z'));
  });

  test('it is live until the moment it expires', () => {
    expect(linkState(live, now)).toBe('live');
    expect(linkState({ ...live, expiresAt: new Date(now.getTime() + 1) }, now)).toBe('live');
    expect(linkState({ ...live, expiresAt: now }, now)).toBe('expired');
  });

  test('a newer link does not end it before its time', () => {
    expect(linkState({ ...live, reissuedAt: past }, now)).toBe('live');
  });

  test('after its time it says whether a newer one was sent', () => {
    expect(linkState({ ...live, expiresAt: past, reissuedAt: now }, now)).toBe('reissued');
  });

  test('it is revoked when its recipient loses access, however young it is', () => {
    expect(linkState({ ...live, recipientHasAccess: false }, now)).toBe('revoked');
    expect(linkState({ ...live, expiresAt: past, recipientHasAccess: false }, now)).toBe('revoked');
  });

  test('it dies with its referral, and says so to nobody but who could still see it', () => {
    expect(linkState({ ...live, withdrawn: true }, now)).toBe('withdrawn');
    expect(linkState({ ...live, withdrawn: true, expiresAt: past }, now)).toBe('withdrawn');
    expect(linkState({ ...live, withdrawn: true, recipientHasAccess: false }, now)).toBe('revoked');
  });

  test('only a link that died of age is replaced by mail', () => {
    expect((['live', 'expired', 'reissued', 'revoked', 'withdrawn'] as const).filter(mayReissue)).toEqual(['expired', 'reissued']);
  });
});
