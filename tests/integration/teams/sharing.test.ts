import type { Agent } from 'supertest';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { changeTeam } from '../../../src/teams/team.service.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, type Cast, type CastProgram } from '../../support/cast.ts';
import { sent, WELL } from '../../support/connect-form.ts';
import { cookiesOf, listenTo } from '../live/live-socket.ts';
import { groupPage, invitationLink, invitedIn, post, turn } from './site-settings.ts';

const open: TestApp[] = [];
let app: TestApp;
let cast: Cast;
let admin: Agent;
let navigator: Agent;
beforeEach(async () => {
  app = await startApp({ workers: true, live: true });
  open.push(app);
  cast = await createCast(app.deps.db);
  admin = await app.signIn(cast.admin.email);
  navigator = await app.signIn(cast.navigator.email);
});
afterAll(() => Promise.all(open.map((one) => one.close())));

const sees = async (browser: Agent, referralId: string): Promise<boolean> => (await browser.get(`/referrals/${referralId}`)).status === 200;
const remove = (userId: string, teamId = cast.familyNavigation) => post(admin, `${groupPage(teamId)}/members/${userId}/remove`);
const send = async (browser = navigator, program: CastProgram = cast.program): Promise<string> =>
  (await sent(browser, program.id, WELL)).referralId;

/** The Program's switch, as its Program Admin turns it. */
async function turnProgram({ teamId }: CastProgram, teamNavigation: boolean): Promise<void> {
  const { version } = await app.deps.db.team.findUniqueOrThrow({ where: { id: teamId } });
  expect(await changeTeam(app.deps, await cast.actor('claimer'), teamId, { version, teamNavigation })).toEqual({ done: true });
}

describe('R9: what a Group shares', () => {
  it('begins when Team Navigation is turned on, and does not reach back; turned off, it hides nothing already shared', async () => {
    const colleague = await app.signIn(cast.colleague.email);
    await turn(app, admin, cast.familyNavigation, 'off');
    const before = await send();
    await turn(app, admin, cast.familyNavigation, 'on');
    const during = await send();
    await turn(app, admin, cast.familyNavigation, 'off');
    const after = await send();
    expect(await Promise.all([before, during, after].map((id) => sees(colleague, id)))).toEqual([false, true, false]);
    await turn(app, admin, cast.familyNavigation, 'on');
    expect(await Promise.all([before, during, after].map((id) => sees(colleague, id)))).toEqual([false, true, false]);
  });

  it('is seen by who joins later, as much of it as was shared, and not by who was only invited', async () => {
    const shared = await send();
    const stranger = await app.signIn(cast.stranger.email);
    await post(admin, `${groupPage(cast.familyNavigation)}/invite`, { email: cast.stranger.email, place: 'member' });
    await invitationLink(app, cast.stranger.email);
    expect(await sees(stranger, shared)).toBe(false);
    await post(admin, `/settings/invitations/${(await app.deps.db.invitation.findFirstOrThrow()).id}/withdraw`);
    const joined = await invitedIn(app, admin, cast.familyNavigation, cast.stranger.email);
    expect(await sees(joined, shared)).toBe(true);
    expect((await joined.get('/people')).status).toBe(200);
  });

  it('is gone at once for who is taken out, on a page that is open, too: the socket is cut (S-43)', async () => {
    const shared = await send();
    const own = await send(await app.signIn(cast.colleague.email), cast.otherProgram);
    const colleague = await app.signIn(cast.colleague.email);
    expect(await sees(colleague, shared)).toBe(true);
    const page = listenTo(app, { cookie: cookiesOf(colleague) });
    const other = listenTo(app, { cookie: cookiesOf(navigator) });
    await Promise.all([page.started(), other.started()]);
    expect((await remove(cast.colleague.id)).status).toBe(303);
    await page.cut();
    expect(other.socket.connected).toBe(true);
    expect([await sees(colleague, shared), await sees(colleague, own)]).toEqual([false, true]);
    other.close();
  });

  it('is cut for who is deactivated, too, and comes back with the Groups when they are reactivated', async () => {
    const shared = await send();
    const colleague = await app.signIn(cast.colleague.email);
    const page = listenTo(app, { cookie: cookiesOf(colleague) });
    await page.started();
    const worker = `/settings/site/${cast.siteId}/workers/${cast.colleague.id}`;
    await post(admin, `${worker}/deactivate`);
    await page.cut();
    expect(await sees(colleague, shared)).toBe(false);
    await post(admin, `${worker}/reactivate`);
    expect(await sees(await app.signIn(cast.colleague.email), shared)).toBe(true);
  });

  it('is each Group’s own for a Worker of several: leaving one leaves the other', async () => {
    await turn(app, admin, cast.frontDesk, 'on');
    await post(admin, `${groupPage(cast.frontDesk)}/members`, { userId: cast.navigator.id });
    const both = await send();
    const onlyDesk = await send(await app.signIn(cast.outsider.email));
    const [colleague, outsider] = [await app.signIn(cast.colleague.email), await app.signIn(cast.outsider.email)];
    expect([await sees(colleague, both), await sees(outsider, both)]).toEqual([true, true]);
    expect([await sees(navigator, onlyDesk), await sees(colleague, onlyDesk)]).toEqual([true, false]);
    await remove(cast.navigator.id, cast.frontDesk);
    expect([await sees(navigator, onlyDesk), await sees(navigator, both)]).toEqual([false, true]);
    expect([await sees(colleague, both), await sees(outsider, both)]).toEqual([true, true]);
    const later = await send();
    expect([await sees(colleague, later), await sees(outsider, later)]).toEqual([true, false]);
  });

  it('is both a Group’s and a Program’s for somebody in both, and history says where they were first (R7)', async () => {
    await turn(app, admin, cast.frontDesk, 'on');
    await turnProgram(cast.program, true);
    const both = await send(await app.signIn(cast.both.email), cast.otherProgram);
    const [outsider, coclaimer] = [await app.signIn(cast.outsider.email), await app.signIn(cast.coclaimer.email)];
    expect([await sees(outsider, both), await sees(coclaimer, both)]).toEqual([true, true]);
    await remove(cast.both.id, cast.frontDesk);
    const later = await send(await app.signIn(cast.both.email), cast.otherProgram);
    expect([await sees(outsider, later), await sees(coclaimer, later)]).toEqual([false, true]);
    const names = await app.deps.db.referralEvent.findMany({
      where: { referralId: { in: [both, later] }, kind: 'created' },
      orderBy: { sequence: 'asc' },
      select: { actorOrganization: true },
    });
    expect(names.map((one) => one.actorOrganization)).toEqual(['Riverside Clinic', cast.program.name]);
  });
});

