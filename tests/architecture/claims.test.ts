import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fromRoot } from '../../src/root.ts';

const text = readFileSync(fromRoot('ARCHITECTURE.md'), 'utf8');

it('names in ARCHITECTURE.md only tests and folders that are there', () => {
  const named = [...text.matchAll(/`((?:tests|src|docs|prisma|bench|scripts|views|public)\/[^` ]*)`/g)].map((match) => match[1]!);
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((path) => !path.includes('<') && !existsSync(fromRoot(path)))).toEqual([]);
});

it('keeps ARCHITECTURE.md to what one sitting reads', () => {
  expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(150);
});

it('has a row in README.md for each rule, with a test that is there and names the rule', () => {
  const rows = [...readFileSync(fromRoot('README.md'), 'utf8').matchAll(/^\| \*\*(R\d+)\*\*.*\]\((tests\/[^)]+)\) \|$/gm)];
  expect(rows.map((row) => row[1])).toEqual(Array.from({ length: 30 }, (_, at) => `R${String(at + 1)}`));
  const silent = rows.filter(([, rule = '', test = '']) => !new RegExp(`\\b${rule}\\b`).test(readFileSync(fromRoot(test), 'utf8')));
  expect(silent.map(([, rule, test]) => `${String(rule)}: ${String(test)}`)).toEqual([]);
});

it('shows pictures in README.md that are there, light and dark, and small', () => {
  const readme = readFileSync(fromRoot('README.md'), 'utf8');
  const shown = [...readme.matchAll(/docs\/images\/[\w-]+\.webp/g)].map(([path]) => path).sort();
  const there = readdirSync(fromRoot('docs/images')).map((name) => `docs/images/${name}`);
  expect(shown).toEqual(there.sort());
  expect(shown.filter((path) => path.includes('-dark')).length).toBe(shown.length / 2);
  expect(shown.reduce((sum, path) => sum + statSync(fromRoot(path)).size, 0)).toBeLessThan(600_000);
});
