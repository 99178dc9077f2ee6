import type { Browser } from 'playwright-core';
import { firstLoad, type FirstLoad } from '../tests/support/first-load.ts';
import type { Figure } from './figures.ts';
import type { Visitor } from './browser-session.ts';

export type Weights = Record<string, FirstLoad>;

/** What the first load of each page weighs, for whoever opens it. */
export async function measureWeight(
  browser: Browser,
  base: string,
  pages: { name: string; path: string; visitor: Visitor | null }[],
): Promise<Weights> {
  const weights: Weights = {};
  for (const { name, path, visitor } of pages) {
    const context = await browser.newContext();
    const [cookie = '', value = ''] = visitor?.cookie.split('=') ?? [];
    if (cookie) await context.addCookies([{ name: cookie, value, url: base }]);
    weights[name] = await firstLoad(browser, context, base + path);
    await context.close();
  }
  return weights;
}

/** At most 150 KB, of which scripts 30 KB (U-24). */
export function weightFigures(weights: Weights): Figure[] {
  return Object.entries(weights).flatMap(([name, { all, scripts }]) => [
    { name: `first load of ${name}`, value: all / 1000, unit: 'KB', goal: '<= 150', met: all <= 150_000 },
    { name: '  of which scripts', value: scripts / 1000, unit: 'KB', goal: '<= 30', met: scripts <= 30_000 },
  ]);
}
