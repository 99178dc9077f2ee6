import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast } from '../../support/cast.ts';
import { listenAs, writeEntry, type Listening } from './live-socket.ts';
import { restartingDatabase, type RestartingDatabase } from './restarting-database.ts';

const inTime = { timeout: 20_000, interval: 20 };

describe('PostgreSQL restarts under an open page (R-30, T3)', () => {
  let database: RestartingDatabase;
  let app: TestApp;
  let cast: Cast;
  let listening: Listening;

  beforeAll(async () => {
    database = await restartingDatabase();
    app = await startApp({ live: true, database });
    cast = await createCast(app.deps.db);
    listening = await listenAs(app, cast.claimer.email);
  });
  afterAll(async () => {
    listening.close();
    await app.close();
    await database.drop();
  });

  const makeReferrals = async (count: number): Promise<string[]> => {
    const made: string[] = [];
    for (let index = 0; index < count; index += 1) {
      made.push((await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id })).id);
    }
    return made;
  };

  /** Writes until it is written: while the database restarts, it refuses. */
  const writeSurely = (id: string, how: (id: string) => Promise<bigint>): Promise<bigint> => vi.waitFor(() => how(id), inTime);

  it.each(['fast', 'immediate'] as const)('with -m %s: the process lives, every change is heard, none twice', async (how) => {
    const referrals = await makeReferrals(40);
    await vi.waitFor(() => expect(listening.ids()).toEqual(expect.arrayContaining(referrals)), inTime);
    const written: number[] = [];
    const restarted = database.restart(how);
    for (const id of referrals) written.push(Number(await writeSurely(id, (one) => writeEntry(app.deps.db, one))));
    await restarted;
    const since = Math.min(...written);
    await vi.waitFor(() => expect(new Set(listening.ids(since))).toEqual(new Set(referrals)), inTime);
    const versions = listening.hints().map((hint) => hint.version);
    expect(new Set(versions).size).toBe(versions.length);
    expect(listening.socket.connected).toBe(true);
    await vi.waitFor(() => expect(app.deps.live.connected()).toBe(true), inTime);
  });

  it('says that it does not hear anything while it does not, to its sockets too (R-21, R-30)', async () => {
    const before = listening.sent.length;
    const readiness = new Set<number>();
    const restart = new AbortController();
    const asking = (async () => {
      while (!restart.signal.aborted) readiness.add((await app.request().get('/readyz')).status);
    })();
    await database.restart('immediate');
    await vi.waitFor(() => expect(app.deps.live.connected()).toBe(true), inTime);
    restart.abort();
    await asking;
    await vi.waitFor(async () => expect((await app.request().get('/readyz')).status).toBe(200), inTime);
    expect(readiness).toContain(503);
    const told = (): string[] => listening.sent.slice(before).flatMap(({ event }) => (event.startsWith('live:') ? [event] : []));
    await vi.waitFor(() => expect(told()).toEqual(['live:lost', 'live:started']), inTime);
    expect(listening.socket.connected).toBe(true);
  });
});
