import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/clock.ts';
import { openDatabase, type Db } from '../../../src/db/client.ts';
import { importDirectory, storePrograms } from '../../../src/directory/directory.service.ts';
import { loadZips } from '../../../src/directory/zip.store.ts';
import { milesBetween } from '../../../src/domain/distance.ts';
import { openState } from '../../../src/domain/open-state.ts';
import { createLog } from '../../../src/logger.ts';
import { readQuestion } from '../../../src/programs/program-search.forms.ts';
import { findPrograms } from '../../../src/programs/program-search.service.ts';
import { searchPrograms, type SearchFilters } from '../../../src/programs/program-search.store.ts';
import { soughtWords } from '../../../src/programs/sought-words.ts';
import type { SearchAnswer } from '../../../src/programs/search-answer.ts';
import { readConfig } from '../../../src/config.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';
import { sanMateo } from '../../support/directory.ts';
import { openOn, placeAt, someProgram } from '../../support/programs.ts';

let database: FreshDatabase;
let db: Db;
const config = { ...readConfig({}), timeZone: 'America/Los_Angeles' };
/** A Wednesday, noon in San Mateo. */
const clock = { now: () => new Date('2026-11-25T20:00:00Z') };

beforeAll(async () => {
  database = await freshDatabase();
  db = openDatabase(database.url, createLog('silent'), 3);
  await loadZips(db);
  await importDirectory({ db, clock: systemClock, config }, { path: sanMateo });
});

afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

const ask = (query: Record<string, unknown>): Promise<SearchAnswer> => findPrograms({ db, clock, config }, readQuestion(query).question);
const filtersFor = (q: string): SearchFilters => ({
  words: soughtWords(q),
  categories: [],
  language: null,
  openAt: null,
  accepting: false,
});
const names = async (query: Record<string, unknown>): Promise<string[]> => (await ask(query)).programs.map(({ name }) => name);

