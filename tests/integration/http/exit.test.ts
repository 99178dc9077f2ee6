import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, type Cast, type Role } from '../../support/cast.ts';

describe('"Exit this page" is on every page somebody reads for themselves (P-11)', () => {
  let app: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    app = await startApp();
    cast = await createCast(app.deps.db);
  });
  afterAll(() => app.close());

  async function hasExit(who: Role | null, path: string): Promise<boolean> {
    const agent = who === null ? app.request() : await app.signIn(cast[who].email);
    return (await agent.get(path)).text.includes('class="exit"');
  }

  const program = (): string => `/programs/${cast.program.id}`;
  const SEEKERS: [who: Role | null, path: () => string][] = [
    [null, () => '/programs'],
    [null, () => '/programs?zip=wrong'],
    [null, program],
    [null, () => `${program()}/connect`],
    [null, () => `${program()}/connect/sent`],
    [null, () => '/programs/nothing-like-an-id'],
    [null, () => '/l/nothing-like-a-token-of-ours'],
    ['seeker', () => '/programs'],
    ['seeker', program],
    ['seeker', () => '/for-me'],
    ['seeker', () => '/settings/account'],
    ['seeker', () => '/settings/account/notifications'],
    ['stranger', () => '/programs'],
  ];
  it.each(SEEKERS)('for %s: %s', async (who, path) => {
    expect(await hasExit(who, path())).toBe(true);
  });

  const HELPERS: [who: Role | null, path: () => string][] = [
    [null, () => '/login'],
    ['navigator', () => '/programs'],
    ['navigator', program],
    ['navigator', () => '/settings/account'],
    ['claimer', () => '/programs'],
    ['admin', () => '/programs'],
  ];
  it.each(HELPERS)('and not on those of people who work here: %s: %s', async (who, path) => {
    expect(await hasExit(who, path())).toBe(false);
  });
});
