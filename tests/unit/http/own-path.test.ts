import { describe, expect, it } from 'vitest';
import { localPath } from '../../../src/http/forms.ts';
import { ownPath } from '../../../src/http/own-path.ts';

describe('where signing in may lead', () => {
  it.each(['/', '/people', '/inbound?status=pending&sort=name', '/programs?zip=94063#top', '/a%20b', '/people/../inbound'])(
    'to %s: a path of ours (S-11)',
    (path) => {
      expect(ownPath(path)).toMatch(/^\/(?!\/)/);
    },
  );
  it.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\r\nLocation: https://evil.example',
    ' //evil.example',
    'https://evil.example',
    'https:evil.example',
    'https:/evil.example',
    'HTTPS://evil.example',
    'http://here.invalid@evil.example/',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'mailto:a@b.example',
    'evil.example',
    '.evil.example',
    '@evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/%2e//evil.example',
    '/a/..//evil.example',
    '/\u0000/evil.example',
    '',
    '?x=//evil.example',
    '#/evil.example',
    '/\u007f/evil.example',
    `/${'a'.repeat(3_000)}`,
  ])('not to %j, nor does any form (S-23)', (path) => {
    expect([ownPath(path), localPath.safeParse(path).success]).toEqual([null, false]);
  });
  it('back to a long search in another alphabet, and to a place on a page', () => {
    const search = `/programs?q=${encodeURIComponent('مساعدة في الإيجار والغذاء والدواء للعائلة '.repeat(4))}`;
    expect(search.length).toBeGreaterThan(500);
    for (const address of [search, '/people/1#out-2']) expect(localPath.parse(address)).toBe(address);
  });
  it.each([undefined, null, 7, ['/people'], { path: '/people' }])('not to %j, which is no text', (value) => {
    expect(ownPath(value)).toBeNull();
  });
});
