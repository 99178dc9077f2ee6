import type { Request, Response } from 'express';
import { cookieIn, cookiePlace, type CookieConfig } from './cookies.ts';
import { newFormKey } from './form-key.ts';

const VISIT = 'visit';

/**
 * A name for this visit, which "Exit this page" ends. Browsers put what was typed back into a form whose fields have the names they had:
 * with the visit's name among them, going Back after leaving fills in nothing, without any script (P-11). Says nothing of anybody.
 */
export function visitOf(req: Request, res: Response, config: CookieConfig): string {
  const known = cookieIn(req, VISIT);
  if (known && /^[\w-]{22}$/.test(known)) return known;
  const visit = newFormKey();
  res.cookie(VISIT, visit, cookiePlace(config));
  return visit;
}
