import type { Request, Response } from 'express';
import type { Deps } from '../deps.ts';
import type { UserActor } from '../domain/actor.ts';
import { TooBusy } from './password-hash.ts';
import { takeSignInTry } from './sign-in-limits.ts';
import { SIGN_IN_REFUSED, tooBusy, waitWords } from './sign-in.pages.ts';
import { askToConfirmAgain, type SignIn } from './sign-in.service.ts';

export type Attempt = { user: UserActor } | { status: number; words: string; retryAfter?: number };

/** One attempt with the `email` and `password` in the body: within its limits, and told apart only as S-05 allows. */
export async function attemptSignIn(deps: Deps, req: Request, res: Response, email: string): Promise<Attempt> {
  const tries = await takeSignInTry(req, email);
  if (tries.wait !== null) return { status: 429, words: waitWords(tries.wait), retryAfter: tries.wait };
  const result = await unlessBusy(() => req.checkSignIn(res));
  if (result === null) {
    await tries.wasNotChecked();
    return { status: 503, words: tooBusy(), retryAfter: 5 };
  }
  if ('refused' in result && result.refused === 'wrong') return { status: 422, words: SIGN_IN_REFUSED.wrong() };
  await tries.wasRight();
  if ('user' in result) return result;
  await askToConfirmAgain(deps, email);
  return { status: 422, words: SIGN_IN_REFUSED.unconfirmed() };
}

async function unlessBusy(check: () => Promise<SignIn>): Promise<SignIn | null> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof TooBusy) return null;
    throw error;
  }
}
