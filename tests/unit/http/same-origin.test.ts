import { describe, expect, it } from 'vitest';
import { isSameOrigin } from '../../../src/http/same-origin.ts';
import { SAME_ORIGIN_TABLE } from '../../support/same-origin-table.ts';

describe('which changes come from our own pages (S-20)', () => {
  it.each(SAME_ORIGIN_TABLE('https://throughline.example.org'))('$what: $passes', ({ headers, passes }) => {
    expect(isSameOrigin(headers, ['https://throughline.example.org'])).toBe(passes);
  });
});
