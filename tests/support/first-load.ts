import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Response } from 'playwright-core';

/** Bytes, compressed. */
export interface FirstLoad {
  /** Page, styles, scripts, pictures and fonts. */
  all: number;
  scripts: number;
  /** How far what was shown moved meanwhile, as browsers reckon it: 0 is not at all. */
  shifted: number;
}

declare global {
  var shifted: number;
}

const COUNTED = new Set(['document', 'stylesheet', 'script', 'font', 'image', 'other']);

/** What a browser that was never here fetches to show a page and to follow it, with the cookies of `like` (U-24). */
export async function firstLoad(browser: Browser, like: BrowserContext, url: string): Promise<FirstLoad> {
  const context = await browser.newContext({ storageState: await like.storageState() });
  await context.addInitScript(() => {
    globalThis.shifted = 0;
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries() as (PerformanceEntry & { value: number })[]) globalThis.shifted += value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const page = await context.newPage();
  const parts: Promise<[kind: string, bytes: number]>[] = [];
  page.on('response', (response) => {
    if (COUNTED.has(response.request().resourceType())) parts.push(weigh(response));
  });
  const answer = await page.goto(url);
  if (answer?.status() !== 200 || page.url() !== url) throw new Error(`${url}: ${String(answer?.status())} at ${page.url()}`);
  const follows = await page.evaluate(() => document.querySelector('[data-live]') && document.querySelector('script[src$="/live.js"]'));
  if (follows) await page.waitForFunction(() => 'Idiomorph' in window);
  await page.waitForLoadState('networkidle');
  const weighed = await Promise.all(parts);
  // Once more is drawn what came last.
  const shifted = await page.evaluate(() => new Promise<number>((tell) => requestAnimationFrame(() => setTimeout(() => tell(shifted)))));
  await context.close();
  const sum = (counted: typeof weighed): number => counted.reduce((bytes, [, more]) => bytes + more, 0);
  return { all: sum(weighed), scripts: sum(weighed.filter(([kind]) => kind === 'script')), shifted };
}

async function weigh(response: Response): Promise<[string, number]> {
  const body = await response.body();
  const kind = response.request().resourceType();
  // Fonts are compressed already.
  return [kind, kind === 'font' ? body.length : gzipSync(body).length];
}
