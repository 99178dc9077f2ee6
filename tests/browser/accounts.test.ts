import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { newPage, openBrowser, signInPage, type PageWishes } from '../support/browser.ts';
import { createCast, PASSWORD, type Cast } from '../support/cast.ts';
import { MINUTE } from '../support/movable-clock.ts';

let app: TestApp;
let cast: Cast;
let browser: Browser;
beforeAll(async () => {
  app = await startApp({ live: true, workers: true });
  cast = await createCast(app.deps.db);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

/** A page that keeps what the browser complained about. */
async function watched(wishes: PageWishes = {}): Promise<{ page: Page; complaints: string[] }> {
  const page = await newPage(browser, wishes);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints };
}

const minutes = async (page: Page, count: number): Promise<void> => {
  app.clock.forward(count * MINUTE);
  await page.clock.fastForward(count * MINUTE);
};

describe('signing in with a real browser', () => {
  it.each([{ js: true }, { js: false }])('works with JavaScript: $js, and signing out (U-20)', async ({ js }) => {
    const { page, complaints } = await watched({ js });
    await signInPage(page, app.url, cast.stranger.email);
    expect(new URL(page.url()).pathname).toBe('/for-me');
    await page.goto(`${app.url}/settings/account`);
    await page.getByLabel('First name').fill('Samuel');
    await page.getByRole('button', { name: 'Save name' }).click();
    await page.getByText('Your name is changed.').waitFor();
    await page.locator('details.account > summary').click();
    await page.getByRole('button', { name: 'Sign out' }).first().click();
    await page.getByText('You are signed out.').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('shows nothing of the session by Back after signing out (S-13)', async () => {
    const { page } = await watched();
    await signInPage(page, app.url, cast.claimer.email);
    await page.goto(`${app.url}/settings/account`);
    expect(await page.content()).toContain(cast.claimer.email);
    await page.locator('details.account > summary').click();
    await page.getByRole('button', { name: 'Sign out' }).first().click();
    await page.getByText('You are signed out.').waitFor();
    await page.goBack();
    await page.waitForURL(/\/login/);
    expect(await page.content()).not.toContain(cast.claimer.email);
    await page.context().close();
  });

  it('shows and hides the password, and puts the focus on what is wrong', async () => {
    const { page } = await watched();
    await page.goto(`${app.url}/login`);
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.locator('#password').getAttribute('type')).toBe('text');
    await page.getByRole('button', { name: 'Hide' }).click();
    expect(await page.locator('#password').getAttribute('type')).toBe('password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.locator('[data-error-summary]:focus').waitFor();
    expect(await page.title()).toMatch(/^Error: /);
    await page.getByRole('link', { name: 'Enter your email address' }).click();
    expect(await page.locator('#email').evaluate((field) => field === document.activeElement)).toBe(true);
    await page.context().close();
  });

  it('sends nothing to any other host (S-33)', async () => {
    const { page } = await watched();
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    await signInPage(page, app.url, cast.navigator.email, PASSWORD);
    await page.goto(`${app.url}/settings/account`, { waitUntil: 'networkidle' });
    expect([...hosts]).toEqual([new URL(app.url).host]);
    await page.context().close();
  });
});

describe('the warning before a session ends (S-12)', () => {
  it('comes two minutes before, keeps what is half-typed, and goes when the person stays', async () => {
    const { page } = await watched();
    await page.clock.install();
    await signInPage(page, app.url, cast.navigator.email);
    await page.goto(`${app.url}/settings/account`);
    await page.getByLabel('First name').fill('Half-ty');
    await minutes(page, 20);
    expect(await page.getByText('You will be signed out').count()).toBe(0);
    await minutes(page, 8.2);
    await page.getByText('You will be signed out in 2 minutes.').waitFor();
    await page.getByRole('button', { name: 'Stay signed in' }).click();
    await page.getByText('You will be signed out').waitFor({ state: 'detached' });
    expect(await page.getByLabel('First name').inputValue()).toBe('Half-ty');
    await minutes(page, 20);
    expect((await page.request.get(`${app.url}/session`, { headers: { 'X-Live': '1' } })).ok()).toBe(true);
    expect(await page.getByLabel('First name').inputValue()).toBe('Half-ty');
    await page.context().close();
  });

  it('does not come while another tab is used', async () => {
    const { page } = await watched();
    await page.clock.install();
    await signInPage(page, app.url, cast.navigator.email);
    await minutes(page, 20);
    const other = await page.context().newPage();
    await other.goto(`${app.url}/settings/account`);
    const asked = page.waitForResponse((answer) => answer.url().endsWith('/session'));
    await minutes(page, 9);
    await asked;
    expect(await page.getByText('You will be signed out').count()).toBe(0);
    await page.context().close();
  });
});
