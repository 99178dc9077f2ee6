import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { projectRoot } from '../../src/root.ts';

export interface SourceFile {
  /** From the project's root, with slashes. */
  path: string;
  text: string;
  lines: number;
}

/** Every file below a folder whose name ends so; generated code left out. */
export function filesBelow(folder: string, ending: string): SourceFile[] {
  const entries = readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending) && !entry.parentPath.includes('generated'))
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const text = readFileSync(file, 'utf8');
      return { path: relative(projectRoot, file), text, lines: text.trimEnd().split('\n').length };
    });
}

/** The relative imports of a file, as paths from the project's root. */
export function importsOf(file: SourceFile): string[] {
  const specifiers = [...file.text.matchAll(/from '(\.[^']+)'/g)].map((match) => match[1]!);
  return specifiers.map((specifier) => join(file.path, '..', specifier));
}
