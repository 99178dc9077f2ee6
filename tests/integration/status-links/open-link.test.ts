import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, type Cast } from '../../support/cast.ts';
import { HOUR, MINUTE } from '../../support/movable-clock.ts';
import { formOf } from '../referrals/referral-forms.ts';
import { everything, linkForClaimer, linkForMailbox, linkForSeeker, makeLinkedReferral, openedIn } from './link-visits.ts';

let app: TestApp;
let cast: Cast;
let log = '';

beforeAll(async () => {
  const logTo = new Writable({
    write(chunk: Buffer, _encoding, done) {
      log += chunk.toString();
      done();
    },
  });
  app = await startApp({ logTo });
  cast = await createCast(app.deps.db);
});

afterAll(() => app.close());

describe('S-30, R30: what is kept of a link', () => {
  test('no table holds the token, in any form it could be read from', async () => {
    const id = await makeLinkedReferral(app, cast);
    const { token } = await linkForClaimer(app, id, cast.claimer);
    const rows = Object.values(await everything(app)).join('\n');
    for (const form of [
      token,
      Buffer.from(token, 'base64url').toString('hex'),
      Buffer.from(token).toString('hex'),
      Buffer.from(token, 'base64url').toString('base64'),
    ]) {
      expect(rows.toLowerCase()).not.toContain(form.toLowerCase());
    }
    expect(rows).toContain(id);
  });
});

describe('S-32: the token is swapped for a cookie', () => {
  test('at the first GET, for an address without it; it can be done again and again', async () => {
    const { db } = app.deps;
    const id = await makeLinkedReferral(app, cast);
    const link = await linkForClaimer(app, id, cast.claimer);
    const before = await db.statusLink.findUniqueOrThrow({ where: { publicId: link.publicId } });
    for (let time = 0; time < 3; time += 1) {
      const answer = await app.request().get(link.path);
      expect(answer.status).toBe(303);
      expect(answer.headers['location']).toBe(`/l/${link.publicId}`);
      const cookie = String(answer.headers['set-cookie']);
      expect(cookie).toMatch(new RegExp(`^link-${link.publicId}=[^;]+; Max-Age=1800; Path=/; Expires=[^;]+; HttpOnly; SameSite=Lax$`));
      expect(cookie).not.toContain(link.token);
      expect(answer.text).not.toContain(link.token);
    }
    expect(await db.statusLink.findUniqueOrThrow({ where: { publicId: link.publicId } })).toEqual(before);
  });

  test('S-33: nothing of the address leaves these pages, and none of them is kept or found', async () => {
    const id = await makeLinkedReferral(app, cast);
    const link = await linkForSeeker(app, id);
    const browser = await openedIn(app, link);
    for (const answer of [
      await app.request().get(link.path),
      await browser.get(`/l/${link.publicId}`),
      await app.request().get(`/l/${link.publicId}`),
    ]) {
      expect(answer.headers['referrer-policy']).toBe('no-referrer');
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.headers['x-robots-tag']).toContain('noindex');
    }
    const { text } = await browser.get(`/l/${link.publicId}`);
    expect(text).not.toContain(link.token);
    expect(text).not.toMatch(/(?:src|href|action)="https?:/);
    expect(text).toMatch(/<title>One page<\/title>/);
  });

  test('S-60: no log line holds the token, the public id, the address or the name', async () => {
    const id = await makeLinkedReferral(app, cast);
    const link = await linkForSeeker(app, id);
    const browser = await openedIn(app, link);
    await browser.get(`/l/${link.publicId}`);
    await browser.post(`/l/${link.publicId}`).type('form').send({ status: 'got_help', version: 1, reason: 'log-canary' });
    expect(log).toContain('"/l/:publicId"');
    for (const secret of [link.token, link.publicId, 'ana@seekers.test', 'Ruiz', 'log-canary']) expect(log).not.toContain(secret);
  });

  test('without its cookie the address says to open the mail again, the same for a link that never was', async () => {
    const id = await makeLinkedReferral(app, cast);
    const link = await linkForClaimer(app, id, cast.claimer);
    const other = await openedIn(app, await linkForClaimer(app, id, cast.coclaimer));
    const answers = [
      await app.request().get(`/l/${link.publicId}`),
      await other.get(`/l/${link.publicId}`),
      await app.request().get(`/l/${'a'.repeat(16)}`),
      await app.request().post(`/l/${link.publicId}`).type('form').send({ status: 'got_help', version: 1 }),
      await app.request().post(`/l/${link.publicId}/fresh`).type('form').send({}),
    ];
    // The way back after choosing another language is the address that was asked for; an answer to a form offers none.
    const bare = (text: string): string => text.replace(/<form class="langs".*?<\/form>|<footer.*?<\/footer>/gs, '').replace(/\s+/g, ' ');
    for (const answer of answers) {
      expect(answer.status).toBe(404);
      expect(answer.text).toContain('Open the link in your email again');
      expect(bare(answer.text)).toBe(bare(answers[0]!.text));
    }
  });

  test('the cookie is good for 30 minutes', async () => {
    const id = await makeLinkedReferral(app, cast);
    const link = await linkForClaimer(app, id, cast.claimer);
    const browser = await openedIn(app, link);
    app.clock.forward(29 * MINUTE);
    expect((await browser.get(`/l/${link.publicId}`)).status).toBe(200);
    app.clock.forward(2 * MINUTE);
    expect((await browser.get(`/l/${link.publicId}`)).status).toBe(404);
  });
});

