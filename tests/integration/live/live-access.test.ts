import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { notifyAccessChanged } from '../../../src/live/notify.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast } from '../../support/cast.ts';
import { withListener } from './database-listener.ts';
import { cookiesOf, listenAs, listenTo, soon, writeEntry, type Listening } from './live-socket.ts';

describe('access that ends, with two processes (S-42, S-43)', () => {
  let one: TestApp;
  let other: TestApp;
  let cast: Cast;
  let open: Listening[] = [];

  beforeAll(async () => {
    const env = { SESSION_SECRET: 'two processes of one install share this' };
    one = await startApp({ live: true, env });
    other = await startApp({ live: true, env, database: one.database });
    cast = await createCast(one.deps.db);
  });
  afterEach(() => {
    for (const listening of open) listening.close();
    open = [];
  });
  afterAll(async () => {
    await other.close();
    await one.close();
  });

  const keep = <T extends Listening>(listening: T): T => {
    open.push(listening);
    return listening;
  };
  const again = (app: TestApp, cookie: string): Listening => keep(listenTo(app, { cookie }));

  it('signing out cuts that session’s sockets in the other process, and no other session’s', async () => {
    const leaving = keep(await listenAs(one, cast.navigator.email));
    const cookie = cookiesOf(leaving.browser);
    const elsewhere = again(other, cookie);
    await elsewhere.started();
    const staying = keep(await listenAs(other, cast.navigator.email));
    const colleague = keep(await listenAs(other, cast.colleague.email));
    const answer = await leaving.browser.post('/logout').type('form').send({});
    expect(answer.status).toBe(303);
    await Promise.all([leaving.cut(), elsewhere.cut()]);
    await again(other, cookie).refused();
    expect([staying.socket.connected, colleague.socket.connected]).toEqual([true, true]);
  });

  it('no session’s secret is said for that', async () => {
    const browser = await one.signIn(cast.navigator.email);
    const cookie = decodeURIComponent(cookiesOf(browser));
    const sessionId = /s:([^.]+)\./.exec(cookie)?.[1] ?? '';
    expect(sessionId.length).toBeGreaterThan(20);
    const said = await withListener(one.database.url, 'access', () => browser.post('/logout').type('form').send({}));
    expect(said.length).toBeGreaterThan(0);
    expect(said.join()).not.toContain(sessionId);
  });

  it('leaving a Team cuts the socket; it comes back with the rooms of what is left (R9)', async () => {
    const shared = await makeReferral(one.deps.db, {
      makerId: cast.navigator.id,
      programId: cast.program.id,
      teamIds: [cast.familyNavigation],
    });
    const own = await makeReferral(one.deps.db, { makerId: cast.colleague.id, programId: cast.program.id, teamIds: [] });
    const colleague = keep(await listenAs(other, cast.colleague.email));
    await writeEntry(one.deps.db, shared.id);
    await vi.waitFor(() => expect(colleague.ids()).toContain(shared.id), soon);
    const place = await one.deps.db.membership.findFirstOrThrow({ where: { userId: cast.colleague.id, teamId: cast.familyNavigation } });
    await one.deps.db.$transaction(async (tx) => {
      await tx.membership.delete({ where: { id: place.id } });
      await notifyAccessChanged(tx, cast.colleague.id);
    });
    await colleague.cut();
    const back = again(other, cookiesOf(colleague.browser));
    await back.started();
    await writeEntry(one.deps.db, shared.id);
    await writeEntry(one.deps.db, own.id);
    await vi.waitFor(() => expect(back.ids()).toContain(own.id), soon);
    expect(back.ids()).not.toContain(shared.id);
    await one.deps.db.membership.create({ data: place });
  });

  it('joining one brings the rooms of it', async () => {
    const referral = await makeReferral(one.deps.db, { makerId: cast.navigator.id, programId: cast.otherProgram.id, teamIds: [] });
    const joining = keep(await listenAs(other, cast.coclaimer.email));
    await one.deps.db.$transaction(async (tx) => {
      await tx.membership.create({ data: { userId: cast.coclaimer.id, teamId: cast.otherProgram.teamId } });
      await notifyAccessChanged(tx, cast.coclaimer.id);
    });
    await joining.cut();
    const back = again(other, cookiesOf(joining.browser));
    await back.started();
    await writeEntry(one.deps.db, referral.id);
    await vi.waitFor(() => expect(back.ids()).toContain(referral.id), soon);
  });

  it('who was revoked while offline gets nothing on coming back (S-42, T2)', async () => {
    const referral = await makeReferral(one.deps.db, { makerId: cast.navigator.id, programId: cast.program.id });
    const offline = keep(await listenAs(one, cast.both.email));
    offline.close();
    await one.deps.db.user.update({ where: { id: cast.both.id }, data: { deactivatedAt: new Date() } });
    await writeEntry(one.deps.db, referral.id);
    const back = again(one, cookiesOf(offline.browser));
    await back.refused();
    expect(back.sent).toEqual([]);
    await one.deps.db.user.update({ where: { id: cast.both.id }, data: { deactivatedAt: null } });
  });

  it('a deactivated account’s sockets end in both processes', async () => {
    const here = keep(await listenAs(one, cast.outsider.email));
    const there = keep(await listenAs(other, cast.outsider.email));
    await one.deps.db.$transaction(async (tx) => {
      await tx.user.update({ where: { id: cast.outsider.id }, data: { deactivatedAt: new Date(), sessionEpoch: { increment: 1 } } });
      await notifyAccessChanged(tx, cast.outsider.id);
    });
    await Promise.all([here.cut(), there.cut()]);
    await again(other, cookiesOf(there.browser)).refused();
  });

  it('access that ended while nothing could be heard is found out when listening begins again', async () => {
    const browser = await one.signIn(cast.claimer.email);
    const listening = again(one, cookiesOf(browser));
    const staying = keep(await listenAs(one, cast.admin.email));
    await listening.started();
    await one.deps.db.user.update({ where: { id: cast.claimer.id }, data: { sessionEpoch: { increment: 1 } } });
    await one.deps.db.$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'throughline live' AND datname = current_database()`;
    await listening.cut();
    await again(one, cookiesOf(browser)).refused();
    expect(staying.socket.connected).toBe(true);
  });
});
