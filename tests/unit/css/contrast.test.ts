import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromRoot } from '../../../src/root.ts';
import { contrast, linearRgb, parseOklch, type Oklch } from './oklch.ts';

const css = readFileSync(fromRoot('public/css/tokens.css'), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([a-z-]+): light-dark\((oklch\([^)/]+\)), (oklch\([^)/]+\))\);/g)].map(([, name, light, dark]) => [
    name!,
    { light: parseOklch(light!), dark: parseOklch(dark!) },
  ]),
);

const GROUNDS = ['paper', 'paper-lift', 'paper-sunk', 'teal-tint'];
const TEXTS = ['ink', 'ink-soft', 'teal-ink', 'progress-ink', 'help-ink', 'action-ink'];
const PARTS = ['line', 'teal', 'progress-mark', 'help-mark', 'action-mark'];
const CATEGORIES = ['progress', 'help', 'action'];

/** Text needs 4.5 to 1; the parts of controls, marks and rings need 3 to 1 (U-05). */
const textPairs = [
  ...GROUNDS.flatMap((ground) => TEXTS.map((text) => [text, ground])),
  ...CATEGORIES.flatMap((one) => [
    [`${one}-ink`, `${one}-tint`],
    ['ink', `${one}-tint`],
  ]),
  ...['ink', 'ink-soft', 'teal-ink', 'action-ink'].map((text) => [text, 'paper-deep']),
  ['ink-soft', 'action-tint'],
  ['on-teal', 'teal'],
  ['on-teal', 'teal-deep'],
  ['paper', 'ink'],
  ['on-slate', 'slate'],
] as [string, string][];
const partPairs = [
  ...GROUNDS.flatMap((ground) => PARTS.map((part) => [part, ground])),
  ...CATEGORIES.map((one) => [`${one}-mark`, `${one}-tint`]),
  ...['line', 'teal'].map((part) => [part, 'paper-deep']),
  ['paper', 'progress-mark'],
  ['paper', 'help-mark'],
  ['paper', 'teal'],
  ['slate-mark', 'slate'],
] as [string, string][];

describe.each(['light', 'dark'] as const)('the colours in %s (U-05)', (mode) => {
  const colour = (name: string): Oklch => tokens.get(name)![mode];

  it.each(textPairs)('%s can be read on %s', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(partPairs)('%s can be told from %s', (part, ground) => {
    expect(contrast(colour(part), colour(ground))).toBeGreaterThanOrEqual(3);
  });

  it('stay inside what every screen can show', () => {
    for (const [name] of tokens) {
      for (const channel of linearRgb(colour(name))) {
        expect(channel, name).toBeGreaterThan(-0.002);
        expect(channel, name).toBeLessThan(1.002);
      }
    }
  });
});

it('gives every colour of the palette for light and for dark', () => {
  expect(tokens.size).toBe(26);
});
