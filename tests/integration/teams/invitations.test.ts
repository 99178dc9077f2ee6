import type { Agent } from 'supertest';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, PASSWORD_HASH, type Cast } from '../../support/cast.ts';
import { everything } from '../status-links/link-visits.ts';
import { groupPage, invitationLink, NEW_PERSON, opened, post, rowOf, sitePage } from './site-settings.ts';

const open: TestApp[] = [];
let app: TestApp;
let cast: Cast;
let admin: Agent;
beforeEach(async () => {
  app = await startApp({ workers: true });
  open.push(app);
  cast = await createCast(app.deps.db);
  admin = await app.signIn(cast.admin.email);
});
afterAll(() => Promise.all(open.map((one) => one.close())));

const DAY = 86_400_000;
const ROSA = 'rosa@demo.test';
const site = (): string => sitePage(cast.siteId);
const invite = (email: string, place = cast.familyNavigation, browser = admin) => post(browser, `${site()}/invite`, { email, place });
const waiting = async (): Promise<string> =>
  (await app.deps.db.invitation.findFirstOrThrow({ where: { acceptedAt: null, revokedAt: null } })).id;
const press = async (act: 'resend' | 'withdraw', browser = admin) => post(browser, `/settings/invitations/${await waiting()}/${act}`);
const memberships = (email: string) =>
  app.deps.db.membership.findMany({ where: { user: { email } }, select: { teamId: true, role: true } });

describe('inviting a Worker (R27)', () => {
  it('is a mail that names who invites and where, and nothing else; the list says until when', async () => {
    expect((await invite(ROSA)).headers['location']).toBe(`${site()}?after=invited`);
    await invitationLink(app, ROSA);
    const [mail] = await app.deps.db.devMail.findMany({ where: { toAddress: ROSA } });
    expect(mail!.subject).toBe('You are invited');
    expect(mail!.text).toContain('Alma T. invites you to join Family Navigation, Riverside Clinic.');
    for (const other of ['Torres', 'admin@demo.test', 'Dana', 'Nathaniel']) expect(mail!.text + mail!.html).not.toContain(other);
    expect(rowOf((await admin.get(site())).text, ROSA)).toMatch(/^rosa@demo\.test Family Navigation Invited .* By Alma T\., until /);
  });

  it('leads a new person to an account with a confirmed address, into the Group, signed in', async () => {
    await invite(ROSA);
    const browser = app.request();
    const page = await opened(browser, await invitationLink(app, ROSA));
    const shown = await browser.get(page);
    expect(shown.text).toContain('Join Family Navigation, Riverside Clinic');
    expect(shown.text).toContain('Create account and join');
    expect((await post(browser, page, { ...NEW_PERSON, password: 'short' })).text).toContain('Use at least 15 characters');
    const joined = await post(browser, page, NEW_PERSON);
    expect([joined.status, joined.headers['location']]).toEqual([303, page]);
    expect((await browser.get(page)).text).toContain('You have joined Family Navigation, Riverside Clinic');
    expect(await memberships(ROSA)).toEqual([{ teamId: cast.familyNavigation, role: 'member' }]);
    expect((await (await app.signIn(ROSA, NEW_PERSON.password)).get('/settings/account')).text).toContain(ROSA);
    expect(rowOf((await admin.get(site())).text, ROSA)).toContain('Rosa Delgado rosa@demo.test Family Navigation Active');
  });

  it('leads somebody with an account to sign in, and asks before they join', async () => {
    await invite(cast.stranger.email);
    const browser = app.request();
    const page = await opened(browser, await invitationLink(app, cast.stranger.email));
    expect((await browser.get(page)).text).toContain(`/login?returnTo=${encodeURIComponent(page)}`);
    expect((await post(browser, page, NEW_PERSON)).text).toContain('This address has an account');
    expect(await memberships(cast.stranger.email)).toEqual([]);
    await browser.post('/login').type('form').send({ email: cast.stranger.email, password: 'throughline-demo', returnTo: page });
    expect((await browser.get(page)).text).toContain('>Join</button>');
    expect(await memberships(cast.stranger.email)).toEqual([]);
    expect((await post(browser, page)).status).toBe(303);
    expect(await memberships(cast.stranger.email)).toEqual([{ teamId: cast.familyNavigation, role: 'member' }]);
  });

  it('as Site admin makes somebody one', async () => {
    await invite(cast.navigator.email, 'admin');
    const browser = await app.signIn(cast.navigator.email);
    const page = await opened(browser, await invitationLink(app, cast.navigator.email));
    expect((await browser.get(site())).status).toBe(404);
    await post(browser, page);
    expect((await browser.get(site())).status).toBe(200);
  });

  it('by a Group’s manager into their own Group; not into another, nor as Site admin (R13)', async () => {
    await app.deps.db.membership.updateMany({ where: { userId: cast.navigator.id }, data: { role: 'admin' } });
    const manager = await app.signIn(cast.navigator.email);
    const colleague = await app.signIn(cast.colleague.email);
    const before = await everything(app);
    for (const [browser, address] of [
      [manager, `${groupPage(cast.frontDesk)}/invite`],
      [manager, `${site()}/invite`],
      [colleague, `${groupPage(cast.familyNavigation)}/invite`],
    ] as const) {
      expect((await post(browser, address, { email: ROSA, place: 'member' })).status).toBe(404);
    }
    expect(await everything(app)).toEqual(before);
    expect((await post(manager, `${groupPage(cast.familyNavigation)}/invite`, { email: ROSA, place: 'admin' })).status).toBe(303);
    const [invitation] = await app.deps.db.invitation.findMany();
    expect([invitation?.teamId, invitation?.role]).toEqual([cast.familyNavigation, 'admin']);
  });
});

