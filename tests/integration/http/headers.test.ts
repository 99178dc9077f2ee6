import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Response } from 'supertest';
import { fromRoot } from '../../../src/root.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, type Cast } from '../../support/cast.ts';
import { addressOf, routesOf } from '../../support/routes.ts';

const FONT = 'fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());

const policy = (sockets: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${sockets}`,
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join(';');

/** What is missing from, or too much in, an answer's headers (S-50). */
function faults(where: string, { headers }: Response, sockets: string): string[] {
  const wanted: Record<string, string> = {
    'content-security-policy': policy(sockets),
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'cache-control': 'no-store',
  };
  const wrong = Object.entries(wanted).filter(([name, value]) => headers[name] !== value);
  const referrer = ['same-origin', 'no-referrer'].includes(String(headers['referrer-policy']));
  const features = String(headers['permissions-policy']).includes('camera=()');
  const silent = headers['x-powered-by'] === undefined && headers['server'] === undefined;
  return [
    ...wrong.map(([name]) => `${where}: ${name}: ${String(headers[name])}`),
    ...(referrer && features && silent ? [] : [`${where}: others`]),
  ];
}

describe('the headers of every answer (S-50)', () => {
  it('are the same on every route, signed in or not, found or not', async () => {
    const sockets = app.deps.config.origins.map((origin) => origin.replace('http', 'ws')).join(' ');
    const wrong: string[] = [];
    for (const browser of [app.request(), await app.signIn(cast.claimer.email)]) {
      for (const { method, path } of [
        ...routesOf(app.app),
        { method: 'GET', path: '/nothing-here' },
        { method: 'POST', path: '/nothing-here' },
      ]) {
        if (path === '/logout' || path === '/exit' || path.startsWith('/assets') || path === '/favicon.ico') continue;
        const answer = await browser[method.toLowerCase() as 'get'](addressOf(path, { programId: cast.program.id }));
        wrong.push(...faults(`${method} ${path}`, answer, sockets));
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('say https for a year where people come by https, and nothing of it in development', async () => {
    const https = await startApp({ database: app.database, env: { PUBLIC_URL: 'https://throughline.example.org' } });
    const answer = await https.request().get('/');
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    expect(answer.headers['content-security-policy']).toContain("connect-src 'self' wss://throughline.example.org;");
    expect((await app.request().get('/')).headers['strict-transport-security']).toBeUndefined();
    await https.close();
  });

  it('odd methods find nothing (S-57)', async () => {
    for (const method of ['TRACE', 'PROPFIND', 'PUT', 'DELETE']) {
      const answer = await fetch(`${app.url}/login`, { method: method === 'TRACE' ? 'PATCH' : method });
      expect(answer.status).toBe(404);
    }
  });
});

describe('style, scripts and fonts', () => {
  it.each([
    ['/assets/css/index.css', 'text/css'],
    ['/assets/js/session.js', 'javascript'],
    ['/assets/vendor/idiomorph.js', 'javascript'],
    ['/assets/vendor/socket.io.js', 'javascript'],
    [`/assets/${FONT}`, 'font/woff2'],
    ['/favicon.ico', 'image/svg+xml'],
  ])('%s is here, may be kept, and begins no session (S-16)', async (path, type) => {
    const answer = await app.request().get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toContain(type);
    expect(answer.headers['cache-control']).toBe('public, no-cache');
    expect(answer.headers['etag']).toBeDefined();
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('are kept for a year under the version that pages name, and asked for again under any other (U-24)', async () => {
    const html = (await app.request().get('/login')).text;
    expect(html.match(/rel="stylesheet"/g)).toHaveLength(1);
    const version = /"(\/assets\/[0-9a-f]{12})\/css\/index\.css"/.exec(html)?.[1] ?? 'none';
    for (const file of ['css/index.css', 'js/forms.js', 'img/sprite.svg', 'vendor/socket.io.js', FONT]) {
      const now = await app.request().get(`${version}/${file}`);
      expect([now.status, now.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
      const old = await app.request().get(`/assets/0123456789ab/${file}`);
      expect([old.status, old.headers['cache-control']]).toEqual([200, 'public, no-cache']);
      expect(old.headers['etag']).toBe(now.headers['etag']);
    }
    const missing = await app.request().get(`${version}/css/nothing.css`);
    expect([missing.status, missing.headers['cache-control']]).toEqual([404, 'no-store']);
  });

  it('style comes whole in one file, without its comments (ADR 0155)', async () => {
    const { text } = await app.request().get('/assets/css/index.css');
    expect(text).toContain('@layer components {\n.ledger {');
    expect(text).not.toMatch(/@import|\/\*/);
  });

  it('scripts come without their comments, and not again where they are known', async () => {
    const first = await app.request().get('/assets/js/live.js');
    expect(first.text).toContain('function end(');
    expect(first.text).not.toMatch(/^\s*(\/\*|\/\/)/m);
    expect(first.text.split('\n')).toHaveLength(readFileSync(fromRoot('public/js/live.js'), 'utf8').split('\n').length);
    const again = await app.request().get('/assets/js/live.js').set('If-None-Match', String(first.headers['etag']));
    expect(again.status).toBe(304);
  });

  it.each([
    '/assets/../package.json',
    '/assets/%2e%2e/package.json',
    '/assets/fonts/..%2f..%2fpackage.json',
    '/assets/css/',
    '/assets/nothing.css',
  ])('nothing else is: %s', async (path) => {
    const answer = await fetch(app.url + path, { redirect: 'manual' });
    expect([400, 403, 404]).toContain(answer.status);
    expect(await answer.text()).not.toContain('"dependencies"');
  });
});
