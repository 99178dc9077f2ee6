import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { cookieIn } from '../http/cookies.ts';

export const DISMISSAL_COOKIE = 'first-steps';

/** People who share a browser; of more of them the oldest are forgotten. */
const KEPT = 8;

/** Whether this person said in this browser that they need no first steps. */
export function hasDismissed(req: Pick<Request, 'headers'>, userId: string): boolean {
  return marksIn(req).includes(markOf(userId));
}

/** The cookie that says so from now on, for everybody who said it here. */
export function dismissedBy(req: Pick<Request, 'headers'>, userId: string): string {
  const mark = markOf(userId);
  return [mark, ...marksIn(req).filter((one) => one !== mark)].slice(0, KEPT).join('.');
}

function marksIn(req: Pick<Request, 'headers'>): string[] {
  return (cookieIn(req, DISMISSAL_COOKIE) ?? '').split('.').filter((one) => /^[\w-]{12}$/.test(one));
}

/** Not the account's id itself: a cookie is nothing to learn ids from. */
function markOf(userId: string): string {
  return createHash('sha256').update(userId).digest('base64url').slice(0, 12);
}
