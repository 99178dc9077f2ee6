import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/clock.ts';
import { openDatabase, type Db } from '../../../src/db/client.ts';
import { importDirectory } from '../../../src/directory/directory.service.ts';
import type { ImportReport } from '../../../src/directory/import-report.ts';
import { RefusedFile } from '../../../src/directory/refused-file.ts';
import { loadZips } from '../../../src/directory/zip.store.ts';
import { createLog } from '../../../src/logger.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';
import { example, readPage, sanMateo, scratchFolder, type Hsds } from '../../support/directory.ts';

let database: FreshDatabase;
let db: Db;
let folder: Awaited<ReturnType<typeof scratchFolder>>;

beforeAll(async () => {
  database = await freshDatabase();
  db = openDatabase(database.url, createLog('silent'), 3);
  folder = await scratchFolder();
  await loadZips(db);
});

afterAll(async () => {
  await folder.remove();
  await db.$disconnect();
  await database.drop();
});

beforeEach(async () => {
  await db.program.deleteMany();
  await db.organization.deleteMany();
  await db.category.deleteMany();
});

const load = (path: string, source?: string): Promise<ImportReport> =>
  importDirectory({ db, clock: systemClock, config: { timeZone: 'America/Los_Angeles' } }, { path, source });
const counts = ({ created, updated, unchanged, retired, skipped }: ImportReport): number[] => [
  created,
  updated,
  unchanged,
  retired.length,
  skipped.length,
];
/** Everything the import may write, to show that it wrote nothing. */
const everything = async (): Promise<string> =>
  JSON.stringify([
    await db.program.findMany({ orderBy: { id: 'asc' }, include: { locations: true, phones: true, schedules: true, categories: true } }),
    await db.organization.findMany({ orderBy: { id: 'asc' } }),
    await db.category.findMany({ orderBy: { id: 'asc' } }),
  ]);
const programId = async (name: string): Promise<string> => (await db.program.findFirstOrThrow({ where: { name } })).id;

describe('importing the real San Mateo directory', () => {
  it('loads what can be used and says why the rest cannot', async () => {
    const report = await load(sanMateo);
    expect(report.source).toBe('san-mateo');
    expect(counts(report)).toEqual([21, 0, 0, 0, 2]);
    expect(report.skipped).toEqual([
      { label: 'Service with blank fields', reason: 'its source marks it "defunct"' },
      { label: 'Service for Admin Test Location', reason: 'its source marks it "inactive"' },
    ]);
    expect(report.remarks).toEqual([
      { label: 'Fair Oaks Adult Activity Center', reason: 'hours "9am to 03:00" cannot be right and are kept as words' },
    ]);
    expect(await db.organization.count()).toBe(6);
  });

  it('keeps what a person needs: address with a five-digit ZIP, position, phones, languages, hours', async () => {
    await load(sanMateo);
    const include = { organization: true, locations: true, phones: true, schedules: true, categories: { include: { category: true } } };
    const meals = await db.program.findFirstOrThrow({ where: { name: 'Meals on Wheels - South County' }, include });
    expect(meals.organization.name).toBe('Peninsula Volunteers');
    expect(meals.locations).toMatchObject([
      { address: '800 Middle Avenue', city: 'Menlo Park', zip: '94025', latitude: 37.4480204, atZip: false },
    ]);
    expect(meals.phones).toMatchObject([
      { number: '650 323-2022', kind: 'voice' },
      { number: '650 326-9547', kind: 'fax' },
    ]);
    expect(meals.categories.map((one) => one.category.name).sort()).toEqual(['Food', 'Older adults']);
    expect(meals).toMatchObject({ languages: ['Spanish'], acceptingReferrals: true, referralEmail: null, retiredAt: null });
    const photos = await db.program.findFirstOrThrow({ where: { name: 'Passport Photos' }, include });
    expect(photos.schedules.filter((one) => one.weekday === 3).map((one) => [one.opensAt, one.closesAt])).toEqual([
      ['08:00', '17:00'],
      ['10:00', '15:00'],
    ]);
    expect(photos.languages).toEqual(['Spanish', 'Cantonese', 'Russian', 'Tagalog', 'Taiwanese']);
    expect(photos.searchText).toContain('fotos para pasaportes');
  });

  it('again changes nothing, not one row', async () => {
    await load(sanMateo);
    const before = await everything();
    expect(counts(await load(sanMateo))).toEqual([0, 0, 21, 0, 2]);
    expect(await everything()).toBe(before);
  });

  it('under another file name it is known by its records; a changed record is updated and keeps its id', async () => {
    await load(sanMateo);
    const id = await programId('Project Smile');
    await db.program.update({ where: { id }, data: { acceptingReferrals: false } });
    const page = await readPage(sanMateo);
    const smile = page.contents.find((one) => one['name'] === 'Project Smile') as Hsds;
    Object.assign(smile, {
      name: 'Project Smiles',
      phones: [{ number: '650 555-0100' }],
      organization: { ...(smile['organization'] as Hsds), name: 'Samaritan Home' },
    });
    const report = await load(await folder.write('export-of-march.json', page));
    expect(report.source).toBe('san-mateo');
    expect(counts(report)).toEqual([0, 1, 20, 0, 2]);
    const changed = await db.program.findUniqueOrThrow({ where: { id }, include: { phones: true, organization: true } });
    expect(changed).toMatchObject({ name: 'Project Smiles', acceptingReferrals: false, organization: { name: 'Samaritan Home' } });
    expect(changed.phones.map((phone) => phone.number)).toContain('650 555-0100');
    expect(await db.program.count()).toBe(21);
  });

  it('retires a service once its source marks it defunct, and leaves a broken record of a known one as it was', async () => {
    await load(sanMateo);
    const page = await readPage(sanMateo);
    Object.assign(page.contents[0]!, { status: 'defunct' });
    Object.assign(page.contents[1]!, { name: null });
    const report = await load(await folder.write('march.json', page));
    expect(report.retired).toEqual([{ label: 'Fair Oaks Adult Activity Center', reason: 'its source marks it "defunct"' }]);
    expect(report.skipped).toContainEqual({ label: expect.stringContaining('Service ') as string, reason: 'it has no name' });
    expect(await db.program.count({ where: { retiredAt: null } })).toBe(20);
  });
});

