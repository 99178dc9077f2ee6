import { describe, expect, it } from 'vitest';
import { AccessHint, ChangeHint, readHint, sessionKey } from '../../../src/live/hint.ts';

const id = '01890a5d-ac96-774b-bcce-b302099a8057';

describe('what is read from a notification (S-44)', () => {
  it('is an id and a number', () => {
    expect(readHint(ChangeHint, JSON.stringify({ type: 'referral:changed', id, version: 12 }))).toEqual({
      type: 'referral:changed',
      id,
      version: 12,
    });
  });

  it.each([
    ['nothing', undefined],
    ['no JSON', '{'],
    ['another type', JSON.stringify({ type: 'seeker:changed', id, version: 1 })],
    ['no id', JSON.stringify({ type: 'referral:changed', id: 'all', version: 1 })],
    ['more than an id and a number', JSON.stringify({ type: 'referral:changed', id, version: 1, status: 'got_help' })],
    ['a number that is none', JSON.stringify({ type: 'referral:changed', id, version: '1' })],
  ])('is dropped when it holds %s', (_what, payload) => {
    expect(readHint(ChangeHint, payload)).toBeNull();
  });

  it('names an account and, for one session, its hash', () => {
    const session = sessionKey('a session id');
    expect(readHint(AccessHint, JSON.stringify({ userId: id, session }))).toEqual({ userId: id, session });
    expect(session).not.toContain('session');
    expect(readHint(AccessHint, JSON.stringify({ userId: '*' }))).toBeNull();
  });
});
