import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast, type ReferralWish } from '../../support/cast.ts';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());

const DAY = 86_400_000;
const refer = (wish: Partial<ReferralWish> & { makerId: string }) => makeReferral(app.deps.db, { programId: cast.program.id, ...wish });
const rowsOf = (html: string): string[] => [...html.matchAll(/<tr id="person-([0-9a-f-]{36})"/g)].map(([, id]) => id!);
const rowOf = (html: string, id: string): string => new RegExp(`<tr id="person-${id}"[\\s\\S]*?</tr>`).exec(html)?.[0] ?? '';

async function search(browser: Agent, q: string): Promise<string> {
  const answer = await browser.post('/people').type('form').send({ q });
  expect(answer.status).toBe(303);
  return (await browser.get(answer.headers['location'] as string)).text;
}

describe('People I’m Helping (R16)', () => {
  it('lists those one helps, those the Team shares and those referred to one’s Programs, and nobody else (R8 to R10)', async () => {
    const own = await refer({ makerId: cast.navigator.id, teamIds: [] });
    const shared = await refer({ makerId: cast.navigator.id, programId: cast.otherProgram.id, teamIds: [cast.familyNavigation] });
    const foreign = await refer({ makerId: cast.outsider.id, programId: cast.otherProgram.id });
    const seen = async (email: string): Promise<string[]> => rowsOf((await (await app.signIn(email)).get('/people')).text);
    const [navigator, colleague, coclaimer, claimer] = await Promise.all(
      [cast.navigator, cast.colleague, cast.coclaimer, cast.claimer].map(({ email }) => seen(email)),
    );
    expect(navigator).toEqual([shared.seekerId, own.seekerId]);
    expect(colleague).toEqual([shared.seekerId]);
    expect(coclaimer).toEqual([own.seekerId]);
    expect(claimer).toEqual([foreign.seekerId, shared.seekerId, own.seekerId]);
    expect(await seen(cast.stranger.email)).toEqual([]);
  });

  it('shows open referrals by category and the last activity, made only of referrals the reader sees (R11, R13)', async () => {
    const { seekerId } = await refer({ makerId: cast.navigator.id, teamIds: [], createdAt: new Date(Date.now() - 9 * DAY) });
    await refer({ makerId: cast.navigator.id, seekerId, programId: cast.otherProgram.id, status: 'no_capacity', teamIds: [] });
    await refer({ makerId: cast.navigator.id, seekerId, programId: cast.otherProgram.id, status: 'pending', teamIds: [] });
    await refer({ makerId: cast.navigator.id, seekerId, programId: cast.otherProgram.id, status: 'got_help', teamIds: [] });
    const mine = rowOf((await (await app.signIn(cast.navigator.email)).get('/people')).text, seekerId);
    expect(mine).toContain('2 In progress');
    expect(mine).toContain('1 Needs further action');
    expect(mine).toContain('1 loop closed');
    const theirs = rowOf((await (await app.signIn(cast.coclaimer.email)).get('/people')).text, seekerId);
    expect(theirs).toContain('1 In progress');
    expect(theirs).not.toContain('Needs further action');
    expect(theirs).not.toContain('loop');
    const when = (row: string): Date => new Date(/datetime="([^"]+)"/.exec(row)![1]!);
    expect(when(mine).getTime() - when(theirs).getTime()).toBeGreaterThan(8 * DAY);
  });

  it('comes 25 at a time, newest activity first, and goes forth and back without losing or repeating anybody', async () => {
    const newcomer = await app.deps.db.user.create({
      data: {
        email: 'pages@demo.test',
        firstName: 'Pat',
        lastName: 'Ages',
        emailVerifiedAt: new Date(),
        passwordHash: (await app.deps.db.user.findFirstOrThrow()).passwordHash,
      },
    });
    await app.deps.db.membership.create({ data: { userId: newcomer.id, teamId: cast.frontDesk } });
    const made: string[] = [];
    for (let index = 0; index < 60; index += 1) {
      // Several share one moment: the id decides between them.
      const createdAt = new Date(Date.UTC(2026, 9, 1) + Math.floor(index / 7) * 60_000);
      made.push((await refer({ makerId: newcomer.id, createdAt })).seekerId);
    }
    const browser = await app.signIn('pages@demo.test');
    const first = (await browser.get('/people')).text;
    const follow = async (html: string, rel: string): Promise<string> =>
      (await browser.get(/href="([^"]+)" rel="(\w+)"/g.exec(linkOf(html, rel))![1]!.replaceAll('&amp;', '&'))).text;
    const linkOf = (html: string, rel: string): string => new RegExp(`href="[^"]+" rel="${rel}"`).exec(html)?.[0] ?? '';
    const second = await follow(first, 'next');
    const third = await follow(second, 'next');
    expect(first).toContain('60 people');
    expect([rowsOf(first).length, rowsOf(second).length, rowsOf(third).length]).toEqual([25, 25, 10]);
    expect(new Set([first, second, third].flatMap(rowsOf))).toEqual(new Set(made));
    expect(linkOf(third, 'next')).toBe('');
    expect(rowsOf(await follow(third, 'prev'))).toEqual(rowsOf(second));
    expect(rowsOf(await follow(await follow(third, 'prev'), 'prev'))).toEqual(rowsOf(first));
  });

  it('says why it is empty and what to do next, to a Navigator and to somebody without a Team (U-16)', async () => {
    const fresh = await startApp({});
    const people = await createCast(fresh.deps.db);
    const navigator = (await (await fresh.signIn(people.navigator.email)).get('/people')).text;
    expect(navigator).toContain('You are not helping anybody here yet');
    expect(navigator).toContain('Refer someone new');
    const stranger = (await (await fresh.signIn(people.stranger.email)).get('/people')).text;
    expect(stranger).toContain('You do not work with a Team here yet');
    expect(stranger).toContain('href="/for-me"');
    expect(stranger).not.toContain('Refer someone new');
    expect((await fresh.request().get('/people')).headers['location']).toBe('/login?returnTo=%2Fpeople');
    await fresh.close();
  });

  it.each([
    '?older=rubbish',
    '?newer=1-x',
    '?older=999999999999999-01990000-0000-7000-8000-000000000000',
    '?older=a&older=b',
    '?search=nobody-knows',
    "?older='%20OR%201=1",
  ])('leaves aside what it does not know: %s', async (query) => {
    const answer = await (await app.signIn(cast.navigator.email)).get(`/people${query}`);
    expect([200, 303]).toContain(answer.status);
  });
});

