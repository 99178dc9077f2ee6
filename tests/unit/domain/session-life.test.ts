import { describe, expect, it } from 'vitest';
import { isKeptSession, isWorthTouching, sessionEnd } from '../../../src/domain/session-life.ts';
import type { UserActor } from '../../../src/domain/actor.ts';

const MINUTE = 60_000;
const kept = { userId: 'dana', epoch: 0, startedAt: 0, seenAt: 0 };
const seeker = { memberships: [], adminOf: [] };
const worker = { memberships: [{ teamId: 'g1' }], adminOf: [] } as unknown as UserActor;
const admin = { memberships: [], adminOf: [{ siteId: 's1' }] } as unknown as UserActor;

describe('how long a session lives (S-12)', () => {
  it('ends 30 minutes after its last use for anyone in a Team and for a Site admin', () => {
    expect(sessionEnd(kept, worker)).toBe(30 * MINUTE);
    expect(sessionEnd(kept, admin)).toBe(30 * MINUTE);
  });
  it('ends 60 minutes after its last use for a Seeker', () => {
    expect(sessionEnd({ ...kept, seenAt: 5 * MINUTE }, seeker)).toBe(65 * MINUTE);
  });
  it('ends after 12 hours whatever happens', () => {
    expect(sessionEnd({ ...kept, seenAt: 11.9 * 60 * MINUTE }, worker)).toBe(12 * 60 * MINUTE);
  });
  it('writes its use down once a minute', () => {
    expect(isWorthTouching(kept, new Date(59_999))).toBe(false);
    expect(isWorthTouching(kept, new Date(60_000))).toBe(true);
  });
  it('knows what it kept from anything else', () => {
    expect(isKeptSession(kept)).toBe(true);
    for (const other of [null, undefined, 'dana', {}, { ...kept, epoch: '0' }, { ...kept, seenAt: undefined }, { ...kept, userId: 7 }]) {
      expect(isKeptSession(other)).toBe(false);
    }
  });
});
