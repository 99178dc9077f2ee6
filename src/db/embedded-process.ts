import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { promisify } from 'node:util';

/** The operating system's user PostgreSQL runs as; undefined: the user we are. */
export type RunAs = { uid: number; gid: number } | undefined;

const SERVER_USER = 'postgres';

/** PostgreSQL refuses to run as root, so root starts it as the cluster's owner or as a user made for it. */
export function serverUser(clusterFolder: string): RunAs {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(clusterFolder)) {
    const { uid, gid } = statSync(clusterFolder);
    if (uid !== 0) return { uid, gid };
  }
  return idsOf(SERVER_USER) ?? createServerUser();
}

/** Runs one of PostgreSQL's programs; its output is in the error when it fails. */
export async function run(program: string, args: string[], runAs: RunAs): Promise<void> {
  try {
    await promisify(execFile)(program, args, { ...runAs, cwd: '/', env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C' } });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${program} failed: ${`${stdout}\n${stderr}`.trim().slice(-2000) || String(error)}`, { cause: error });
  }
}

/** Really tries, because modes, ACLs and mounts all have a say. */
export async function works(program: string, args: string[], runAs: RunAs): Promise<boolean> {
  return run(program, args, runAs).then(
    () => true,
    () => false,
  );
}

/** Which process a number means today: a number is used again, its starting time is not. */
export function processStamp(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined;
  }
  if (!existsSync('/proc/self/stat')) return psField(pid, 'lstart') ?? 'running';
  const stat = readIfThere(`/proc/${String(pid)}/stat`);
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  // A dead child whose parent never asked for it (a container without an init) still has its number.
  return fields?.[0] === 'Z' ? undefined : fields?.[19];
}

/** Whether this process is the PostgreSQL server of that cluster: it works in its data directory, whatever path it was started with. */
export function isServerOf(cluster: string, pid: number): boolean {
  if (processStamp(pid) === undefined) return false;
  if (process.platform === 'win32') return true;
  const folder = realpathSync(cluster);
  try {
    return readlinkSync(`/proc/${String(pid)}/cwd`) === folder;
  } catch {
    // Without /proc, or in a container that keeps other users' folders from root.
    const command = readIfThere(`/proc/${String(pid)}/cmdline`) ?? psField(pid, 'command') ?? '';
    return command.includes(cluster) || command.includes(folder);
  }
}

function psField(pid: number, field: string): string | undefined {
  return capture('ps', ['-p', String(pid), '-o', `${field}=`]);
}

function idsOf(user: string): RunAs {
  const uid = capture('id', ['-u', user]);
  const gid = capture('id', ['-g', user]);
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** useradd is everywhere but on Alpine, whose adduser takes other options. */
function createServerUser(): RunAs {
  const made =
    capture('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', SERVER_USER]) ??
    (capture('addgroup', ['-S', SERVER_USER]), capture('adduser', ['-S', '-D', '-H', '-G', SERVER_USER, '-s', '/bin/false', SERVER_USER]));
  const ids = idsOf(SERVER_USER);
  if (made === undefined && ids === undefined) {
    throw new Error(
      'PostgreSQL does not run as root, and a user "postgres" could not be created. Start as an ordinary user, or set DATABASE_URL.',
    );
  }
  return ids;
}

function capture(program: string, args: string[]): string | undefined {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
