import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromRoot } from '../../src/root.ts';

/** Where the real directories and the examples of the specification are; they are read, never copied. */
export const directoryData = process.env['DIRECTORY_DATA'] ?? fromRoot('..', 'shared', 'data');
export const sanMateo = join(directoryData, 'san-mateo.hsds.json');
export const example = (name: string): string => join(directoryData, 'hsds', 'examples', name);

export type Hsds = Record<string, unknown>;
export interface HsdsPage extends Hsds {
  contents: Hsds[];
}

export async function readPage(path: string): Promise<HsdsPage> {
  return JSON.parse(await readFile(path, 'utf8')) as HsdsPage;
}

/** A folder for the files one test imports, gone when the test file is done. */
export async function scratchFolder(): Promise<{
  write: (name: string, content: unknown) => Promise<string>;
  remove: () => Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-directory-'));
  return {
    write: async (name, content) => {
      const path = join(folder, name);
      await writeFile(path, typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content));
      return path;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
