import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BadSettings, type Config } from '../config.ts';

const LEAST = 32;

/**
 * What signs the session's cookie, newest first (S-10): SESSION_SECRET, where a comma separates the new secret from those still
 * accepted; in development one that is made once and kept in DATA_DIR, so that people stay signed in over a restart.
 */
export function sessionSecrets(config: Pick<Config, 'sessionSecret' | 'dataDir'>): string[] {
  if (config.sessionSecret === null) return [keptSecret(config.dataDir)];
  const secrets = config.sessionSecret.split(',').map((one) => one.trim());
  if (secrets.some((one) => one.length < LEAST)) {
    throw new BadSettings([`SESSION_SECRET: each of the secrets between commas must have at least ${LEAST} characters`]);
  }
  return secrets;
}

function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'session-secret');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(file, 'utf8');
}
