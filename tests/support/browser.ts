import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { bundledBrowser } from './bundled-browser.ts';
import { PASSWORD } from './cast.ts';
import { atEndOfFile } from './leftovers.ts';

/** A plain browser that speaks to nobody but the page's own host. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real Chromium, the one that comes with the packages unless CHROMIUM_PATH names another. Close it at the end of the file. */
export async function openBrowser(): Promise<Browser> {
  const own = process.env['CHROMIUM_PATH'];
  const browser = await chromium.launch({ ...(own ? { executablePath: own } : await bundledBrowser()), args: ARGS, headless: true });
  atEndOfFile(() => browser.close());
  return browser;
}

export interface PageWishes {
  viewport?: { width: number; height: number };
  /** False: without JavaScript (U-20). */
  js?: boolean;
  colorScheme?: 'light' | 'dark';
}

const plain = new WeakSet<BrowserContext>();

/** False in a browser without JavaScript. */
export function runsScripts(page: Page): boolean {
  return !plain.has(page.context());
}

/** A page in a context of its own: its cookies are shared with no other. Closing the page's context closes it. */
export async function newPage(browser: Browser, { viewport, js = true, colorScheme = 'light' }: PageWishes = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: viewport ?? { width: 1280, height: 800 },
    javaScriptEnabled: js,
    colorScheme,
    reducedMotion: 'reduce',
  });
  if (!js) plain.add(context);
  return context.newPage();
}

/** Signs in through the form, as a person does. */
export async function signInPage(page: Page, url: string, email: string, password = PASSWORD): Promise<void> {
  await page.goto(`${url}/login`);
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((address) => address.pathname !== '/login');
}
