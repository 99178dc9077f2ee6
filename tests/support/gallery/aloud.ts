import type { Page } from 'playwright-core';

/** What differs from run to run, and says nothing about how a page reads. */
const PASSING: [RegExp, string][] = [
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<id>'],
  [/\/l\/[\w-]+/g, '/l/<link>'],
  [/\b\d{1,2}:\d\d\s[ap]m\b/g, '<time>'],
  [/\b\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*(?:\s\d{4})?/g, '<date>'],
  [/\b\d+ minutes? since/g, '<minutes> since'],
  [/\/assets\/[\w-]+\//g, '/assets/'],
];

/** The page as a screen reader gets it. */
export async function readAloud(page: Page): Promise<string> {
  // Said once the page is followed.
  if ((await page.locator('[data-live-state]').count()) > 0) await page.locator('[data-live-state]:not([hidden])').first().waitFor();
  const aloud = await page.locator('body').ariaSnapshot();
  return `${PASSING.reduce((text, [passing, name]) => text.replace(passing, name), aloud)}\n`;
}
