import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fromRoot } from '../../../src/root.ts';
import { filesBelow } from '../../architecture/sources.ts';

const styles = filesBelow('public/css', '.css');

it('turns every color by color-scheme alone, so that what is chosen on a page is the same as what a device says (U-23)', () => {
  expect(styles.filter(({ text }) => text.includes('prefers-color-scheme')).map(({ path }) => path)).toEqual([]);
  const tokens = readFileSync(fromRoot('public/css/tokens.css'), 'utf8');
  for (const theme of ['light', 'dark']) expect(tokens).toContain(`:root[data-theme='${theme}'] {\n  color-scheme: ${theme};\n}`);
});
