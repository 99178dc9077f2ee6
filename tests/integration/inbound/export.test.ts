import { parse } from 'csv-parse/sync';
import type { Agent } from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Prisma } from '../../../src/db/generated/client.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast } from '../../support/cast.ts';
import { businessRows, movedRows } from '../visibility/rows.ts';
import { addressAfter, layOut, namesIn, someone } from './inbound-pages.ts';

let app: TestApp;
let cast: Cast;
let claimer: Agent;
const log: string[] = [];

beforeAll(async () => {
  const { Writable } = await import('node:stream');
  const logTo = new Writable({
    write: (line: Buffer, _encoding, done) => {
      log.push(line.toString());
      done();
    },
  });
  app = await startApp({ logTo });
  cast = await createCast(app.deps.db);
  claimer = await app.signIn(cast.claimer.email);
});
beforeEach(() => app.deps.db.$executeRaw`DELETE FROM rate_limit WHERE key LIKE 'exported%'`);
afterAll(() => app.close());

const fileOf = (browser: Agent, query = '', programId = cast.program.id) => browser.get(`/inbound/${programId}/export.csv${query}`);
const linesOf = (text: string): Record<string, string>[] => parse(text, { bom: true, columns: true });

describe('R20: exporting the Inbound Referrals as CSV', () => {
  it('holds exactly what the list shows: same filter, search and order, all pages, in the columns of the page', async () => {
    const { db } = app.deps;
    for (let i = 0; i < 27; i += 1) await makeReferral(db, someone(cast, `Row${String(i % 9)}`, { lastName: `Nr${String(i)}` }));
    const helped = await makeReferral(db, {
      ...someone(cast, 'Ana', { lastName: 'Ruiz', phone: '+16505550173', email: 'ana@example.org', contactPreference: 'text' }),
      status: 'got_help',
      comment: 'Two months, "behind"\non rent',
      createdAt: new Date('2026-12-02T17:05:00Z'),
    });
    const pages = await Promise.all(
      [1, 2].map((page) => claimer.get(`/inbound/${cast.program.id}?sort=person&status=progress&page=${String(page)}`)),
    );
    const file = await fileOf(claimer, '?sort=person&status=progress');
    expect(linesOf(file.text).map((line) => line['Person inquiring'])).toEqual(pages.flatMap(({ text }) => namesIn(text)));
    const address = await addressAfter(claimer, cast.program.id, { q: '555-0173' });
    const { text } = await claimer.get(address);
    const link = /href="([^"]*export\.csv[^"]*)"/.exec(text)![1]!.replaceAll('&amp;', '&');
    const found = linesOf((await claimer.get(link)).text);
    expect(found).toEqual([
      {
        'Person inquiring': 'Ana Ruiz',
        'Best way to reach them': 'Text',
        Phone: '(650) 555-0173',
        'Email address': 'ana@example.org',
        'Referred by': 'Dana W.',
        Organization: 'Riverside Clinic',
        Comment: 'Two months, "behind"\non rent',
        Status: 'Got help',
        Reason: '',
        'Last update by': 'Dana W.',
        'Received, Pacific (Los Angeles)': '2 Dec 2026, 9:05 am',
      },
    ]);
    expect(helped.id).toBeTruthy();
  });

  it('R14: says nothing of how to reach somebody who asked not to be reached', async () => {
    const words = { phone: '(650) 555-0666', email: 'hush@example.org' };
    await makeReferral(app.deps.db, someone(cast, 'Hush', { ...words, contactPreference: 'dont_reach_out' }));
    const later = await makeReferral(app.deps.db, someone(cast, 'Later', words));
    await app.deps.db.seeker.update({ where: { id: later.seekerId }, data: { contactPreference: 'dont_reach_out' } });
    const { text } = await fileOf(claimer);
    expect(text).not.toContain('0666');
    expect(text).not.toContain('hush@');
    const hush = linesOf(text).filter((line) => /^(Hush|Later)/.test(line['Person inquiring']!));
    expect(hush.map((line) => [line['Best way to reach them'], line['Phone'], line['Email address']])).toEqual([
      ['Don’t reach out', '', ''],
      ['Don’t reach out', '', ''],
    ]);
  });

  it('S-54: no cell begins like a formula, and a number from abroad stays readable', async () => {
    const { db } = app.deps;
    const starts = ['=', '+', '-', '@', '\t', '\r', '\t=', '\n=', ' =', '＝', '＋', '－', '＠'];
    for (const start of starts) {
      const { id } = await makeReferral(db, {
        ...someone(cast, `${start}HYPERLINK("http://evil.example")`, { lastName: '' }),
        comment: `${start}1+1`,
      });
      await db.referral.update({
        where: { id },
        data: { programId: cast.otherProgram.id, makerName: `${start}cmd`, makerOrganization: `${start}org` },
      });
    }
    await makeReferral(db, { ...someone(cast, 'Abroad', { phone: '+44 20 7946 0958' }), programId: cast.otherProgram.id });
    const { text } = await fileOf(claimer, '', cast.otherProgram.id);
    const lines = linesOf(text);
    expect(lines).toHaveLength(starts.length + 1);
    for (const cell of lines.flatMap((line) => Object.values(line))) expect(cell).not.toMatch(/^\s*[=+\-@\t\r＝＋－＠]/);
    expect(lines.filter((line) => line['Comment']!.endsWith('1+1'))).toHaveLength(starts.length);
    expect(lines[0]!['Phone']).toBe('Tel. +44 20 7946 0958');
  });

  it('is a file nobody keeps and whose name names nobody', async () => {
    const { headers, text } = await fileOf(claimer);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-disposition']).toMatch(/^attachment; filename="inbound-referrals-\d{4}-\d\d-\d\d\.csv"$/);
    expect(text.startsWith('\uFEFF"Person inquiring",')).toBe(true);
    expect(text).toContain('\r\n');
  });

  it('R15: whoever takes people’s details away has looked at each of them, once; nothing else moves, and the log names nobody', async () => {
    const { db } = app.deps;
    const coclaimer = await app.signIn(cast.coclaimer.email);
    const before = await businessRows(db);
    await fileOf(coclaimer, '?status=help');
    await fileOf(coclaimer, '?status=help');
    const looks = await db.accessLog.findMany({ where: { userId: cast.coclaimer.id }, include: { referral: true } });
    const shown = await db.referral.findMany({ where: { programId: cast.program.id, status: 'got_help' } });
    expect(looks.map(({ referralId }) => referralId).sort()).toEqual(shown.map(({ id }) => id).sort());
    expect(looks.every(({ seekerId, referral, userName }) => seekerId === referral!.seekerId && userName.startsWith('Joel P.'))).toBe(true);
    expect(movedRows(before, await businessRows(db))).toEqual([]);
    const line = log.find((one) => one.includes('inbound referrals exported') && one.includes(cast.coclaimer.id));
    expect(JSON.parse(line!)).toMatchObject({
      event: 'exported',
      userId: cast.coclaimer.id,
      programId: cast.program.id,
      rows: shown.length,
    });
    expect(line).not.toMatch(/Joel|coclaimer@/);
    expect((await coclaimer.head(`/inbound/${cast.program.id}/export.csv`)).status).toBe(200);
    expect(await db.accessLog.count({ where: { userId: cast.coclaimer.id } })).toBe(looks.length);
  });

  it('is not there for anybody else, and a search of another session leads back to the list (R10, R13)', async () => {
    for (const { email } of [cast.navigator, cast.stranger, cast.seeker, cast.admin]) {
      expect((await fileOf(await app.signIn(email))).status, email).toBe(404);
    }
    const coclaimer = await app.signIn(cast.coclaimer.email);
    expect((await fileOf(coclaimer, '', cast.otherProgram.id)).status).toBe(404);
    const address = await addressAfter(claimer, cast.program.id, { q: 'Ana' });
    const answer = await fileOf(coclaimer, address.slice(address.indexOf('?')));
    expect([answer.status, answer.headers['location']]).toEqual([303, `/inbound/${cast.program.id}`]);
    expect((await fileOf(coclaimer, '?status=nonsense')).status).toBe(303);
  });

  it('S-06: is given ten times an hour to one account', async () => {
    const both = await app.signIn(cast.both.email);
    for (let i = 0; i < 10; i += 1) expect((await fileOf(both, '?status=help')).status).toBe(200);
    const refused = await fileOf(both, '?status=help');
    expect([refused.status, refused.headers['content-disposition']]).toEqual([429, undefined]);
    expect(refused.text).toContain('Too many files');
    expect((await fileOf(claimer, '?status=help')).status).toBe(200);
  });

  it('holds at most ten thousand and says in its last line that there are more', async () => {
    const { id } = await makeReferral(app.deps.db, { ...someone(cast, 'Multiplied'), programId: cast.otherProgram.id });
    await layOut(
      app,
      Prisma.sql`INSERT INTO referral SELECT copy.* FROM referral r, generate_series(1, 10001) n,
        LATERAL jsonb_populate_record(r, jsonb_build_object('id', md5(n::text || random()::text)::uuid)) copy WHERE r.id = ${id}::uuid`,
    );
    const lines = (await fileOf(claimer, '', cast.otherProgram.id)).text.trimEnd().split('\r\n');
    expect(lines).toHaveLength(10_002);
    expect(lines.at(-1)).toBe('"Only the first 10,000 of these referrals are in this file. Narrow the filters for the rest."');
  });
});
