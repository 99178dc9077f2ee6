import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import { PUBLIC } from './asset-files.ts';

/** A comment that has its lines for itself. */
const COMMENT = /^[ \t]*(\/\*\*[\s\S]*?\*\/|\/\/.*)$/gm;

/** Our scripts by name, without their comments, which are a fifth of what a browser would fetch (U-24). Lines keep their numbers. */
const all = new Map(readdirSync(join(PUBLIC, 'js')).map((name) => [name, served(readFileSync(join(PUBLIC, 'js', name), 'utf8'))]));

function served(script: string): { text: string; etag: string } {
  const text = bare(script);
  return { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 16)}"` };
}

export function bare(script: string): string {
  return script.replace(COMMENT, (comment) => comment.replace(/[^\n]/g, ''));
}

/** Answers at /<name> below where it stands. */
export function scripts(kept: string): RequestHandler {
  return (req, res, next) => {
    const script = all.get(req.path.slice(1));
    if (!script || (req.method !== 'GET' && req.method !== 'HEAD')) {
      next();
      return;
    }
    res.set({ 'Cache-Control': kept, ETag: script.etag }).type('js').send(script.text);
  };
}
