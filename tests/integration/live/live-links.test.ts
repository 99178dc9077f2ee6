import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { issueStatusLink } from '../../../src/status-links/status-link.store.ts';
import { notifyAccessChanged } from '../../../src/live/notify.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, makeSeeker, type Cast } from '../../support/cast.ts';
import { cookiesOf, listenAs, listenTo, soon, writeEntry, type Listening } from './live-socket.ts';

describe('the socket of a Status link’s page (R26, S-34)', () => {
  let app: TestApp;
  let cast: Cast;
  let open: Listening[] = [];

  beforeAll(async () => {
    app = await startApp({ live: true });
    cast = await createCast(app.deps.db);
  });
  afterEach(() => {
    for (const listening of open) listening.close();
    open = [];
  });
  afterAll(() => app.close());

  /** Opens a link from a mail as a browser does; gives its cookies and public id. */
  async function openLink(referralId: string, recipient: 'seeker' | 'claimer'): Promise<{ link: string; cookie: string }> {
    const who =
      recipient === 'seeker' ? { userId: null, email: 'ana@example.test' } : { userId: cast.coclaimer.id, email: cast.coclaimer.email };
    const issued = await issueStatusLink(app.deps.db, { referralId, recipient, ...who }, app.clock.now(), 60);
    const browser = app.request();
    expect((await browser.get(issued.path)).status).toBe(303);
    return { link: issued.publicId, cookie: cookiesOf(browser) };
  }

  const follow = async (wish: { link: string; cookie: string }): Promise<Listening> => {
    const listening = listenTo(app, wish);
    open.push(listening);
    await listening.started();
    return listening;
  };

  it('hears of its own referral and of no other of the same Program or Seeker', async () => {
    const seekerId = await makeSeeker(app.deps.db, { email: 'ana@example.test' }, cast.navigator.id);
    const wish = { makerId: cast.navigator.id, programId: cast.program.id, seekerId };
    const own = await makeReferral(app.deps.db, wish);
    const other = await makeReferral(app.deps.db, wish);
    const seeker = await follow(await openLink(own.id, 'seeker'));
    const claimer = await follow(await openLink(own.id, 'claimer'));
    const witness = await listenAs(app, cast.claimer.email);
    open.push(witness);
    const since = Number(await writeEntry(app.deps.db, other.id));
    await writeEntry(app.deps.db, own.id);
    await vi.waitFor(() => expect(new Set(witness.ids(since))).toEqual(new Set([own.id, other.id])), soon);
    await vi.waitFor(() => expect([seeker.ids(since), claimer.ids(since)]).toEqual([[own.id], [own.id]]), soon);
  });

  it('needs the cookie of that very link: no other link’s, and no session', async () => {
    const [one, two] = [
      await makeReferral(app.deps.db, { makerId: null, programId: cast.program.id }),
      await makeReferral(app.deps.db, { makerId: null, programId: cast.program.id }),
    ];
    const first = await openLink(one.id, 'claimer');
    const second = await openLink(two.id, 'claimer');
    for (const cookie of [first.cookie, cookiesOf(await app.signIn(cast.claimer.email)), '']) {
      const listening = listenTo(app, { link: second.link, cookie });
      await listening.refused();
      expect(listening.sent).toEqual([]);
    }
  });

  it('is cut when its recipient is a Claimer no more (R30)', async () => {
    const referral = await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id });
    const opened = await openLink(referral.id, 'claimer');
    const listening = await follow(opened);
    await app.deps.db.$transaction(async (tx) => {
      await tx.membership.deleteMany({ where: { userId: cast.coclaimer.id, teamId: cast.program.teamId } });
      await notifyAccessChanged(tx, cast.coclaimer.id);
    });
    await listening.cut();
    await listenTo(app, opened).refused();
  });
});
