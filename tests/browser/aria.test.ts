import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { fromRoot } from '../../src/root.ts';
import { startApp } from '../support/app.ts';
import { openBrowser } from '../support/browser.ts';
import { readAloud } from '../support/gallery/aloud.ts';
import { PAGES } from '../support/gallery/pages.ts';
import { openViewer } from '../support/gallery/viewer.ts';
import { openWorld } from '../support/gallery/world.ts';

/** The main pages, and what a screen reader is given of each: read them when they change. */
const FOLDER = fromRoot('tests/browser/aloud');
const MAIN = [
  'landing',
  'login',
  'programs',
  'program',
  'connect',
  'connect-errors',
  'for-me',
  'status-link',
  'people',
  'profile',
  'profile-edit',
  'referral',
  'inbound',
  'bulk',
  'conflict',
  'settings-account',
  'settings-site',
];

let show: ReturnType<typeof openViewer>;
beforeAll(async () => {
  const app = await startApp({ live: true });
  show = openViewer(await openBrowser(), await openWorld(app));
});

it.each(MAIN)('%s reads as it did when somebody last read it (U-07)', async (name) => {
  const shown = PAGES.find((page) => page.name === name)!;
  const page = await show(shown, 'en');
  const aloud = await readAloud(page);
  const file = join(FOLDER, `${name}.txt`);
  if (process.env['ALOUD'] === 'write') {
    await mkdir(FOLDER, { recursive: true });
    await writeFile(file, aloud);
  }
  expect(aloud).toBe(await readFile(file, 'utf8').catch(() => ''));
  expect(await outlineFaults(page)).toEqual([]);
});

/** One title, each level of heading below the one before, and everything in a landmark with a name of its own. */
function outlineFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const levels = [...document.querySelectorAll('h1, h2, h3, h4')]
      .filter((one) => one.checkVisibility())
      .map((one) => Number(one.tagName.slice(1)));
    if (levels.filter((level) => level === 1).length !== 1) faults.push(`headings of level 1: ${levels.join()}`);
    levels.forEach((level, at) => {
      if (at > 0 && level > levels[at - 1]! + 1) faults.push(`a level is left out: ${levels.join()}`);
    });
    if (document.querySelectorAll('main').length !== 1) faults.push('not one main');
    if (!document.documentElement.lang || !document.documentElement.dir) faults.push('no language or direction');
    return faults;
  });
}
