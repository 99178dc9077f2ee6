import { execFile } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromRoot } from '../../../src/root.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';
import { sanMateo } from '../../support/directory.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** The command as a person gives it; the first one of a run may have to build. */
function runImport(...args: string[]): Promise<{ code: unknown; said: string; complained: string }> {
  const env = { ...process.env, DATABASE_URL: database.url, MIGRATION_DATABASE_URL: database.ownerUrl };
  return new Promise((resolve) => {
    execFile('npm', ['run', '--silent', 'import', '--', ...args], { cwd: fromRoot(), env }, (error, said, complained) => {
      resolve({ code: error?.code ?? 0, said, complained });
    });
  });
}

describe('npm run import', { timeout: 180_000 }, () => {
  it('loads a directory, and says what was left out and why', async () => {
    const { code, said } = await runImport(sanMateo);
    expect(code).toBe(0);
    expect(said).toContain('its source marks it "defunct"');
  });

  it('refuses a file that is none with one line, and ends in error', async () => {
    const { code, complained } = await runImport(fromRoot('package.json'));
    expect(code).toBe(1);
    expect(complained).toMatch(/^Refused, nothing was written: .+$/m);
    expect(complained).not.toContain('    at ');
  });

  it('says how it is used when it is given nothing', async () => {
    const { code, complained } = await runImport();
    expect(code).toBe(1);
    expect(complained).toContain('Usage: npm run import -- FILE');
  });
});
