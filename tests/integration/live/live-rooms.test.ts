import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Prisma } from '../../../src/db/generated/client.ts';
import { anonymous, type Actor } from '../../../src/domain/actor.ts';
import { roomsHearing, roomsOf, sidesOf, type ReferralAudience } from '../../../src/domain/visibility.ts';
import { audiencesOf } from '../../../src/live/referral-audience.store.ts';
import { findVisibleReferral, visibleTo } from '../../../src/referrals/visible-referrals.store.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, makeSeeker, ROLES, type Cast, type Role } from '../../support/cast.ts';
import { listenAs, soon, writeEntry, type Listening } from './live-socket.ts';

type Population = { id: string; what: string }[];

/** Referrals by every kind of maker, to each Program, with every audience that may be stamped, for a Seeker with and without an account. */
async function populate(app: TestApp, cast: Cast): Promise<Population> {
  const { db } = app.deps;
  const made: Population = [];
  const seekers = [
    { what: 'a Seeker with an account', id: await makeSeeker(db, { userId: cast.seeker.id }, cast.navigator.id) },
    { what: 'a Seeker without', id: await makeSeeker(db, {}, cast.outsider.id) },
    { what: 'a Navigator who is a Seeker too', id: await makeSeeker(db, { userId: cast.colleague.id }, null) },
  ];
  const makers: (Role | null)[] = ['navigator', 'colleague', 'outsider', 'both', 'claimer', 'admin', null];
  const audiences = [
    [],
    [cast.familyNavigation],
    [cast.frontDesk],
    [cast.program.teamId],
    [cast.familyNavigation, cast.otherProgram.teamId],
  ];
  for (const seeker of seekers) {
    for (const program of [cast.program, cast.otherProgram]) {
      for (const maker of makers) {
        for (const teamIds of audiences) {
          const wish = { makerId: maker ? cast[maker].id : null, programId: program.id, seekerId: seeker.id, teamIds };
          const { id } = await makeReferral(db, wish);
          made.push({
            id,
            what: `by ${maker ?? 'the Seeker'} for ${seeker.what} to ${program.name}, shared with ${String(teamIds.length)}`,
          });
        }
      }
    }
  }
  return made;
}

describe('who sees a referral is the same list for SQL, policy and rooms (R8 to R13, S-41)', () => {
  let app: TestApp;
  let cast: Cast;
  let population: Population;
  let audiences: Map<string, ReferralAudience>;
  const listening: Listening[] = [];

  beforeAll(async () => {
    app = await startApp({ live: true });
    cast = await createCast(app.deps.db);
    population = await populate(app, cast);
    const read = await audiencesOf(
      app.deps.db,
      population.map(({ id }) => id),
    );
    audiences = new Map(read.map((audience) => [audience.id, audience]));
  });
  afterAll(async () => {
    for (const one of listening) one.close();
    await app.close();
  });

  async function actors(): Promise<[string, Actor][]> {
    const users = await Promise.all(ROLES.map(async (role): Promise<[string, Actor]> => [role, await cast.actor(role)]));
    const unverified: Actor = { ...(await cast.actor('seeker')), emailVerified: false };
    const linkBase = {
      kind: 'link' as const,
      linkId: 'x',
      publicId: 'x',
      email: 'x@y.test',
      firstName: 'Ana',
      lastName: 'R',
      organization: null,
    };
    const links = population
      .slice(0, 3)
      .map(({ id }, index): [string, Actor] => [
        `link to ${id}`,
        { ...linkBase, referralId: id, recipient: index === 0 ? 'seeker' : 'claimer', userId: index === 2 ? cast.claimer.id : null },
      ]);
    return [...users, ['unverified seeker', unverified], ...links, ['anonymous', anonymous]];
  }

  it('for every actor and every referral of a population of 210', async () => {
    expect(audiences.size).toBe(population.length);
    const disagreements: string[] = [];
    for (const [name, actor] of await actors()) {
      const rows = await app.deps.db.$queryRaw<{ id: string }[]>(Prisma.sql`SELECT r.id FROM referral r WHERE ${visibleTo(actor)}`);
      const sql = new Set(rows.map((row) => row.id));
      const mine = new Set(roomsOf(actor));
      for (const { id, what } of population) {
        const audience = audiences.get(id)!;
        const policy = sidesOf(actor, audience).length > 0;
        const rooms = roomsHearing(audience).some((room) => mine.has(room));
        if (sql.has(id) !== policy || policy !== rooms) disagreements.push(`${name}, ${what}: ${String([sql.has(id), policy, rooms])}`);
      }
      if (sql.size === 0) expect(['anonymous', 'unverified seeker', 'stranger']).toContain(name);
    }
    expect(disagreements).toEqual([]);
  });

  it('for each role’s real socket: it hears of what its account sees, of nothing else, and once', async () => {
    const sockets = new Map<Role, Listening>();
    for (const role of ROLES) {
      const one = await listenAs(app, cast[role].email);
      listening.push(one);
      sockets.set(role, one);
    }
    const some = population.filter((_one, index) => index % 7 === 0);
    let first = Infinity;
    for (const { id } of some) first = Math.min(first, Number(await writeEntry(app.deps.db, id)));
    for (const [role, one] of sockets) {
      const actor = await cast.actor(role);
      const visible: string[] = [];
      for (const { id } of some) if (await findVisibleReferral(app.deps.db, actor, id)) visible.push(id);
      await vi.waitFor(() => expect(one.ids(first).length, role).toBeGreaterThanOrEqual(visible.length), soon);
      expect(one.ids(first).sort(), role).toEqual(visible.sort());
    }
  });

  it('and what a socket hears is a type, an id and a number (S-44)', () => {
    const all = listening.flatMap(({ sent }) => sent);
    expect(all.length).toBeGreaterThan(100);
    for (const { event, args } of all) {
      if (event === 'live:started') expect(args).toEqual([]);
      else
        expect({ event, args }).toEqual({
          event: 'referral:changed',
          args: [{ type: 'referral:changed', id: expect.any(String) as string, version: expect.any(Number) as number }],
        });
    }
  });
});
