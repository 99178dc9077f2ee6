import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../../src/db/transaction.ts';
import { personRows } from '../../../src/people/person-row.store.ts';
import { readPeople } from '../../../src/people/people.service.ts';
import { LATEST_FIRST } from '../../../src/domain/people-list.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, makeSeeker, ROLES, type Cast } from '../../support/cast.ts';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());

const everybody = { status: null, goal: false, archived: 'all', since: null, order: LATEST_FIRST } as const;

/** Whom the door shows somebody, and whom their entries lead to: as lines, with what the list is sorted and filtered by. */
async function compared(): Promise<[string[], string[]]> {
  const ids = (await app.deps.db.seeker.findMany({ select: { id: true } })).map(({ id }) => id);
  const [door, entries]: [string[], string[]] = [[], []];
  for (const role of ROLES) {
    const actor = await cast.actor(role);
    const line = (row: Awaited<ReturnType<typeof personRows>>[number]): string =>
      [role, row.seekerId, row.lastActivity.toISOString(), row.firstName, row.archived].join(' ');
    door.push(...(await personRows(app.deps.db, actor, ids)).map(line));
    const list = await readPeople(app.deps, actor, { question: everybody, search: null, after: null, before: null, shown: [] });
    expect([role, list.total, list.next]).toEqual([role, list.rows.length, false]);
    entries.push(...list.rows.map(line));
  }
  return [door.sort(), entries.sort()];
}

/** What the triggers keep is what there would be if it were made anew. */
async function kept(): Promise<unknown> {
  return app.deps.db.$queryRaw`
    (TABLE person_entry EXCEPT TABLE person_entry_now) UNION ALL (TABLE person_entry_now EXCEPT TABLE person_entry)`;
}

describe('the entries of the People list (R13, R16)', () => {
  it('lead everybody to exactly those they see by the one door, through all that happens to a referral', async () => {
    const { db } = app.deps;
    const own = await makeReferral(db, { makerId: cast.navigator.id, programId: cast.program.id, teamIds: [] });
    const shared = await makeReferral(db, { makerId: cast.navigator.id, programId: cast.otherProgram.id });
    await makeReferral(db, { makerId: cast.outsider.id, programId: cast.program.id, seekerId: shared.seekerId, status: 'got_help' });
    await makeReferral(db, { makerId: cast.both.id, programId: cast.program.id });
    await makeReferral(db, { makerId: null, programId: cast.program.id, seeker: { userId: cast.seeker.id, email: cast.seeker.email } });
    await makeSeeker(db, { firstName: 'Without' }, cast.navigator.id);
    await makeSeeker(db, { firstName: 'Nobody’s' }, null);
    const steps: (() => Promise<unknown>)[] = [
      () => Promise.resolve(),
      () =>
        db.referral.update({
          where: { id: own.id },
          data: { status: 'eligible', version: 2, statusChangedAt: new Date(), seenAt: new Date() },
        }),
      () => db.referralShare.create({ data: { referralId: own.id, teamId: cast.familyNavigation } }),
      () => db.referral.update({ where: { id: own.id }, data: { status: 'got_help', statusChangedAt: new Date() } }),
      () => db.referral.update({ where: { id: shared.id }, data: { status: 'no_capacity', statusChangedAt: new Date() } }),
      () => db.referral.updateMany({ where: { seekerId: shared.seekerId }, data: { status: 'pending', statusChangedAt: new Date() } }),
      () => db.referral.update({ where: { id: own.id }, data: { seenAt: new Date() } }),
      () => db.referral.update({ where: { id: own.id }, data: { seenAt: null, statusChangedAt: new Date(Date.UTC(2026, 0, 1)) } }),
      () => db.referral.update({ where: { id: own.id }, data: { status: 'eligible', madeById: cast.colleague.id } }),
      () => db.seeker.update({ where: { id: own.seekerId }, data: { firstName: 'Renamed', archivedAt: new Date() } }),
      () => db.seeker.update({ where: { id: shared.seekerId }, data: { contactPreference: 'dont_reach_out' } }),
      () => db.referralShare.deleteMany({ where: { referralId: own.id } }),
      () => db.referral.update({ where: { id: own.id }, data: { madeById: null } }),
      () => db.seeker.update({ where: { id: own.seekerId }, data: { madeById: null, archivedAt: null } }),
    ];
    for (const step of steps) {
      await step();
      const [door, entries] = await compared();
      expect(entries).toEqual(door);
      expect(await kept()).toEqual([]);
    }
  });

  it('miss nothing when two referrals of one Seeker change at the same moment', async () => {
    const { db } = app.deps;
    const one = await makeReferral(db, { makerId: cast.navigator.id, programId: cast.program.id });
    const others = await Promise.all(
      [1, 2, 3].map(() => makeReferral(db, { makerId: cast.navigator.id, programId: cast.otherProgram.id, seekerId: one.seekerId })),
    );
    const move = (id: string, status: 'got_help' | 'no_capacity') =>
      inTransaction(app.deps, (tx) => tx.referral.update({ where: { id }, data: { status, version: 2, statusChangedAt: new Date() } }));
    await Promise.all([one, ...others].map(({ id }, index) => move(id, index % 2 === 0 ? 'got_help' : 'no_capacity')));
    expect(await kept()).toEqual([]);
  });

  it('are the same made anew, and gone with their Seeker', async () => {
    const { db } = app.deps;
    const rows = () => db.$queryRaw`SELECT * FROM person_entry ORDER BY seeker_id, audience`;
    const before = await rows();
    await db.$executeRaw`SELECT person_rebuild()`;
    expect(await rows()).toEqual(before);
    const id = await makeSeeker(db, { firstName: 'Fleeting' }, cast.navigator.id);
    await db.seeker.delete({ where: { id } });
    expect(
      await db.$queryRaw`SELECT seeker_id FROM person_entry WHERE seeker_id = ${id}::uuid UNION SELECT seeker_id FROM person_text WHERE seeker_id = ${id}::uuid`,
    ).toEqual([]);
  });

  it('show nobody whom the door does not, even where an entry is wrong', async () => {
    const { db } = app.deps;
    const { seekerId } = await makeReferral(db, {
      makerId: cast.outsider.id,
      programId: cast.otherProgram.id,
      seeker: { firstName: 'Canary' },
    });
    await db.$executeRaw`INSERT INTO person_entry SELECT seeker_id, ${cast.navigator.id}::uuid, helping, archived, now(), categories, name_key, shared_at, beginnings
      FROM person_entry WHERE seeker_id = ${seekerId}::uuid AND audience = ${cast.outsider.id}::uuid`;
    const page = (await (await app.signIn(cast.navigator.email)).get('/people')).text;
    expect(page).not.toContain('Canary');
    expect(page).not.toContain(seekerId);
    await db.$executeRaw`SELECT person_refresh(${seekerId}::uuid)`;
    expect(await kept()).toEqual([]);
  });
});
