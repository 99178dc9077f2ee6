import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs a program to its end in the project's folder, with our terminal; answers its exit code. */
export function run(program, args, env = {}) {
  return ended(spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }));
}

/** The same, but what it says is shown only when it fails. */
export async function runQuietly(program, args, env = {}) {
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  const code = await ended(child);
  if (code !== 0) process.stderr.write(Buffer.concat(said));
  return code;
}

function ended(child) {
  return new Promise((resolve, reject) => {
    // Ctrl-C reaches the program by itself, a SIGTERM only by us; either way it decides when we end.
    const wait = () => undefined;
    const pass = () => child.kill('SIGTERM');
    process.on('SIGINT', wait).on('SIGTERM', pass);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('SIGINT', wait).off('SIGTERM', pass);
      resolve(signal === null ? code : 128);
    });
  });
}

/** Runs the command line of an installed package: `runBin('typescript', 'tsc', ['--noEmit'])`. */
export function runBin(packageName, bin, args, env, how = run) {
  const require = createRequire(join(root, 'package.json'));
  const folder = join(root, 'node_modules', packageName);
  const { bin: bins } = require(join(folder, 'package.json'));
  return how(process.execPath, [join(folder, typeof bins === 'string' ? bins : bins[bin]), ...args], env);
}

/** Ends the process with a message when a step did not succeed. */
export async function mustSucceed(what, code) {
  if ((await code) === 0) return;
  throw new Error(`${what} failed.`);
}

/** What a script does when one of its steps throws: say it, and end with an error. */
export function fail(error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
