import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** As far as a look at the ring of focus goes: the header, the path and the first things of the page itself. */
const TABS = 14;

/** What is wrong with an open page, in the size and the colours it has (U-01 to U-05): nothing, as it should be. */
export async function faultsOf(page: Page): Promise<string[]> {
  return [...(await axeFaults(page)), ...(await handlingFaultsOf(page))];
}

/** Size, targets and focus alone: axe takes colors that the device chose for those of the style sheet. */
export async function handlingFaultsOf(page: Page): Promise<string[]> {
  return [...(await page.evaluate(shapeFaults)), ...(await focusFaults(page))];
}

async function axeFaults(page: Page): Promise<string[]> {
  const size = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  // As high as the page: a bar that stays at the edge of the screen covers nothing then that scrolling would not show.
  if (size) await page.setViewportSize({ width: size.width, height: Math.max(size.height, height) });
  const faults = await violationsOn(page);
  if (size) await page.setViewportSize(size);
  return faults;
}

async function violationsOn(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify({ runOnly: RULES })})`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id} ${target.join(' ')}: ${failureSummary.split('\n').slice(1, 3).join(';').trim()}`),
  );
}

/** Runs in the page. */
function shapeFaults(): string[] {
  const faults: string[] = [];
  const over = document.documentElement.scrollWidth - innerWidth;
  if (over > 0) faults.push(`${String(over)} px wider than the screen`);
  const titles = [...document.querySelectorAll('h1')].filter((one) => one.checkVisibility()).length;
  if (titles !== 1) faults.push(`${String(titles)} main headings`);
  for (const one of document.querySelectorAll<HTMLElement>('button, summary, select, input:not([type=hidden]), textarea, a[href]')) {
    if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    // Links in a sentence are as high as its line (WCAG 2.5.8).
    if (one.tagName === 'A' && getComputedStyle(one).display === 'inline') continue;
    const target = one.matches('[type=radio], [type=checkbox]') ? ((one as HTMLInputElement).labels?.[0] ?? one) : one;
    const { width, height } = target.getBoundingClientRect();
    const reached = width > 1 && (width < 23.9 || height < 23.9);
    if (reached) faults.push(`${one.outerHTML.slice(0, 90)} is only ${width.toFixed()} × ${height.toFixed()} px`);
  }
  return faults;
}

/** Goes through the first things with the keyboard: each shows that it has the focus, and nothing covers it. */
async function focusFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  await page.evaluate(() => {
    scrollTo(0, 0);
    (document.activeElement as HTMLElement | null)?.blur();
  });
  for (let tab = 0; tab < TABS; tab += 1) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(focusFault);
    if (fault) faults.push(fault);
  }
  return faults;
}

/** Runs in the page. */
export function focusFault(): string | null {
  const one = document.activeElement;
  if (!(one instanceof HTMLElement) || one === document.body) return null;
  const what = one.outerHTML.slice(0, 90);
  // The ring may be that of the label around it.
  const ringed = [one, one.parentElement, one.nextElementSibling, one.closest('label')].some((place) => {
    const style = place && getComputedStyle(place);
    return style && ((style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none');
  });
  if (!ringed) return `no focus to be seen: ${what}`;
  const { x, y, width, height } = one.getClientRects()[0] ?? one.getBoundingClientRect();
  const there = document.elementFromPoint(x + width / 2, y + height / 2);
  const covered = there !== null && !one.contains(there) && !there.contains(one) && !one.closest('label')?.contains(there);
  if (there === null) return `focus outside the screen: ${what}`;
  return covered ? `focus under ${there.outerHTML.slice(0, 60)}: ${what}` : null;
}
