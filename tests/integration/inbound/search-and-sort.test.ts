import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Prisma } from '../../../src/db/generated/client.ts';
import { matching } from '../../../src/inbound/inbound-match.store.ts';
import { orderOf } from '../../../src/inbound/inbound-order.store.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast } from '../../support/cast.ts';
import { addressAfter, applyFilters, asOwner, layOut, namesIn, rowsIn, someone } from './inbound-pages.ts';

let app: TestApp;
let cast: Cast;
let jose: string;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
  const { db } = app.deps;
  const wishes = [
    { ...someone(cast, 'José', { lastName: 'Ibarra', phone: '+1 (650) 555-0109', email: 'jl.ibarra@example.org' }), createdAt: day(1) },
    { ...someone(cast, 'ana', { lastName: 'Ruiz' }), createdAt: day(2), status: 'pending' as const },
    { ...someone(cast, 'Ángel', { lastName: 'Ortiz' }), createdAt: day(3), status: 'got_help' as const, makerId: cast.outsider.id },
    { ...someone(cast, 'Wei', { lastName: 'Chen' }), createdAt: day(4), makerId: null },
  ];
  for (const wish of wishes) await makeReferral(db, wish);
  jose = (await db.referral.findFirstOrThrow({ where: { sharedFirstName: 'José' } })).id;
});
afterAll(() => app.close());

const day = (number: number): Date => new Date(Date.UTC(2026, 9, number, 12));
const list = async (query: string): Promise<string[]> => {
  const browser = await app.signIn(cast.claimer.email);
  return namesIn((await browser.get(`/inbound/${cast.program.id}${query}`)).text);
};

describe('searching the Inbound Referrals (R20)', () => {
  it('finds people by name, phone or email as the form shared them, whatever the accents and the way a number is written (R11)', async () => {
    const browser = await app.signIn(cast.coclaimer.email);
    for (const q of ['jose', 'IBARRA josé', '6505550109', '+1 650.555.0109', 'jl.ibarra@example.org']) {
      const { text } = await applyFilters(browser, cast.program.id, { q });
      expect(namesIn(text), q).toEqual(['José Ibarra']);
      expect(text).toContain('1 referral, 1 filter');
    }
    expect((await applyFilters(browser, cast.program.id, { q: 'nobody of that name' })).text).toContain(
      'Nobody referred here fits this search',
    );
    expect(namesIn((await applyFilters(browser, cast.program.id, { q: '  ' })).text)).toHaveLength(4);
  });

  it('knows nothing but what was shared: not the profile, not another Program’s referrals, not other parties (R11)', async () => {
    const { db } = app.deps;
    const other = await makeReferral(db, { ...someone(cast, 'Zoila', { lastName: 'Quispe' }), programId: cast.otherProgram.id });
    await db.seeker.updateMany({
      where: { firstName: 'José' },
      data: { lastName: 'Renamed', email: 'renamed@example.org', phone: '+12125550000' },
    });
    const browser = await app.signIn(cast.coclaimer.email);
    for (const q of ['Zoila', 'Renamed', 'renamed@example.org', '2125550000', 'Dana', 'Riverside', 'behind on rent']) {
      expect(rowsIn((await applyFilters(browser, cast.program.id, { q })).text), q).toEqual([]);
    }
    expect(rowsIn((await applyFilters(await app.signIn(cast.claimer.email), cast.otherProgram.id, { q: 'zoila' })).text)).toEqual([
      other.id,
    ]);
  });

  it('R14: does not find by their contact details whoever asked not to be reached, on the form or in the profile', async () => {
    const { db } = app.deps;
    const words = { phone: '(650) 555-0444', email: 'quiet@example.org' };
    const onForm = await makeReferral(db, someone(cast, 'Quieta', { ...words, contactPreference: 'dont_reach_out' }));
    const later = await makeReferral(db, someone(cast, 'Quieto', words));
    const browser = await app.signIn(cast.claimer.email);
    const found = async (q: string): Promise<string[]> => rowsIn((await applyFilters(browser, cast.program.id, { q })).text).sort();
    expect(await found('6505550444')).toEqual([later.id]);
    await db.seeker.update({ where: { id: later.seekerId }, data: { contactPreference: 'dont_reach_out' } });
    expect(await found('6505550444')).toEqual([]);
    expect(await found('quiet@example.org')).toEqual([]);
    expect(await found('quiet')).toEqual([onForm.id, later.id].sort());
    await db.referral.updateMany({ where: { id: { in: [onForm.id, later.id] } }, data: { programId: cast.otherProgram.id } });
  });

  it('U-11, S-60: keeps the words out of addresses, keeps filter and order with them, and gives them to no other session', async () => {
    const browser = await app.signIn(cast.claimer.email);
    const address = await addressAfter(browser, cast.program.id, { q: 'José', status: 'progress', sort: 'person' });
    expect(decodeURIComponent(address)).not.toContain('José');
    expect(address).toMatch(/\?status=progress&search=[\w-]+&sort=person$/);
    const shown = await browser.get(address);
    expect(rowsIn(shown.text)).toEqual([jose]);
    expect(shown.text).toContain('value="José"');
    expect(shown.text).toContain('1 referral, 2 filters');
    const other = await (await app.signIn(cast.coclaimer.email)).get(address);
    expect([other.status, other.headers['location']]).toEqual([303, `/inbound/${cast.program.id}?status=progress&sort=person`]);
  });

  it('says beside the field what cannot be searched for, keeps it, and searches nothing', async () => {
    const browser = await app.signIn(cast.claimer.email);
    const q = 'x'.repeat(101);
    const answer = await browser.post(`/inbound/${cast.program.id}`).type('form').send({ q });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('<title>Error: ');
    expect(answer.text).toContain('Use at most 100 characters');
    expect(answer.text).toContain(`value="${q}"`);
  });

  it('is there for the Program’s Claimers alone (R10, R13)', async () => {
    for (const { email } of [cast.navigator, cast.stranger, cast.seeker, cast.admin]) {
      const answer = await (await app.signIn(email)).post(`/inbound/${cast.program.id}`).type('form').send({ q: 'José' });
      expect(answer.status, email).toBe(404);
    }
    const coclaimer = await app.signIn(cast.coclaimer.email);
    expect((await coclaimer.post(`/inbound/${cast.otherProgram.id}`).type('form').send({ q: 'a' })).status).toBe(404);
  });
});

