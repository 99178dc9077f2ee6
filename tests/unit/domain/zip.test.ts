import { describe, expect, it } from 'vitest';
import { readZip, zipOf } from '../../../src/domain/zip.ts';

describe('a ZIP code as people write it (R22)', () => {
  it.each(['94063', ' 94063 ', '94063-1234', '94063 1234', '940631234', '94063 - 1234', '94063–1234'])('understands %j', (written) => {
    expect(readZip(written)).toEqual({ kind: 'zip', zip: '94063' });
  });

  it.each(['', '   '])('takes %j as no ZIP at all', (written) => {
    expect(readZip(written)).toEqual({ kind: 'none' });
  });

  it.each(['9406', '940633', '94063-12', '94O63', 'ABC 1234', '９４０６３', "94063' OR 1=1", '-94063'])('refuses %j', (written) => {
    expect(readZip(written)).toEqual({ kind: 'malformed' });
    expect(zipOf(written)).toBeNull();
  });

  it('keeps leading zeros', () => {
    expect(zipOf('02134-0001')).toBe('02134');
  });
});
