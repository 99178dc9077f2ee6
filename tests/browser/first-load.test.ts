import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../src/i18n/languages.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { newPage, openBrowser, signInPage } from '../support/browser.ts';
import { createCast, makeReferral, makeSeeker, type Cast, type Role } from '../support/cast.ts';
import { firstLoad } from '../support/first-load.ts';

const ROWS = 25;

describe('the first load of a page (U-24)', () => {
  let app: TestApp;
  let cast: Cast;
  let browser: Browser;
  let referralId: string;
  const contexts = new Map<Role | 'nobody', BrowserContext>();

  beforeAll(async () => {
    app = await startApp({ live: true });
    cast = await createCast(app.deps.db);
    browser = await openBrowser();
    const own = { userId: cast.seeker.id, firstName: 'Ana', lastName: 'Ruiz', email: 'ana@example.test' };
    for (let row = 0; row < ROWS; row += 1) {
      const seekerId = await makeSeeker(app.deps.db, own, cast.navigator.id);
      const comment = 'Two months behind after hours at the bakery were cut. Prefers afternoons.';
      ({ id: referralId } = await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id, seekerId, comment }));
    }
    contexts.set('nobody', await browser.newContext());
    for (const role of ['seeker', 'claimer', 'navigator'] as const) {
      const page = await newPage(browser);
      await signInPage(page, app.url, cast[role].email);
      contexts.set(role, page.context());
    }
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const PAGES: [who: Role | 'nobody', path: () => string][] = [
    ['nobody', () => '/login'],
    ['nobody', () => '/programs'],
    ['seeker', () => '/for-me'],
    ['claimer', () => `/inbound/${cast.program.id}`],
    ['navigator', () => '/people'],
    ['navigator', () => `/referrals/${referralId}`],
  ];

  it.each<Language>(['en', 'es'])(
    'is at most 150 KB with the font, 30 KB of scripts with both libraries, and nothing moves: %s',
    async (language) => {
      await app.deps.db.user.updateMany({ data: { language } });
      const [heavy, moved]: [string[], string[]] = [[], []];
      for (const [who, path] of PAGES) {
        const { all, scripts, shifted } = await firstLoad(browser, contexts.get(who)!, app.url + path());
        expect(scripts).toBeGreaterThan(500);
        if (shifted > 0.05) moved.push(`${path()}: ${String(shifted)}`);
        if (all > 150_000 || scripts > 30_000) heavy.push(`${path()}: ${String(all)} bytes, ${String(scripts)} of scripts`);
      }
      expect(heavy).toEqual([]);
      expect(moved).toEqual([]);
    },
  );
});
