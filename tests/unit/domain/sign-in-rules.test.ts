import { describe, expect, it } from 'vitest';
import { maySignInByLink } from '../../../src/domain/sign-in-rules.ts';

const nobody = { memberships: [], adminOf: [], isOperator: false };
const place = { joinedAt: new Date(), organization: 'Riverside Clinic', siteId: 's' };

describe('ADR 0116: who may sign in by a link in a mail alone', () => {
  it('a Seeker, who sees nobody else', () => {
    expect(maySignInByLink(nobody)).toBe(true);
  });
  it('no Worker or Claimer, no Site admin, no operator', () => {
    const member = { ...place, teamId: 't', teamName: 'T', programId: null, role: 'member' as const, teamNavigation: false };
    expect(maySignInByLink({ ...nobody, memberships: [member] })).toBe(false);
    expect(maySignInByLink({ ...nobody, adminOf: [place] })).toBe(false);
    expect(maySignInByLink({ ...nobody, isOperator: true })).toBe(false);
  });
});
