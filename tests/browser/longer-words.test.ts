import { beforeAll, describe, expect, it } from 'vitest';
import { startApp } from '../support/app.ts';
import { openBrowser } from '../support/browser.ts';
import { cutOff, lengthen } from '../support/gallery/longer.ts';
import { PAGES } from '../support/gallery/pages.ts';
import { openViewer } from '../support/gallery/viewer.ts';
import { openWorld } from '../support/gallery/world.ts';

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
  'settings-claim',
  'looks-site',
];

let show: ReturnType<typeof openViewer>;
beforeAll(async () => {
  show = openViewer(await openBrowser(), await openWorld(await startApp({ live: true })));
});

describe.each([320, 1280])('with words two fifths longer than English, at %i px', (width) => {
  it.each(SAMPLE)('%s fits the screen, and nothing is cut off (U-31)', async (name) => {
    const page = await show(
      PAGES.find((one) => one.name === name)!,
      'en',
    );
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate(lengthen);
    expect(await page.evaluate(cutOff)).toEqual([]);
  });
});
