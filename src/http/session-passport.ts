import type { Request, RequestHandler, Response as ExpressResponse } from 'express';
import passportModule, { type AuthenticateCallback } from 'passport';
import { Strategy as LocalStrategy } from 'passport-local';
import { checkSignIn, type SignIn } from '../accounts/sign-in.service.ts';
import { loadAccount } from '../accounts/user.store.ts';
import type { Deps } from '../deps.ts';
import type { UserActor } from '../domain/actor.ts';
import { deviceName } from '../domain/device-name.ts';
import { isKeptSession, sessionEnd, type KeptSession } from '../domain/session-life.ts';
import type { AccountRead } from './session-account.ts';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the way Express declares its own
  namespace Express {
    interface Request {
      /** Checks the `email` and `password` of the body; signs nobody in yet. */
      checkSignIn(res: ExpressResponse): Promise<SignIn>;
    }
  }
}

type KeeperDeps = Pick<Deps, 'db' | 'clock'>;

/** Turns a person into what a session keeps, and back at each request. */
export interface SignInKeeper {
  handlers: RequestHandler[];
  resolve(kept: unknown): UserActor | null;
}

export function createSignInKeeper(deps: KeeperDeps, accountRead: AccountRead): SignInKeeper {
  const passport = new passportModule.Passport();
  const resolve = (kept: unknown): UserActor | null => whoIsSignedIn(deps, accountRead, kept);
  passport.serializeUser((req: Request, user: Express.User, done: (error: unknown, kept?: KeptSession) => void) => {
    begin(deps, user.userId, deviceName(req.get('User-Agent'))).then((kept) => done(null, kept), done);
  });
  passport.deserializeUser<KeptSession>((kept, done) => {
    done(null, resolve(kept) ?? false);
  });
  passport.use(passwordStrategy(deps));
  return { handlers: [passport.initialize(), passport.session() as RequestHandler, offerSignIn(passport)], resolve };
}

function passwordStrategy(deps: KeeperDeps): LocalStrategy {
  return new LocalStrategy({ usernameField: 'email' }, (email, password, done) => {
    checkSignIn(deps, email, password).then(
      (result) => {
        if ('user' in result) done(null, result.user);
        else done(null, false, { message: result.refused });
      },
      (error: unknown) => done(error),
    );
  });
}

function offerSignIn(passport: InstanceType<typeof passportModule.Passport>): RequestHandler {
  return (req, _res, next) => {
    req.checkSignIn = (res) =>
      new Promise((resolve, reject) => {
        const answered: AuthenticateCallback = (error: unknown, user, info) => {
          if (error) reject(error instanceof Error ? error : new Error('The password could not be checked'));
          else if (user) resolve({ user });
          else resolve({ refused: isUnconfirmed(info) ? 'unconfirmed' : 'wrong' });
        };
        (passport.authenticate('local', answered) as RequestHandler)(req, res, reject);
      });
    next();
  };
}

function isUnconfirmed(info: unknown): boolean {
  return typeof info === 'object' && info !== null && 'message' in info && info.message === 'unconfirmed';
}

async function begin(deps: KeeperDeps, userId: string, device: string): Promise<KeptSession> {
  const account = await loadAccount(deps.db, userId);
  if (!account) throw new Error('An account that is not there cannot sign in');
  const now = deps.clock.now().getTime();
  return { userId, epoch: account.sessionEpoch, startedAt: now, seenAt: now, device };
}

/** The account was read anew with the session: its role, Teams and deactivation count from this request on (S-14), its epoch ends old sessions (S-13). */
function whoIsSignedIn({ clock }: KeeperDeps, accountRead: AccountRead, kept: unknown): UserActor | null {
  if (!isKeptSession(kept)) return null;
  const account = accountRead(kept);
  if (account?.sessionEpoch !== kept.epoch) return null;
  return clock.now().getTime() < sessionEnd(kept, account.actor) ? account.actor : null;
}
