import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startApp } from '../support/app.ts';
import { openBrowser } from '../support/browser.ts';
import { cutOff } from '../support/gallery/longer.ts';
import { PAGES } from '../support/gallery/pages.ts';
import { openViewer } from '../support/gallery/viewer.ts';
import { openWorld } from '../support/gallery/world.ts';
import { clipped } from '../support/gallery/zoom.ts';

/** One page of each shape. */
const SAMPLE = [
  'landing',
  'login',
  'signup',
  'programs',
  'program',
  'connect-errors',
  'for-me',
  'referral-own',
  'status-link',
  'people',
  'profile',
  'referral',
  'inbound',
  'bulk',
  'conflict',
  'settings-account',
  'settings-program',
  'settings-site',
  'nowhere',
];
const sample = PAGES.filter(({ name }) => SAMPLE.includes(name));
const pictures = process.env['LARGE_TEXT_PICTURES'];

/** As chosen in the settings of the browser, where it makes the text larger and nothing else; usual is 16. Another size of the window forgets it. */
async function chooseTextSize(page: Page, standard: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard, fixed: standard } });
}

let show: ReturnType<typeof openViewer>;
beforeAll(async () => {
  show = openViewer(await openBrowser(), await openWorld(await startApp({ live: true })));
});

it('has all pages it is about', () => expect(sample).toHaveLength(SAMPLE.length));

describe.each(sample)('$name', (shown) => {
  it('has room for text of twice its size, on a phone and on a desk (U-04, WCAG 1.4.4)', async () => {
    const page = await show(shown, 'en');
    const faults: string[] = [];
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 720 });
      await chooseTextSize(page, 32);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
      const found = [...(await page.evaluate(clipped)), ...(await page.evaluate(cutOff))];
      faults.push(...new Set(found.map((fault) => `${String(width)} px: ${fault}`)));
      if (pictures) await page.screenshot({ path: `${pictures}/${shown.name}-${String(width)}.png` });
    }
    await chooseTextSize(page, 16);
    expect(faults).toEqual([]);
  });
});
