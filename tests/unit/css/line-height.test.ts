import { expect, it } from 'vitest';
import { filesBelow } from '../../architecture/sources.ts';

it('lets lines grow with the text that whoever reads has chosen: their height is a number, never pixels (WCAG 1.4.4)', () => {
  const heights = filesBelow('public/css', '.css').flatMap(({ path, text }) =>
    [...text.matchAll(/(?:line-height:|font:[^;]*?\/)\s*([^;\s]+)/g)].map(([, height]) => `${path}: ${String(height)}`),
  );
  expect(heights.length).toBeGreaterThan(50);
  expect(heights.filter((height) => !/: (\d+(\.\d+)?(rem|em)?|inherit|normal)$/.test(height))).toEqual([]);
});
