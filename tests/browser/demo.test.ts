import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.ts';
import { newPage, openBrowser } from '../support/browser.ts';
import { createCast } from '../support/cast.ts';
import { faultsOf } from '../support/gallery/faults.ts';

let app: TestApp;
let browser: Browser;
beforeAll(async () => {
  app = await startApp({ env: { DEMO: '1' }, live: true });
  await createCast(app.deps.db);
  browser = await openBrowser();
});
afterAll(() => app.close());

describe('the demo’s own words', () => {
  it.each([
    [1280, 'light'],
    [320, 'dark'],
  ] as const)('pass axe and fit at %s px, open on the sign-in page (U-01 to U-05)', async (width, colorScheme) => {
    const page = await newPage(browser, { viewport: { width, height: 640 }, colorScheme });
    await page.goto(`${app.url}/login`);
    await page.getByRole('button', { name: 'Program Admin' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it.each([true, false])('sign in by one press, and go on as somebody else (JavaScript: %s, U-20)', async (js) => {
    const page = await newPage(browser, { js });
    await page.goto(`${app.url}/login`);
    await page.getByRole('button', { name: 'Navigator', exact: true }).click();
    await page.waitForURL('**/people');
    await page.getByText('You are Dana Whitfield: Navigator.').waitFor();
    await page.locator('.demo > details > summary').click();
    await page.getByRole('button', { name: 'Seeker with an account' }).click();
    await page.waitForURL('**/for-me');
    await page.getByText('You are Ana Ruiz').waitFor();
  });
});
