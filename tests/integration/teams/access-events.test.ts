import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createAdmin,
  createSite,
  deactivateAccount,
  reactivateAccount,
  removeAdmin,
  resetAccount,
} from '../../../src/operators/operator.service.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, type Cast } from '../../support/cast.ts';
import { groupPage, invitedIn, post, sitePage, turn } from './site-settings.ts';

let lines: string[] = [];
const logTo = new Writable({
  write: (chunk: Buffer, _encoding, done) => {
    lines.push(chunk.toString());
    done();
  },
});

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp({ logTo, workers: true });
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());

const SECRETS = ['demo.test', 'coalition', 'Whitfield', 'Dana', 'Bayside', 'Riverside', '/password/reset'];

/** What the log says of access meanwhile, in order; nobody’s name or address is in any line of it (S-60). */
async function said(work: () => Promise<unknown>): Promise<unknown[]> {
  lines = [];
  await work();
  expect(lines.filter((one) => SECRETS.some((secret) => one.includes(secret)))).toEqual([]);
  return lines
    .map((one) => JSON.parse(one) as Record<string, unknown>)
    .filter(({ msg }) => msg === 'access changed')
    .map((line) => Object.fromEntries(Object.entries(line).filter(([name]) => !['level', 'time', 'msg'].includes(name))));
}

describe('the log of who may do what (S-61)', () => {
  it('says who deactivated and reactivated which Worker, and nothing where that was refused', async () => {
    const admin = await app.signIn(cast.admin.email);
    const worker = `${sitePage(cast.siteId)}/workers/${cast.navigator.id}`;
    const facts = { by: cast.admin.id, userId: cast.navigator.id, siteId: cast.siteId };
    expect(await said(() => post(admin, `${worker}/deactivate`))).toEqual([{ event: 'worker_deactivated', ...facts, account: 'closes' }]);
    expect(await said(() => post(admin, `${worker}/reactivate`))).toEqual([{ event: 'worker_reactivated', ...facts }]);
    expect(await said(() => post(admin, `${worker}/reactivate`))).toEqual([]);
    expect(await said(() => post(admin, `${sitePage(cast.siteId)}/workers/${cast.admin.id}/deactivate`))).toEqual([]);
    const stranger = await app.signIn(cast.stranger.email);
    expect(await said(() => post(stranger, `${worker}/deactivate`))).toEqual([]);
  });

  it('says who was asked into a Team, came, got a role and was taken out, and when Team Navigation was turned', async () => {
    const admin = await app.signIn(cast.admin.email);
    const teamId = cast.frontDesk;
    const { id: userId, email } = cast.outsider;
    await app.deps.db.membership.deleteMany({ where: { teamId, userId } });
    const came = await said(() => invitedIn(app, admin, teamId, email));
    const { id: invitationId } = await app.deps.db.invitation.findFirstOrThrow({ where: { email } });
    const place = { invitationId, teamId, role: 'member' };
    expect(came).toMatchObject([
      { event: 'invitation_sent', by: cast.admin.id, ...place },
      { event: 'invitation_accepted', by: userId, ...place },
    ]);
    const member = `${groupPage(teamId)}/members/${userId}`;
    expect(await said(() => post(admin, `${member}/role`, { role: 'admin' }))).toEqual([
      { event: 'role_changed', by: cast.admin.id, userId, teamId, role: 'admin' },
    ]);
    expect(await said(() => post(admin, `${member}/remove`))).toEqual([{ event: 'member_removed', by: cast.admin.id, userId, teamId }]);
    expect(await said(() => turn(app, admin, teamId, 'on'))).toEqual([
      { event: 'team_changed', by: cast.admin.id, teamId, teamNavigation: true },
    ]);
  });

  it('says what a Program Admin set, and nothing where it was so already', async () => {
    const claimer = await app.signIn(cast.claimer.email);
    const here = `/settings/programs/${cast.program.id}`;
    const version = /name="version" value="(\d+)"/.exec((await claimer.get(here)).text)?.[1];
    const form = { accepting: 'off', note: 'Whitfield is away', teamNavigation: 'on', version };
    const facts = { by: cast.claimer.id, teamId: cast.program.teamId, teamNavigation: true, acceptingReferrals: false };
    expect(await said(() => post(claimer, here, form))).toEqual([{ event: 'program_changed', ...facts }]);
    expect(await said(() => post(claimer, here, form))).toEqual([]);
  });

  it('says what was done at the server', async () => {
    const { deps } = app;
    const { id: userId, email } = cast.colleague;
    const of = (event: string) => ({ event, by: 'server', userId });
    expect(await said(() => createAdmin(deps, { email }))).toEqual([of('operator_made')]);
    expect(await said(() => removeAdmin(deps, email))).toEqual([of('operator_ended')]);
    const { siteId } = (await said(() => createSite(deps, 'Bayside School', { email })))[0] as { siteId: string };
    expect(await deps.db.siteAdmin.count({ where: { siteId, userId } })).toBe(1);
    expect(await said(() => deactivateAccount(deps, email))).toEqual([of('account_deactivated')]);
    expect(await said(() => resetAccount(deps, email).catch(() => null))).toEqual([]);
    expect(await said(() => reactivateAccount(deps, email))).toEqual([of('account_reactivated')]);
    expect(await said(() => resetAccount(deps, email))).toEqual([of('account_reset')]);
  });
});
