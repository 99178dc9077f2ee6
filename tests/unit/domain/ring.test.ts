import { describe, expect, it } from 'vitest';
import { closesLoop, STATUSES, type Status } from '../../../src/domain/referral-status.ts';
import { RING_HEADLINES, RING_NAMES, RINGS, ringOf, type Ring } from '../../../src/domain/ring.ts';

describe('the ring of a referral (R4)', () => {
  it('is sent until the Program has seen it, then seen, while nobody has updated it', () => {
    expect(ringOf('not_updated', false)).toBe('sent');
    expect(ringOf('not_updated', true)).toBe('seen');
  });

  const afterwards: Record<Exclude<Status, 'not_updated'>, Ring> = {
    needs_client_action: 'acted',
    pending: 'acted',
    eligible: 'acted',
    referred_elsewhere: 'acted',
    got_help: 'got_help',
    couldnt_contact: 'unresolved',
    not_eligible: 'unresolved',
    no_capacity: 'unresolved',
    couldnt_get_help: 'unresolved',
    no_longer_interested: 'closed_unserved',
  };

  it.each(Object.entries(afterwards))('shows %s as %s, seen or not', (status, ring) => {
    expect(ringOf(status as Status, true)).toBe(ring);
    expect(ringOf(status as Status, false)).toBe(ring);
  });

  it('is closed exactly where the status closes the loop', () => {
    const closed: Ring[] = ['got_help', 'closed_unserved'];
    for (const status of STATUSES) expect(closed.includes(ringOf(status, true))).toBe(closesLoop(status));
  });

  it('has a name and a headline for every state', () => {
    for (const ring of RINGS) {
      expect(RING_NAMES[ring]).toMatch(/\.$/);
      expect(RING_HEADLINES[ring]).toMatch(/\.$/);
    }
  });
});
