import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agent } from 'supertest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast } from '../../support/cast.ts';
import { addressOf, routesOf } from '../../support/routes.ts';
import { SAME_ORIGIN_TABLE } from '../../support/same-origin-table.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await createCast(app.deps.db);
});
afterAll(() => app.close());

describe('changes sent by other sites (S-20)', () => {
  it('are refused on every route that changes something, and our own are not: nine rows on each', async () => {
    const changing = routesOf(app.app).filter(({ method }) => !['GET', 'HEAD'].includes(method));
    expect(changing.length).toBeGreaterThan(10);
    const wrong: string[] = [];
    for (const { method, path } of changing) {
      for (const { what, headers, passes } of SAME_ORIGIN_TABLE(app.url)) {
        const answer = await agent(app.url)[method.toLowerCase() as 'post'](addressOf(path)).set(headers).type('form').send({});
        if ((answer.status === 403) === passes) wrong.push(`${method} ${path}: ${what} -> ${String(answer.status)}`);
        if (!String(answer.headers['vary']).includes('Sec-Fetch-Site, Origin')) wrong.push(`${method} ${path}: Vary`);
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('are told so on a page like any other, in the browser’s language and with the way on, without a session (S-20, S-23, U-33)', async () => {
    const [one] = await app.deps.db.$queryRaw<{ sessions: number }[]>`SELECT count(*)::int AS sessions FROM session`;
    const foreign = { 'Sec-Fetch-Site': 'cross-site', 'Accept-Language': 'es', Accept: 'text/html' };
    const page = await agent(app.url).post('/login').set(foreign).type('form').send({});
    expect([page.status, page.type, page.headers['set-cookie']]).toEqual([403, 'text/html', undefined]);
    expect(page.text).toContain('<html lang="es"');
    expect(page.text).toContain('Esto vino de otro sitio, así que no cambió nada.');
    expect(page.text).toContain('<a class="btn" href="/">');
    const [two] = await app.deps.db.$queryRaw<{ sessions: number }[]>`SELECT count(*)::int AS sessions FROM session`;
    expect(two).toEqual(one);
    const json = await agent(app.url)
      .post('/logout')
      .set({ ...foreign, Accept: 'application/json' });
    expect([json.status, json.type]).toEqual([403, 'application/json']);
  });

  it('are not let in by Host or X-Forwarded-Host (S-36)', async () => {
    const forged = { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example', Origin: 'http://evil.example', Cookie: 'sid=s%3Aabc.def' };
    expect((await agent(app.url).post('/logout').set(forged)).status).toBe(403);
  });

  it('no answer invites another site to read it (S-23)', async () => {
    const answer = await agent(app.url).get('/programs').set('Origin', 'https://evil.example');
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(
      (await agent(app.url).options('/login').set('Origin', 'https://evil.example')).headers['access-control-allow-origin'],
    ).toBeUndefined();
  });
});
