import { describe, expect, it } from 'vitest';
import { misspellings, personSearch, wantedNear, wantedWithin, wantedWords } from '../../../src/domain/person-search.ts';

const asked = (text: string) => personSearch(text)!;
const like = (word: string, pattern: string): boolean => new RegExp(`^${pattern.replaceAll('_', '.')}$`, 'su').test(word);

describe('what is typed into the one search box (R16)', () => {
  it('asks for words by how they begin, or for a number', () => {
    expect(wantedWords(asked('José Gut'))).toEqual({ query: "'jose':* & 'gut':*", begin: ['jose', 'gut'] });
    expect(wantedWords(asked('Зоя Gut'))).toEqual({ query: "('зоя':* & 'gut':*) | ('зоя':* & 'gut':*)", begin: [] });
    expect(wantedWords(asked('ana ruiz'))).toEqual({ query: "'ana':* & 'ruiz':*", begin: ['ana', 'ruiz'] });
    for (const number of ['+1 (650) 555-0100', '650.555.0100', '6505550100'])
      expect(wantedWords(asked(number))).toEqual({ query: "'6505550100':*", begin: ['6505550100'] });
  });

  it('asks anywhere within words next', () => {
    expect(wantedWithin(asked('uiz@exam'))).toEqual([['%uiz%', '%exam%']]);
    expect(wantedWithin(asked('अमितु'))[1]).toEqual(['%अमितु%']);
    expect(wantedWithin(asked('5550100'))).toEqual([['%5550100%']]);
  });

  it('holds nothing that LIKE or a tsquery would read as more than letters', () => {
    for (const text of ["%_'; DROP", "o'neil\\", "'' | !a:*", 'a & b <-> c', '"quoted" (x)', '«ана»', "’’'%"]) {
      const search = personSearch(text);
      if (!search) continue;
      for (const pattern of wantedWithin(search).flat()) expect(pattern.slice(1, -1)).not.toMatch(/[%_\\]/);
      const lexemes = wantedWords(search).query.replace(/'(?:[^'\\]|''|\\\\)*'/g, 'L');
      expect(lexemes).toMatch(/^[L:*&|() ]+$/);
    }
    expect(personSearch('%_')).toBeNull();
  });

  it('asks at last for what a word may have meant, where there is something like it', () => {
    const near = new Map([['gutierez', ['gutierrez', 'gutieres']]]);
    expect(wantedNear(asked('jose gutierez'), near)?.query).toBe("('jose':*) & ('gutierez':* | 'gutierrez' | 'gutieres')");
    expect(wantedNear(asked('jose'), near)).toBeNull();
    expect(wantedNear(asked('6505550100'), near)).toBeNull();
  });
});

describe('one slip of the finger', () => {
  it.each([
    ['gutierez', 'gutierrez', 'left out'],
    ['gutierrrez', 'gutierrez', 'too many'],
    ['gutiérrez'.normalize('NFC').replace('é', 'a'), 'gutierrez', 'another'],
    ['maira', 'maria', 'two turned round'],
    ['moren', 'moreno', 'the last one left out'],
  ])('%s may have meant %s: %s', (written, meant) => {
    expect(misspellings(written).some((pattern) => like(meant, pattern))).toBe(true);
  });

  it('takes the first letter as it is, and makes no more than a few patterns', () => {
    expect(misspellings('ruiz').some((pattern) => like('buiz', pattern) || like('uiz', pattern))).toBe(false);
    expect(misspellings('gutierrez').length).toBeLessThan(40);
    expect(misspellings('😀a').every((pattern) => pattern.isWellFormed())).toBe(true);
  });
});
