import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { joined } from '../../src/http/styles.ts';
import { fromRoot } from '../../src/root.ts';
import { startApp } from '../support/app.ts';
import { openBrowser } from '../support/browser.ts';
import { PAGES } from '../support/gallery/pages.ts';
import { openViewer } from '../support/gallery/viewer.ts';
import { openWorld } from '../support/gallery/world.ts';

const SAMPLE = PAGES.filter(({ name }) =>
  ['menu-open', 'session-ends', 'inbound-live', 'connect-errors', 'profile-forms-open', 'bulk'].includes(name),
);

const read = (name: string): string => readFileSync(fromRoot('public/css', name), 'utf8');
const sheet = joined(read);
/** The same with the files of each layer in the opposite order. */
const turned = joined((name) => (name === 'index.css' ? read(name).replace(/(?:^@import .*\n)+/gm, turnedBlock) : read(name)));

function turnedBlock(lines: string): string {
  return `${lines.trimEnd().split('\n').reverse().join('\n')}\n`;
}

let show: ReturnType<typeof openViewer>;
beforeAll(async () => {
  const app = await startApp({ live: true });
  show = openViewer(await openBrowser(), await openWorld(app));
});

it('has all pages it is about', () => expect(SAMPLE).toHaveLength(6));

it.each(SAMPLE)('looks the same in whatever order the files of a layer come (ADR 0155): $name', async (shown) => {
  const page = await show(shown, 'en');
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(differing, [sheet, turned] as const)).toEqual([]);
    // The same question finds something where the order does matter, or it would prove nothing.
    const layers = sheet.replace('base, layout, components', 'components, layout, base');
    expect((await page.evaluate(differing, [sheet, layers] as const)).length).toBeGreaterThan(0);
  }
});

/** Runs in the page: what looks otherwise in the second of two sheets. */
function differing(sheets: readonly [string, string]): string[] {
  for (const linked of document.styleSheets) linked.disabled = true;
  const all = [...document.querySelectorAll('body, body *')];
  const named = new Set([...sheets[0].matchAll(/[{;]\s*([a-z-]+):/g)].map(([, property = '']) => property));
  const looks = sheets.map((text) => {
    const own = new CSSStyleSheet();
    own.replaceSync(text);
    document.adoptedStyleSheets = [own];
    return all.map((one) => {
      const style = getComputedStyle(one);
      return [...named].map((property) => style.getPropertyValue(property)).join();
    });
  });
  return all.filter((_, place) => looks[0]?.[place] !== looks[1]?.[place]).map((one) => one.outerHTML.slice(0, 90));
}
