import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoriesFromWords, categoryForTerm } from '../../../src/directory/category-map.ts';
import { slugOf } from '../../../src/domain/search-text.ts';
import { chooseSource, suggestedSource } from '../../../src/directory/import-source.ts';
import { languageName } from '../../../src/domain/language-name.ts';
import { plainCategories } from '../../../src/directory/plain-categories.ts';
import { readUrl } from '../../../src/directory/read-contacts.ts';
import { recordsOf } from '../../../src/directory/hsds-records.ts';
import { recordsOfTables } from '../../../src/directory/hsds-tables.ts';
import { readService } from '../../../src/directory/read-service.ts';
import { RefusedFile } from '../../../src/directory/refused-file.ts';
import { cutText, tidyText } from '../../../src/directory/tidy-text.ts';

describe('service categories', () => {
  it('are ours where a source’s term clearly means one of them, and the term itself where not', () => {
    expect(
      ['Food Pantry', 'help pay for housing', 'ADVOCACY & LEGAL AID', 'Transit', 'legal-help'].map((term) => categoryForTerm(term)?.slug),
    ).toEqual(['food', 'rent-and-deposits', 'legal-help', 'transport', 'legal-help']);
    expect(categoryForTerm('translation & Interpretation')).toEqual({
      slug: 'translation-interpretation',
      name: 'Translation & Interpretation',
    });
    expect(categoryForTerm('…')).toBeNull();
  });

  it('come from the words of a service that has no terms, and only from plain ones', () => {
    expect(categoriesFromWords('Free groceries and legal advice').map(({ slug }) => slug)).toEqual(['food', 'legal-help']);
    expect(categoriesFromWords('A parent with legal custody').map(({ slug }) => slug)).toEqual([]);
  });

  it('have one slug and one meaning each', () => {
    expect(new Set(plainCategories.map(({ slug }) => slug)).size).toBe(plainCategories.length);
    const terms = plainCategories.flatMap(({ name, terms: all }) => [name, ...all]).map(slugOf);
    expect(terms.filter((term, at) => terms.indexOf(term) !== at)).toEqual([]);
  });
});

describe('languages', () => {
  it('have one English name each', () => {
    expect(['es', 'Español', 'spanish', 'SPANISH', 'Chinese (Cantonese)', 'ASL', 'zh-Hant', 'Mam'].map(languageName)).toEqual([
      'Spanish',
      'Spanish',
      'Spanish',
      'Spanish',
      'Cantonese',
      'American Sign Language',
      'Traditional Chinese',
      'Mam',
    ]);
    expect(['', '—', 'x'.repeat(90)].map(languageName)).toEqual([null, null, null]);
  });
});

describe('addresses on the web', () => {
  it('are http or https, and nothing that runs', () => {
    expect(readUrl('www.example.org')).toBe('https://www.example.org');
    expect(readUrl('http://example.org/a?b=c')).toBe('http://example.org/a?b=c');
    expect(['javascript:alert(1)', 'data:text/html,x', 'not a url', 'ftp://x', ' ', null].map(readUrl)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('text of a source', () => {
  it('loses control characters, broken letters and needless blanks', () => {
    expect(tidyText('a\u0000b\u202e \t c\r\n\r\n\r\n\r\nd\ud800 ')).toBe('ab c\n\nd');
    expect(tidyText('Jose\u0301')).toBe('José');
  });

  it('is cut at a word, never inside a letter', () => {
    expect(cutText('one two three four', 100)).toBe('one two three four');
    expect(cutText('one two three four', 15)).toBe('one two three…');
    expect(cutText('😀😀😀😀', 3)).toBe('😀😀…');
  });
});

describe('which directory a file is of', () => {
  const uuid = (n: number): string => `00000000-0000-5000-8000-${String(n).padStart(12, '0')}`;
  const listed = [1, 2, 3, 4].map((n) => ({ sourceId: uuid(n), name: `Program ${String(n)}` }));

  it('is told by its name when nothing of it is known', () => {
    expect(suggestedSource('/data/San Mateo.hsds.json')).toBe('san-mateo');
    expect(suggestedSource('../examples/csv')).toBe('csv');
    expect(suggestedSource('…')).toBe('directory');
    expect(chooseSource({ suggested: 'north', listed, known: [], taken: [] })).toBe('north');
  });

  it('is told by its records when half of them are known', () => {
    const known = listed.slice(0, 2).map((one) => ({ ...one, source: 'county' }));
    expect(chooseSource({ suggested: 'north', listed, known, taken: ['county'] })).toBe('county');
    expect(chooseSource({ suggested: 'north', listed, known: known.slice(1), taken: ['county'] })).toBe('north');
  });

  it('is another one when only small numbers agree', () => {
    const numbers = [1, 2].map((n) => ({ sourceId: String(n), name: `Bread ${String(n)}` }));
    const known = numbers.map(({ sourceId }) => ({ sourceId, name: `Beds ${sourceId}`, source: 'services' }));
    expect(chooseSource({ suggested: 'services', listed: numbers, known, taken: ['services', 'services-2'] })).toBe('services-3');
    const renamed = [{ sourceId: '1', name: 'BREAD 1', source: 'services' }];
    expect(chooseSource({ suggested: 'services', listed: numbers, known: renamed, taken: ['services'] })).toBe('services');
  });
});

describe('whatever a file holds', () => {
  const value = fc.jsonValue({ maxDepth: 4 });
  const service = fc.record(
    {
      id: value,
      name: value,
      status: value,
      organization: fc.oneof(value, fc.record({ id: value, name: value })),
      phones: fc.oneof(value, fc.array(fc.record({ number: value }))),
      languages: value,
      schedules: fc.oneof(value, fc.array(fc.record({ byday: value, opens_at: value, closes_at: value, valid_to: value }))),
      service_at_locations: fc.array(
        fc.record({ location: fc.oneof(value, fc.record({ latitude: value, longitude: value, addresses: value })) }),
      ),
    },
    { requiredKeys: [] },
  );

  it('it is read or refused with a reason, never a fault', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.oneof(value, service, fc.array(service), fc.record({ contents: fc.array(service) })), (document) => {
        try {
          for (const raw of recordsOf(document).services) {
            const read = readService(raw, '2026-11-23');
            if (read.kind === 'program') expect(read.program.name.length).toBeGreaterThan(0);
            else expect(read.reason).not.toBe('');
          }
        } catch (error) {
          expect(error).toBeInstanceOf(RefusedFile);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('tables join by id only, and rows of nobody are left alone', () => {
    const tables = {
      services: [{ id: '1', name: 'Bread', organization_id: 'o' }],
      organizations: [{ id: 'o', name: 'Org' }],
      service_at_location: [{ id: 'p', service_id: '1', location_id: 'l' }],
      locations: [{ id: 'l', name: 'Hall' }],
      addresses: [
        { location_id: 'l', postal_code: '94063' },
        { location_id: '', postal_code: '10001' },
      ],
      phones: [
        { service_id: '', location_id: '', number: '650 555-0111' },
        { location_id: 'l', number: '650 555-0100' },
      ],
    };
    const [raw] = recordsOfTables(tables).services;
    const read = readService(raw!, '2026-11-23');
    expect(read.kind === 'program' && [read.program.locations.map((one) => one.zip), read.program.phones.map((one) => one.number)]).toEqual(
      [['94063'], ['650 555-0100']],
    );
  });
});
