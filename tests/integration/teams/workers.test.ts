import type { Agent } from 'supertest';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { deactivateAccount, reactivateAccount } from '../../../src/operators/operator.service.ts';
import { removeFromTeam } from '../../../src/teams/membership.service.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeSeeker, type Cast } from '../../support/cast.ts';
import { sent, WELL } from '../../support/connect-form.ts';
import { everything, linkForClaimer } from '../status-links/link-visits.ts';
import { post, rowOf, sitePage } from './site-settings.ts';

const open: TestApp[] = [];
let app: TestApp;
let cast: Cast;
let admin: Agent;
beforeEach(async () => {
  app = await startApp();
  open.push(app);
  cast = await createCast(app.deps.db);
  admin = await app.signIn(cast.admin.email);
});
afterAll(() => Promise.all(open.map((one) => one.close())));

const site = (): string => sitePage(cast.siteId);
const onPage = async (browser = admin): Promise<string> => (await browser.get(site())).text;
const deactivate = (userId: string): string => `${site()}/workers/${userId}/deactivate`;
const secondAdmin = (userId: string): Promise<unknown> => app.deps.db.siteAdmin.create({ data: { siteId: cast.siteId, userId } });

describe('the Workers of a Site (R27)', () => {
  it('are listed for its admin with their Groups and whether they are active; for anybody else there is no such page (R13)', async () => {
    const html = await onPage();
    expect(rowOf(html, 'navigator@demo.test')).toContain('Dana Whitfield navigator@demo.test Family Navigation Active');
    expect(rowOf(html, 'admin@demo.test')).toContain('Site admin');
    expect(html).toContain('Workers: 5 active');
    for (const role of ['navigator', 'claimer', 'stranger', 'seeker'] as const) {
      expect((await (await app.signIn(cast[role].email)).get(site())).status).toBe(404);
    }
    expect((await app.request().get(site())).status).toBe(303);
  });

  it('are not another Site’s: its admin finds neither the page nor the people', async () => {
    const other = await app.deps.db.site.create({ data: { name: 'Hillside School' } });
    await app.deps.db.siteAdmin.create({ data: { siteId: other.id, userId: cast.stranger.id } });
    const stranger = await app.signIn(cast.stranger.email);
    const before = await everything(app);
    expect((await stranger.get(sitePage(other.id))).status).toBe(200);
    for (const address of [deactivate(cast.navigator.id), `${sitePage(other.id)}/workers/${cast.navigator.id}/deactivate`]) {
      expect((await stranger.get(address)).status).toBe(404);
      expect((await post(stranger, address)).status).toBe(404);
    }
    expect(await everything(app)).toEqual(before);
  });
});

