import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { newPage, openBrowser, signInPage } from '../support/browser.ts';
import { createCast, makeReferral, makeSeeker, type Cast } from '../support/cast.ts';

let app: TestApp;
let cast: Cast;
let browser: Browser;

beforeAll(async () => {
  app = await startApp({ live: true });
  cast = await createCast(app.deps.db);
  browser = await openBrowser();
});

describe.each([true, false])('an answer on Referrals for Me, with JavaScript: %s', (js) => {
  it('comes back to that referral, with the focus on what was saved and the form folded (U-12, R25)', async () => {
    const own = { userId: cast.seeker.id, firstName: 'Ana', lastName: 'Ruiz', email: cast.seeker.email };
    const seekerId = await makeSeeker(app.deps.db, own, cast.navigator.id);
    for (let made = 0; made < 4; made += 1)
      await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id, seekerId });
    const page = await newPage(browser, { js, viewport: { width: 320, height: 640 } });
    await signInPage(page, app.url, cast.seeker.email);
    const last = page.locator('.ask').nth(3);
    const id = await last.getAttribute('data-referral');
    await last.locator('summary').first().click();
    await last.getByText('They were full').click();
    await last.getByRole('button', { name: 'Save status' }).click();
    const said = page.locator(`#saved-${id!}`);
    await said.waitFor();
    expect(await said.textContent()).toBe('Saved: They were full. Dana W. and the Program can see it now.');
    await expect.poll(() => said.evaluate((one) => one === document.activeElement)).toBe(true);
    const { y } = (await said.boundingBox())!;
    expect(y > 0 && y < 640).toBe(true);
    const answered = page.locator(`#ask-${id!}`);
    expect(await answered.getByRole('radio').first().isVisible()).toBe(false);
    expect(await answered.getByText('Change my answer').isVisible()).toBe(true);
    await answered.getByRole('link', { name: 'Find other programs' }).click();
    await page.waitForURL('**/programs');
    await page.context().close();
  });
});
