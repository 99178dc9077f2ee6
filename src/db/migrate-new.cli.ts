import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startScratch } from './embedded-scratch.ts';
import { diffToSchema } from './migrate-diff.ts';
import { MIGRATIONS, readMigrations } from './migrate-files.ts';

/** `npm run migration -- NAME` writes the next migration folder from what schema.prisma has and the migrations lack; none is written again. */
const name = process.argv[2] ?? '';
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  process.stderr.write('Usage: npm run migration -- NAME (lower case letters, digits and _)\n');
  process.exit(1);
}
const sql = await diffInScratchCluster();
const outcome = sql === '' ? 'schema.prisma and the migrations agree: nothing to write.' : `Written: ${write(nextFolder(name), sql)}`;
process.stdout.write(`${outcome}\n`);

async function diffInScratchCluster(): Promise<string> {
  const scratch = await startScratch();
  try {
    return await diffToSchema(scratch.adminUrl, readMigrations());
  } finally {
    await scratch.stop();
  }
}

function nextFolder(title: string): string {
  const last = readMigrations().at(-1)?.name ?? '0000';
  return `${String(Number.parseInt(last, 10) + 1).padStart(4, '0')}_${title}`;
}

function write(folder: string, content: string): string {
  const file = join(MIGRATIONS, folder, 'migration.sql');
  mkdirSync(join(MIGRATIONS, folder), { recursive: true });
  writeFileSync(file, content);
  return file;
}
