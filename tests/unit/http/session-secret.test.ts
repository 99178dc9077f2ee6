import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sessionSecrets } from '../../../src/http/session-secret.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-secret-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const long = (letter: string): string => letter.repeat(40);

it('makes one secret in development, readable by its owner alone, and keeps it over a restart (S-10, S-73)', () => {
  const dataDir = join(folder, 'data');
  const [first] = sessionSecrets({ sessionSecret: null, dataDir });
  expect(first).toHaveLength(43);
  expect(statSync(join(dataDir, 'session-secret')).mode & 0o777).toBe(0o600);
  expect(sessionSecrets({ sessionSecret: null, dataDir })).toEqual([first]);
});

it('takes several for a change of secret, newest first (S-10)', () => {
  expect(sessionSecrets({ sessionSecret: `${long('n')}, ${long('o')}`, dataDir: folder })).toEqual([long('n'), long('o')]);
});

it('refuses a short one among them (S-73)', () => {
  expect(() => sessionSecrets({ sessionSecret: `${long('n')},short`, dataDir: folder })).toThrow('at least 32 characters');
});
