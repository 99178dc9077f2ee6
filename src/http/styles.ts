import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import { PUBLIC } from './asset-files.ts';
import { servedText, servedTexts } from './served-text.ts';

const IMPORT = /^@import '\.\/([a-z/-]+\.css)'(?: layer\(([a-z]+)\))?;$/gm;
const COMMENT = /\/\*[\s\S]*?\*\/\n?/g;

/** The one style sheet of every page: css/index.css, with each file it imports in its place and in its layer (ADR 0155). */
const sheet = servedText(
  'css',
  joined((name) => readFileSync(join(PUBLIC, 'css', name), 'utf8')),
);

/** What a browser would make of index.css after a request for each line of it; comments stay here. */
export function joined(read: (name: string) => string): string {
  const whole = read('index.css').replace(IMPORT, (_, name: string, layer?: string) =>
    layer ? `@layer ${layer} {\n${read(name)}}` : read(name),
  );
  return whole.replace(COMMENT, '');
}

export function styles(kept: string): RequestHandler {
  return servedTexts(new Map([['index.css', sheet]]), kept);
}