describe('importing the examples of the specification', () => {
  it.each([
    'service_full.json',
    'service_list.json',
    'organization_full.json',
    'service_at_location_full.json',
    'service_at_location_list.json',
    'tabular.json',
    'csv',
  ])('%s holds the one service there is', async (name) => {
    const report = await load(example(name));
    expect(counts(report)).toEqual([1, 0, 0, 0, 0]);
    const include = { organization: true };
    const program = await db.program.findFirstOrThrow({ where: { name: 'Community Counselling' }, include });
    expect(program).toMatchObject({ sourceId: 'ac148810-d857-441c-9679-408f346de14b', referralEmail: 'email@example.com' });
    expect(program.organization.name).toBe('Example Organization Inc.');
    expect(counts(await load(example(name)))).toEqual([0, 0, 1, 0, 0]);
  });

  it('the forms that tell everything tell the same, table or nested', async () => {
    await load(example('service_full.json'));
    const include = { locations: true, phones: true, schedules: true } as const;
    const withoutIds = async (): Promise<unknown> => {
      const { locations, phones, schedules, ...program } = await db.program.findFirstOrThrow({ include });
      const parts = [locations, phones, schedules].map((rows) => rows.map((row) => ({ ...row, id: '', programId: '' })));
      return [
        program.fees,
        program.documents,
        program.eligibility,
        program.applicationProcess,
        program.languages,
        program.serviceAreas,
        parts,
      ];
    };
    const nested = await withoutIds();
    const report = await load(example('csv'));
    expect(report.source).toBe('service-full');
    expect(await withoutIds()).toEqual(nested);
  });

  it('the example place outside the globe and outside the country gets no position, and that is said', async () => {
    const report = await load(example('service_full.json'));
    expect(report.remarks.map(({ reason }) => reason)).toEqual([
      'postal code "ABC 1234" is not a ZIP code',
      'position 100, 101 is not on the globe',
      'no place with a position or a known ZIP: it has no distance',
    ]);
  });

  it.each([
    ['taxonomy.json', 'a taxonomy'],
    ['taxonomy_list.json', 'a taxonomy'],
    ['taxonomy_term.json', 'a taxonomy term'],
    ['taxonomy_term_list.json', 'a taxonomy term'],
    ['location.json', 'a location without a service'],
    ['organization_list.json', 'an organization without services'],
    ['base.json', 'the description of an HSDS interface'],
  ])('%s holds no service and is refused: it is %s', async (name, what) => {
    const before = await everything();
    await expect(load(example(name))).rejects.toThrow(what);
    expect(await everything()).toBe(before);
  });
});

