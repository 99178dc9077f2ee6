import express, { type Express } from 'express';
import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { keepForAYear } from '../../../src/http/cookies.ts';
import { clearHostCookie, hostCookie, setHostCookie } from '../../../src/http/host-cookie.ts';

const http = { publicUrl: 'http://localhost:3000' };
const https = { publicUrl: 'https://throughline.example.org' };

function appAt(config: typeof http): Express {
  const app = express();
  app.get('/set', (_req, res) => {
    setHostCookie(res, config, 'reset', 'a b', 60_000);
    res.end();
  });
  app.get('/clear', (_req, res) => {
    clearHostCookie(res, config, 'reset');
    res.end();
  });
  app.get('/keep', (_req, res) => {
    keepForAYear(res, config, 'theme', 'dark');
    res.end();
  });
  app.get('/read', (req, res) => res.json(hostCookie(req, config, 'reset')));
  return app;
}

async function cookieFrom(config: typeof http, path: string): Promise<string> {
  const answer = await supertest(appAt(config)).get(path);
  return [answer.headers['set-cookie'] ?? []]
    .flat()
    .join('\n')
    .replace(/Expires=[^;]+; /, '');
}

async function readFrom(config: typeof http, cookie: string): Promise<unknown> {
  return (await supertest(appAt(config)).get('/read').set('Cookie', cookie)).body as unknown;
}

describe('a cookie that proves something (S-10)', () => {
  it('is for this host alone, out of reach of scripts; on https it is Secure and named so that no other host can set it', async () => {
    expect(await cookieFrom(http, '/set')).toBe('reset=a%20b; Max-Age=60; Path=/; HttpOnly; SameSite=Lax');
    expect(await cookieFrom(https, '/set')).toBe('__Host-reset=a%20b; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax');
  });

  it('is taken away under the same name and place', async () => {
    expect(await cookieFrom(http, '/clear')).toBe('reset=; Path=/; HttpOnly; SameSite=Lax');
    expect(await cookieFrom(https, '/clear')).toBe('__Host-reset=; Path=/; HttpOnly; Secure; SameSite=Lax');
  });

  it('is read by its whole name, from any place in the header; on https one without __Host- counts for nothing', async () => {
    for (const cookie of ['reset=one', 'theme=dark; reset=one', 'xreset=two;reset=one; reset=three']) {
      expect(await readFrom(http, cookie), cookie).toBe('one');
      expect(await readFrom(https, cookie), cookie).toBeNull();
    }
    expect(await readFrom(https, 'reset=two; __Host-reset=one')).toBe('one');
    expect(await readFrom(http, 'theme=reset=one')).toBeNull();
  });
});

it('what somebody chose for this browser stays a year, under a name without a prefix', async () => {
  expect(await cookieFrom(https, '/keep')).toBe('theme=dark; Max-Age=31536000; Path=/; HttpOnly; Secure; SameSite=Lax');
});
