import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../src/i18n/languages.ts';
import { startApp } from '../support/app.ts';
import { openBrowser } from '../support/browser.ts';
import { faultsOf } from '../support/gallery/faults.ts';
import type { Shown } from '../support/gallery/open.ts';
import { PAGES, SEEKERS_PAGES } from '../support/gallery/pages.ts';
import { openViewer } from '../support/gallery/viewer.ts';
import { openWorld } from '../support/gallery/world.ts';
import { zoomFaultsOf } from '../support/gallery/zoom.ts';

interface Look {
  width: number;
  scheme: 'light' | 'dark';
}

const SCHEMES = ['light', 'dark'] as const;
/** A sample in every run, each page in one look, in turn; all of it by `npm run test:a11y`; with pictures by `npm run shots`. */
const whole = process.env['A11Y_MATRIX'] === 'whole';
const pictures = process.env['SHOTS_FOLDER'];
const every = (widths: number[]): Look[] => widths.flatMap((width) => SCHEMES.map((scheme) => ({ width, scheme })));
const SAMPLE: Look[] = [
  { width: 1280, scheme: 'light' },
  { width: 320, scheme: 'dark' },
];
function looksOf(place: number): Look[] {
  if (pictures) return every([320, 768, 1280]);
  return whole ? every([320, 1280]) : SAMPLE.filter((_, index) => index === place % SAMPLE.length);
}
const languages: [Language, readonly Shown[]][] =
  whole || pictures
    ? [
        ['en', PAGES],
        ['es', PAGES],
        ['ar', SEEKERS_PAGES],
      ]
    : [['en', PAGES]];

let show: ReturnType<typeof openViewer>;
beforeAll(async () => {
  const app = await startApp({ live: true });
  show = openViewer(await openBrowser(), await openWorld(app));
  if (pictures) await mkdir(pictures, { recursive: true });
});

describe.each(languages)('in %s', (language, pages) => {
  const title = pictures ? '$name has its pictures' : '$name passes axe, fits, and shows what has the focus (U-01 to U-05)';
  it.each(pages.map((shown, place) => ({ ...shown, looks: looksOf(place) })))(title, async ({ looks, ...shown }) => {
    const page = await show(shown, language);
    const faults: string[] = [];
    for (const look of looks) {
      await dress(page, look);
      const as = `${shown.name}-${String(look.width)}-${look.scheme}-${language}`;
      if (pictures) await page.screenshot({ path: join(pictures, `${as}.png`), fullPage: true });
      else faults.push(...(await faultsOf(page)).map((fault) => `${as}: ${fault}`));
    }
    if (!pictures) faults.push(...(await zoomFaultsOf(page)).map((fault) => `${shown.name}-${language}, ${fault}`));
    expect(faults).toEqual([]);
  });
});

async function dress(page: Page, { width, scheme }: Look): Promise<void> {
  await page.setViewportSize({ width, height: width === 320 ? 640 : 800 });
  await page.emulateMedia({ colorScheme: scheme });
  // Bars that stay at an edge of the screen belong at the edge of the picture.
  await page.evaluate(() => {
    scrollTo(0, 0);
  });
}