describe('an invitation that cannot be', () => {
  it('is the second to one address and place: said when the first was, and offered again', async () => {
    await invite(ROSA);
    const again = await invite(ROSA.toUpperCase());
    expect(again.status).toBe(422);
    expect(again.text).toMatch(/They were already invited on .*\. You can send it again/);
    expect(again.text).toContain(`/settings/invitations/${await waiting()}/resend`);
    expect(await app.deps.db.invitation.count()).toBe(1);
    expect((await invite(ROSA, cast.frontDesk)).status).toBe(303);
  });

  it('is the same for two admins at the same moment: one invitation', async () => {
    const answers = await Promise.all(Array.from({ length: 3 }, () => invite(ROSA)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422]);
    expect([await app.deps.db.invitation.count(), await app.deps.db.email.count({ where: { kind: 'invitation' } })]).toEqual([1, 1]);
  });

  it('is to somebody who is in already, or is deactivated: the page says so', async () => {
    expect((await invite(cast.colleague.email)).text).toContain('They are in already');
    await app.deps.db.user.update({ where: { id: cast.colleague.id }, data: { deactivatedAt: new Date() } });
    expect((await invite(cast.colleague.email)).text).toContain('Reactivate it instead');
    expect(await app.deps.db.invitation.count()).toBe(0);
  });

  it('is more mail to one address than it should get within an hour (S-06)', async () => {
    await invite(ROSA);
    for (let press = 0; press < 2; press += 1) await post(admin, `/settings/invitations/${await waiting()}/resend`);
    expect((await press('resend')).headers['location']).toBe(`${groupPage(cast.familyNavigation)}?after=enough`);
  });
});

