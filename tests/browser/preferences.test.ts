import { beforeAll, describe, expect, it } from 'vitest';
import { startApp } from '../support/app.ts';
import { openBrowser } from '../support/browser.ts';
import { handlingFaultsOf } from '../support/gallery/faults.ts';
import { PAGES } from '../support/gallery/pages.ts';
import { openViewer } from '../support/gallery/viewer.ts';
import { openWorld } from '../support/gallery/world.ts';

/** What people have told their device they need (U-05, U-08). */
const SAMPLE = ['status-link', 'profile', 'inbound-status-open', 'inbound-ticked', 'inbound-live'];
const sample = PAGES.filter(({ name }) => SAMPLE.includes(name));

let show: ReturnType<typeof openViewer>;
beforeAll(async () => {
  const app = await startApp({ live: true });
  show = openViewer(await openBrowser(), await openWorld(app));
});

it('has all pages it is about', () => expect(sample).toHaveLength(SAMPLE.length));

describe.each(sample)('$name', (shown) => {
  it('moves nothing for whoever asked for less motion', async () => {
    const page = await show(shown, 'en');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await page.evaluate(moving)).toEqual([]);
    // The same question finds something where nobody asked, or it would prove nothing.
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect((await page.evaluate(moving)).length).toBeGreaterThan(0);
    await page.emulateMedia({ reducedMotion: 'reduce' });
  });

  it('writes everything in its strongest ink for whoever asked for more contrast', async () => {
    const page = await show(shown, 'en');
    const soft = await page.evaluate(softInk);
    expect(await page.evaluate(writtenIn, soft)).toBeGreaterThan(0);
    await page.emulateMedia({ contrast: 'more' });
    expect(await page.evaluate(writtenIn, soft)).toBe(0);
    await page.emulateMedia({ contrast: 'no-preference' });
  });

  it('keeps edges, marks and the focus where the device chooses all colors', async () => {
    const page = await show(shown, 'en');
    await page.emulateMedia({ forcedColors: 'active' });
    const faults = [...(await handlingFaultsOf(page)), ...(await page.evaluate(lost))];
    await page.emulateMedia({ forcedColors: 'none' });
    expect(faults).toEqual([]);
  });
});

/** Runs in the page: what would move, now or when it changes. */
function moving(): string[] {
  const seconds = (durations: string): boolean => durations.split(',').some((one) => parseFloat(one) > 0);
  return [...document.querySelectorAll('body *')]
    .filter((one) => {
      const { animationName, animationDuration, transitionProperty, transitionDuration } = getComputedStyle(one);
      return (animationName !== 'none' && seconds(animationDuration)) || (transitionProperty !== 'none' && seconds(transitionDuration));
    })
    .map((one) => one.outerHTML.slice(0, 90));
}

/** Runs in the page: the weaker of the two inks. */
function softInk(): string {
  const probe = document.createElement('p');
  probe.style.setProperty('color', 'var(--ink-soft)');
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** Runs in the page. */
function writtenIn(color: string): number {
  return [...document.querySelectorAll('body *')].filter((one) => getComputedStyle(one).color === color).length;
}

/** Runs in the page: buttons and fields without an edge, ticks and chosen things that look like the others. */
function lost(): string[] {
  const faults: string[] = [];
  const shown = (one: Element): boolean => one.checkVisibility({ visibilityProperty: true }) && one.clientWidth > 1;
  for (const one of document.querySelectorAll('.btn:not(.btn--plain), .bulk, input:not([type=hidden]), select, textarea')) {
    const { borderTopStyle, borderBottomStyle, borderBottomWidth } = getComputedStyle(one);
    const edged =
      borderBottomStyle !== 'none' && parseFloat(borderBottomWidth) >= 1 && (borderTopStyle !== 'none' || one.matches('select'));
    if (shown(one) && !edged) faults.push(`no edge: ${one.outerHTML.slice(0, 90)}`);
  }
  for (const one of document.querySelectorAll(':is([type=checkbox], [type=radio]):checked')) {
    const twin = [...document.querySelectorAll(`[type=${(one as HTMLInputElement).type}]:not(:checked)`)].find(shown);
    const [mine, others] = [one, twin].map(
      (box) => box && [getComputedStyle(box).backgroundColor, getComputedStyle(box).borderTopColor].join(),
    );
    if (shown(one) && twin && mine === others) faults.push(`chosen, and looks as if not: ${one.outerHTML.slice(0, 90)}`);
  }
  for (const one of document.querySelectorAll('[data-status] svg, .ring')) {
    const { width } = one.getBoundingClientRect();
    if (shown(one) && width < 8) faults.push(`a mark is gone: ${one.outerHTML.slice(0, 90)}`);
  }
  return faults;
}