describe('R10: inbound and outbound are separate', () => {
  it('turning a Program’s Team Navigation on or off never changes who sees its inbound referrals', async () => {
    const inbound = await send(await app.signIn(cast.outsider.email));
    const browsers = await Promise.all((['claimer', 'coclaimer', 'both'] as const).map((role) => app.signIn(cast[role].email)));
    const strangers = await Promise.all((['colleague', 'stranger'] as const).map((role) => app.signIn(cast[role].email)));
    for (const on of [true, false, true]) {
      await turnProgram(cast.program, on);
      expect(await Promise.all(browsers.map((one) => sees(one, inbound)))).toEqual([true, true, true]);
      expect(await Promise.all(strangers.map((one) => sees(one, inbound)))).toEqual([false, false]);
      const later = await send(await app.signIn(cast.outsider.email));
      expect(await Promise.all(browsers.map((one) => sees(one, later)))).toEqual([true, true, true]);
      expect(await Promise.all(strangers.map((one) => sees(one, later)))).toEqual([false, false]);
    }
  });

  it('being a Claimer never opens what a co-worker sends out, unless the switch was on then; nor does receiving it', async () => {
    const claimer = await app.signIn(cast.claimer.email);
    const coclaimer = await app.signIn(cast.coclaimer.email);
    const alone = await send(claimer, cast.otherProgram);
    await turnProgram(cast.program, true);
    const shared = await send(claimer, cast.otherProgram);
    await turnProgram(cast.program, false);
    const later = await send(claimer, cast.otherProgram);
    expect(await Promise.all([alone, shared, later].map((id) => sees(coclaimer, id)))).toEqual([false, true, false]);
    const page = await coclaimer.get(`/inbound/${cast.program.id}`);
    for (const id of [alone, shared, later]) expect(page.text).not.toContain(id);
  });
});
