/** Stands in for our address while a path is read; it goes nowhere. */
const HERE = 'http://here.invalid';

/**
 * A path of ours to go back to, or null.
 * attack: `//evil.example`, `/\evil.example`, `javascript:` and the like would send people away after signing in (S-23).
 */
export function ownPath(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 2_000 || !value.startsWith('/') || /[\\\u0000-\u0020\u007f]/.test(value)) return null;
  const url = URL.canParse(value, HERE) ? new URL(value, HERE) : null;
  if (url?.origin !== HERE) return null;
  const path = url.pathname + url.search;
  // What a path was before it was read may hide a second slash: "/.//evil.example".
  return path.startsWith('//') ? null : path;
}
