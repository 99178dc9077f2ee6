import { createHash } from 'node:crypto';

const names = new Map<string, string>();

/** Statements beyond this many are not kept on the server: their text is made of varying parts. */
const MOST = 500;

/**
 * A name for each statement's text, by which a connection prepares it once instead of planning it at every call. The same text
 * has the same name in every process, so that a pooler in between may share connections.
 */
export function statementName({ sql }: { sql: string }): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= MOST) return '';
  const name = `s${createHash('sha256').update(sql).digest('base64url').slice(0, 20)}`;
  names.set(sql, name);
  return name;
}
