import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { newPage, openBrowser, signInPage } from '../support/browser.ts';
import { createCast, makeReferral, makeSeeker, type Cast } from '../support/cast.ts';

const WORDS = 'He hits me';

let app: TestApp;
let cast: Cast;
let browser: Browser;
let weather: Server;
let elsewhere: string;
let slowly = (): Promise<void> => Promise.resolve();

beforeAll(async () => {
  // Another site, by its own name.
  weather = createServer((_req, res) => void slowly().then(() => res.setHeader('Content-Type', 'text/html').end('<h1>Weather</h1>')));
  await new Promise<void>((resolve) => weather.listen(0, '127.0.0.1', resolve));
  elsewhere = `http://localhost:${String((weather.address() as AddressInfo).port)}/`;
  app = await startApp({ live: true, env: { EXIT_URL: elsewhere } });
  cast = await createCast(app.deps.db);
  browser = await openBrowser();
  const seekerId = await makeSeeker(
    app.deps.db,
    { userId: cast.seeker.id, firstName: 'Ana', lastName: 'Ruiz', email: cast.seeker.email },
    cast.navigator.id,
  );
  await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id, seekerId, comment: WORDS });
});

afterAll(async () => {
  await browser.close();
  weather.close();
  await app.close();
});

const phone = (js = true): Promise<Page> => newPage(browser, { js, viewport: { width: 360, height: 640 } });

/** The other site takes its time, until it may answer. */
function holdBack(): () => void {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  slowly = () => held;
  onTestFinished(() => {
    slowly = () => Promise.resolve();
    letGo();
  });
  return letGo;
}

const button = (page: Page) => page.locator('.exit');

/** Comes to the form as people do, and writes. */
async function fillIn(page: Page): Promise<void> {
  await page.goto(`${app.url}/programs/${cast.program.id}`);
  await page
    .getByRole('link', { name: /^Connect/ })
    .first()
    .click();
  await page.getByLabel('First name').fill('Anabel');
  await page.getByLabel('Email address').fill('anabel@seekers.test');
  await page.locator('[name=comment]').fill(WORDS);
}

/** All that a page says and holds in its fields. */
async function everythingOn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')].map(
      (field) => `${field.name}=${field.value}`,
    );
    return [document.title, document.body.innerText, ...fields].join('\n');
  });
}

describe.each([true, false])('"Exit this page", with JavaScript: %s (P-11)', (js) => {
  it('leads to another site, and Back brings nothing back of what was written', async () => {
    const page = await phone(js);
    await fillIn(page);
    await button(page).click();
    await page.waitForURL(elsewhere);
    await page.goBack();
    expect(page.url()).toContain(app.url);
    expect(await everythingOn(page)).not.toMatch(/He hits me|Anabel/i);
    await page.context().close();
  });

  it('while Back without having left brings back what was written (U-13)', async () => {
    const page = await phone(js);
    await fillIn(page);
    await page.goto(`${app.url}/programs`);
    await page.goBack();
    expect(await everythingOn(page)).toMatch(/He hits me/);
    await page.context().close();
  });

  it('and neither from a page further back', async () => {
    const page = await phone(js);
    await fillIn(page);
    await page.goto(`${app.url}/programs`);
    await button(page).click();
    await page.waitForURL(elsewhere);
    while (!page.url().includes('/connect')) await page.goBack();
    expect(await everythingOn(page)).not.toMatch(/He hits me|Anabel/i);
    await page.context().close();
  });
});