describe('R26, S-34: what the page shows', () => {
  test('to the Program: "Ana R.", the Program, comment and status, whom one answers as, and every choice with none chosen', async () => {
    const id = await makeLinkedReferral(app, cast, { comment: 'Lease is in her name.' });
    const link = await linkForClaimer(app, id, cast.claimer);
    const { text } = await (await openedIn(app, link)).get(`/l/${link.publicId}`);
    for (const shown of [
      'Ana R.',
      'Fair Oaks Rent &amp; Home Help',
      'Lease is in her name.',
      'You are answering as <bdi>claimer@demo.test</bdi>',
      'data-status="not_updated"',
      'In progress',
      'Needs further action',
    ]) {
      expect(text).toContain(shown);
    }
    for (const hidden of ['Ruiz', '0142', 'ana@seekers.test', 'data-history', 'Sign out', '/people', 'Dana'])
      expect(text).not.toContain(hidden);
    const form = formOf(text, `/l/${link.publicId}`);
    expect(form.choices).toHaveLength(10);
    expect(form.choices).not.toContain('not_updated');
    expect(form.chosen).toBeNull();
    expect(text.match(/<button[^>]*type="submit"(?! name="(?:language|theme)")/g)).toHaveLength(1);
    expect(text).toContain('Save status');
  });

  test('to the Seeker: the same in plain words, with their six choices', async () => {
    const id = await makeLinkedReferral(app, cast, { status: 'pending' });
    const link = await linkForSeeker(app, id);
    const { text } = await (await openedIn(app, link)).get(`/l/${link.publicId}`);
    expect(text).toContain('They are working on it.');
    expect(text).toContain('Exit this page');
    expect(text).not.toContain('ana@seekers.test');
    const form = formOf(text, `/l/${link.publicId}`);
    expect(form.choices).toEqual(['got_help', 'pending', 'not_eligible', 'no_capacity', 'couldnt_get_help', 'no_longer_interested']);
    expect(form.chosen).toBeNull();
  });

  test('it may be opened any number of times until it expires', async () => {
    const id = await makeLinkedReferral(app, cast);
    const link = await linkForSeeker(app, id);
    for (let time = 0; time < 5; time += 1) {
      app.clock.forward(24 * HOUR);
      expect((await (await openedIn(app, link)).get(`/l/${link.publicId}`)).status).toBe(200);
    }
  });
});

