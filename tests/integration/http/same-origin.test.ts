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