describe('"Exit this page" is at once (P-11)', () => {
  it('the page is gone with the next picture, while the other site is still to come', async () => {
    const page = await phone();
    await fillIn(page);
    const letGo = holdBack();
    await page.evaluate(`addEventListener('click', () => requestAnimationFrame(() => console.log((${inSight.toString()})().join('; '))))`);
    const told = page.waitForEvent('console');
    await button(page).click({ noWaitAfter: true });
    expect((await told).text()).toBe('');
    letGo();
    await page.waitForURL(elsewhere);
    await page.context().close();
  });

  it('without JavaScript a finger or the mouse covers it', async () => {
    const page = await phone(false);
    await fillIn(page);
    expect(await page.evaluate(inSight)).not.toEqual([]);
    await button(page).hover();
    await page.mouse.down();
    expect(await page.evaluate(inSight)).toEqual([]);
    await page.mouse.up();
    await page.waitForURL(elsewhere);
    await page.context().close();
  });

  it('leaves nothing of the page to go back to', async () => {
    const page = await phone();
    await page.goto(`${app.url}/programs`);
    await page.goto(`${app.url}/programs/${cast.program.id}/connect`);
    await button(page).click();
    await page.waitForURL(elsewhere);
    await page.goBack();
    expect(page.url()).toBe(`${app.url}/programs`);
    await page.context().close();
  });

  it('goes there, and not to the sign-in, when the page hears that the session is over', async () => {
    const page = await phone();
    const opened = page.waitForEvent('websocket');
    await signInPage(page, app.url, cast.seeker.email);
    const socket = await opened;
    expect(page.url()).toBe(`${app.url}/for-me`);
    await page.getByText('Live', { exact: true }).waitFor();
    const letGo = holdBack();
    const closed = socket.waitForEvent('close');
    await button(page).click({ noWaitAfter: true });
    await closed;
    letGo();
    await page.waitForURL(elsewhere);
    expect(await app.deps.db.session.count()).toBe(0);
    await page.context().close();
  });
});

describe('pressing Shift three times leaves, too (P-11)', () => {
  const said = (page: Page) => page.locator('[data-exit-say]');

  async function onForm(): Promise<Page> {
    const page = await newPage(browser);
    await page.clock.install();
    await page.goto(`${app.url}/programs/${cast.program.id}/connect`);
    await page.locator('[data-exit-shift]:not([hidden])').first().waitFor({ state: 'attached' });
    return page;
  }

  it('from inside a field, and says how many presses are left', async () => {
    const page = await onForm();
    await page.locator('[name=comment]').fill(WORDS);
    await page.locator('[name=comment]').press('Shift');
    expect(await said(page).textContent()).toBe('Shift, press 2 more times to exit.');
    await page.keyboard.press('Shift');
    expect(await said(page).textContent()).toBe('Shift, press 1 more time to exit.');
    await page.keyboard.press('Shift');
    await page.waitForURL(elsewhere);
    await page.context().close();
  });

  it('within five seconds: later, the presses before are forgotten', async () => {
    const page = await onForm();
    await page.keyboard.press('Shift');
    await page.clock.runFor(3_000);
    await page.keyboard.press('Shift');
    await page.clock.runFor(3_000);
    await page.keyboard.press('Shift');
    expect(await said(page).textContent()).toBe('Shift, press 1 more time to exit.');
    await page.clock.runFor(5_000);
    expect(await said(page).textContent()).toBe('Shift: time is over. Press 3 times to exit.');
    expect(page.url()).toContain('/connect');
    await page.context().close();
  });

  it('never by writing capital letters or by shortcuts', async () => {
    const page = await onForm();
    await page.locator('[name=comment]').focus();
    for (const keys of ['Shift+A', 'Shift+B', 'Shift+C', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Control+Shift+ArrowLeft'])
      await page.keyboard.press(keys);
    expect(await said(page).textContent()).toBe('');
    expect(page.url()).toContain('/connect');
    expect(await page.locator('[name=comment]').inputValue()).toBe('ABC');
    await page.context().close();
  });

  it('and is told in the link itself to whoever hears the page, where it works', async () => {
    const name = 'Exit this page or press the Shift key 3 times';
    const page = await onForm();
    expect(await page.getByRole('link', { name, exact: true }).count()).toBe(1);
    const bare = await phone(false);
    await bare.goto(page.url());
    expect(await bare.getByRole('link', { name: 'Exit this page', exact: true }).count()).toBe(2);
    await page.context().close();
    await bare.context().close();
  });
});

it('the second link is the first thing the keyboard comes to after "Skip to content" (P-11)', async () => {
  const page = await newPage(browser);
  await page.goto(`${app.url}/programs/${cast.program.id}/connect`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Exit this page');
  await page.keyboard.press('Enter');
  await page.waitForURL(elsewhere);
  await page.context().close();
});

/** Runs in the page: what of it could be read, at points all over the window. */
function inSight(): string[] {
  const seen: string[] = [];
  for (let x = 5; x < innerWidth; x += 50) {
    for (let y = 5; y < innerHeight; y += 50) {
      const top = document.elementFromPoint(x, y);
      if (!top?.matches('html, body, .exit-cover, .exit')) seen.push(`${String(x)}, ${String(y)}: ${top?.outerHTML.slice(0, 80) ?? ''}`);
    }
  }
  return seen;
}
