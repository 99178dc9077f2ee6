import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Response } from 'supertest';
import { withClient } from '../../../src/db/embedded-database.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, type Cast } from '../../support/cast.ts';
import { cuttable, type CuttableLine } from '../../support/cuttable.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';
import { waitFor } from '../../support/wait-for.ts';

let database: FreshDatabase;
let line: CuttableLine;
let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  database = await freshDatabase();
  line = await cuttable(database.url);
  app = await startApp({ database: { ...database, url: line.url } });
  cast = await createCast(app.deps.db);
});
afterAll(async () => {
  await app.close();
  await line.close();
  await database.drop();
});

/** What must never be told (S-55). */
const SECRETS = [/at \w+ \(/, /node_modules/, /\.ts:\d+/, /SELECT|INSERT/, /prisma/i, /user_account/, /ECONN/, /relation "/];
const tellsNothing = ({ text }: Response): boolean => SECRETS.every((secret) => !secret.test(text));

describe('errors', () => {
  it('what is not there, and what one may not see, is the same page (R13, S-55)', async () => {
    const browser = await app.signIn(cast.stranger.email);
    const nothing = await browser.get('/nothing-here');
    expect(nothing.status).toBe(404);
    expect(nothing.text).toContain('<h1>Nothing here</h1>');
    expect(nothing.text).toContain('Sam S.');
    const foreign = await browser.get(`/people/${cast.program.id}`);
    const bare = (answer: Response): string => answer.text.replace(/data-session-seconds="\d+"|name="returnTo" value="[^"]*"/g, '');
    expect([foreign.status, bare(foreign)]).toEqual([404, bare(nothing)]);
  });

  it('a fault of ours shows a number and nothing of how we work, as page and as JSON (S-55)', async () => {
    const browser = await app.signIn(cast.claimer.email);
    await withClient(database.ownerUrl, (client) => client.query('ALTER TABLE program RENAME TO program_away'));
    try {
      const page = await browser.get(`/programs/${cast.program.id}`);
      expect(page.status).toBe(500);
      expect(page.text).toContain(String(page.headers['x-request-id']));
      expect(tellsNothing(page)).toBe(true);
      const json = await browser.get(`/programs/${cast.program.id}`).set('Accept', 'application/json');
      expect(json.status).toBe(500);
      expect(Object.keys(json.body as object).sort()).toEqual(['detail', 'error', 'requestId']);
      expect(tellsNothing(json)).toBe(true);
    } finally {
      await withClient(database.ownerUrl, (client) => client.query('ALTER TABLE program_away RENAME TO program'));
    }
    expect((await browser.get(`/programs/${cast.program.id}`)).status).toBe(200);
  });

  it('without the database: a page that says so, soon, and it recovers by itself (R-20)', async () => {
    const browser = await app.signIn(cast.claimer.email);
    line.cut();
    for (const path of ['/settings/account', '/programs', '/people', '/']) {
      const answer = await browser.get(path);
      expect([path, answer.status]).toEqual([path, 503]);
      expect(answer.headers['retry-after']).toBe('10');
      expect(answer.text).toContain('<h1>Back in a moment</h1>');
      expect(tellsNothing(answer)).toBe(true);
    }
    const signIn = await app.request().post('/login').type('form').send({ email: cast.claimer.email, password: 'not the password at all' });
    expect(signIn.status).toBe(503);
    expect((await app.request().get('/login')).status).toBe(200);
    expect((await app.request().get('/healthz')).status).toBe(200);
    line.mend();
    await waitFor(async () => (await browser.get('/settings/account')).status === 200);
  });

  it('limits hold while the database is away: they are counted in memory then (S-06)', async () => {
    line.cut();
    const statuses: number[] = [];
    for (let times = 0; times < 7; times += 1) {
      const answer = await app
        .request()
        .post('/login')
        .type('form')
        .send({ email: cast.coclaimer.email, password: 'not the password at all' });
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([503, 503, 503, 503, 503, 429, 429]);
    line.mend();
    await waitFor(async () => (await app.request().get('/programs')).status === 200);
  });
});