describe('R30: a link lives as long as its recipient’s access', () => {
  const dead = async (link: { path: string; publicId: string }): Promise<string> => {
    const browser = await openedIn(app, link as never);
    const answer = await browser.get(`/l/${link.publicId}`);
    const post = await browser.post(`/l/${link.publicId}`).type('form').send({ status: 'got_help', version: 1 });
    expect([answer.status, post.status]).toEqual([410, 410]);
    expect(answer.text).not.toContain('Ana R.');
    return answer.text;
  };

  test('a Claimer who leaves the Program has no link any more, and nothing moves', async () => {
    const { db } = app.deps;
    const id = await makeLinkedReferral(app, cast);
    const link = await linkForClaimer(app, id, cast.coclaimer);
    const open = await openedIn(app, link);
    const left = await db.membership.findFirstOrThrow({ where: { userId: cast.coclaimer.id } });
    await db.membership.delete({ where: { id: left.id } });
    expect((await open.get(`/l/${link.publicId}`)).status).toBe(410);
    const text = await dead(link);
    expect(text).toContain('This link no longer works');
    expect(text).not.toContain('fresh link');
    expect((await db.referral.findUniqueOrThrow({ where: { id } })).version).toBe(1);
    await db.membership.create({ data: left });
    expect((await open.get(`/l/${link.publicId}`)).status).toBe(200);
  });

  test('nor a Claimer whose account is deactivated, or whose address changed', async () => {
    const { db } = app.deps;
    const id = await makeLinkedReferral(app, cast);
    const link = await linkForClaimer(app, id, cast.coclaimer);
    await db.user.update({ where: { id: cast.coclaimer.id }, data: { deactivatedAt: new Date() } });
    await dead(link);
    await db.user.update({ where: { id: cast.coclaimer.id }, data: { deactivatedAt: null, email: 'joel-new@demo.test' } });
    await dead(link);
    await db.user.update({ where: { id: cast.coclaimer.id }, data: { email: cast.coclaimer.email } });
  });

  test('nor a Seeker whose address is another one now', async () => {
    const { db } = app.deps;
    const id = await makeLinkedReferral(app, cast);
    const link = await linkForSeeker(app, id);
    const { seekerId } = await db.referral.findUniqueOrThrow({ where: { id } });
    await db.seeker.update({ where: { id: seekerId }, data: { email: 'ana-new@seekers.test', updatedAt: new Date() } });
    await dead(link);
    await db.seeker.update({ where: { id: seekerId }, data: { email: 'ANA@seekers.test' } });
    expect((await (await openedIn(app, link)).get(`/l/${link.publicId}`)).status).toBe(200);
  });

  test('nor the mailbox of a Program that somebody has claimed; until then it answers for the Program', async () => {
    const { db } = app.deps;
    const unclaimed = await db.program.create({
      data: {
        organizationId: (await db.organization.findFirstOrThrow()).id,
        source: 'test',
        sourceId: 'unclaimed',
        name: 'Unclaimed Pantry',
        referralEmail: 'intake@pantry.test',
      },
    });
    const id = await makeLinkedReferral(app, cast, { programId: unclaimed.id });
    const link = await linkForMailbox(app, id, 'intake@pantry.test');
    const browser = await openedIn(app, link);
    expect((await browser.post(`/l/${link.publicId}`).type('form').send({ status: 'pending', version: 1 })).status).toBe(303);
    expect(await db.referralEvent.findFirstOrThrow({ where: { referralId: id, kind: 'status_changed' } })).toMatchObject({
      actorName: 'Program staff',
      actorOrganization: 'Unclaimed Pantry',
      actorUserId: null,
    });
    await db.team.create({ data: { name: 'Claimers', programId: unclaimed.id, memberships: { create: { userId: cast.both.id } } } });
    await dead(link);
  });

  test('a Claimer whom the Program Admin takes out of the Team has none from that press on (R27)', async () => {
    const id = await makeLinkedReferral(app, cast);
    const link = await linkForClaimer(app, id, cast.both);
    const open = await openedIn(app, link);
    expect((await open.get(`/l/${link.publicId}`)).status).toBe(200);
    const admin = await app.signIn(cast.claimer.email);
    const address = `/settings/programs/${cast.program.id}/members/${cast.both.id}/remove`;
    expect((await admin.post(address).type('form').send({})).status).toBe(303);
    expect((await open.get(`/l/${link.publicId}`)).status).toBe(410);
    await dead(link);
  });
});