describe('filtering the Inbound Referrals by who referred them (R20)', () => {
  it('offers the organizations that referred somebody, Self and the Program itself, and says so in a chip', async () => {
    const browser = await app.signIn(cast.claimer.email);
    const { text } = await browser.get(`/inbound/${cast.program.id}`);
    const options = /<select id="filter-by"[\s\S]*?<\/select>/.exec(text)![0];
    expect([...options.matchAll(/value="([^"]*)"/g)].map((match) => match[1])).toEqual(['', 'self', 'program', 'org:Riverside Clinic']);
    expect(await list('?by=self')).toEqual(['Wei Chen']);
    expect(await list('?by=org:Riverside%20Clinic')).toEqual(['Ángel Ortiz', 'ana Ruiz', 'José Ibarra']);
    expect(await list('?by=program')).toEqual([]);
    const filtered = await browser.get(`/inbound/${cast.program.id}?by=org:Riverside%20Clinic&sort=person`);
    expect(filtered.text).toContain(`href="/inbound/${cast.program.id}?sort=person"`);
    expect(filtered.text).toContain('3 referrals, 1 filter');
  });

  it('lists nobody for an organization that referred nobody, and does not mind what it cannot read', async () => {
    expect(await list('?by=org:Nobody')).toEqual([]);
    expect(await list('?by=nonsense')).toHaveLength(4);
    expect(await list('?by=org:%00')).toHaveLength(4);
  });
});

describe('sorting the Inbound Referrals (R20, U-10)', () => {
  it('by each column, both ways, the one being the exact reverse of the other', async () => {
    const orders: Record<string, string[]> = {
      received: ['José Ibarra', 'ana Ruiz', 'Ángel Ortiz', 'Wei Chen'],
      person: ['Wei Chen', 'José Ibarra', 'Ángel Ortiz', 'ana Ruiz'],
      status: ['Wei Chen', 'José Ibarra', 'ana Ruiz', 'Ángel Ortiz'],
      by: ['ana Ruiz', 'José Ibarra', 'Ángel Ortiz', 'Wei Chen'],
    };
    for (const [column, names] of Object.entries(orders)) {
      expect(await list(`?sort=${column}`), column).toEqual(names);
      expect(await list(`?sort=-${column}`), column).toEqual([...names].reverse());
    }
    expect(await list('')).toEqual(await list('?sort=-received'));
    expect(await list('?sort=nonsense')).toEqual(await list(''));
  });

  it('by links in the heads, which say the order to screen readers and keep the filter', async () => {
    const browser = await app.signIn(cast.claimer.email);
    const heads = async (query: string): Promise<(string | undefined)[][]> => {
      const { text } = await browser.get(`/inbound/${cast.program.id}${query}`);
      const head = /<thead>[\s\S]*?<\/thead>/.exec(text)![0];
      return [...head.matchAll(/<th scope="col"[^>]*?(?:aria-sort="(\w+)")?><a href="([^"]+)"><span>([\w ]+)/g)].map(
        ([, sort, href, name]) => [name!.trim(), sort, href!.replaceAll('&#38;', '&').replaceAll('&amp;', '&').split('?')[1]],
      );
    };
    expect(await heads('?status=progress')).toEqual([
      ['Person inquiring', undefined, 'status=progress&sort=person'],
      ['Referred by', undefined, 'status=progress&sort=by'],
      ['Status', undefined, 'status=progress&sort=status'],
      ['Received', 'descending', 'status=progress&sort=received'],
    ]);
    expect((await heads('?sort=person'))[0]).toEqual(['Person inquiring', 'ascending', 'sort=-person']);
    expect((await heads('?sort=-person'))[0]).toEqual(['Person inquiring', 'descending', 'sort=person']);
    expect((await heads('?sort=-person'))[3]).toEqual(['Received', undefined, undefined]);
  });

  it('pages through every order without missing or repeating anybody', async () => {
    const { db } = app.deps;
    for (let i = 0; i < 30; i += 1) {
      const status = (['pending', 'eligible', 'no_capacity'] as const)[i % 3]!;
      await makeReferral(db, { ...someone(cast, `Same${String(i % 4)}`), programId: cast.otherProgram.id, status, createdAt: day(5) });
    }
    const browser = await app.signIn(cast.claimer.email);
    for (const sort of ['received', 'status', '-status', 'person', '-person', 'by', '-by']) {
      const pages = await Promise.all(
        [1, 2].map((page) => browser.get(`/inbound/${cast.otherProgram.id}?sort=${sort}&page=${String(page)}`)),
      );
      const ids = pages.flatMap(({ text }) => rowsIn(text));
      expect(new Set(ids).size, sort).toBe(33);
      expect(pages[0]!.text).toContain(`sort=${sort}&amp;page=2`);
    }
  });

  it('a page that reads itself again keeps its rows under any order and search (U-21)', async () => {
    const browser = await app.signIn(cast.claimer.email);
    const address = await addressAfter(browser, cast.program.id, { q: 'ibarra', sort: 'status' });
    const ana = await app.deps.db.referral.findFirstOrThrow({ where: { sharedFirstName: 'ana' } });
    const { text } = await browser.get(address).set('X-Live', '1').set('X-Live-Rows', `${ana.id},${jose}`);
    expect(rowsIn(text)).toEqual([jose, ana.id]);
    expect(text).toMatch(new RegExp(`data-referral="${ana.id}"[^>]*data-live-kept`));
  });
});

