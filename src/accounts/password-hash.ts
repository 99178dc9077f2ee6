import { hash, verify } from '@node-rs/argon2';

/** argon2id with 64 MiB, 3 passes, 1 lane (S-01). 2 is Algorithm.Argon2id, whose const enum cannot be imported here. */
const COST = { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1, outputLen: 32 } as const;
const PREFIX = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`;

/** A hash nobody has the password of: an unknown address takes the time of a known one (S-05). */
const NOBODY = `${PREFIX}NBF7Y2WaGTwJ83I025wfoA$Ihw6doiikPxnxRWkeY/6IKGahpxGizX+wSgJFxyhdIM`;

const AT_ONCE = 3;
const WAITING = 50;

/** Too many passwords are being checked: the answer is 503. */
export class TooBusy extends Error {
  override name = 'TooBusy';
}

export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(normal(password), COST));
}

/** Whether this is the account's password; takes the same time when there is no account (S-05). */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  const right = await inTurn(() => verify(stored ?? NOBODY, normal(password)));
  return right && stored !== null;
}

/** True for a hash made with other parameters than today's. */
export function isOutdated(stored: string): boolean {
  return !stored.startsWith(PREFIX);
}

/** The same characters typed on another keyboard are the same password; nothing is cut off or trimmed (S-02). */
function normal(password: string): string {
  return password.normalize('NFC');
}

let running = 0;
const queue: (() => void)[] = [];

/** attack: many sign-ins at once would take all the memory and all the threads. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (queue.length >= WAITING) throw new TooBusy();
    await new Promise<void>((go) => queue.push(go));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  }
}