describe('deactivating a Worker (R27, S-14)', () => {
  it('is said before, and ends every session at once; history keeps who they were (R6, R7)', async () => {
    const navigator = await app.signIn(cast.navigator.email);
    const { referralId } = await sent(navigator, cast.program.id, WELL);
    const asked = await admin.get(deactivate(cast.navigator.id));
    expect(asked.text).toContain('Deactivate Dana Whitfield?');
    expect(asked.text).toContain('is signed out everywhere, at once');
    expect((await navigator.get('/settings/account')).status).toBe(200);
    expect((await post(admin, deactivate(cast.navigator.id))).headers['location']).toBe(`${site()}?after=deactivated`);
    expect((await navigator.get('/settings/account')).headers['location']).toContain('/login');
    expect(
      (await app.request().post('/login').type('form').send({ email: cast.navigator.email, password: 'throughline-demo' })).status,
    ).toBe(422);
    expect(rowOf(await onPage(), 'navigator@demo.test')).toContain('Family Navigation Deactivated');
    const colleague = await app.signIn(cast.colleague.email);
    expect((await colleague.get(`/referrals/${referralId}`)).text).toContain('Dana W., Riverside Clinic');
  });

  it('is undone by reactivating: the same password, the same Groups', async () => {
    await post(admin, deactivate(cast.navigator.id));
    expect((await post(admin, `${site()}/workers/${cast.navigator.id}/reactivate`)).headers['location']).toBe(
      `${site()}?after=reactivated`,
    );
    expect((await (await app.signIn(cast.navigator.email)).get('/settings/account')).status).toBe(200);
    expect(rowOf(await onPage(), 'navigator@demo.test')).toContain('Family Navigation Active');
  });

  it('is undone with what was referred to their address meanwhile: it is under Referrals for Me (R12)', async () => {
    await post(admin, deactivate(cast.navigator.id));
    await sent(await app.signIn(cast.colleague.email), cast.program.id, { ...WELL, email: cast.navigator.email });
    await post(admin, `${site()}/workers/${cast.navigator.id}/reactivate`);
    expect((await (await app.signIn(cast.navigator.email)).get('/for-me')).text).toContain('Fair Oaks Rent');
  });

  it('is not undone where an operator did it: a stolen account stays closed, and the page says whom to ask', async () => {
    await deactivateAccount(app.deps, cast.navigator.email);
    expect(rowOf(await onPage(), 'navigator@demo.test')).toContain('by whoever runs Throughline here: ask them to reactivate it');
    expect(await onPage()).not.toContain(`${cast.navigator.id}/reactivate`);
    const before = await everything(app);
    const refused = await post(admin, `${site()}/workers/${cast.navigator.id}/reactivate`);
    expect([refused.status, refused.text.includes('Ask them to reactivate it.')]).toEqual([403, true]);
    expect(await everything(app)).toEqual(before);
    await reactivateAccount(app.deps, cast.navigator.email);
    await post(admin, deactivate(cast.navigator.id));
    expect((await post(admin, `${site()}/workers/${cast.navigator.id}/reactivate`)).status).toBe(303);
    await post(admin, deactivate(cast.navigator.id));
    await deactivateAccount(app.deps, cast.navigator.email);
    expect((await post(admin, `${site()}/workers/${cast.navigator.id}/reactivate`)).status).toBe(403);
  });

  it('of one’s own Site alone: who is at a Program, too, leaves the Groups and keeps the account', async () => {
    const both = await app.signIn(cast.both.email);
    expect((await admin.get(deactivate(cast.both.id))).text).toContain('account is for more than Riverside Clinic, so it stays open');
    expect((await post(admin, deactivate(cast.both.id))).headers['location']).toBe(`${site()}?after=left`);
    expect((await both.get('/inbound')).headers['location']).toBe(`/inbound/${cast.program.id}`);
    expect((await cast.actor('both')).memberships.map((one) => one.teamId)).toEqual([cast.program.teamId]);
    expect(await onPage()).not.toContain('both@demo.test');
  });

  it('leaves somebody who was helped, too, their Referrals for Me, and tells nobody that they have any (R12, R13)', async () => {
    await makeSeeker(app.deps.db, { userId: cast.outsider.id, email: cast.outsider.email }, cast.navigator.id);
    const outsider = await app.signIn(cast.outsider.email);
    expect((await admin.get(deactivate(cast.outsider.id))).text).not.toMatch(/Seeker|Referrals for Me/);
    await post(admin, deactivate(cast.outsider.id));
    expect((await outsider.get('/for-me')).status).toBe(200);
    expect(await app.deps.db.membership.count({ where: { userId: cast.outsider.id } })).toBe(0);
  });

  it('withdraws what the Site had asked of them', async () => {
    await post(admin, `${site()}/invite`, { email: cast.navigator.email, place: cast.frontDesk });
    await post(admin, deactivate(cast.navigator.id));
    expect(await app.deps.db.invitation.count({ where: { revokedAt: null } })).toBe(0);
  });

  it('ends the Status links of a Claimer who is taken out of the Program (R30)', async () => {
    const { referralId } = await sent(await app.signIn(cast.navigator.email), cast.program.id, WELL);
    const link = await linkForClaimer(app, referralId, cast.coclaimer);
    const browser = app.request();
    expect((await browser.get(link.path)).status).toBe(303);
    expect((await browser.get(`/l/${link.publicId}`)).text).toContain('Save status');
    expect(await removeFromTeam(app.deps, await cast.actor('claimer'), cast.program.teamId, cast.coclaimer.id)).toBeNull();
    expect((await browser.get(`/l/${link.publicId}`)).text).not.toContain('Save status');
  });
});

describe('the last Site admin (R27)', () => {
  it('can neither deactivate themselves nor stop being one: refused with the reason, and nothing moves', async () => {
    const before = await everything(app);
    for (const address of [deactivate(cast.admin.id), `${site()}/admins/${cast.admin.id}/remove`]) {
      const asked = await admin.get(address);
      expect(asked.text).toContain('You are the only Site admin of Riverside Clinic');
      expect(asked.text).not.toContain('<form class="acts"');
      const pressed = await post(admin, address);
      expect(pressed.status).toBe(422);
      expect(pressed.text).toContain('Invite somebody else as Site admin first');
    }
    expect(await everything(app)).toEqual(before);
  });

  it('is not somebody beside a deactivated one', async () => {
    await secondAdmin(cast.navigator.id);
    await app.deps.db.user.update({ where: { id: cast.navigator.id }, data: { deactivatedAt: new Date() } });
    expect((await post(admin, deactivate(cast.admin.id))).status).toBe(422);
  });

  it('stays when two deactivate each other, or stop, at the same moment: one of them is refused', async () => {
    for (const act of ['deactivate', 'remove'] as const) {
      await app.deps.db.user.updateMany({ data: { deactivatedAt: null } });
      await app.deps.db.siteAdmin.deleteMany({});
      await secondAdmin(cast.admin.id);
      await secondAdmin(cast.colleague.id);
      const [one, two] = [await app.signIn(cast.admin.email), await app.signIn(cast.colleague.email)];
      const address = (userId: string): string => (act === 'deactivate' ? deactivate(userId) : `${site()}/admins/${userId}/remove`);
      const answers = await Promise.all([post(one, address(cast.colleague.id)), post(two, address(cast.admin.id))]);
      expect(answers.map(({ status }) => status).filter((status) => status === 303)).toHaveLength(1);
      const left = await app.deps.db.siteAdmin.count({ where: { siteId: cast.siteId, user: { deactivatedAt: null } } });
      expect(left).toBe(1);
    }
  });

  it('becomes one of two when somebody else is made one, and may go then', async () => {
    await secondAdmin(cast.navigator.id);
    expect((await post(admin, `${site()}/admins/${cast.admin.id}/remove`)).headers['location']).toBe('/settings/account');
    expect((await admin.get(site())).status).toBe(404);
    expect((await (await app.signIn(cast.navigator.email)).get(site())).status).toBe(200);
  });
});
