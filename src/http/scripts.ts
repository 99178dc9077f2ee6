import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import { PUBLIC } from './asset-files.ts';
import { servedText, servedTexts } from './served-text.ts';

/** A comment that has its lines for itself. */
const COMMENT = /^[ \t]*(\/\*\*[\s\S]*?\*\/|\/\/.*)$/gm;

/** Our scripts by name, without their comments, which are a fifth of what a browser would fetch (U-24). Lines keep their numbers. */
const all = new Map(
  readdirSync(join(PUBLIC, 'js')).map((name) => [name, servedText('js', bare(readFileSync(join(PUBLIC, 'js', name), 'utf8')))]),
);

export function bare(script: string): string {
  return script.replace(COMMENT, (comment) => comment.replace(/[^\n]/g, ''));
}

export function scripts(kept: string): RequestHandler {
  return servedTexts(all, kept);
}
