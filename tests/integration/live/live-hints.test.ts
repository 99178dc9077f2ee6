import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { inTransaction } from '../../../src/db/transaction.ts';
import { notifyReferralChanged } from '../../../src/live/notify.ts';
import { changeReferralStatus } from '../../../src/referrals/status-change.service.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast } from '../../support/cast.ts';
import { withListener } from './database-listener.ts';
import { listenAs, soon, writeEntry, type Listening } from './live-socket.ts';

describe('what commits is heard (R3)', () => {
  let one: TestApp;
  let other: TestApp;
  let cast: Cast;
  let here: Listening;
  let there: Listening;

  beforeAll(async () => {
    const env = { SESSION_SECRET: 'two processes of one install share this' };
    one = await startApp({ live: true, env });
    other = await startApp({ live: true, env, database: one.database });
    cast = await createCast(one.deps.db);
    here = await listenAs(one, cast.claimer.email);
    there = await listenAs(other, cast.navigator.email);
  });
  afterAll(async () => {
    here.close();
    there.close();
    await other.close();
    await one.close();
  });

  const makeOne = () => makeReferral(one.deps.db, { makerId: cast.navigator.id, programId: cast.program.id });
  const change = async (id: string, to: 'pending' | 'eligible', version: number) =>
    changeReferralStatus(one.deps, await cast.actor('claimer'), { referralId: id, to, version, reason: null, via: 'dashboard' });
  const heardBy = (listening: Listening, id: string) => listening.ids().filter((heard) => heard === id);

  it('by the browsers of both processes, whichever made the change', async () => {
    const { id, version } = await makeOne();
    await vi.waitFor(() => expect([heardBy(here, id), heardBy(there, id)].map((ids) => ids.length > 0)).toEqual([true, true]), soon);
    const before = heardBy(there, id).length;
    await change(id, 'pending', version);
    await vi.waitFor(() => expect(heardBy(there, id).length).toBeGreaterThan(before), soon);
    await vi.waitFor(() => expect(heardBy(here, id).length).toBeGreaterThan(before), soon);
  });

  it('and says an id and a number in the database, too, never a name or a status (S-44)', async () => {
    const { id, version } = await makeOne();
    const said = await withListener(one.database.url, 'changes', () => change(id, 'eligible', version));
    expect(said).toHaveLength(1);
    expect(JSON.parse(said[0]!)).toEqual({ type: 'referral:changed', id, version: expect.any(Number) as number });
  });

  it('and what is rolled back is not', async () => {
    const undone = await makeOne();
    const done = await makeOne();
    const before = { undone: heardBy(there, undone.id).length };
    await vi.waitFor(() => expect(heardBy(there, done.id).length).toBeGreaterThan(0), soon);
    await vi.waitFor(() => expect((before.undone = heardBy(there, undone.id).length)).toBeGreaterThan(0), soon);
    const failing = inTransaction(one.deps, async (tx) => {
      await notifyReferralChanged(tx, undone.id, 0n);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const heardDone = heardBy(there, done.id).length;
    await inTransaction(one.deps, (tx) => notifyReferralChanged(tx, done.id, 0n));
    await vi.waitFor(() => expect(heardBy(there, done.id).length).toBeGreaterThan(heardDone), soon);
    expect(heardBy(there, undone.id).length).toBe(before.undone);
  });

  it('even where nobody was notified: the change log is swept, and tells each change once (R-30)', async () => {
    const { id } = await makeOne();
    await vi.waitFor(() => expect(heardBy(there, id).length).toBeGreaterThan(0), soon);
    const before = heardBy(there, id).length;
    await writeEntry(one.deps.db, id);
    await vi.waitFor(() => expect(heardBy(there, id).length).toBe(before + 1), soon);
    // A second sweep later, which tells of another referral, nothing was told again.
    const next = await makeOne();
    await vi.waitFor(() => expect(heardBy(there, next.id).length).toBeGreaterThan(0), soon);
    expect(heardBy(there, id).length).toBe(before + 1);
  });

  it('though a lower number commits after a higher one (R-30)', async () => {
    const early = await makeOne();
    const late = await makeOne();
    await vi.waitFor(() => expect(heardBy(there, late.id).length).toBeGreaterThan(0), soon);
    const before = { early: heardBy(there, early.id).length, late: heardBy(there, late.id).length };
    await one.deps.db.$transaction(async (tx) => {
      const low = await writeEntry(tx as never, early.id);
      const high = await writeEntry(one.deps.db, late.id);
      expect(low).toBeLessThan(high);
      await vi.waitFor(() => expect(heardBy(there, late.id).length).toBe(before.late + 1), soon);
    });
    await vi.waitFor(() => expect(heardBy(there, early.id).length).toBe(before.early + 1), soon);
  });
});
