import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  createAdmin,
  createSite,
  deactivateAccount,
  reactivateAccount,
  removeAdmin,
  resetAccount,
} from '../../../src/operators/operator.service.ts';
import { sendReferral } from '../../../src/referrals/send-referral.service.ts';
import { refuseDemoData } from '../../../src/start/demo-data.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, PASSWORD, PASSWORD_HASH, type Cast } from '../../support/cast.ts';
import { listenAs, soon } from '../live/live-socket.ts';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp({ live: true });
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());

const NEW_PASSWORD = 'a quiet river in spring';
const account = (email: string) => app.deps.db.user.findUniqueOrThrow({ where: { email } });

/** Opens the link in a browser of its own and chooses a password. */
async function choosePassword(link: string, password = NEW_PASSWORD): Promise<{ browser: Agent; status: number }> {
  const browser = app.request();
  const page = await browser.get(new URL(link).pathname);
  const form = await browser.get(page.headers['location'] ?? '/');
  const chosen = /name="link" value="([^"]*)"/.exec(form.text)?.[1];
  const { status } = await browser.post('/password/reset').type('form').send({ link: chosen, password });
  return { browser, status };
}

describe('create-admin', () => {
  it('makes the first operator: an account that opens only by its link, once, and then decides claims (R27)', async () => {
    const { link } = await createAdmin(app.deps, { email: 'olga.petrov@coalition.test' });
    expect(link).toMatch(/^http:\/\/localhost:\d+\/password\/reset\/[\w-]{43}$/);
    expect(await account('olga.petrov@coalition.test')).toMatchObject({
      ...{ operator: true, firstName: 'Olga', lastName: 'Petrov' },
      ...{ passwordHash: null, emailVerifiedAt: null },
    });
    expect((await choosePassword(link!)).status).toBe(303);
    expect((await choosePassword(link!, 'another quiet river')).status).not.toBe(303);
    const operator = await app.signIn('olga.petrov@coalition.test', NEW_PASSWORD);
    expect((await operator.get('/settings/claims')).text).toContain('No request is waiting.');
  });

  it('makes an account that is there an operator and leaves its password alone', async () => {
    expect(await createAdmin(app.deps, { email: cast.outsider.email.toUpperCase() })).toEqual({ link: null });
    expect((await account(cast.outsider.email)).operator).toBe(true);
    expect((await (await app.signIn(cast.outsider.email)).get('/settings/claims')).text).toContain('No request is waiting.');
    await removeAdmin(app.deps, cast.outsider.email);
    expect((await account(cast.outsider.email)).operator).toBe(false);
    expect((await (await app.signIn(cast.outsider.email)).get('/settings/claims')).text).not.toContain('No request is waiting.');
  });

  it('takes an account nobody confirmed from whoever signed up with the address: their password is dead', async () => {
    const early = { email: 'early@coalition.test', firstName: 'Not', lastName: 'Them', passwordHash: PASSWORD_HASH };
    await app.deps.db.user.create({ data: early });
    const { link } = await createAdmin(app.deps, { email: early.email });
    expect((await account(early.email)).passwordHash).toBeNull();
    expect((await choosePassword(link!)).status).toBe(303);
    await expect(app.signIn(early.email, PASSWORD)).rejects.toThrow('422');
    await app.signIn(early.email, NEW_PASSWORD);
  });

  it('refuses what is no address, and an account that is deactivated; nothing moves', async () => {
    const before = await app.deps.db.user.count();
    for (const email of ['nobody', 'a@b.test,c@d.test', 'a b@c.test', ''])
      await expect(createAdmin(app.deps, { email })).rejects.toThrow('no email address');
    await app.deps.db.user.update({ where: { id: cast.stranger.id }, data: { deactivatedAt: new Date() } });
    await expect(createAdmin(app.deps, { email: cast.stranger.email })).rejects.toThrow('deactivated');
    await app.deps.db.user.update({ where: { id: cast.stranger.id }, data: { deactivatedAt: null } });
    expect([await app.deps.db.user.count(), (await account(cast.stranger.email)).operator]).toEqual([before, false]);
  });
});

describe('create-site', () => {
  it('makes a Site with its first admin, who finds it in the settings (R27); the same name again adds an admin', async () => {
    const first = await createSite(app.deps, 'Bayside School', { email: cast.both.email });
    expect(first).toEqual({ made: true, link: null });
    const second = await createSite(app.deps, 'bayside school', { email: 'new.admin@bayside.test', name: 'Nora Admin' });
    expect([second.made, second.link === null]).toEqual([false, false]);
    const site = await app.deps.db.site.findFirstOrThrow({
      where: { name: 'Bayside School' },
      include: { admins: { include: { user: true } } },
    });
    expect(site.admins.map(({ user }) => user.email).sort()).toEqual([cast.both.email, 'new.admin@bayside.test']);
    expect((await (await app.signIn(cast.both.email)).get(`/settings/site/${site.id}`)).status).toBe(200);
  });

  it('takes a name as it is: one that fits a Site’s name as a pattern is another Site, whose people see nothing of the first', async () => {
    await createSite(app.deps, 'North Branch', { email: cast.both.email });
    for (const name of ['North_Branch', 'North%', '%']) {
      expect(await createSite(app.deps, name, { email: cast.outsider.email })).toEqual({ made: true, link: null });
    }
    const { id } = await app.deps.db.site.findFirstOrThrow({ where: { name: 'North Branch' } });
    expect((await (await app.signIn(cast.outsider.email)).get(`/settings/site/${id}`)).status).toBe(404);
  });

  it('twice at the same moment makes one', async () => {
    await Promise.all([1, 2, 3].map(() => createSite(app.deps, 'Harbor Library', { email: cast.both.email })));
    expect(await app.deps.db.site.count({ where: { name: 'Harbor Library' } })).toBe(1);
  });
});

