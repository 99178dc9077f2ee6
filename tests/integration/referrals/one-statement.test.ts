import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../../../src/db/transaction.ts';
import { changeReferralStatus } from '../../../src/referrals/status-change.service.ts';
import { openReferral } from '../../../src/referrals/referral.service.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast, type Role } from '../../support/cast.ts';
import { withListener } from '../live/database-listener.ts';
import { eventsOf, referralNow } from './referral-forms.ts';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});

afterAll(() => app.close());

const sent = () => makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id });

async function change(role: Role, id: string, to: 'pending' | 'eligible', press: string | null = null) {
  const actor = await cast.actor(role);
  const pressed = press === null ? null : { actor: cast[role].id, key: press, body: { id, to }, location: '/' };
  return changeReferralStatus(app.deps, actor, { referralId: id, to, version: 1, reason: null, via: 'dashboard', press: pressed });
}

/** How much of everything a status change writes is there. */
async function written() {
  const { db } = app.deps;
  const [jobs] = await db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM pgboss.job`;
  const [mails, events, presses] = await Promise.all([db.email.count(), db.referralEvent.count(), db.idempotencyKey.count()]);
  return { jobs: jobs!.count, mails, events, presses };
}

describe('a status change is one statement', () => {
  test('that says one thing: the last of the entries it wrote (R3, R6)', async () => {
    const { id } = await sent();
    const said = await withListener(app.database.url, 'changes', () => change('claimer', id, 'pending', 'the press of a first act'));
    const events = await eventsOf(app, id);
    expect(events.map(({ kind }) => kind).slice(-2)).toEqual(['seen', 'status_changed']);
    expect(said.map((hint) => JSON.parse(hint) as unknown)).toEqual([
      { type: 'referral:changed', id, version: Number(events.at(-1)!.sequence) },
    ]);
  });

  test('of which nothing is left when its mail cannot be written (R29)', async () => {
    const { id } = await sent();
    const [row, before] = [await referralNow(app, id), await written()];
    const owner = new pg.Client(app.database.ownerUrl);
    await owner.connect();
    await owner.query('ALTER TABLE email ADD CONSTRAINT no_mail CHECK (false) NOT VALID');
    const said = await withListener(app.database.url, 'changes', () =>
      expect(change('claimer', id, 'pending', 'the press that fails')).rejects.toThrow('no_mail'),
    );
    await owner.query('ALTER TABLE email DROP CONSTRAINT no_mail');
    await owner.end();
    expect([await referralNow(app, id), await written(), said]).toEqual([row, before, []]);
    expect(await change('claimer', id, 'pending', 'the press that fails')).toMatchObject({ changed: true, version: 2 });
  });

  test('that writes no mail, job, press or entry where somebody was quicker (R5)', async () => {
    const { id } = await sent();
    await change('navigator', id, 'eligible');
    const before = await written();
    await expect(change('claimer', id, 'pending', 'the press of the slower')).rejects.toThrow();
    expect([await written(), (await referralNow(app, id)).seenAt]).toEqual([before, null]);
  });

  test('that waits for a first look under way, so that the Program sees it for the first time once (R6)', async () => {
    const { id } = await sent();
    let choosing: Promise<unknown> = Promise.resolve();
    await inTransaction(app.deps, async (tx) => {
      await openReferral({ ...app.deps, db: tx as never }, await cast.actor('coclaimer'), id, true);
      choosing = change('claimer', id, 'pending');
      await somebodyWaits();
    });
    expect(await choosing).toMatchObject({ changed: true, version: 2 });
    expect((await eventsOf(app, id)).map(({ kind }) => kind)).toEqual(['created', 'seen', 'status_changed']);
  });
});

/** Until a statement waits for the row somebody else has. */
async function somebodyWaits(): Promise<void> {
  for (;;) {
    const [row] = await app.deps.db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    if (row!.count > 0) return;
  }
}
