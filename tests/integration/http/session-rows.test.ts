import express from 'express';
import expressSession from 'express-session';
import { agent } from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type pg from 'pg';
import { openSessionPool, openSessionStore, refuseResurrection } from '../../../src/http/session-rows.ts';
import { createLog } from '../../../src/logger.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';

let database: FreshDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await freshDatabase();
  pool = openSessionPool(database.url, createLog('silent'));
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

declare module 'express-session' {
  interface SessionData {
    said?: string;
  }
}

const rows = async (): Promise<string[]> => {
  const found = await pool.query<{ said: string }>("SELECT sess ->> 'said' AS said FROM session");
  return found.rows.map(({ said }) => said);
};

it('a slow request that saves its session after "Sign out" does not bring it back (S-13)', async () => {
  const app = express();
  const store = openSessionStore(pool, createLog('silent'));
  app.use(expressSession({ secret: 'a secret of at least thirty-two characters', store, resave: false, saveUninitialized: false }));
  refuseResurrection(store, pool);
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  let arrived = (): void => undefined;
  const isThere = new Promise<void>((resolve) => (arrived = resolve));
  app.get('/begin', (req, res) => {
    req.session.said = 'begun';
    res.end();
  });
  app.get('/change', (req, res) => {
    req.session.said = 'changed';
    res.end();
  });
  app.get('/slow', async (req, res) => {
    arrived();
    await held;
    req.session.said = 'slow';
    res.end();
  });
  app.get('/end', (req, res) => {
    req.session.destroy(() => res.end());
  });
  const server = app.listen(0, '127.0.0.1');
  const browser = agent(server);

  await browser.get('/begin');
  expect(await rows()).toEqual(['begun']);
  await browser.get('/change');
  expect(await rows()).toEqual(['changed']);
  const slow = browser.get('/slow').then((answer) => answer.status);
  await isThere;
  await browser.get('/end');
  letGo();
  expect(await slow).toBe(200);
  expect(await rows()).toEqual([]);
  store.close();
  server.close();
});
