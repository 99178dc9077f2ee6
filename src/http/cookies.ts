import type { Request } from 'express';

/** The value of one cookie, as it was sent; null when there is none. */
export function cookieIn(req: Pick<Request, 'headers'>, name: string): string | null {
  const prefix = `${name}=`;
  const found = (req.headers.cookie ?? '').split(/; */).find((one) => one.startsWith(prefix));
  return found?.slice(prefix.length) ?? null;
}
