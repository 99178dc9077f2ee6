import type { RequestHandler } from 'express';
import { NotAllowed } from '../domain/errors.ts';
import type { Log } from '../logger.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses changes that another site's page sends with a person's cookies (S-20). The browser's own word about where a request
 * comes from is asked first; Origin only where it says nothing; a request with neither passes only if it carries no cookie.
 */
export function sameOrigin(origins: readonly string[], log: Log): RequestHandler {
  return (req, res, next) => {
    res.vary('Sec-Fetch-Site').vary('Origin');
    if (SAFE.has(req.method) || isSameOrigin(req.headers, origins)) {
      next();
      return;
    }
    log.warn({ event: 'cross_origin_refused', method: req.method }, 'refused a change from another site');
    // Nobody's session has been read: the page is that of somebody signed out.
    next(new NotAllowed('This came from another site, so nothing was changed. Go back to the page here, reload it and try again.'));
  };
}

export interface OriginHeaders {
  'sec-fetch-site'?: string | string[] | undefined;
  origin?: string | undefined;
  cookie?: string | undefined;
}

export function isSameOrigin(headers: OriginHeaders, origins: readonly string[]): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  if (headers.origin !== undefined) return origins.includes(headers.origin);
  return headers.cookie === undefined;
}
