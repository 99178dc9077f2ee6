import type { Page } from 'playwright-core';

/** 1280 × 1024 px at 400 % (WCAG 1.4.10). */
const ZOOMED = { width: 320, height: 256 };
/** The same at 200 %, for larger text (WCAG 1.4.4). */
const ENLARGED = { width: 640, height: 512 };
/** WCAG 1.4.12, word for word. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;
/** What does not fit where text is large, spaced, or the window a few lines high (U-04): nothing, as it should be. */
export async function zoomFaultsOf(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  await page.setViewportSize(ZOOMED);
  const faults = (await page.evaluate(clipped)).map((fault) => `at 400 %: ${fault}`);
  faults.push(...(await page.evaluate(stuck)).map((fault) => `at 400 %: ${fault}`));
  for (const size of [
    { width: 320, height: 640 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(size);
    faults.push(...(await clippedWith(page, SPACED)).map((fault) => `spaced, ${String(size.width)} px: ${fault}`));
  }
  await page.setViewportSize(ENLARGED);
  faults.push(...(await page.evaluate(clipped)).map((fault) => `at 200 %: ${fault}`));
  if (before) await page.setViewportSize(before);
  return faults;
}

async function clippedWith(page: Page, css: string): Promise<string[]> {
  // A sheet of the page's own: the policy lets none be added by markup (S-50).
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }, css);
  const faults = await page.evaluate(clipped);
  await page.evaluate(() => void document.adoptedStyleSheets.pop());
  return faults;
}

/** Runs in the page: what reaches over the edge of the screen, and words that are cut off or run over what they stand in. */
export function clipped(): string[] {
  const faults: string[] = [];
  const over = document.documentElement.scrollWidth - innerWidth;
  if (over > 0) faults.push(`${String(over)} px wider than the screen`);
  for (const one of document.querySelectorAll<HTMLElement>('main *, header *, footer *, aside *, dialog[open] *')) {
    if (!one.checkVisibility({ visibilityProperty: true }) || one.closest('.vh, svg, select, textarea, input')) continue;
    const { clientWidth, clientHeight } = one;
    const words = [...one.childNodes].filter((child) => child.nodeType === Node.TEXT_NODE && child.textContent?.trim());
    if (words.length === 0 || clientWidth === 1) continue;
    const { overflowX, overflowY, webkitLineClamp, textOverflow } = getComputedStyle(one);
    // Cut on purpose, with the rest a click away.
    if (webkitLineClamp !== 'none' || textOverflow === 'ellipsis') continue;
    const hides = [overflowX, overflowY].some((overflow) => overflow === 'hidden' || overflow === 'clip');
    const box = one.getBoundingClientRect();
    const range = document.createRange();
    const outside = words.some((text) => {
      range.selectNodeContents(text);
      const { width, height } = range.getBoundingClientRect();
      return width > box.width + 1 || height > box.height + 1;
    });
    const cut = hides && clientHeight > 0 && outside;
    const { left, right, width } = box;
    const off = width > 1 && (right > innerWidth + 1 || left < -1) && !one.closest('pre, [data-scrolls]');
    if (cut) faults.push(`cut off: ${one.outerHTML.slice(0, 90)}`);
    if (off) faults.push(`over the edge: ${one.outerHTML.slice(0, 90)}`);
  }
  return faults;
}

/** Runs in the page: bars that stay while one scrolls may take half of a low window at most. */
function stuck(): string[] {
  const bars = [...document.querySelectorAll<HTMLElement>('body *')].filter(
    (one) =>
      ['sticky', 'fixed'].includes(getComputedStyle(one).position) && one.checkVisibility() && getComputedStyle(one).inset !== 'auto',
  );
  return bars
    .filter((bar) => bar.offsetHeight > innerHeight / 2 && !bar.closest('dialog'))
    .map((bar) => `stays over half the window: ${bar.outerHTML.slice(0, 90)}`);
}
