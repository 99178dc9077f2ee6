import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, makeSeeker, type Cast, type Role } from '../../support/cast.ts';

let app: TestApp;
let cast: Cast;
const browsers = new Map<Role, Agent>();

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
  for (const role of ['navigator', 'colleague', 'outsider', 'claimer', 'coclaimer', 'admin', 'seeker', 'stranger'] as Role[])
    browsers.set(role, await app.signIn(cast[role].email));
});
afterAll(() => app.close());

const as = (role: Role): Agent => browsers.get(role)!;
const looksOf = (seekerId: string) => `/people/${seekerId}/looks`;
const siteLooks = () => `/settings/site/${cast.siteId}/looks`;
const recorded = (seekerId: string) => app.deps.db.accessLog.count({ where: { seekerId } });
const made = (wish = {}) => makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id, ...wish });

/** The rows of the table, each as one line. */
function rowsIn(html: string): string[] {
  const body = /<tbody>([\s\S]*?)<\/tbody>/.exec(html)?.[1] ?? '';
  return body
    .split('</tr>')
    .map((row) =>
      row
        .replace(/<[^>]+>/g, ' ')
        .replace(/&amp;/g, '&')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((row) => row !== '');
}

describe('R15: who has looked', () => {
  test('is read by the Seeker’s maker and their Site’s admin: who, with their organization, what and when, newest first', async () => {
    const { id, seekerId } = await made();
    await as('colleague').get(`/people/${seekerId}`);
    await as('claimer').get(`/referrals/${id}`);
    for (const role of ['navigator', 'admin'] as Role[]) {
      const page = await as(role).get(looksOf(seekerId));
      expect(page.status).toBe(200);
      expect(page.text).toContain('Ines Moreno');
      const rows = rowsIn(page.text);
      expect(rows).toHaveLength(2);
      expect(rows[0]).toMatch(/^\d+ \w+ \d{4} \d+:\d\d [ap]m Maria G\. Fair Oaks Rent & Home Help What: /);
      expect(rows[1]).toMatch(/Nathaniel B\. Riverside Clinic What: Profile$/);
    }
  });

  test('keeps name and organization apart, as they were: a name may have a comma in it (R7)', async () => {
    const { seekerId } = await made();
    const rename = (firstName: string) => app.deps.db.user.update({ where: { id: cast.colleague.id }, data: { firstName } });
    await rename('Nathaniel, RN');
    await as('colleague').get(`/people/${seekerId}`);
    await rename('Nathaniel');
    const before = { userId: cast.colleague.id, userName: 'Nathaniel B., Riverside Clinic', seekerId, createdAt: new Date('2026-01-06') };
    await app.deps.db.accessLog.create({ data: before });
    const page = (await as('navigator').get(looksOf(seekerId))).text;
    const whoAndWhere = rowsIn(page).map((row) => row.replace(/^.*[ap]m /, ''));
    expect(whoAndWhere).toEqual(['Nathaniel, RN B. Riverside Clinic What: Profile', 'Nathaniel B., Riverside Clinic What: Profile']);
  });

  test('the maker finds it from the profile, the admin from the Site’s settings', async () => {
    const { seekerId } = await made();
    expect((await as('navigator').get(`/people/${seekerId}`)).text).toContain(`href="${looksOf(seekerId)}">Who has looked</a>`);
    expect((await as('colleague').get(`/people/${seekerId}`)).text).not.toContain('Who has looked');
    expect((await as('admin').get(`/settings/site/${cast.siteId}`)).text).toContain(`href="${siteLooks()}">Who has looked</a>`);
    expect((await as('admin').get(siteLooks())).text).toContain(`href="${looksOf(seekerId)}">Ines Moreno</a>`);
  });

  test('reading the log is no look, by anybody, however often', async () => {
    const { seekerId } = await made();
    await as('navigator').get(`/people/${seekerId}`);
    const before = await recorded(seekerId);
    for (const role of ['navigator', 'admin'] as Role[]) for (let time = 0; time < 2; time += 1) await as(role).get(looksOf(seekerId));
    await as('admin').get(siteLooks());
    expect([before, await recorded(seekerId)]).toEqual([1, 1]);
  });

  test('each opening is one entry: again within 15 minutes is the same look, after that another', async () => {
    const { id, seekerId } = await made();
    for (let time = 0; time < 3; time += 1) await as('claimer').get(`/referrals/${id}`);
    await as('claimer').get(`/referrals/${id}`).set('X-Live', '1');
    expect(rowsIn((await as('navigator').get(looksOf(seekerId))).text)).toHaveLength(1);
    app.clock.forward(16 * 60_000);
    await as('claimer').get(`/referrals/${id}`);
    expect(rowsIn((await as('navigator').get(looksOf(seekerId))).text)).toHaveLength(2);
  });

  test('R13: it names a referral’s Program only to who sees that referral', async () => {
    const seekerId = await makeSeeker(app.deps.db, { lastName: 'of Dana' }, cast.navigator.id);
    const own = await made({ seekerId });
    const other = await makeReferral(app.deps.db, { makerId: cast.outsider.id, programId: cast.otherProgram.id, seekerId });
    await as('claimer').get(`/referrals/${own.id}`);
    await as('claimer').get(`/referrals/${other.id}`);
    const page = (await as('navigator').get(looksOf(seekerId))).text;
    expect(rowsIn(page).map((row) => row.replace(/^.*What: /, ''))).toEqual(['A referral', `Referral to ${cast.program.name}`]);
    for (const secret of [cast.otherProgram.name, other.id]) expect(page).not.toContain(secret);
    for (const text of [(await as('admin').get(looksOf(seekerId))).text, (await as('admin').get(siteLooks())).text])
      for (const secret of [other.id, own.id, cast.otherProgram.name]) expect(text).not.toContain(secret);
  });
});

describe('R13, R15: nobody else reads it', () => {
  test.each(['colleague', 'outsider', 'claimer', 'coclaimer', 'seeker', 'stranger'] as Role[])('the %s: not found', async (role) => {
    const { seekerId } = await made({ seeker: { userId: cast.seeker.id, email: cast.seeker.email } });
    expect((await as(role).get(looksOf(seekerId))).status).toBe(404);
    expect((await as(role).get(siteLooks())).status).toBe(404);
  });

  test('nor the admin of another Site, nor the admin once the maker is of the Site no more', async () => {
    const { db } = app.deps;
    const site = await db.site.create({ data: { name: 'Arroyo School' } });
    await db.siteAdmin.create({ data: { siteId: site.id, userId: cast.stranger.id } });
    const { seekerId } = await made();
    expect((await as('stranger').get(looksOf(seekerId))).status).toBe(404);
    expect((await as('stranger').get(siteLooks())).status).toBe(404);
    expect(rowsIn((await as('stranger').get(`/settings/site/${site.id}/looks`)).text)).toEqual([]);
    const of = { userId: cast.navigator.id, teamId: cast.familyNavigation };
    await db.membership.deleteMany({ where: of });
    expect((await as('admin').get(looksOf(seekerId))).status).toBe(404);
    await db.membership.create({ data: of });
    await db.siteAdmin.deleteMany({ where: { siteId: site.id } });
  });

  test('nor the admin of a Site the maker came to later: whom they helped for another is that one’s to know (R13, R15)', async () => {
    const { db } = app.deps;
    const name = 'Northgate Library';
    const { id: siteId } = await db.site.create({ data: { name } });
    await db.siteAdmin.create({ data: { siteId, userId: cast.stranger.id } });
    const before = await made({ seeker: { firstName: 'Wanda', lastName: 'Earlier', createdAt: new Date('2026-11-01T09:00:00Z') } });
    const joinedAt = new Date('2026-11-10T09:00:00Z');
    const { id: teamId } = await db.team.create({ data: { name: 'Desk', siteId } });
    await db.membership.create({ data: { teamId, userId: cast.navigator.id, joinedAt } });
    const since = await made({ seeker: { firstName: 'Wanda', lastName: 'Later', createdAt: new Date('2026-11-11T09:00:00Z') } });
    for (const { seekerId } of [before, since]) await as('navigator').get(`/people/${seekerId}`);
    const stranger = await app.signIn(cast.stranger.email);
    const log = await stranger.get(`/settings/site/${siteId}/looks`);
    expect([log.text.includes('Wanda Earlier'), log.text.includes('Wanda Later')]).toEqual([false, true]);
    expect((await stranger.get(looksOf(before.seekerId))).status).toBe(404);
    expect((await stranger.get(looksOf(since.seekerId))).status).toBe(200);
    // Another Group of the same Site is no other Site.
    await db.membership.updateMany({ where: { userId: cast.navigator.id, team: { siteId: cast.siteId } }, data: { joinedAt: new Date() } });
    expect((await as('admin').get(looksOf(before.seekerId))).status).toBe(200);
    await db.membership.deleteMany({ where: { teamId } });
  });

  test('nor of somebody who asked for help themselves: no helper made them', async () => {
    const { id, seekerId } = await makeReferral(app.deps.db, { makerId: null, programId: cast.program.id });
    await as('claimer').get(`/referrals/${id}`);
    for (const role of ['claimer', 'admin', 'navigator'] as Role[]) expect((await as(role).get(looksOf(seekerId))).status).toBe(404);
  });

  test('who is not signed in is asked to sign in; an id that is none is nobody’s', async () => {
    const { seekerId } = await made();
    expect((await app.request().get(looksOf(seekerId))).headers['location']).toMatch(/^\/login/);
    for (const id of ['x', '0197a000-0000-7000-8000-000000000000']) {
      expect((await as('navigator').get(looksOf(id))).status).toBe(404);
      expect((await as('admin').get(`/settings/site/${id}/looks`)).status).toBe(404);
    }
  });
});

describe('a long log', () => {
  const links = (html: string): (string | undefined)[] =>
    ['next', 'prev'].map((rel) => new RegExp(`href="([^"]+)" rel="${rel}"`).exec(html)?.[1]?.replace(/&amp;/g, '&'));

  test('comes in pages, there and back, each row once, and at one moment too', async () => {
    const seekerId = await makeSeeker(app.deps.db, {}, cast.navigator.id);
    const at = app.clock.now();
    const data = Array.from({ length: 120 }, (_, index) => ({
      userId: cast.claimer.id,
      userName: `Reader ${String(index)}`,
      seekerId,
      createdAt: new Date(at.getTime() - Math.floor(index / 40) * 1_000),
    }));
    await app.deps.db.accessLog.createMany({ data });
    const seen: string[] = [];
    let page = (await as('navigator').get(looksOf(seekerId))).text;
    const first = rowsIn(page);
    for (;;) {
      seen.push(...rowsIn(page).map((row) => /Reader \d+/.exec(row)![0]));
      const next = links(page)[0];
      if (!next) break;
      expect(next).not.toMatch(/Reader|Ines/);
      page = (await as('navigator').get(next)).text;
    }
    expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
    for (let previous = links(page)[1]; previous; previous = links(page)[1]) page = (await as('navigator').get(previous)).text;
    expect(rowsIn(page)).toEqual(first);
  });

  test('of a Site can be narrowed to what one of its Workers looked at; anybody else’s id narrows nothing', async () => {
    const seekerId = await makeSeeker(app.deps.db, { firstName: 'Xochitl' }, cast.outsider.id);
    const looks = [cast.navigator, cast.outsider].map(({ id, firstName }) => ({
      userId: id,
      userName: firstName,
      seekerId,
      createdAt: app.clock.now(),
    }));
    await app.deps.db.accessLog.createMany({ data: looks });
    const of = async (who: string) =>
      rowsIn((await as('admin').get(`${siteLooks()}?who=${who}`)).text).filter((row) => row.includes('Xochitl'));
    expect(await of(cast.outsider.id)).toEqual([expect.stringContaining('Lena')]);
    expect(await of('')).toHaveLength(2);
    expect(await of(cast.claimer.id)).toHaveLength(2);
    expect((await as('admin').get(`${siteLooks()}?who=x&older=9&newer=%00`)).status).toBe(200);
  });
});
