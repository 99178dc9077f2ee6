import { createHash } from 'node:crypto';
import type { RequestHandler } from 'express';
import type pg from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

/** One limit: so many times in so many seconds for each key. Keys are stored as hashes, they may hold an address. */
export interface Limit {
  /** Takes one try: null when there was one left, else the seconds to wait. */
  take(key: string): Promise<number | null>;
  /** Gives back a try that turned out well. */
  giveBack(key: string): Promise<void>;
  /** Forgets all tries. */
  clear(key: string): Promise<void>;
}

/** S-06. By `network` means by networkOf(req.ip). */
export interface Limits {
  /** Wrong passwords for one account from one network: a stranger elsewhere cannot lock the owner out. */
  wrongPassword: Limit;
  /** Wrong passwords for one account from everywhere. */
  wrongPasswordAnywhere: Limit;
  /** Wrong sign-ins from one network. */
  wrongSignIn: Limit;
  /** Accounts asked for from one network. */
  signUp: Limit;
  /** Account mails to one address. */
  accountMail: Limit;
  /** Password resets asked for from one network. */
  passwordReset: Limit;
  /** Password resets mailed to one address. */
  passwordResetMail: Limit;
  /** Sign-in links asked for from one network. */
  signInLink: Limit;
  /** Sign-in links mailed to one address. */
  signInLinkMail: Limit;
  /** Changes of address asked for by one account. */
  newAddress: Limit;
  /** Unknown tokens tried from one network. */
  wrongLink: Limit;
  /** Referrals of oneself without an account, from one network. */
  ownReferral: Limit;
  /** The same, with one address in them: each may send a mail there. */
  ownReferralMail: Limit;
  /** Lists taken away as files by one account. */
  exported: Limit;
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the way Express declares its own
  namespace Express {
    interface Request {
      limits: Limits;
    }
  }
}

export function openLimits(pool: pg.Pool): Limits {
  const limit = (keyPrefix: string, points: number, minutes: number): Limit => openLimit(pool, keyPrefix, points, minutes * 60);
  return {
    wrongPassword: limit('password', 5, 15),
    wrongPasswordAnywhere: limit('password_anywhere', 100, 60),
    wrongSignIn: limit('sign_in', 20, 1),
    signUp: limit('sign_up', 30, 60),
    accountMail: limit('account_mail', 3, 60),
    passwordReset: limit('reset', 10, 60),
    passwordResetMail: limit('reset_mail', 3, 60),
    signInLink: limit('sign_in_link', 30, 60),
    signInLinkMail: limit('sign_in_link_mail', 6, 60),
    newAddress: limit('new_address', 5, 60),
    wrongLink: limit('link', 10, 60),
    ownReferral: limit('own_referral', 120, 60),
    ownReferralMail: limit('own_referral_mail', 20, 60),
    exported: limit('exported', 10, 60),
  };
}

/** Gives every request `req.limits`. */
export function limiting(limits: Limits): RequestHandler {
  return (req, _res, next) => {
    req.limits = limits;
    next();
  };
}

/** Counted in the database, for all processes; in memory while it is away: never open (S-06). */
function openLimit(pool: pg.Pool, keyPrefix: string, points: number, duration: number): Limit {
  const rule = { keyPrefix, points, duration };
  const insuranceLimiter = new RateLimiterMemory(rule);
  const limiter = new RateLimiterPostgres({
    ...rule,
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    insuranceLimiter,
  });
  return {
    take: async (key) => {
      try {
        await limiter.consume(hashOf(key));
        return null;
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return Math.ceil(refused.msBeforeNext / 1_000);
        throw refused;
      }
    },
    giveBack: async (key) => {
      await limiter.reward(hashOf(key));
    },
    clear: async (key) => {
      await limiter.delete(hashOf(key));
    },
  };
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}
