import { describe, expect, test } from 'vitest';
import { LINK_COOKIE_MINUTES, holdsLink, linkCookie } from '../../../src/status-links/link-cookie.ts';
import { isToken, newToken } from '../../../src/secret-token.ts';
import { isPublicId, newPublicId } from '../../../src/status-links/public-id.ts';

const http = { sessionSecret: 'a-secret-of-at-least-32-characters-0', dataDir: '.data', publicUrl: 'http://localhost:3000' };
const https = { ...http, publicUrl: 'https://throughline.example' };
const now = new Date('2026-12-03T17:00:00Z');
const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

function header({ name, value }: { name: string; value: string }): string {
  return `theme=dark; ${name}=${value}; other=1`;
}

test('S-30: the public id of a link is told apart from its token by its length', () => {
  expect(isToken(newPublicId())).toBe(false);
  expect(isPublicId(newPublicId())).toBe(true);
  expect(isPublicId(newToken())).toBe(false);
});

describe('S-32: the cookie a token is swapped for', () => {
  test('is HttpOnly, Lax and good for 30 minutes; on https it is a __Host- cookie', () => {
    expect(linkCookie(http, 'a'.repeat(16), now)).toMatchObject({
      name: `link-${'a'.repeat(16)}`,
      options: { httpOnly: true, sameSite: 'lax', secure: false },
    });
    expect(linkCookie(https, 'a'.repeat(16), now)).toMatchObject({
      name: `__Host-link-${'a'.repeat(16)}`,
      options: { secure: true, path: '/', maxAge: 1_800_000 },
    });
  });

  test('proves that its holder had the token, until it expires', () => {
    const cookie = header(linkCookie(http, 'a'.repeat(16), now));
    expect(holdsLink(http, cookie, 'a'.repeat(16), later(LINK_COOKIE_MINUTES - 1))).toBe(true);
    expect(holdsLink(http, cookie, 'a'.repeat(16), later(LINK_COOKIE_MINUTES + 1))).toBe(false);
  });

  test('opens its own link and no other, also under another name', () => {
    const cookie = linkCookie(http, 'a'.repeat(16), now);
    expect(holdsLink(http, header(cookie), 'b'.repeat(16), now)).toBe(false);
    expect(holdsLink(http, header({ ...cookie, name: `link-${'b'.repeat(16)}` }), 'b'.repeat(16), now)).toBe(false);
  });

  test('cannot be made, prolonged or guessed without the secret', () => {
    const { name, value } = linkCookie(http, 'a'.repeat(16), now);
    const [expires = '', signature = ''] = value.split('.');
    const forged = [`${String(Number(expires) + 9_999)}.${signature}`, `${expires}.${'A'.repeat(43)}`, expires, '.', '', 'x'.repeat(4_000)];
    expect(forged.filter((one) => holdsLink(http, header({ name, value: one }), 'a'.repeat(16), now))).toEqual([]);
    const stranger = { ...http, sessionSecret: 'another-secret-of-32-characters-xxxx' };
    expect(holdsLink(stranger, header({ name, value }), 'a'.repeat(16), now)).toBe(false);
  });

  test('outlives the change of the secret while the old one is still accepted', () => {
    const cookie = header(linkCookie(http, 'a'.repeat(16), now));
    const rotated = { ...http, sessionSecret: `a-new-secret-of-at-least-32-characters,${http.sessionSecret}` };
    expect(holdsLink(rotated, cookie, 'a'.repeat(16), now)).toBe(true);
  });

  test('is not there without cookies', () => {
    expect(holdsLink(http, undefined, 'a'.repeat(16), now)).toBe(false);
  });
});