describe('one source and another', () => {
  const service = (id: string, name: string): Hsds => ({ id, name, status: 'active', organization: { id: 'o1', name: 'Org' } });

  it('a second directory in a file of the same name is a source of its own, and retires nothing of the first', async () => {
    await load(await folder.write('services.json', [service('1', 'Bread'), service('2', 'Beds')]));
    const report = await load(await folder.write('services.json', [service('1', 'Rides'), service('2', 'Tutors')]));
    expect(report).toMatchObject({ source: 'services-2', created: 2, retired: [] });
    expect(await db.program.count({ where: { retiredAt: null } })).toBe(4);
  });

  it('a named source decides by itself', async () => {
    await load(await folder.write('services.json', [service('1', 'Bread'), service('2', 'Beds')]), 'County 2-1-1');
    const report = await load(await folder.write('other.json', [service('1', 'Rides')]), 'county 2-1-1');
    expect(report).toMatchObject({ source: 'county-2-1-1', created: 0, updated: 1 });
    expect(report.retired.map(({ label }) => label)).toEqual(['Beds']);
  });

  it('one page of several, or a single record, retires nothing', async () => {
    await load(await folder.write('pages.json', [service('a', 'Bread'), service('b', 'Beds')]));
    const page = { total_items: 2, total_pages: 2, page_number: 1, contents: [service('a', 'Bread')] };
    const partial = await load(await folder.write('pages.json', page));
    expect([partial.complete, counts(partial)]).toEqual([false, [0, 0, 1, 0, 0]]);
    expect(counts(await load(await folder.write('pages.json', service('a', 'Bread'))))).toEqual([0, 0, 1, 0, 0]);
    expect(await db.program.count({ where: { retiredAt: null } })).toBe(2);
  });

  it('the same id twice in one file is one program, and the second is reported', async () => {
    const report = await load(await folder.write('twice.json', [service('a', 'Bread'), service('a', 'Rolls')]));
    expect(report).toMatchObject({ created: 1, skipped: [{ label: 'Rolls', reason: 'another record has the same id' }] });
  });
});

describe('a file that is no directory is refused whole', () => {
  const refusals: [string, string | Uint8Array, string][] = [
    ['empty.json', '', 'is empty'],
    ['words.json', 'hello', 'not JSON'],
    ['half.json', '{"contents": [{"id": 1', 'not JSON'],
    ['binary.json', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2]), 'not text'],
    ['number.json', '7', 'not HSDS'],
    ['null.json', 'null', 'not HSDS'],
    ['nothing.json', '[]', 'empty'],
    ['page.json', '{"contents": []}', 'empty'],
    ['strings.json', '["a", "b"]', 'no record at all'],
    ['other.json', '{"menu": {"id": "file"}}', 'nothing HSDS knows'],
    ['unusable.json', '[{"status": "active"}, {"status": "active", "id": "x"}]', 'None of its records can be used'],
    ['__proto__.json', '[{"__proto__": {"status": "active", "id": "1", "name": "x"}}]', 'nothing HSDS knows'],
    ['services.csv', 'id,name\n1,Bread', 'one table'],
  ];

  it.each(refusals)('%s', async (name, content, reason) => {
    await load(sanMateo);
    const before = await everything();
    const refused = load(await folder.write(name, content));
    await expect(refused).rejects.toBeInstanceOf(RefusedFile);
    await expect(refused).rejects.toThrow(reason);
    expect(await everything()).toBe(before);
  });

  it('and so are a missing file, a folder without tables and a table that is none', async () => {
    const path = await folder.write('x.json', '{}');
    await expect(load(`${path}.gone`)).rejects.toThrow('There is no file or folder');
    await mkdir(join(dirname(path), 'tables'));
    await expect(load(join(dirname(path), 'tables'))).rejects.toThrow('no services.csv');
    await folder.write('tables/services.csv', 'colour,size\nred,7\n');
    await expect(load(join(dirname(path), 'tables'))).rejects.toThrow('no columns "id" and "name"');
    await folder.write('tables/services.csv', 'id,name\n"1,Bread\n');
    await expect(load(join(dirname(path), 'tables'))).rejects.toThrow('cannot be read as CSV');
  });
});

