import type { Request } from 'express';
import { TooBusy } from './password-hash.ts';
import { takeSignInTry } from './sign-in-limits.ts';
import { t } from '../i18n/translate.ts';
import { tooBusy, waitWords } from './sign-in.pages.ts';

/** Why something that asks for the present password again was not done. */
export interface PasswordRefusal {
  status: number;
  words: string;
}

/**
 * Does what needs the present password; `work` is false when that was wrong.
 * attack: whoever finds a page left open must not try passwords without end (S-06).
 */
export async function withOwnPassword(req: Request, email: string, work: () => Promise<boolean>): Promise<PasswordRefusal | null> {
  const tries = await takeSignInTry(req, email);
  if (tries.wait !== null) return { status: 429, words: waitWords(tries.wait) };
  try {
    if (!(await work())) return { status: 422, words: t('That is not your present password. Try again, or choose a new one by email') };
    await tries.wasRight();
    return null;
  } catch (error) {
    if (!(error instanceof TooBusy)) throw error;
    await tries.wasNotChecked();
    return { status: 503, words: tooBusy() };
  }
}