describe('R30: too old', () => {
  test('says so kindly, and sends a fresh one to the stored address alone, three times an hour at most', async () => {
    const { db } = app.deps;
    const id = await makeLinkedReferral(app, cast);
    const link = await linkForClaimer(app, id, cast.claimer);
    await db.statusLink.update({ where: { publicId: link.publicId }, data: { expiresAt: app.clock.now() } });
    const browser = await openedIn(app, link);
    const page = await browser.get(`/l/${link.publicId}`);
    expect(page.status).toBe(410);
    expect(page.text).toContain('This link is too old');
    expect(page.text).toContain('Send me a fresh link');
    expect((await browser.post(`/l/${link.publicId}`).type('form').send({ status: 'got_help', version: 1 })).status).toBe(410);
    const evil = await browser.post(`/l/${link.publicId}/fresh`).type('form').send({ email: 'evil@example.test' });
    expect(evil.status).toBe(404);
    for (let time = 0; time < 4; time += 1) {
      expect((await browser.post(`/l/${link.publicId}/fresh`).type('form').send({})).status).toBe(303);
    }
    const asked = await db.email.findMany({ where: { referralId: id, kind: 'fresh_link' } });
    expect(asked.map(({ toAddress, party, userId }) => ({ toAddress, party, userId }))).toEqual([
      { toAddress: cast.claimer.email, party: 'program', userId: cast.claimer.id },
    ]);
    const after = await browser.get(`/l/${link.publicId}`);
    expect([after.status, after.text.includes('A newer link was sent')]).toEqual([410, true]);
    for (let time = 0; time < 9; time += 1) {
      app.clock.forward(7 * MINUTE);
      await (await openedIn(app, link)).post(`/l/${link.publicId}/fresh`).type('form').send({});
    }
    expect(await db.email.count({ where: { referralId: id, kind: 'fresh_link' } })).toBeLessThanOrEqual(5);
    expect((await db.referral.findUniqueOrThrow({ where: { id } })).version).toBe(1);
  });

  test('a live link is not replaced, and nobody who asked not to be reached is mailed (R14)', async () => {
    const { db } = app.deps;
    const id = await makeLinkedReferral(app, cast, {
      seeker: { firstName: 'Ana', lastName: 'Ruiz', email: 'ana@seekers.test', contactPreference: 'dont_reach_out' },
    });
    const link = await linkForSeeker(app, id);
    const browser = await openedIn(app, link);
    await browser.post(`/l/${link.publicId}/fresh`).type('form').send({});
    await db.statusLink.update({ where: { publicId: link.publicId }, data: { expiresAt: app.clock.now() } });
    expect((await browser.get(`/l/${link.publicId}`)).text).not.toContain('fresh link');
    await browser.post(`/l/${link.publicId}/fresh`).type('form').send({});
    expect(await db.email.count({ where: { referralId: id } })).toBe(0);
  });
});

describe('S-06: wrong tokens', () => {
  test('say kindly that the link does not work; after ten from one network, that it is too many, and good ones still work', async () => {
    const id = await makeLinkedReferral(app, cast);
    const link = await linkForClaimer(app, id, cast.claimer);
    const answers = [];
    for (let time = 0; time < 12; time += 1) answers.push((await app.request().get(`/l/${'z'.repeat(42)}${String(time % 10)}`)).status);
    expect(answers).toEqual([...Array<number>(10).fill(404), 429, 429]);
    expect((await app.request().get(link.path)).status).toBe(303);
  });
});
