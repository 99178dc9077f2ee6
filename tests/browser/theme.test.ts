import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { newPage, openBrowser, signInPage } from '../support/browser.ts';
import { createCast, type Cast } from '../support/cast.ts';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());

const PAPER = { light: 'oklch(0.979 0.01 86)', dark: 'oklch(0.205 0.008 78)' };
const paper = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

it.each([true, false])('light or dark is chosen by a button and seen at once, with scripts or without: %s (U-20, U-23)', async (js) => {
  const page = await newPage(await openBrowser(), { js, colorScheme: 'light' });
  await signInPage(page, app.url, cast.seeker.email);
  await page.goto(`${app.url}/for-me`);
  expect(await paper(page)).toBe(PAPER.light);
  await page.getByRole('button', { name: 'Dark' }).click();
  await page.locator('html[data-theme=dark]').waitFor();
  expect([new URL(page.url()).pathname, await paper(page)]).toEqual(['/for-me', PAPER.dark]);
  await page.goto(`${app.url}/programs`);
  expect(await paper(page)).toBe(PAPER.dark);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByRole('button', { name: 'Light' }).click();
  await page.locator('html[data-theme=light]').waitFor();
  expect(await paper(page)).toBe(PAPER.light);
  await page.getByRole('button', { name: 'Same as my device' }).click();
  await page.locator('html:not([data-theme])').waitFor();
  expect(await paper(page)).toBe(PAPER.dark);
});

it('with scripts, other colors take nothing away that was typed (U-23)', async () => {
  const page = await newPage(await openBrowser());
  await page.goto(`${app.url}/programs/${cast.program.id}/connect`);
  await page.getByLabel('First name').fill('Guadalupe');
  await page.getByRole('button', { name: 'Dark' }).click();
  await page.locator('html[data-theme=dark]').waitFor();
  await expect.poll(() => page.getByLabel('First name').inputValue()).toBe('Guadalupe');
});
