import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fromRoot } from '../../../src/root.ts';
import { filesBelow } from '../../architecture/sources.ts';

const index = readFileSync(fromRoot('public/css/index.css'), 'utf8');
const imports = [...index.matchAll(/^@import '\.\/([^']+)\.css'(?: layer\((\w+)\))?;$/gm)].map(([, name = '', layer = '']) => ({
  name,
  layer,
}));
const names = imports.map(({ name }) => name);

it('lists every style sheet once, and nothing else (ADR 0155)', () => {
  const there = filesBelow('public/css', '.css').map(({ path }) => path.slice('public/css/'.length, -'.css'.length));
  expect([...names].sort()).toEqual(there.filter((name) => name !== 'index').sort());
});

it('gives each file the layer that is its folder or its name, in the order of the layers', () => {
  expect(imports.filter(({ name, layer }) => name !== 'fonts' && layer !== name.split('/')[0])).toEqual([]);
  const layers = /^@layer ([^;]+);$/m.exec(index)?.[1]?.split(', ');
  expect([...new Set(imports.map(({ layer }) => layer).filter(Boolean))]).toEqual(layers);
});

it('keeps the files of a layer in the order of their names, as nothing depends on it', () => {
  for (const folder of ['base', 'layout', 'components', 'pages']) {
    const inside = names.filter((name) => name.startsWith(`${folder}/`));
    expect(inside).toEqual([...inside].sort());
    expect(inside.length).toBeGreaterThan(0);
  }
});

it('has no style for what no view and no script writes', () => {
  const css = filesBelow('public/css', '.css').map(({ text }) => text.replace(/\/\*[\s\S]*?\*\//g, ''));
  const styled = new Set([...css.join('\n').matchAll(/\.([a-z][a-z0-9-]*)(?=[^{};]*\{)/g)].map(([, name = '']) => name));
  const written = [
    ...filesBelow('views', '.ejs').flatMap(({ text }) => [...text.matchAll(/class="([^"]*)"/g)]),
    ...filesBelow('public/js', '.js').flatMap(({ text }) => [...text.matchAll(/class(?:Name = |List\.\w+\(|=)["']([^"']*)/g)]),
  ];
  const names = new Set(written.flatMap(([, classes = '']) => classes.match(/[a-z][a-z0-9-]*/g) ?? []));
  expect(styled.size).toBeGreaterThan(200);
  expect([...styled].filter((name) => !names.has(name))).toEqual([]);
});
