import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Config } from '../config.ts';
import { cookiePlace, type CookiePlace } from '../http/cookies.ts';
import { hostCookie, hostCookieName } from '../http/host-cookie.ts';
import { sessionSecrets } from '../http/session-secret.ts';

/**
 * What the token is swapped for at the first GET (S-32): a cookie named after its link, good for 30 minutes, that proves its
 * holder had the token. It names no account and opens nothing but /l/<publicId> (S-34).
 */
export const LINK_COOKIE_MINUTES = 30;

type CookieConfig = Pick<Config, 'sessionSecret' | 'dataDir' | 'publicUrl'>;

export interface LinkCookie {
  name: string;
  value: string;
  options: CookiePlace & { maxAge: number };
}

export function linkCookie(config: CookieConfig, publicId: string, now: Date): LinkCookie {
  const expires = Math.floor(now.getTime() / 1000) + LINK_COOKIE_MINUTES * 60;
  const [newest = ''] = signatures(config, publicId, expires);
  return {
    name: hostCookieName(config, nameOf(publicId)),
    value: `${String(expires)}.${newest}`,
    options: { ...cookiePlace(config), maxAge: LINK_COOKIE_MINUTES * 60_000 },
  };
}

/** Whether these cookies prove that their holder opened this link within the last 30 minutes. */
export function holdsLink(config: CookieConfig, cookieHeader: string | undefined, publicId: string, now: Date): boolean {
  const value = hostCookie({ headers: { cookie: cookieHeader } }, config, nameOf(publicId));
  const [, expires, signature] = /^(\d{1,12})\.([A-Za-z0-9_-]{43})$/.exec(value ?? '') ?? [];
  if (!expires || !signature || Number(expires) * 1000 <= now.getTime()) return false;
  return signatures(config, publicId, Number(expires)).some((one) => sameText(signature, one));
}

/** The name carries the link's public id, so that two links open in two tabs never answer for each other (S-32). */
function nameOf(publicId: string): string {
  return `link-${publicId}`;
}

/** With each of the secrets, the newest first: a secret may be replaced while pages are open (S-10). */
function signatures(config: CookieConfig, publicId: string, expires: number): string[] {
  return keysOf(config).map((key) =>
    createHmac('sha256', key)
      .update(`${publicId}.${String(expires)}`)
      .digest('base64url'),
  );
}

const keys = new WeakMap<CookieConfig, Buffer[]>();

function keysOf(config: CookieConfig): Buffer[] {
  const known = keys.get(config);
  if (known) return known;
  const made = sessionSecrets(config).map((secret) => Buffer.from(hkdfSync('sha256', secret, '', 'status-link-cookie', 32)));
  keys.set(config, made);
  return made;
}

function sameText(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
