import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { makeReferral } from '../support/cast.ts';
import { startJourney, type AppJourney } from '../support/journey.ts';
import { hasStayed, openLive, rowOf } from '../support/journey-steps.ts';

let journey: AppJourney;
let page: Page;
let ids: string[];

beforeAll(async () => {
  journey = await startJourney({ workers: false });
  const { app, cast } = journey;
  ids = [];
  for (const firstName of ['Ana', 'Ben', 'Cleo']) {
    const wish = { makerId: cast.navigator.id, programId: cast.program.id, seeker: { firstName, lastName: 'Ruiz' } };
    ids.unshift((await makeReferral(app.deps.db, wish)).id);
  }
  page = await journey.signedIn('claimer');
});
afterAll(() => journey.close());
beforeEach(() => openLive(page, `${journey.url}/inbound/${journey.cast.program.id}`).then(() => undefined));

const nameOf = (at: number): Locator => rowOf(page, ids[at]!).locator('.person');
const boxOf = (at: number): Locator => rowOf(page, ids[at]!).getByRole('checkbox');
const help = (): Locator => page.getByRole('dialog', { name: 'Keyboard shortcuts' });
const focused = (one: Locator): Promise<void> => one.and(page.locator(':focus')).waitFor();
const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

it('goes from referral to referral, ticks, and opens the status or the referral (U-02)', async () => {
  await press('j');
  await focused(nameOf(0));
  await press('j');
  await focused(nameOf(1));
  await press('ArrowDown');
  await focused(nameOf(2));
  await press('j', 'k', 'ArrowUp', 'k');
  await focused(nameOf(0));
  await press('j', 'x');
  await focused(boxOf(1));
  await page.getByText('1 selected').waitFor();
  await press('x', 'j', 'u');
  await focused(rowOf(page, ids[2]!).getByRole('radio').first());
  expect(await page.getByText('1 selected').isVisible()).toBe(false);
  await press('Escape', 'k', 'o');
  await page.waitForURL(`**/referrals/${ids[1]!}`);
});

it('searches, and lets every key be a letter where one writes', async () => {
  await press('j', '/');
  await focused(page.getByLabel('Name, phone or email'));
  await page.keyboard.type('jo/k?x');
  expect(await page.getByLabel('Name, phone or email').inputValue()).toBe('jo/k?x');
  await rowOf(page, ids[0]!).locator('details.sc > summary').click();
  await rowOf(page, ids[0]!)
    .getByLabel(/^Reason/)
    .pressSequentially('ok? just so');
  expect(
    await rowOf(page, ids[0]!)
      .getByLabel(/^Reason/)
      .inputValue(),
  ).toBe('ok? just so');
  expect(await help().isVisible()).toBe(false);
  expect(await hasStayed(page)).toBe(true);
});

it('says what the keys are when asked with “?” or the button; Escape leads back to where one was', async () => {
  await press('j', '?');
  await help().getByText('Next referral').waitFor();
  await press('j');
  await press('Escape');
  await focused(nameOf(0));
  const button = page.getByRole('button', { name: 'Keyboard shortcuts' });
  await button.focus();
  await press('Enter');
  await help().waitFor();
  await help().getByRole('button', { name: 'Close' }).click();
  await focused(button);
});

it('leaves the keys alone with Ctrl, Alt or Command, and arrows outside the list', async () => {
  await press('Control+k', 'Alt+j', 'Meta+x');
  await page.locator('#main').focus();
  await press('ArrowDown');
  expect(await page.locator('[data-referral] :focus').count()).toBe(0);
});

it('fetches what the keys do when the first of them is pressed, not before (U-24)', async () => {
  const fetched = (): Promise<number> =>
    page.evaluate(
      () =>
        performance.getEntriesByName(
          new URL('shortcut-keys.js', document.querySelector<HTMLScriptElement>('script[src$="shortcuts.js"]')!.src).href,
        ).length,
    );
  expect(await fetched()).toBe(0);
  await press('j');
  await focused(nameOf(0));
  expect(await fetched()).toBe(1);
});

it('can be switched off in a browser, and on again by the button (WCAG 2.1.4)', async () => {
  const button = page.getByRole('button', { name: 'Keyboard shortcuts' });
  const use = help().getByRole('checkbox', { name: 'Use these shortcuts in this browser' });
  await button.click();
  await use.uncheck();
  await press('Escape');
  await openLive(page, page.url());
  await press('j', '?', 'x');
  await button.click();
  expect(await use.isChecked()).toBe(false);
  expect(await page.locator('[data-referral] :focus, [name=pick]:checked').count()).toBe(0);
  await use.check();
  await press('Escape', 'j');
  await focused(nameOf(0));
});

it('is not offered where no script runs (U-20)', async () => {
  const plain = await journey.signedIn('coclaimer', { js: false });
  await plain.goto(page.url());
  await nameOf(0).waitFor();
  expect(await plain.getByText('Keyboard shortcuts').filter({ visible: true }).count()).toBe(0);
  expect(journey.faults()).toEqual([]);
});