describe('deactivate and reactivate', () => {
  it('signs somebody out everywhere at once, says what nobody looks after then, and lets them back in', async () => {
    const listening = await listenAs(app, cast.claimer.email);
    expect(await deactivateAccount(app.deps, cast.claimer.email)).toEqual([cast.program.name, cast.otherProgram.name]);
    await vi.waitFor(() => expect(listening.socket.connected).toBe(false), soon);
    expect((await listening.browser.get('/inbound')).status).toBe(303);
    await expect(app.signIn(cast.claimer.email)).rejects.toThrow('422');
    await expect(deactivateAccount(app.deps, cast.claimer.email)).rejects.toThrow('already');
    await reactivateAccount(app.deps, cast.claimer.email);
    expect((await (await app.signIn(cast.claimer.email)).get(`/inbound/${cast.program.id}`)).status).toBe(200);
    await expect(reactivateAccount(app.deps, cast.claimer.email)).rejects.toThrow('not deactivated');
    listening.close();
  });

  it('gives back what was referred to the address meanwhile, to the one whose confirmed address it is (R12)', async () => {
    const meanwhile = async (email: string): Promise<string> => {
      const person = {
        firstName: 'Ana',
        lastName: 'Ruiz',
        email,
        phone: null,
        zip: null,
        language: 'en',
        contactPreference: 'phone' as const,
      };
      const consent = { version: '1', text: 'Yes', language: 'en' as const };
      const request = { programId: cast.program.id, who: { kind: 'new' as const }, person, comment: '', consent, press: null };
      return (await sendReferral(app.deps, await cast.actor('navigator'), request)).seekerId;
    };
    const ownerOf = async (id: string): Promise<string | null> => (await app.deps.db.seeker.findUniqueOrThrow({ where: { id } })).userId;
    const nobody = { email: 'never@confirmed.test', firstName: 'N', lastName: 'C' };
    await app.deps.db.user.create({ data: nobody });
    for (const email of [cast.coclaimer.email, nobody.email]) await deactivateAccount(app.deps, email);
    const [theirs, nobodys] = [await meanwhile(cast.coclaimer.email), await meanwhile(nobody.email)];
    expect([await ownerOf(theirs), await ownerOf(nobodys)]).toEqual([null, null]);
    for (const email of [cast.coclaimer.email, nobody.email]) await reactivateAccount(app.deps, email);
    expect([await ownerOf(theirs), await ownerOf(nobodys)]).toEqual([cast.coclaimer.id, null]);
    expect((await (await app.signIn(cast.coclaimer.email)).get('/for-me')).text).toContain('Fair Oaks Rent');
    await app.deps.db.seeker.update({ where: { id: theirs }, data: { userId: null, email: null } });
  });

  it('names nothing that somebody else looks after, too', async () => {
    expect(await deactivateAccount(app.deps, cast.coclaimer.email)).toEqual([]);
    await reactivateAccount(app.deps, cast.coclaimer.email);
  });
});

describe('reset', () => {
  it('ends all sessions and the password; the link sets a new one', async () => {
    const listening = await listenAs(app, cast.navigator.email);
    const link = await resetAccount(app.deps, cast.navigator.email);
    await vi.waitFor(() => expect(listening.socket.connected).toBe(false), soon);
    expect((await listening.browser.get('/people')).status).toBe(303);
    await expect(app.signIn(cast.navigator.email)).rejects.toThrow('422');
    expect((await choosePassword(link)).status).toBe(303);
    expect((await (await app.signIn(cast.navigator.email, NEW_PASSWORD)).get('/people')).status).toBe(200);
    listening.close();
  });

  it('a second reset kills the first link', async () => {
    const first = await resetAccount(app.deps, cast.colleague.email);
    const second = await resetAccount(app.deps, cast.colleague.email);
    expect((await choosePassword(first)).status).not.toBe(303);
    expect((await choosePassword(second)).status).toBe(303);
  });

  it('is refused for nobody, and for an account that is deactivated', async () => {
    await expect(resetAccount(app.deps, 'nobody.here@demo.test')).rejects.toThrow('no account');
    await deactivateAccount(app.deps, cast.seeker.email);
    await expect(resetAccount(app.deps, cast.seeker.email)).rejects.toThrow('deactivated');
  });
});

describe('production (S-09)', () => {
  it('does not start on a database that was filled with the demo, until its accounts are closed', async () => {
    const { db } = app.deps;
    await expect(refuseDemoData({ production: false }, db)).resolves.toBeUndefined();
    await expect(refuseDemoData({ production: true }, db)).rejects.toThrow('demo accounts');
    await db.user.updateMany({ where: { email: { endsWith: '@demo.test' } }, data: { deactivatedAt: new Date() } });
    await expect(refuseDemoData({ production: true }, db)).resolves.toBeUndefined();
  });
});
