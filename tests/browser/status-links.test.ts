import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { newPage, openBrowser } from '../support/browser.ts';
import { createCast, type Cast } from '../support/cast.ts';
import { eventsOf, referralNow, setStatus } from '../integration/referrals/referral-forms.ts';
import { everything, linkForClaimer, linkForSeeker, makeLinkedReferral, type SentLink } from '../integration/status-links/link-visits.ts';

let app: TestApp;
let cast: Cast;
let browser: Browser;

beforeAll(async () => {
  app = await startApp({ live: true });
  cast = await createCast(app.deps.db);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await app.close();
});

async function bothLinks(): Promise<{ id: string; links: SentLink[] }> {
  const id = await makeLinkedReferral(app, cast, { status: 'pending' });
  return { id, links: [await linkForClaimer(app, id, cast.claimer), await linkForSeeker(app, id)] };
}

describe('S-31, R26: a mail scanner in a real browser changes no row of any table', () => {
  test('when it opens the link and runs everything on the page', async () => {
    const { links } = await bothLinks();
    const before = await everything(app);
    for (const link of links) {
      const page = await newPage(browser);
      await page.goto(app.url + link.path);
      await page.waitForLoadState('networkidle');
      await page.mouse.wheel(0, 5_000);
      await page.context().close();
    }
    expect(await everything(app)).toEqual(before);
  });

  for (const js of [true, false]) {
    test(`when it follows every link and presses every button once, choosing nothing, ${js ? 'with' : 'without'} JavaScript`, async () => {
      const { links } = await bothLinks();
      const before = await everything(app);
      for (const link of links) await pressEverything(app.url + link.path, js);
      expect(await everything(app)).toEqual(before);
    });
  }
});

async function pressEverything(address: string, js: boolean): Promise<void> {
  const page = await newPage(browser, { js });
  await page.route(
    (url) => !url.href.startsWith(app.url),
    (route) => route.abort(),
  );
  await page.goto(address);
  const shown = page.url();
  for (const name of ['a[href]', 'button[type=submit]', 'summary']) {
    const count = await page.locator(name).count();
    for (let at = 0; at < count; at += 1) {
      await page.goto(shown);
      const one = page.locator(name).nth(at);
      if (await one.isVisible()) await one.click({ timeout: 2_000 }).catch(() => undefined);
      await page.waitForLoadState().catch(() => undefined);
    }
  }
  await page.context().close();
}

describe('S-32, S-33: in a browser', () => {
  test('the token is in no address, history or Referer, and nothing is fetched from elsewhere', async () => {
    const { links } = await bothLinks();
    for (const link of links) {
      const page = await newPage(browser);
      const asked: { url: string; referer: string | undefined }[] = [];
      page.on('request', (request) => asked.push({ url: request.url(), referer: request.headers()['referer'] }));
      await page.goto(app.url + link.path);
      await page.waitForLoadState('networkidle');
      expect(page.url()).toBe(`${app.url}/l/${link.publicId}`);
      const [, ...afterwards] = asked;
      expect(afterwards.filter(({ url }) => url.includes(link.token))).toEqual([]);
      expect(asked.filter(({ url, referer }) => !url.startsWith(app.url) || referer?.includes('/l/'))).toEqual([]);
      await page.goto(`${app.url}/programs`);
      await page.goBack();
      expect(page.url()).not.toContain(link.token);
      await page.context().close();
    }
  });
});

/** Chooses, writes and saves as a person does. */
async function answer(page: Page, choice: string, words: string): Promise<void> {
  await page.getByRole('radio', { name: choice }).check();
  await page.getByRole('textbox').fill(words);
  await page.getByRole('button', { name: 'Save status' }).click();
}

describe('R26: a person answers', () => {
  for (const js of [true, false]) {
    const how = `${js ? 'with' : 'without'} JavaScript, on a phone`;

    test(`the Seeker, in plain words, ${how}`, async () => {
      const { id, links } = await bothLinks();
      const page = await newPage(browser, { js, viewport: { width: 320, height: 640 } });
      await page.goto(app.url + links[1]!.path);
      expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
      await answer(page, 'I got help', 'We stay');
      await page.getByRole('heading', { name: 'Saved: I got help' }).waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      expect(await referralNow(app, id)).toMatchObject({ status: 'got_help', version: 3 });
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByRole('heading', { name: 'Saved: I’m still waiting' }).waitFor();
      expect(await referralNow(app, id)).toMatchObject({ status: 'pending', version: 4 });
      await page.context().close();
    });

    test(`R5: a Claimer whom somebody was quicker than, ${how}`, async () => {
      const { id, links } = await bothLinks();
      const page = await newPage(browser, { js, viewport: { width: 320, height: 640 } });
      await page.goto(app.url + links[0]!.path);
      await page.getByRole('radio', { name: /^Eligible/ }).check();
      await page.getByRole('textbox').fill('Paperwork complete');
      await setStatus(app, await app.signIn(cast.navigator.email), id, 'no_capacity', 'She says they are full');
      await page.getByRole('button', { name: 'Save status' }).click();
      await page.getByRole('heading', { name: 'Dana W. changed this while you were choosing' }).waitFor();
      expect(await page.getByRole('textbox').inputValue()).toBe('Paperwork complete');
      await page.getByRole('button', { name: 'Save my choice' }).click();
      await page.getByRole('heading', { name: 'Saved: Eligible' }).waitFor();
      expect((await eventsOf(app, id)).at(-1)).toMatchObject({
        fromStatus: 'no_capacity',
        toStatus: 'eligible',
        reason: 'Paperwork complete',
      });
      await page.context().close();
    });
  }
});
