import type { Actor } from './actor.ts';
import { claimedProgramIds } from './membership.ts';

/**
 * Who sees which referral, stated once, as data. SQL in the stores, the policy, the pages, mail and the live rooms all read
 * this list (R8 to R13); nothing else decides it.
 */
export type Side = 'maker' | 'team' | 'program' | 'seeker';

export type GrantColumn = 'madeById' | 'shares.teamId' | 'programId' | 'seeker.userId' | 'id';

export interface Grant {
  side: Side;
  column: GrantColumn;
  values: readonly string[];
}

/** The parts of a referral that decide who sees it. */
export interface ReferralAudience {
  id: string;
  madeById: string | null;
  programId: string;
  seekerUserId: string | null;
  teamIds: readonly string[];
}

export function referralGrants(actor: Actor): Grant[] {
  return allGrants(actor).filter((grant) => grant.values.length > 0);
}

function allGrants(actor: Actor): Grant[] {
  switch (actor.kind) {
    case 'user':
      return [
        { side: 'maker', column: 'madeById', values: [actor.userId] }, // R8
        { side: 'team', column: 'shares.teamId', values: actor.memberships.map((m) => m.teamId) }, // R9
        { side: 'program', column: 'programId', values: claimedProgramIds(actor) }, // R10
        { side: 'seeker', column: 'seeker.userId', values: actor.emailVerified ? [actor.userId] : [] }, // R12
      ];
    case 'link':
      return [{ side: actor.recipient === 'seeker' ? 'seeker' : 'program', column: 'id', values: [actor.referralId] }]; // R26
    case 'anonymous':
      return [];
  }
}

/** In what capacity an actor sees a referral; empty means it does not exist for them (R13). */
export function sidesOf(actor: Actor, referral: ReferralAudience): Side[] {
  return referralGrants(actor)
    .filter((grant) => valuesOf(referral, grant.column).some((value) => grant.values.includes(value)))
    .map((grant) => grant.side);
}

/** The live rooms an actor's sockets are put into: one for each granted (column, value). */
export function roomsOf(actor: Actor): string[] {
  return referralGrants(actor).flatMap((grant) => grant.values.map((value) => roomName(grant.column, value)));
}

const COLUMNS: readonly GrantColumn[] = ['madeById', 'shares.teamId', 'programId', 'seeker.userId', 'id'];

/** The live rooms that hear of a change of this referral. */
export function roomsHearing(referral: ReferralAudience): string[] {
  return COLUMNS.flatMap((column) => valuesOf(referral, column).map((value) => roomName(column, value)));
}

function roomName(column: GrantColumn, value: string): string {
  return `${column}:${value}`;
}

function valuesOf(referral: ReferralAudience, column: GrantColumn): readonly string[] {
  switch (column) {
    case 'madeById':
      return referral.madeById ? [referral.madeById] : [];
    case 'shares.teamId':
      return referral.teamIds;
    case 'programId':
      return [referral.programId];
    case 'seeker.userId':
      return referral.seekerUserId ? [referral.seekerUserId] : [];
    case 'id':
      return [referral.id];
  }
}