describe('hostile and broken content', () => {
  it('is stored as harmless text, cut where it is too long, and left out where it cannot be used', async () => {
    const hostile = {
      id: 'h\u00001',
      name: `<script>alert(1)</script>\u0000 ${'n'.repeat(400)}`,
      description: 'd '.repeat(20_000),
      status: 'active',
      url: 'javascript:alert(1)',
      email: 'a@b.org, c@d.org',
      organization: { id: 'o', name: 'O\ud800rg', website: 'ftp://x' },
      phones: [{ number: 'call me' }, { number: '650 555-0100', extension: 7 }, 'x', null],
      languages: [{ name: 'es' }, { code: 'vi' }, { name: 'SPANISH' }, { name: 7 }],
      schedules: [
        { byday: 'XX', opens_at: '25:00', closes_at: {} },
        { byday: 'FR', opens_at: '20:00', closes_at: '07:00' },
      ],
      service_at_locations: [
        { location: { latitude: '37.5', longitude: -122.2, addresses: [{ postal_code: '94063-0001' }] } },
        { location: null },
      ],
      unknown: { deep: [[[[]]]] },
    };
    const report = await load(await folder.write('hostile.json', [hostile]));
    expect(report.created).toBe(1);
    expect(report.remarks.map(({ reason }) => reason)).toEqual([
      'the description is cut to 10000 characters',
      'its e-mail address cannot be used',
      'phone "call me" is not a number',
      'hours "from 25:00" cannot be right and are kept as words',
    ]);
    const include = { organization: true, locations: true, phones: true, schedules: { orderBy: { position: 'asc' as const } } };
    const program = await db.program.findFirstOrThrow({ include });
    expect(program.sourceId).toBe('h1');
    expect(program.name.startsWith('<script>alert(1)</script> n')).toBe(true);
    expect(program.name.length).toBeLessThanOrEqual(200);
    expect(program).toMatchObject({ url: null, referralEmail: null, languages: ['Spanish', 'Vietnamese', '7'] });
    expect(program.organization).toMatchObject({ name: 'Org', url: null });
    expect(program.phones.map(({ number, extension }) => [number, extension])).toEqual([['650 555-0100', '7']]);
    expect(program.locations).toMatchObject([{ zip: '94063', latitude: 37.5 }]);
    expect(program.schedules.map(({ weekday, opensAt, closesAt, description }) => [weekday, opensAt, closesAt, description])).toEqual([
      [null, null, null, 'from 25:00'],
      [5, '20:00', '07:00', null],
    ]);
  });

  it('a place without a position stands at its ZIP code, and a program without any place is told', async () => {
    const at = (id: string, zip: string | null): Hsds => ({
      id,
      name: id,
      organization: { name: 'Org' },
      service_at_locations: zip ? [{ location: { addresses: [{ postal_code: zip }] } }] : [],
    });
    const report = await load(await folder.write('zips.json', [at('known', '94063'), at('unknown', '00000'), at('nowhere', null)]));
    expect(report.remarks.map(({ label }) => label)).toEqual(['unknown', 'nowhere']);
    const known = await db.programLocation.findFirstOrThrow({ where: { program: { name: 'known' } } });
    const zip = await db.zip.findUniqueOrThrow({ where: { zip: '94063' } });
    expect(known).toMatchObject({ atZip: true, latitude: zip.latitude, longitude: zip.longitude });
    expect(await db.organization.findMany({ select: { sourceId: true } })).toEqual([{ sourceId: 'name:org' }]);
  });
});

describe('the positions of ZIP codes', () => {
  it('are all there, are loaded once, and again where some are missing', async () => {
    expect(await db.zip.count()).toBe(33_791);
    expect(await loadZips(db)).toBe(0);
    await db.zip.deleteMany({ where: { zip: { in: ['94063', '10001'] } } });
    await loadZips(db);
    expect(await db.zip.count()).toBe(33_791);
    expect(await db.zip.findUniqueOrThrow({ where: { zip: '10001' } })).toEqual({
      zip: '10001',
      latitude: 40.75065,
      longitude: -73.997293,
    });
  });
});
