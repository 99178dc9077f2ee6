import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { openBrowser } from '../support/browser.ts';
import { createCast, makeReferral, PASSWORD, type Cast } from '../support/cast.ts';
import { sent, WELL } from '../support/connect-form.ts';

let app: TestApp;
let cast: Cast;
let browser: Browser;
beforeAll(async () => {
  app = await startApp({ live: true });
  cast = await createCast(app.deps.db);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

async function signedIn(email: string, javaScriptEnabled = true): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: app.url, javaScriptEnabled })).newPage();
  await page.goto('/login');
  await page.getByLabel('Email address').fill(email);
  await page.locator('input[type=password]').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname !== '/login');
  return page;
}

async function openLive(email: string, path: string): Promise<Page> {
  const page = await signedIn(email);
  await page.goto(path);
  await page.locator('[data-live-state]', { hasText: 'Live' }).waitFor();
  return page;
}

it('follows on an open profile and an open list what the Program and a colleague do (R1, R3)', async () => {
  const { seekerId } = await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id });
  const profile = await openLive(cast.navigator.email, `/people/${seekerId}`);
  const list = await openLive(cast.colleague.email, '/people');
  const program = await openLive(cast.claimer.email, `/people/${seekerId}`);

  await program.locator('details.sc > summary').click();
  await program.locator('input[value=got_help]').check();
  await program.getByRole('button', { name: 'Save status' }).click();
  await profile.locator('#out [data-status=got_help]').waitFor();
  await profile.getByText('1 referral: 1 loop closed, 0 open').waitFor();
  await list.locator(`#person-${seekerId}`, { hasText: '1 loop closed' }).waitFor();

  const next = await sent(await app.signIn(cast.colleague.email), cast.otherProgram.id, { ...WELL, seekerId });
  await profile.getByRole('button', { name: 'Show 1 new referral' }).click();
  expect(await profile.locator('#out > li').first().getAttribute('data-referral')).toBe(next.referralId);
  await profile.getByText('2 referrals: 1 loop closed, 1 open').waitFor();
  await program.getByRole('button', { name: 'Show 1 new referral' }).click();
  expect(await program.locator('#in > li').count()).toBe(2);
});

it('searches, refers somebody and changes a status without JavaScript (U-20)', async () => {
  const page = await signedIn(cast.navigator.email, false);
  await page.goto(`/programs/${cast.program.id}/connect`);
  await page.getByLabel('First name').fill('Zoila');
  await page.getByRole('button', { name: 'Send referral' }).click();
  await page.getByRole('link', { name: 'Choose how to reach them' }).waitFor();
  expect(await page.getByLabel('First name').inputValue()).toBe('Zoila');
  await page.getByRole('radio', { name: 'Don’t reach out' }).check();
  await page.getByRole('checkbox', { name: 'They heard this text and agreed' }).check();
  await page.getByRole('button', { name: 'Send referral' }).click();
  await page.getByText('Sent to Fair Oaks Rent & Home Help.').waitFor();

  await page.locator('details.sc > summary').click();
  await page.getByRole('radio', { name: 'Pending' }).check();
  await page.getByRole('button', { name: 'Save status' }).click();
  await page.locator('#out [data-status=pending]').waitFor();

  await page.goto('/people');
  await page.getByLabel('Name, phone or email').fill('zoila');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByText('1 person, 1 filter').waitFor();
  await page.getByRole('link', { name: 'Zoila' }).click();
  await page.getByRole('heading', { level: 1, name: 'Zoila' }).waitFor();
});