describe('searching for a person (R16)', () => {
  it.each([
    ['jose nunez', 'José Núñez'],
    ['JOSÉ', 'José Núñez'],
    ['nunez jo', 'José Núñez'],
    ['oneil', 'Mary O’Neil'],
    ['+1 (650) 555-7712', 'José Núñez'],
    ['6505557712', 'José Núñez'],
    ['jose.n@example.org', 'José Núñez'],
    ['ose.n@exam', 'José Núñez'],
    ['Josse Nunes', 'José Núñez'],
    ['7712', 'José Núñez'],
    ['jose 7712', 'José Núñez'],
    ['Mary O’Neal', 'Mary O’Neil'],
    ['अमितु', 'अमितु राव'],
  ])('"%s" finds %s, and the name is not in the address (U-11, S-60)', async (q, name) => {
    const { db } = app.deps;
    if ((await db.seeker.count({ where: { lastName: 'Núñez' } })) === 0) {
      await refer({
        makerId: cast.navigator.id,
        seeker: { firstName: 'José', lastName: 'Núñez', phone: '650.555.7712', email: 'jose.n@example.org' },
      });
      await refer({ makerId: cast.navigator.id, seeker: { firstName: 'Mary', lastName: 'O’Neil' } });
      await refer({ makerId: cast.navigator.id, seeker: { firstName: 'अमितु', lastName: 'राव' } });
    }
    const navigator = await app.signIn(cast.navigator.email);
    const answer = await navigator.post('/people').type('form').send({ q });
    expect(decodeURIComponent(answer.headers['location'] as string)).toMatch(/^\/people\?search=[\w-]{22}$/);
    const page = (await navigator.get(answer.headers['location'] as string)).text;
    expect(page).toContain(`>${name}</a>`);
    expect(rowsOf(page)).toHaveLength(1);
    expect(page).toContain('1 person, 1 filter');
  });

  it('finds nobody the reader does not see, and says how to go on', async () => {
    await refer({ makerId: cast.outsider.id, programId: cast.otherProgram.id, seeker: { firstName: 'Xenia', lastName: 'Zabel' } });
    const page = await search(await app.signIn(cast.navigator.email), 'xenia');
    expect(rowsOf(page)).toEqual([]);
    expect(page).toContain('Nobody you help fits this search');
    expect(page).toContain('Show everybody');
    expect(rowsOf(await search(await app.signIn(cast.outsider.email), 'xenia'))).toHaveLength(1);
  });

  it('looks for Claimers only into what the form shared, and not at contact details of who must not be reached (R11, R14)', async () => {
    const { seekerId } = await refer({
      makerId: cast.outsider.id,
      seeker: { firstName: 'Quiet', lastName: 'Quill', phone: '(650) 555-3391', contactPreference: 'dont_reach_out' },
    });
    await app.deps.db.seeker.update({ where: { id: seekerId }, data: { email: 'later@example.org', lastName: 'Married' } });
    const claimer = await app.signIn(cast.coclaimer.email);
    expect(rowsOf(await search(claimer, 'quill'))).toEqual([seekerId]);
    for (const secret of ['5553391', 'later@example.org', 'married']) expect(rowsOf(await search(claimer, secret))).toEqual([]);
    const helper = await app.signIn(cast.outsider.email);
    for (const known of ['5553391', 'later@example.org', 'married']) expect(rowsOf(await search(helper, known))).toEqual([seekerId]);
  });

  it('says so when nobody is called exactly that, and finds Gutierrez for Gutierez (R16)', async () => {
    await refer({ makerId: cast.navigator.id, seeker: { firstName: 'Guadalupe', lastName: 'Gutierrez' } });
    const navigator = await app.signIn(cast.navigator.email);
    for (const words of ['Gutierez', 'Gutierrez', 'Guadelupe', 'Gudalupe Gutirrez'])
      expect(await search(navigator, words)).toContain('Guadalupe Gutierrez');
    expect(await search(navigator, 'Gutierez')).toContain('These names come close');
    expect(await search(navigator, 'Gutierrez')).not.toContain('These names come close');
  });

  it('by a misspelt word finds nobody whom a right one would not: no Claimer what no form shared (R11, R13)', async () => {
    const { seekerId } = await refer({ makerId: cast.outsider.id, seeker: { firstName: 'Thelonius', lastName: 'Vandermeer' } });
    await app.deps.db.seeker.update({ where: { id: seekerId }, data: { lastName: 'Quackenbush', phone: '+12125550177' } });
    const [claimer, navigator] = [await app.signIn(cast.coclaimer.email), await app.signIn(cast.navigator.email)];
    expect(rowsOf(await search(claimer, 'Vandermer'))).toEqual([seekerId]);
    for (const words of ['Quackenbush', 'Quackenbosh', 'uackenbus', '0177', '5550177', '2125550177']) {
      expect([words, rowsOf(await search(claimer, words))]).toEqual([words, []]);
      expect([words, rowsOf(await search(navigator, words))]).toEqual([words, []]);
    }
    expect(rowsOf(await search(await app.signIn(cast.outsider.email), 'Quackenbosh'))).toEqual([seekerId]);
  });

  it('keeps the filters, and shows a chip for each that takes it away again (U-11)', async () => {
    const { seekerId } = await refer({ makerId: cast.navigator.id, seeker: { firstName: 'Filtered' }, status: 'no_capacity' });
    await refer({ makerId: cast.navigator.id, seeker: { firstName: 'Filtered' }, status: 'got_help' });
    const navigator = await app.signIn(cast.navigator.email);
    const form = { q: 'filtered', status: 'action', goal: '', updated: '30', archived: 'no', sort: 'name' };
    const { location } = (await navigator.post('/people').type('form').send(form)).headers;
    expect(location).toMatch(/^\/people\?status=action&updated=30&search=[\w-]+&sort=name$/);
    const page = await navigator.get(location as string);
    expect(rowsOf(page.text)).toEqual([seekerId]);
    const chips = [...page.text.matchAll(/<a class="chip" href="([^"]+)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'));
    expect(chips).toHaveLength(3);
    expect(rowsOf((await navigator.get(chips[0]!)).text)).toHaveLength(2);
    expect(page.text).toContain('Clear filters');
    expect(page.text).toMatch(/<option value="action" selected>/);
  });

  it('is of one session: another’s id finds nothing', async () => {
    const navigator = await app.signIn(cast.navigator.email);
    const { headers } = await navigator.post('/people').type('form').send({ q: 'ines' });
    const other = await (await app.signIn(cast.navigator.email)).get(headers['location'] as string);
    expect([other.status, other.headers['location']]).toEqual([303, '/people']);
  });

  it('refuses what is too long or no text, and keeps it', async () => {
    const navigator = await app.signIn(cast.navigator.email);
    const answer = await navigator
      .post('/people')
      .type('form')
      .send({ q: 'a'.repeat(101) });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Use at most 100 characters');
    expect((await navigator.post('/people').type('form').send('q=a&q=b')).status).toBe(422);
    expect((await navigator.post('/people').type('form').send({ q: '%_%' })).headers['location']).toBe('/people');
  });
});
