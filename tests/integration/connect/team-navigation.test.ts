import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Agent } from 'supertest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, type Cast } from '../../support/cast.ts';
import { sent, WELL } from '../../support/connect-form.ts';

const open: TestApp[] = [];
let app: TestApp;
let cast: Cast;
beforeEach(async () => {
  app = await startApp();
  open.push(app);
  cast = await createCast(app.deps.db);
});
afterAll(() => Promise.all(open.map((one) => one.close())));

const switchTeam = (id: string, teamNavigation: boolean): Promise<unknown> =>
  app.deps.db.team.update({ where: { id }, data: { teamNavigation } });
const leave = (userId: string, teamId: string): Promise<unknown> =>
  app.deps.db.membership.delete({ where: { userId_teamId: { userId, teamId } } });
const join = (userId: string, teamId: string): Promise<unknown> => app.deps.db.membership.create({ data: { userId, teamId } });
const opens = async (browser: Agent, seekerId: string): Promise<number> => (await browser.get(`/people/${seekerId}`)).status;

describe('who else on the referring side sees a referral (R9)', () => {
  it('is every member of the maker’s Team when Team Navigation is on as it is made', async () => {
    const { seekerId, referralId } = await sent(await app.signIn(cast.navigator.email), cast.program.id, WELL);
    const page = await (await app.signIn(cast.colleague.email)).get(`/people/${seekerId}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain(`data-referral="${referralId}"`);
    expect(page.text).toContain('Start a Referral');
    expect(page.text).toContain('From Dana W., Riverside Clinic');
    expect(await opens(await app.signIn(cast.outsider.email), seekerId)).toBe(404);
  });

  it('is nobody when it is off (R8), and turning it on later does not reach back', async () => {
    await switchTeam(cast.familyNavigation, false);
    const { seekerId } = await sent(await app.signIn(cast.navigator.email), cast.program.id, WELL);
    const colleague = await app.signIn(cast.colleague.email);
    expect(await opens(colleague, seekerId)).toBe(404);
    await switchTeam(cast.familyNavigation, true);
    expect(await opens(colleague, seekerId)).toBe(404);
    expect((await colleague.get('/people')).text).not.toContain(seekerId);
  });

  it('stays the Team when it is turned off later, for referrals made before, and only for those', async () => {
    const navigator = await app.signIn(cast.navigator.email);
    const before = await sent(navigator, cast.program.id, WELL);
    await switchTeam(cast.familyNavigation, false);
    const after = await sent(navigator, cast.otherProgram.id, { ...WELL, seekerId: before.seekerId });
    const page = await (await app.signIn(cast.colleague.email)).get(`/people/${before.seekerId}`);
    expect(page.text).toContain(before.referralId);
    expect(page.text).not.toContain(after.referralId);
    expect(page.text).toContain('1 referral: 0 loops closed, 1 open');
  });

  it('loses it on leaving the Team, and sees it on joining', async () => {
    const { seekerId } = await sent(await app.signIn(cast.navigator.email), cast.program.id, WELL);
    const [colleague, stranger] = [await app.signIn(cast.colleague.email), await app.signIn(cast.stranger.email)];
    expect([await opens(colleague, seekerId), await opens(stranger, seekerId)]).toEqual([200, 404]);
    await leave(cast.colleague.id, cast.familyNavigation);
    await join(cast.stranger.id, cast.familyNavigation);
    expect([await opens(colleague, seekerId), await opens(stranger, seekerId)]).toEqual([404, 200]);
    expect((await colleague.get('/people')).text).not.toContain(seekerId);
    expect((await stranger.get('/people')).text).toContain(seekerId);
  });

  it('is every Team of the maker that shares, Group and Program alike', async () => {
    await join(cast.navigator.id, cast.otherProgram.teamId);
    await switchTeam(cast.otherProgram.teamId, true);
    const { referralId } = await sent(await app.signIn(cast.navigator.email), cast.program.id, WELL);
    const shares = await app.deps.db.referralShare.findMany({ where: { referralId }, select: { teamId: true } });
    expect(shares.map(({ teamId }) => teamId).sort()).toEqual([cast.familyNavigation, cast.otherProgram.teamId].sort());
  });
});

describe('inbound and outbound are separate (R10)', () => {
  it('outbound sharing of a Program never opens its inbound referrals, and being its Claimer needs no switch', async () => {
    await switchTeam(cast.program.teamId, false);
    const { seekerId, referralId } = await sent(await app.signIn(cast.outsider.email), cast.program.id, WELL);
    expect((await (await app.signIn(cast.coclaimer.email)).get(`/people/${seekerId}`)).text).toContain(referralId);
    expect(await opens(await app.signIn(cast.colleague.email), seekerId)).toBe(404);
  });

  it('a Claimer’s own outbound referral is shared by the Program’s switch, not by its inbound side', async () => {
    const claimer = await app.signIn(cast.claimer.email);
    const alone = await sent(claimer, cast.otherProgram.id, WELL);
    const coclaimer = await app.signIn(cast.coclaimer.email);
    expect(await opens(coclaimer, alone.seekerId)).toBe(404);
    await switchTeam(cast.program.teamId, true);
    const shared = await sent(claimer, cast.otherProgram.id, WELL);
    expect([await opens(coclaimer, alone.seekerId), await opens(coclaimer, shared.seekerId)]).toEqual([404, 200]);
  });
});
