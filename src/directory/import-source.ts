import { basename } from 'node:path';
import { searchable, slugOf } from '../domain/search-text.ts';

/** A service as a file lists it. */
export interface Listed {
  sourceId: string;
  name: string;
}

export interface SourceQuestion {
  /** What the file's name suggests. */
  suggested: string;
  /** The services of the file. */
  listed: readonly Listed[];
  /** Programs of any source that bear one of their ids. */
  known: readonly (Listed & { source: string })[];
  /** All sources there are. */
  taken: readonly string[];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Which directory a file is of. Its records tell before its name does, so that next month's export of another name updates the
 * same programs; and a second directory in a file of the same name does not retire the first.
 */
export function chooseSource({ suggested, listed, known, taken }: SourceQuestion): string {
  const names = new Map(listed.map((one) => [one.sourceId, searchable(one.name)]));
  const recognised = new Map<string, number>();
  for (const { source, sourceId, name } of known) {
    // An id such as "17" is used by many directories: it takes the name as well to be the same service.
    const sure = UUID.test(sourceId) || (source === suggested && /\D/.test(sourceId)) || names.get(sourceId) === searchable(name);
    if (sure) recognised.set(source, (recognised.get(source) ?? 0) + 1);
  }
  if (recognised.has(suggested)) return suggested;
  const [best] = [...recognised].filter(([, count]) => count * 2 >= listed.length).toSorted(([, a], [, b]) => b - a);
  return best?.[0] ?? freeName(suggested, taken);
}

/** "../exports/San Mateo.hsds.json" suggests "san-mateo". */
export function suggestedSource(path: string): string {
  const name = basename(path).replace(/(\.hsds)?\.json$/i, '');
  return slugOf(name) || 'directory';
}

function freeName(suggested: string, taken: readonly string[]): string {
  let name = suggested;
  for (let n = 2; taken.includes(name); n += 1) name = `${suggested}-${String(n)}`;
  return name;
}