describe('what the page costs', () => {
  it('R20: with no search and the usual order, or sorted by status, the list is read along an index, without sorting (ADR 0081)', async () => {
    await layOut(
      app,
      Prisma.sql`INSERT INTO referral SELECT copy.* FROM referral r, generate_series(1, 3000) n,
        LATERAL jsonb_populate_record(r, jsonb_build_object('id', md5(n::text || random()::text)::uuid,
          'created_at', r.created_at - n * interval '1 minute')) copy WHERE r.id = ${jose}::uuid`,
    );
    const actor = await cast.actor('claimer');
    const everything = { programId: cast.program.id, statuses: null, receivedSince: null, sender: null, person: null };
    await asOwner(app, async (owner) => {
      await owner.$executeRaw`ANALYZE referral`;
      for (const column of ['received', 'status'] as const) {
        for (const descending of [true, false]) {
          const page = Prisma.sql`${matching(actor, everything)} ${orderOf({ column, descending })} LIMIT 25`;
          const plan = await owner.$queryRaw<Record<string, string>[]>`EXPLAIN SELECT * FROM referral r WHERE ${page}`;
          const words = plan.map((line) => line['QUERY PLAN']).join('\n');
          expect(words).toContain('Index Scan');
          expect(words).not.toContain('Sort');
        }
      }
    });
  });
});
