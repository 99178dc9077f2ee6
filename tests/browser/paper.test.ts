import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { newPage, openBrowser, signInPage } from '../support/browser.ts';
import { makeReferral } from '../support/cast.ts';
import { openWorld, type World } from '../support/gallery/world.ts';

/** What is on a sheet: pages of the PDF, and whether any of its text leads somewhere. */
async function sheets(page: Page, format: 'A4' | 'Letter'): Promise<number> {
  const pdf = (await page.pdf({ format })).toString('latin1');
  return Number(/\/Type \/Pages\b[^>]*\/Count (\d+)/.exec(pdf)?.[1] ?? /\/Count (\d+)/.exec(pdf)?.[1]);
}

describe('what is printed (U-22)', () => {
  let app: TestApp;
  let world: World;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    app = await startApp();
    world = await openWorld(app);
    browser = await openBrowser();
    page = await newPage(browser, { colorScheme: 'dark' });
    await signInPage(page, app.url, world.cast.navigator.email);
    // Each status change is two lines of the history: a referral with some.
    const claimer = await app.signIn(world.cast.claimer.email);
    for (const status of ['needs_client_action', 'pending', 'eligible', 'got_help']) {
      const { version } = await app.deps.db.referral.findUniqueOrThrow({ where: { id: world.answered } });
      const form = { status, version: String(version), reason: 'Asked for the lease. She brings it on Friday, with the pay stubs.' };
      expect((await claimer.post(`/referrals/${world.answered}/status`).type('form').send(form)).status).toBe(303);
    }
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const visible = (selector: string): Promise<boolean> => page.locator(selector).first().isVisible();

  it.each(['A4', 'Letter'] as const)('is one sheet of %s for a referral that was answered, noted and closed', async (format) => {
    await page.emulateMedia({ media: null });
    await page.goto(`${app.url}/referrals/${world.answered}`);
    expect(await page.locator('.tl-i').count()).toBeGreaterThan(4);
    expect(await sheets(page, format)).toBe(1);
  });

  it('has the ring, the steps, the words, the history and the notice, and nothing one can press', async () => {
    await page.goto(`${app.url}/referrals/${world.answered}`);
    expect(await visible('.sheet-n')).toBe(false);
    await page.emulateMedia({ media: 'print' });
    for (const shown of ['.loop .ring', '.loop .status-t', '.steps', '.note-t', '.tl-i', '.facts .reach', '.sheet-n'])
      expect(await visible(shown), shown).toBe(true);
    expect(await page.locator('.sheet-n').innerText()).toContain(
      '42 CFR part 2 prohibits unauthorized use or disclosure of these records.',
    );
    const pressed = page.locator(
      'button, summary.btn, a.btn, input:not([type=hidden]), select, textarea, .bar, .foot, .crumbs, .live, .skip',
    );
    expect(await pressed.evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 80)))).toEqual(
      [],
    );
  });

  it('is black on white though the screen is dark, with no address behind a link', async () => {
    await page.goto(`${app.url}/referrals/${world.answered}`);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const colours = await page.evaluate(() => {
      const shown = [...document.querySelectorAll('main *')].filter((one) => one.checkVisibility() && one.textContent.trim() !== '');
      return [...new Set(shown.map((one) => getComputedStyle(one).color))];
    });
    expect(colours).toEqual(['rgb(0, 0, 0)']);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toMatch(
      /rgb\(255, 255, 255\)|rgba\(0, 0, 0, 0\)/,
    );
    const behind = await page.locator('main a').evaluateAll((all) => all.map((one) => getComputedStyle(one, '::after').content));
    expect(new Set(behind)).toEqual(new Set(['none']));
  });

  it.each([
    ['profile', (seekerId: string) => `/people/${seekerId}`],
    ['Program', (_: string, programId: string) => `/programs/${programId}`],
  ] as const)('is one sheet without header and buttons for a short %s, too', async (_, address) => {
    await page.emulateMedia({ media: null });
    await page.goto(app.url + address(world.seekerId, world.cast.program.id));
    expect(await sheets(page, 'A4')).toBe(1);
    await page.emulateMedia({ media: 'print' });
    const rest = page.locator('button, a.btn, .bar, .foot, .crumbs, .live');
    expect(await rest.evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 80)))).toEqual(
      [],
    );
  });

  it('is a table of few sheets for a page of Inbound and of People, with nothing to tick or to open', async () => {
    const { cast } = world;
    for (let made = 0; made < 25; made += 1)
      await makeReferral(app.deps.db, {
        makerId: cast.navigator.id,
        programId: cast.program.id,
        status: made % 2 ? 'pending' : 'not_updated',
        seeker: { firstName: 'Guadalupe', lastName: `Hernandez-Ortiz ${String(made)}`, email: `g${String(made)}@example.org` },
        comment: 'Two months behind on rent, the landlord wants an answer by Friday. Speaks Spanish at home, works nights.',
      });
    for (const [role, address] of [
      ['claimer', `/inbound/${cast.program.id}`],
      ['navigator', '/people'],
    ] as const) {
      const list = await newPage(browser);
      await signInPage(list, app.url, cast[role].email);
      await list.goto(app.url + address);
      expect(await list.locator('.ledger tbody tr').count(), address).toBe(25);
      expect(await sheets(list, 'A4'), address).toBeLessThanOrEqual(2);
      await list.emulateMedia({ media: 'print' });
      await list.setViewportSize({ width: 680, height: 1000 });
      expect(await list.locator('.ledger thead').isVisible(), address).toBe(true);
      expect(
        await list
          .locator('.ledger tbody tr')
          .first()
          .evaluate((row) => getComputedStyle(row).display),
      ).toBe('table-row');
      const rest = list.locator('main :is(input, select, button, .sc-chev)');
      expect(await rest.evaluateAll((all) => all.filter((one) => one.checkVisibility()).length), address).toBe(0);
      await list.context().close();
    }
  });
});
