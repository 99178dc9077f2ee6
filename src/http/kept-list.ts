import type { Request } from 'express';
import type { Link } from './components.ts';
import { isLive } from './live-request.ts';
import { saveSession } from './save-session.ts';

declare module 'express-session' {
  interface SessionData {
    keptLists?: Record<string, string>;
  }
}

const MOST_KEPT = 20;

/** Keeps how somebody looks at a list, its filters, order and page, for the way back to it. What was searched for is an id there (U-11). */
export async function keepList(req: Request, path: string, query: string): Promise<void> {
  const kept = req.session.keptLists ?? {};
  if (req.method !== 'GET' || isLive(req) || (kept[path] ?? '') === query) return;
  const lists: [string, string][] = [...Object.entries(kept).filter(([other]) => other !== path), [path, query]];
  req.session.keptLists = Object.fromEntries(lists.slice(-MOST_KEPT));
  await saveSession(req);
}

interface WithCrumbs {
  crumbs?: readonly Link[];
  crumb?: Link;
}

/** A page whose crumbs lead to lists as its reader last saw them, and not to their beginning (U-10). */
export function knowingTheWayBack<M extends object>(req: Request, page: M): M {
  // An error may have its page before there is a session.
  const kept = (req as Partial<Request>).session?.keptLists;
  if (!kept) return page;
  const there = (link: Link): Link => ({ ...link, href: link.href + (kept[link.href] ?? '') });
  const { crumbs, crumb } = page as WithCrumbs;
  return { ...page, ...(crumbs && { crumbs: crumbs.map(there) }), ...(crumb && { crumb: there(crumb) }) };
}
