import type { Request } from 'express';
import { isId } from './forms.ts';

const MOST_ROWS = 100;

/** True when an open page reads itself again: nobody opened anything, so nothing is recorded and no session is kept alive (R15, S-12). */
export function isLive(req: Request): boolean {
  return req.get('X-Live') === '1';
}

/** The referrals an open list shows: it stays complete for its reader even where they no longer fit its filter (U-21). */
export function rowsShown(req: Request): string[] {
  if (!isLive(req)) return [];
  const ids = (req.get('X-Live-Rows') ?? '').split(',', MOST_ROWS);
  return ids.filter((id) => isId(id));
}
