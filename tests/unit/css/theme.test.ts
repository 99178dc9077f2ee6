import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fromRoot } from '../../../src/root.ts';
import { filesBelow } from '../../architecture/sources.ts';

const styles = filesBelow('public/css', '.css');

it('turns every color by color-scheme alone, so that what is chosen on a page is the same as what a device says (U-23)', () => {
  expect(styles.filter(({ text }) => text.includes('prefers-color-scheme')).map(({ path }) => path)).toEqual([]);
  const tokens = readFileSync(fromRoot('public/css/tokens.css'), 'utf8');
  for (const theme of ['light', 'dark']) expect(tokens).toContain(`:root[data-theme='${theme}'] {\n    color-scheme: ${theme};\n  }`);
});

it('has its colors among the tokens alone, each for light and for dark; only paper, and the shade over a page, are always the same (U-23)', () => {
  const stray = styles
    .filter(({ path }) => !/(tokens|media)\.css$/.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/(?:#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(|oklch\([\d. ]+\)).*/gi)].map(([found]) => `${path}: ${found}`),
    );
  expect(stray).toEqual([]);
});
