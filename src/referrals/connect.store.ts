import type { ConsentText } from '../domain/consent.ts';
import type { Status } from '../domain/referral-status.ts';
import type { Reader } from '../db/client.ts';
import { REACHED } from '../programs/reached.store.ts';
import { PROGRAM_ADDRESS, PROGRAM_PHONE } from '../programs/whom-to-call.store.ts';
import type { HelpedSeeker } from '../people/seeker.store.ts';
import type { SharedPerson } from './referral-parties.store.ts';

/** The Program somebody is about to be connected with. */
export interface ConnectProgram {
  id: string;
  name: string;
  organization: string;
  eligibility: string | null;
  languages: string[];
  address: string | null;
  phone: string | null;
  acceptingReferrals: boolean;
  /** What the Program says about that: "Again from Monday". */
  acceptingNote: string | null;
  retiredAt: Date | null;
  lateAfterDays: number;
  /** Whether a new referral reaches anybody there by mail: its Claimers, or its referral address. Otherwise it is logged. */
  reached: boolean;
}

/** For whom a Connect form is: somebody the actor helps, somebody new to them, or the actor. */
export type ConnectFor =
  | { kind: 'profile'; seeker: HelpedSeeker; onward: Onward | null }
  /** Somebody a Claimer takes to another Program, as they were shared with them (R11). */
  | { kind: 'onward'; seekerId: string; person: SharedPerson; onward: Onward }
  | { kind: 'new' }
  | { kind: 'self' };

/** The referral that is taken further. */
export interface Onward {
  referralId: string;
  programName: string;
  status: Status;
  version: number;
  comment: string;
}

/** What a Connect form starts from. */
export interface Connection {
  program: ConnectProgram;
  who: ConnectFor;
  /** The text to be agreed to, as it is shown (R23). */
  consent: ConsentText;
}

/** A Program by its id, retired ones too: what is said about those is for the page. */
export async function findConnectProgram(db: Reader, programId: string): Promise<ConnectProgram | null> {
  const rows = await db.$queryRaw<ConnectProgram[]>`
    SELECT p.id, p.name, o.name AS organization, p.eligibility, p.languages, p.accepting_referrals AS "acceptingReferrals",
      p.accepting_note AS "acceptingNote",
      p.retired_at AS "retiredAt", p.late_after_days AS "lateAfterDays",
      ${PROGRAM_ADDRESS} AS address,
      ${PROGRAM_PHONE} AS phone,
      ${REACHED} AS reached
    FROM program p JOIN organization o ON o.id = p.organization_id WHERE p.id = ${programId}::uuid`;
  return rows[0] ?? null;
}
