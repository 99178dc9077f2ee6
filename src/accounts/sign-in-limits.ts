import type { Request } from 'express';
import type { Limit } from '../http/limits.ts';
import { networkOf } from '../http/network.ts';

/** The tries one attempt to sign in takes (S-06), to be given back when the password was right. */
export interface SignInTry {
  /** Seconds to wait, when there are no tries left. */
  wait: number | null;
  wasRight(): Promise<void>;
  /** The password was never looked at. */
  wasNotChecked(): Promise<void>;
}

/** Counted before the password is checked, so that many at once are not more than many in a row. */
export async function takeSignInTry(req: Request, email: string): Promise<SignInTry> {
  const network = networkOf(req.ip);
  const account = email.toLowerCase();
  const { wrongSignIn, wrongPassword, wrongPasswordAnywhere } = req.limits;
  const keys: [Limit, string][] = [
    [wrongPassword, `${account} ${network}`],
    [wrongPasswordAnywhere, account],
    [wrongSignIn, network],
  ];
  return {
    wait: await takeAll(keys),
    wasRight: async () => {
      await Promise.all([
        wrongPassword.clear(`${account} ${network}`),
        wrongPasswordAnywhere.giveBack(account),
        wrongSignIn.giveBack(network),
      ]);
    },
    wasNotChecked: async () => {
      await Promise.all(keys.map(([limit, key]) => limit.giveBack(key)));
    },
  };
}

async function takeAll(keys: readonly [Limit, string][]): Promise<number | null> {
  for (const [limit, key] of keys) {
    const wait = await limit.take(key);
    if (wait !== null) return wait;
  }
  return null;
}

/** Somebody showed otherwise whose account it is: wrong passwords of before do not count against them. */
export async function forgetTries(req: Request, email: string): Promise<void> {
  const account = email.toLowerCase();
  await req.limits.wrongPassword.clear(`${account} ${networkOf(req.ip)}`);
  await req.limits.wrongPasswordAnywhere.clear(account);
}