describe('the search by ZIP (R22)', () => {
  it('lists the real programs nearest first, with distances that agree with an independent computation', async () => {
    const { programs, total, zipKnown } = await ask({ zip: '94063' });
    expect([total, zipKnown]).toEqual([21, true]);
    // Great-circle miles from the Census position of 94063, computed apart from this code.
    expect(programs.map(({ name, miles }) => [name, Math.round((miles ?? -1) * 1000) / 1000]).slice(0, 8)).toEqual([
      ['Fair Oaks Branch', 1.442],
      ['Fair Oaks Adult Activity Center', 1.472],
      ['Project Smile', 1.813],
      ['Main Library', 1.861],
      ['Project Read', 1.861],
      ['Redwood City Corps', 1.976],
      ['Schaberg Branch', 3.193],
      ['Little House Recreational Activities', 3.235],
    ]);
    expect(programs.at(-1)).toMatchObject({ name: 'Passport Photos' });
    expect(programs.at(-1)?.miles).toBeCloseTo(22.583, 3);
  });

  it('takes ZIP+4 for its ZIP', async () => {
    expect(await names({ zip: '94063-1234' })).toEqual(await names({ zip: '94063' }));
  });

  it('without a ZIP, or with one nobody knows, is by name', async () => {
    const byName = await names({});
    expect(byName).toEqual(byName.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
    const unknown = await ask({ zip: '00000' });
    expect(unknown.zipKnown).toBe(false);
    expect(unknown.programs.map(({ name }) => name)).toEqual(byName);
    expect(unknown.programs.every(({ miles }) => miles === null)).toBe(true);
  });
});

describe('the search by words (R22)', () => {
  it('finds programs that have every word, in any order, at the start of a word', async () => {
    expect(await names({ q: 'meals wheels' })).toEqual(['Meals on Wheels - South County']);
    expect(await names({ q: 'WHEELS, meal' })).toEqual(['Meals on Wheels - South County']);
    expect(await names({ q: 'meals unicorn' })).toEqual([]);
    expect(await names({ q: 'heels' })).toEqual([]);
  });

  it('looks into organization, category and language too, without regard to accents', async () => {
    expect(await names({ q: 'samaritan house' })).toEqual(['Project Smile', 'San Mateo Free Medical Clinic']);
    expect(await names({ q: 'fótos pásaporte' })).toEqual(['Passport Photos']);
    expect(await names({ q: 'korean' })).toEqual(['Sunnyvale Corps']);
  });

  it.each(['%', '_', "'; DROP TABLE program; --", '\\', '%%%', '*', '"'])('takes %j for text', async (q) => {
    const { total } = await ask({ q });
    expect(total === 21 || total === 0).toBe(true);
    expect(await db.program.count()).toBe(23 - 2);
  });
});

describe('the search in one’s own words (R22)', () => {
  const inCategory = (slug: string): Promise<string[]> => names({ category: slug });

  it.each(['comida', 'Comida', 'despensa', 'hungry', 'طعام', 'الطعام'])(
    'finds what is filed under Food by %s, in whatever language',
    async (q) => {
      expect(await names({ q })).toEqual(await inCategory('food'));
      expect(await inCategory('food')).not.toEqual([]);
    },
  );

  it('takes everyday words with and without accents', async () => {
    const health = await inCategory('health-and-dental');
    for (const q of ['médico', 'medico', 'MÉDICO', 'clínica']) expect(new Set(await names({ q }))).toEqual(new Set(health));
    expect(health).not.toEqual([]);
  });

  it('still narrows with each word, but not with those that join others', async () => {
    const food = await inCategory('food');
    const both = food.filter((name) => name === 'Meals on Wheels - South County');
    expect(await names({ q: 'comida wheels' })).toEqual(both);
    expect(await names({ q: 'ayuda con la comida' })).toEqual(food);
    expect(await names({ q: 'comida unicorn' })).toEqual([]);
    expect(await names({ q: 'comida', category: 'legal-help' })).toEqual(await names({ category: ['legal-help'], q: 'food' }));
  });

  it('puts first what says the word itself, then the nearest; the pages go through both', async () => {
    const rent = { slug: 'rent-and-deposits', name: 'Rent and deposits' };
    await storePrograms({ db, clock }, 'rents', [
      someProgram('near', { categories: [rent], locations: [placeAt(37.49, -122.19)] }),
      someProgram('far', { categories: [rent], locations: [placeAt(38.5, -121.4)] }),
      someProgram('far but says it', { description: 'Pago del alquiler', locations: [placeAt(38.5, -121.4)] }),
      someProgram('parents', { description: 'Subalquiler' }),
    ]);
    const found = await ask({ q: 'alquiler', zip: '94063' });
    expect(found.programs.map(({ name }) => name)).toEqual(['far but says it', 'near', 'Sunnyvale Corps', 'far']);
    expect([found.total, found.mixed]).toEqual([4, true]);
    const first = await searchPrograms(db, filtersFor('alquiler'), null, { limit: 1, offset: 0 });
    const second = await searchPrograms(db, filtersFor('alquiler'), null, { limit: 1, offset: 1 });
    expect([first, second].map(({ programs, total, saying }) => [programs[0]?.name, total, saying])).toEqual([
      ['far but says it', 4, 1],
      ['far', 4, 1],
    ]);
    expect((await ask({ q: 'subalquiler' })).mixed).toBe(false);
    await db.program.deleteMany({ where: { source: 'rents' } });
  });

  it('never brings up a retired program by its category', async () => {
    const [name = ''] = await inCategory('food');
    await db.program.updateMany({ where: { name }, data: { retiredAt: new Date() } });
    expect(await names({ q: 'comida' })).not.toContain(name);
    await db.program.updateMany({ where: { name }, data: { retiredAt: null } });
    expect(await names({ q: 'comida' })).toContain(name);
  });
});

describe('the filters (R22)', () => {
  it('of category take any of those chosen, by their name in addresses or in words', async () => {
    const food = await names({ category: 'food' });
    const health = await names({ category: 'health-and-dental' });
    expect(food).toContain('Meals on Wheels - South County');
    expect(food).not.toContain('Project Smile');
    expect(new Set(await names({ category: ['food', 'Health and dental'] }))).toEqual(new Set([...food, ...health]));
    expect(await names({ category: 'no-such-thing' })).toEqual([]);
  });

  it('of language take it by name or code', async () => {
    expect(await names({ language: 'Vietnamese' })).toEqual(['Rosener House Adult Day Services']);
    expect(await names({ language: 'vi' })).toEqual(['Rosener House Adult Day Services']);
    expect(await names({ language: 'vietnamese' })).toEqual(['Rosener House Adult Day Services']);
  });

  it('of hours and of accepting referrals leave out the others', async () => {
    expect(await names({ open: '1' })).toEqual(['Example Service Name', 'Passport Photos']);
    expect(await names({ open: '0' })).toHaveLength(21);
    await db.program.updateMany({ where: { name: 'Passport Photos' }, data: { acceptingReferrals: false } });
    expect(await names({ open: 'on', accepting: '1' })).toEqual(['Example Service Name']);
    await db.program.updateMany({ data: { acceptingReferrals: true } });
  });

  it('are offered as far as there are programs for them', async () => {
    const { offered } = await ask({});
    expect(offered.languages).toEqual(expect.arrayContaining(['Cantonese', 'Spanish', 'Vietnamese']));
    expect(offered.categories.map(({ slug }) => slug)).toContain('food');
    await db.program.updateMany({ where: { languages: { has: 'Korean' } }, data: { retiredAt: new Date() } });
    expect((await ask({})).offered.languages).not.toContain('Korean');
  });

  it('never bring up a retired program', async () => {
    expect(await names({ q: 'sunnyvale' })).toEqual([]);
    expect((await ask({})).total).toBe(20);
    await db.program.updateMany({ data: { retiredAt: null } });
  });
});

describe('the pages of the list', () => {
  it('hold 25 programs each, and no program twice', async () => {
    const many = Array.from({ length: 30 }, (_, n) => someProgram(`Pantry ${String(n)}`, { locations: [placeAt(37.5, -122.2)] }));
    await storePrograms({ db, clock }, 'pantries', many);
    const first = await ask({ q: 'pantry', zip: '94063' });
    const second = await ask({ q: 'pantry', zip: '94063', page: '2' });
    expect([first.total, first.pages, first.programs.length, second.programs.length]).toEqual([30, 2, 25, 5]);
    expect(new Set([...first.programs, ...second.programs].map(({ id }) => id)).size).toBe(30);
  });

  it('beyond the end are the last page', async () => {
    const beyond = await ask({ q: 'pantry', page: '900' });
    expect([beyond.page, beyond.programs.length, beyond.total]).toEqual([2, 5, 30]);
    expect(await ask({ q: 'unicorn', page: '7' })).toMatchObject({ page: 1, total: 0, programs: [] });
  });
});

describe('what the database computes', () => {
  it('agrees with the rules: distances anywhere on the globe', async () => {
    const places = [placeAt(64.1, -21.9), placeAt(-33.9, 151.2), placeAt(0, 179.9), placeAt(90, 0), placeAt(37.5, -122.2)];
    await storePrograms(
      { db, clock },
      'globe',
      places.map((place, n) => someProgram(`globe ${String(n)}`, { locations: [place] })),
    );
    for (const from of [
      { latitude: 37.493306, longitude: -122.195606 },
      { latitude: 13.45, longitude: 144.78 },
      { latitude: 71.29, longitude: -156.79 },
    ]) {
      const filters = { words: soughtWords('globe'), categories: [], language: null, openAt: null, accepting: false };
      const { programs } = await searchPrograms(db, filters, from, { limit: 25, offset: 0 });
      const expected = places.map(({ latitude, longitude }) => milesBetween(from, { latitude: latitude ?? 0, longitude: longitude ?? 0 }));
      expect(programs).toHaveLength(5);
      for (const { name, miles } of programs) expect(miles).toBeCloseTo(expected[Number(name.slice(6))] ?? -1, 6);
    }
  });

  it('agrees with the rules: the nearest of several places counts, and a program without one comes last', async () => {
    const two = someProgram('places two', { locations: [placeAt(40, -100), placeAt(37.5, -122.2)] });
    const one = someProgram('places one', { locations: [placeAt(38, -122.2)] });
    await storePrograms({ db, clock }, 'places', [
      two,
      one,
      someProgram('places none', { locations: [{ ...placeAt(null, null), zip: null }] }),
    ]);
    const { programs } = await ask({ q: 'places', zip: '94063' });
    expect(programs.map(({ name, miles }) => [name, miles === null ? null : Math.round(miles * 10) / 10])).toEqual([
      ['places two', 0.5],
      ['places one', 35],
      ['places none', null],
    ]);
  });

  it('agrees with the rules: open at every hour of the week', async () => {
    const weeks = [
      [openOn(1, '09:00', '17:00'), openOn(3, '09:00', '12:00')],
      [openOn(7, '20:00', '07:00'), openOn(2, '22:00', '24:00')],
      [1, 2, 3, 4, 5, 6, 7].map((day) => openOn(day, '00:00', '24:00')),
      [{ weekday: null, opensAt: null, closesAt: null, description: 'Call first' }],
    ];
    await storePrograms(
      { db, clock },
      'weeks',
      weeks.map((schedules, n) => someProgram(`weeks ${String(n)}`, { schedules })),
    );
    for (let weekday = 1; weekday <= 7; weekday += 1) {
      for (const time of ['00:00', '06:59', '07:00', '09:00', '11:59', '12:00', '16:59', '17:00', '20:00', '23:59']) {
        const now = { weekday, time };
        const filters = { words: soughtWords('weeks'), categories: [], language: null, openAt: now, accepting: false };
        const { programs } = await searchPrograms(db, filters, null, { limit: 25, offset: 0 });
        const open = weeks.flatMap((spans, n) => (['open', 'always'].includes(openState(spans, now).kind) ? [`weeks ${String(n)}`] : []));
        expect([now, programs.map(({ name }) => name)]).toEqual([now, open]);
      }
    }
  });
});
