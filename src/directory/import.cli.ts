import { parseArgs } from 'node:util';
import dotenv from 'dotenv';
import { systemClock } from '../clock.ts';
import { BadSettings, readConfig } from '../config.ts';
import { openDatabase } from '../db/client.ts';
import { isDatabaseAway } from '../db/failure.ts';
import { createLog } from '../logger.ts';
import { fromRoot } from '../root.ts';
import { prepareDatabase } from '../start/database.ts';
import { importDirectory } from './directory.service.ts';
import { reportLines } from './import-report.ts';
import { RefusedFile } from './refused-file.ts';
import { loadZips } from './zip.store.ts';

const USAGE = 'Usage: npm run import -- FILE [--source NAME]\n  FILE is an HSDS 3 JSON file, or a folder of HSDS CSV files.';

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const request = readArguments(args);
  if (!request) return fail(USAGE);
  try {
    await run(request);
    return 0;
  } catch (error) {
    if (error instanceof RefusedFile) return fail(`Refused, nothing was written: ${error.message}`);
    if (isDatabaseAway(error)) return fail('The database cannot be reached. Nothing was written.');
    if (error instanceof BadSettings) return fail(error.message);
    throw error;
  }
}

async function run(request: { path: string; source?: string | undefined }): Promise<void> {
  dotenv.config({ path: fromRoot('.env'), quiet: true });
  const config = readConfig(process.env);
  const log = createLog('warn');
  const database = await prepareDatabase(config, log);
  const db = openDatabase(database.url, log, 2);
  try {
    await loadZips(db);
    const report = await importDirectory({ db, clock: systemClock, config }, request);
    process.stdout.write(`${reportLines(report).join('\n')}\n`);
  } finally {
    await db.$disconnect();
    await database.stop();
  }
}

function readArguments(args: string[]): { path: string; source?: string | undefined } | null {
  try {
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options: { source: { type: 'string' } } });
    const [path] = positionals;
    return path !== undefined && positionals.length === 1 ? { path, source: values.source } : null;
  } catch {
    return null;
  }
}

function fail(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}