describe('the link of an invitation (S-30, S-32)', () => {
  it('stands in no address after the first opening, and nowhere in the database', async () => {
    await invite(ROSA);
    const link = await invitationLink(app, ROSA);
    const token = link.split('/').at(-1)!;
    const browser = app.request();
    const answer = await browser.get(link);
    expect(answer.headers['location']).not.toContain(token);
    expect(answer.headers['referrer-policy']).toBe('no-referrer');
    const rows = Object.entries(await everything(app)).filter(([table]) => table !== 'dev_mail');
    expect(JSON.stringify(rows)).not.toContain(token);
    expect((await app.request().get(answer.headers['location'] as string)).status).toBe(404);
  });

  it('opened by a mail scanner, again and again, joins nobody (S-31)', async () => {
    await invite(ROSA);
    const link = await invitationLink(app, ROSA);
    const before = await everything(app);
    for (const browser of [app.request(), app.request()]) {
      const page = await opened(browser, link);
      await browser.get(page);
      expect((await post(browser, page)).status).toBe(422);
    }
    expect(await everything(app)).toEqual(before);
  });

  it('dies after 14 days, and says so; sent again, the new one works and the old one does not', async () => {
    await invite(ROSA);
    const old = await invitationLink(app, ROSA);
    app.clock.forward(15 * DAY);
    const page = await opened(app.request(), old);
    const browser = app.request();
    await browser.get(old);
    const expired = await browser.get(page);
    expect([expired.status, expired.text.includes('This invitation has expired')]).toEqual([410, true]);
    admin = await app.signIn(cast.admin.email);
    expect(rowOf((await admin.get(site())).text, ROSA)).toContain('expired');
    expect((await invite(ROSA)).text).toContain('and the invitation has expired');
    await press('resend');
    expect((await app.request().get(old)).status).toBe(404);
    expect((await post(browser, page, NEW_PERSON)).status).toBe(404);
    const fresh = app.request();
    expect((await post(fresh, await opened(fresh, await invitationLink(app, ROSA, 2)), NEW_PERSON)).status).toBe(303);
  });

  it('dies when it is withdrawn, for a page that is open, too', async () => {
    await invite(ROSA);
    const browser = app.request();
    const page = await opened(browser, await invitationLink(app, ROSA));
    await press('withdraw');
    expect((await post(browser, page, NEW_PERSON)).text).toContain('This invitation was withdrawn');
    expect(await app.deps.db.user.count({ where: { email: ROSA } })).toBe(0);
    expect((await admin.get(site())).text).not.toContain(ROSA);
  });

  it('is worth nothing once whoever sent it could send it no more, on a page that is open, too; sent again by another it works', async () => {
    const { db } = app.deps;
    await db.siteAdmin.create({ data: { siteId: cast.siteId, userId: cast.colleague.id } });
    const rogue = await app.signIn(cast.colleague.email);
    await post(rogue, `${sitePage(cast.siteId)}/invite`, { email: ROSA, place: 'admin' });
    const browser = app.request();
    const page = await opened(browser, await invitationLink(app, ROSA));
    expect((await browser.get(page)).text).toContain('name="password"');
    await post(admin, `${sitePage(cast.siteId)}/admins/${cast.colleague.id}/remove`);
    const before = await db.user.count();
    const joined = await post(browser, page, NEW_PERSON);
    expect([joined.status, joined.text.includes('cannot invite people there any more')]).toEqual([410, true]);
    expect([await db.user.count(), await db.siteAdmin.count({ where: { siteId: cast.siteId } })]).toEqual([before, 1]);
    expect(rowOf((await admin.get(sitePage(cast.siteId))).text, ROSA)).toContain('who cannot invite here any more');
    await post(admin, `/settings/invitations/${await waiting()}/resend`);
    const again = await opened(browser, await invitationLink(app, ROSA, 2));
    expect((await post(browser, again, NEW_PERSON)).status).toBe(303);
    expect(await db.siteAdmin.count({ where: { siteId: cast.siteId } })).toBe(2);
  });

  it('works once: pressed five times at the same moment, it makes one account and one member', async () => {
    await invite(ROSA);
    const browser = app.request();
    const page = await opened(browser, await invitationLink(app, ROSA));
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(browser, page, NEW_PERSON)));
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    expect([await app.deps.db.user.count({ where: { email: ROSA } }), (await memberships(ROSA)).length]).toEqual([1, 1]);
  });

  it('is for its address: somebody signed in with another is told, and joins nothing', async () => {
    await invite(ROSA);
    const browser = await app.signIn(cast.stranger.email);
    const page = await opened(browser, await invitationLink(app, ROSA));
    expect((await browser.get(page)).text).toContain('You are signed in with another address');
    expect((await post(browser, page)).status).toBe(422);
    expect(await memberships(cast.stranger.email)).toEqual([]);
  });

  it('gives an account nobody had confirmed to whoever has the mail, with their own password (ADR 0021)', async () => {
    const squatter = { email: ROSA, firstName: 'Not', lastName: 'Rosa', passwordHash: PASSWORD_HASH };
    await app.deps.db.user.create({ data: squatter });
    await invite(ROSA);
    const browser = app.request();
    await post(browser, await opened(browser, await invitationLink(app, ROSA)), NEW_PERSON);
    expect(await memberships(ROSA)).toHaveLength(1);
    expect((await app.request().post('/login').type('form').send({ email: ROSA, password: 'throughline-demo' })).status).toBe(422);
    expect((await (await app.signIn(ROSA, NEW_PERSON.password)).get('/settings/account')).text).toContain('Rosa');
  });

  it('opens no account that was deactivated', async () => {
    await app.deps.db.user.update({ where: { id: cast.stranger.id }, data: { deactivatedAt: new Date() } });
    await invite(cast.stranger.email);
    const browser = app.request();
    const page = await opened(browser, await invitationLink(app, cast.stranger.email));
    expect((await browser.get(page)).text).toContain('The account of this address is closed');
    await post(browser, page, NEW_PERSON);
    expect(await memberships(cast.stranger.email)).toEqual([]);
  });

  it('is not for others to send again or withdraw (R13)', async () => {
    await invite(ROSA);
    await invitationLink(app, ROSA);
    const before = await everything(app);
    for (const role of ['navigator', 'claimer', 'stranger'] as const) {
      const browser = await app.signIn(cast[role].email);
      for (const act of ['resend', 'withdraw'] as const) expect((await press(act, browser)).status).toBe(404);
    }
    expect(await everything(app)).toEqual(before);
  });
});
