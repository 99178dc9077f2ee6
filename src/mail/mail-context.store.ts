import type { RecipientNow } from '../domain/delivery-rules.ts';
import type { LoopFacts } from '../domain/loop-steps.ts';
import { type NotificationSetting, reachSeeker, type ReachWords } from '../domain/notification-rules.ts';
import type { Db } from '../db/client.ts';
import { REACHED } from '../programs/reached.store.ts';
import { PROGRAM_PHONE } from '../programs/whom-to-call.store.ts';
import { HAS_OPEN_CLAIMER } from '../referrals/open-claimers.store.ts';
import { REACH_WORDS } from '../referrals/reach-words.store.ts';
import type { ClaimedEmail } from './delivery.store.ts';

/** What a referral mail is made of, as it is now; nothing of the Seeker is among it (R28). */
export interface ReferralContext {
  recipient: RecipientNow;
  programId: string;
  programName: string;
  programPhone: string | null;
  /** Whether anybody at the Program gets mail; otherwise the referral is logged. */
  reached: boolean;
  loop: LoopFacts;
  /** The recipient's; null for the installation's. */
  timeZone: string | null;
}

interface ContextRow extends LoopFacts {
  programId: string;
  programName: string;
  programPhone: string | null;
  reached: boolean;
  timeZone: string | null;
  withdrawnAt: Date | null;
  accountEmail: string | null;
  accountOpen: boolean | null;
  notifications: NotificationSetting | null;
  isMaker: boolean;
  isClaimer: boolean;
  programMailbox: string | null;
  words: ReachWords;
}

/**
 * Reads the referral and the recipient's standing right before the mail is sent.
 * System-only (R13): the worker acts for nobody; what it reads here decides whether the recipient may still read the mail.
 */
export async function referralContextOf(db: Db, email: ClaimedEmail): Promise<ReferralContext | null> {
  const rows = await db.$queryRaw<ContextRow[]>`
    SELECT p.id AS "programId", p.name AS "programName", r.status::text AS status, r.created_at AS "sentAt", r.seen_at AS "seenAt",
      r.status_changed_at AS "statusChangedAt", r.withdrawn_at AS "withdrawnAt", 
      COALESCE(u.time_zone, (SELECT s.time_zone FROM user_account s WHERE s.id = k.user_id AND ${email.party} = 'seeker')) AS "timeZone",
      ${PROGRAM_PHONE} AS "programPhone",
      ${REACHED} AS reached,
      (SELECT min(e.created_at) FROM referral_event e WHERE e.referral_id = r.id AND e.kind = 'status_changed') AS "actedAt",
      u.email::text AS "accountEmail", u.deactivated_at IS NULL AS "accountOpen", u.notifications::text AS notifications,
      COALESCE(r.made_by_id = u.id, FALSE) AS "isMaker",
      EXISTS (SELECT 1 FROM team t JOIN membership m ON m.team_id = t.id WHERE t.program_id = p.id AND m.user_id = u.id) AS "isClaimer",
      CASE WHEN NOT ${HAS_OPEN_CLAIMER} THEN p.referral_email::text END AS "programMailbox",
      ${REACH_WORDS} AS words
    FROM referral r JOIN program p ON p.id = r.program_id JOIN seeker k ON k.id = r.seeker_id
    LEFT JOIN user_account u ON u.id = ${email.userId}::uuid
    WHERE r.id = ${email.referralId}::uuid`;
  const row = rows[0];
  return row ? toContext(row, email) : null;
}

function toContext(row: ContextRow, email: ClaimedEmail): ReferralContext {
  const { accountEmail, accountOpen, notifications } = row;
  const seeker = reachSeeker(row.words);
  return {
    programId: row.programId,
    programName: row.programName,
    programPhone: row.programPhone,
    reached: row.reached,
    loop: row,
    timeZone: row.timeZone,
    recipient: {
      party: email.party ?? 'program',
      askedFor: email.kind === 'fresh_link',
      bySetting: email.kind === 'status_changed' || email.kind === 'referral_withdrawn' || email.kind === 'no_answer',
      saysWaiting: email.kind === 'reminder' || email.kind === 'no_answer',
      isWaiting: row.status === 'not_updated',
      saysWithdrawn: email.kind === 'referral_withdrawn',
      isWithdrawn: row.withdrawnAt !== null,
      address: email.toAddress,
      account: accountEmail && notifications ? { email: accountEmail, open: accountOpen === true, notifications } : null,
      hadAccount: email.userId !== null,
      isMaker: row.isMaker,
      isClaimer: row.isClaimer,
      programMailbox: row.programMailbox,
      seekerAddress: seeker.email,
      preference: seeker.preference,
    },
  };
}
