import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { isRecord, recordsOf, type RawDirectory, type RawRecord } from './hsds-records.ts';
import { recordsOfTables, tablesIn, type Tables } from './hsds-tables.ts';
import { RefusedFile } from './refused-file.ts';

/** The largest file that is read: some tens of thousands of services. */
export const LARGEST_FILE_BYTES = 256 * 1024 * 1024;

/** Reads a directory in any of the HSDS 3 forms; which one it is, its content tells. Throws RefusedFile when it is none. */
export async function readDirectory(path: string, largest = LARGEST_FILE_BYTES): Promise<RawDirectory> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new RefusedFile(`There is no file or folder ${path}`);
  if (found.isDirectory()) return recordsOfTables(await readTables(path, largest));
  if (!found.isFile()) throw new RefusedFile('This is neither a file nor a folder.');
  if (path.toLowerCase().endsWith('.csv')) throw new RefusedFile('This is one table. Import the folder that holds all the CSV files.');
  const document = parseJson(await readText(path, largest));
  const tables = isRecord(document) ? tablesIn(document) : null;
  return tables ? recordsOfTables(tables) : recordsOf(document);
}

async function readTables(folder: string, largest: number): Promise<Tables> {
  const files = (await readdir(folder)).filter((name) => name.toLowerCase().endsWith('.csv'));
  if (!files.some((name) => name.toLowerCase() === 'services.csv')) throw new RefusedFile('There is no services.csv in this folder.');
  const tables: Tables = {};
  for (const file of files) {
    tables[basename(file.toLowerCase(), '.csv')] = parseTable(file, await readText(join(folder, file), largest));
  }
  return tables;
}

async function readText(path: string, largest: number): Promise<string> {
  const { size } = await stat(path);
  if (size === 0) throw new RefusedFile(`${basename(path)} is empty.`);
  // attack: a file larger than memory would take the machine down before anybody could read an error.
  if (size > largest) throw new RefusedFile(`${basename(path)} has ${megabytes(size)}; at most ${megabytes(largest)} are read.`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (error) {
    if (error instanceof TypeError) throw new RefusedFile(`${basename(path)} is not text in UTF-8.`);
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RefusedFile('This is not JSON. HSDS 3 is a JSON file, or a folder of CSV files.');
  }
}

function parseTable(file: string, text: string): RawRecord[] {
  try {
    return parse(text, { columns: (names: string[]) => uniqueNames(names), skip_empty_lines: true, relax_column_count: true, bom: true });
  } catch (error) {
    throw new RefusedFile(`${file} cannot be read as CSV: ${error instanceof Error ? error.message : 'unknown error'}`);
  }
}

// attack: a column named __proto__ must stay a column.
function uniqueNames(names: string[]): string[] {
  return names.map((name) => (name.trim() in Object.prototype ? `column ${name.trim()}` : name.trim().toLowerCase()));
}

function megabytes(bytes: number): string {
  return `${String(Math.ceil(bytes / 1024 / 1024))} MB`;
}
