import { categoryOf, type Status } from './referral-status.ts';

/** The loop of a referral: sent, seen, acted on, outcome (R4). */
export const LOOP_STEPS = ['sent', 'seen', 'acted', 'outcome'] as const;
export type LoopStep = (typeof LOOP_STEPS)[number];

export interface LoopFacts {
  status: Status;
  sentAt: Date;
  seenAt: Date | null;
  /** When the status was changed for the first time. */
  actedAt: Date | null;
  statusChangedAt: Date;
}

/** When each step of the loop was done; null for what is still to do. A status back in progress opens the outcome again (R4). */
export function loopTimes(facts: LoopFacts): Record<LoopStep, Date | null> {
  const acted = facts.status === 'not_updated' ? null : (facts.actedAt ?? facts.statusChangedAt);
  return {
    sent: facts.sentAt,
    // Whoever acts has seen it, also where the Program's look was never recorded.
    seen: facts.seenAt ?? acted,
    acted,
    outcome: categoryOf(facts.status) === 'progress' ? null : facts.statusChangedAt,
  };
}
