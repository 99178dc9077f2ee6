import { describe, expect, it } from 'vitest';
import { filesBelow } from '../../architecture/sources.ts';

const styles = filesBelow('public/css', '.css')
  .map(({ path, text }) => ({ name: path.slice('public/css/'.length), text: text.replace(/\/\*[\s\S]*?\*\//g, '') }))
  .filter(({ name }) => name !== 'index.css');

/** `property: value` pairs of a style sheet, one per declaration. */
function declarations(text: string): [string, string][] {
  return [...text.matchAll(/(?:^|[{;]\s*)([a-z-]+):\s*([^;{}]+);/gm)].map((match) => [match[1]!, match[2]!.trim()]);
}

const PHYSICAL =
  /^(left|right|top|bottom|width|height|(min|max)-(width|height)|(margin|padding|border|scroll-(margin|padding))-(left|right|top|bottom).*)$/;

describe.each(styles)('$name', ({ text }) => {
  it('names no side of the screen: it mirrors for right-to-left pages (U-32)', () => {
    const wrong = declarations(text).filter(([property, value]) => PHYSICAL.test(property) || /^(left|right)$/.test(value));
    expect(wrong).toEqual([]);
  });

  it('writes four sides in one value only where start and end are the same (U-32)', () => {
    const boxes = declarations(text).filter(([property]) => /^(padding|margin|inset|border-width|border-radius)$/.test(property));
    const uneven = boxes.filter(([, value]) => {
      const sides = value.split(/\s+(?![^(]*\))/);
      return sides.length === 4 && sides[1] !== sides[3];
    });
    expect(uneven).toEqual([]);
  });

  it('loads nothing from elsewhere (S-50)', () => {
    expect(text).not.toMatch(/@import|https?:|url\((?!'\.\.\/fonts\/)/);
  });
});

it('uses no colour but those of the tokens, and no custom property that nobody sets', () => {
  const all = styles.map((style) => style.text).join('\n');
  const set = new Set([...all.matchAll(/(--[a-z0-9-]+):/g)].map((match) => match[1]));
  const used = new Set([...all.matchAll(/var\((--[a-z0-9-]+)/g)].map((match) => match[1]));
  expect([...used].filter((name) => !set.has(name))).toEqual([]);
  const loose = styles.filter(
    (style) => !['tokens.css', 'print.css'].includes(style.name) && /#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch)\(/i.test(style.text),
  );
  expect(loose.map((style) => style.name)).toEqual([]);
});
