import { expect, it } from 'vitest';
import { filesBelow } from './sources.ts';

const declared = filesBelow('src', '.ts').flatMap((file) => {
  const blocks = [...file.text.matchAll(/interface Pages \{([^}]*)\}/g)].map((match) => match[1]!);
  return blocks.flatMap((block) => [...block.matchAll(/'([a-z/-]+)':/g)].map((match) => match[1]!));
});
const views = filesBelow('views/pages', '.ejs').map((file) => file.path.replace('views/pages/', '').replace('.ejs', ''));

it('has one view for every page of the type Pages, and one page for every view', () => {
  expect([...declared].sort()).toEqual([...views].sort());
  expect(new Set(declared).size).toBe(declared.length);
});
