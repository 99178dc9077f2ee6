import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustSucceed, root, run } from './run.js';
import { hashOf, isDone, markDone } from './stamp.js';

const STAMP = 'node_modules/.throughline-installed';

/** Installs what package-lock.json lists, when node_modules does not hold it yet. */
export async function install() {
  const hash = hashOf(['package-lock.json']);
  if (isDone(STAMP, hash)) return;
  if (!isInstalled()) {
    console.log('Installing dependencies …');
    // --include=dev: building needs them, also with NODE_ENV=production.
    await mustSucceed('npm ci', npm(['ci', '--include=dev', '--no-audit', '--no-fund']));
  }
  markDone(STAMP, hash);
}

/** Somebody may have installed by hand: npm's own list of what is there says whether it is what the lockfile wants. */
function isInstalled() {
  const list = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(list)) return false;
  const there = JSON.parse(readFileSync(list, 'utf8')).packages;
  const wanted = Object.entries(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages);
  return wanted.every(([path, entry]) => path === '' || entry.optional || there[path]?.version === entry.version);
}

/** The npm that runs us, else the one on the path. */
function npm(args) {
  const cli = process.env['npm_execpath'];
  if (cli?.endsWith('.js')) return run(process.execPath, [cli, ...args]);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
}
