import { describe, expect, it } from 'vitest';
import { searchable, searchWords } from '../../../src/domain/search-text.ts';

describe('what the text search compares (R22)', () => {
  it('forgets case, accents and punctuation', () => {
    expect(searchable('José’s Café, Cañada & Søn')).toBe('joses cafe canada son');
    expect(searchable('  English/Spanish (free!) ')).toBe('english spanish free');
    expect(searchable('Łódź Straße')).toBe('lodz strasse');
  });

  it('keeps other scripts readable', () => {
    expect(searchable('中文 Русский')).toBe('中文 русскии');
  });

  it('splits a question into words, each once, and not without end', () => {
    expect(searchWords('Rent  help RENT 100%')).toEqual(['rent', 'help', '100']);
    expect(searchWords(' ,.- ')).toEqual([]);
    expect(searchWords(Array.from({ length: 50 }, (_, n) => `w${String(n)}`).join(' '))).toHaveLength(12);
  });
});
