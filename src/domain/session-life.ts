import type { UserActor } from './actor.ts';
import { isNavigator } from './membership.ts';

/** How long a session lives (S-12): shorter without use for those who see other people's referrals. */
const MINUTE = 60_000;
const IDLE_STAFF = 30 * MINUTE;
const IDLE_SEEKER = 60 * MINUTE;
export const ABSOLUTE = 12 * 60 * MINUTE;
/** Use is written down at most this often. */
const SEEN_EVERY = MINUTE;

/** What a session holds of the person signed in. Times in milliseconds. */
export interface KeptSession {
  userId: string;
  epoch: number;
  startedAt: number;
  seenAt: number;
  /** Where it was begun: "Firefox on Android". Sessions of earlier versions have none. */
  device?: string;
}

export function isKeptSession(value: unknown): value is KeptSession {
  if (typeof value !== 'object' || value === null) return false;
  const { userId, epoch, startedAt, seenAt } = value as Record<string, unknown>;
  return typeof userId === 'string' && [epoch, startedAt, seenAt].every(Number.isInteger);
}

/** When a session ends unless it is used again. */
export function sessionEnd(kept: Pick<KeptSession, 'startedAt' | 'seenAt'>, user: Pick<UserActor, 'memberships' | 'adminOf'>): number {
  return Math.min(kept.seenAt + (isNavigator(user) ? IDLE_STAFF : IDLE_SEEKER), kept.startedAt + ABSOLUTE);
}

/** Signing in so lately counts as showing again who one is (S-08). */
const FRESH = 10 * MINUTE;
export function isFreshSession(kept: KeptSession, now: Date): boolean {
  return now.getTime() - kept.startedAt <= FRESH;
}

export function isWorthTouching(kept: KeptSession, now: Date): boolean {
  return now.getTime() - kept.seenAt >= SEEN_EVERY;
}
