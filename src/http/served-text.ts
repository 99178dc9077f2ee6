import { createHash } from 'node:crypto';
import type { RequestHandler } from 'express';

/** A file of ours that is not sent as it stands. */
export interface ServedText {
  text: string;
  type: 'css' | 'js';
  etag: string;
}

export function servedText(type: ServedText['type'], text: string): ServedText {
  return { text, type, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 16)}"` };
}

/** Answers at /<name> below where it stands. */
export function servedTexts(texts: ReadonlyMap<string, ServedText>, kept: string): RequestHandler {
  return (req, res, next) => {
    const served = texts.get(req.path.slice(1));
    if (!served || (req.method !== 'GET' && req.method !== 'HEAD')) {
      next();
      return;
    }
    res.set({ 'Cache-Control': kept, ETag: served.etag }).type(served.type).send(served.text);
  };
}
