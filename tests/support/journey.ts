import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { beforeEach } from 'vitest';
import { startApp, type AppWishes, type TestApp } from './app.ts';
import { newPage, openBrowser, signInPage, type PageWishes } from './browser.ts';
import { createCast, type Cast, type Role } from './cast.ts';
import { atEndOfFile } from './leftovers.ts';

export const DESK = { width: 1280, height: 800 };
/** The narrowest screen a page has to fit (U-04). */
export const PHONE = { width: 320, height: 640 };

/** A journey is gone twice: what scripts add is never needed (U-20). */
export const BOTH_WAYS = [{ javaScript: true }, { javaScript: false }] as const;

/** The tests of this describe are steps of one way: after one that failed the rest cannot tell anything. */
export function inSteps(): void {
  let lost = false;
  beforeEach(({ skip, onTestFailed }) => {
    skip(lost, 'an earlier step failed');
    onTestFailed(() => {
      lost = true;
    });
  });
}

const PATIENCE = 20_000;

/** Browsers of different people, and what was noticed about their pages on the way. */
export interface Journey {
  browser: Browser;
  /** A person's own browser. */
  visitor(wishes?: PageWishes): Promise<Page>;
  /** Looks at a page as it is now: no width may make it scroll sideways. */
  look(page: Page, name: string): Promise<void>;
  /** What no page may do: complain on the console, break the policy, speak to others, scroll sideways (S-33, S-50, U-04). */
  faults(): string[];
  /** From here on the server may be away, which browsers complain about. */
  expectAbsence(): void;
  close(): Promise<void>;
}

let opened: Promise<Browser> | undefined;

/** All journeys of a file share one browser, which its end closes: the next file opens its own. */
function sharedBrowser(): Promise<Browser> {
  if (opened) return opened;
  atEndOfFile(() => (opened = undefined));
  return (opened = openBrowser());
}

/** `javaScript` is what its browsers do unless asked for otherwise. */
export async function openJourney(javaScript = true): Promise<Journey> {
  const browser = await sharedBrowser();
  const visitors: BrowserContext[] = [];
  const faults = new Set<string>();
  const allowed = [...ANSWERS];
  const note = (fault: string): void => {
    if (!allowed.some((pattern) => pattern.test(fault))) faults.add(fault);
  };
  return {
    browser,
    visitor: async (wishes) => {
      const page = await newPage(browser, { js: javaScript, ...wishes });
      visitors.push(page.context());
      page.context().setDefaultTimeout(PATIENCE);
      watch(page, note);
      return page;
    },
    look: (page, name) => lookAt(page, name, note),
    faults: () => [...faults],
    expectAbsence: () => void allowed.push(...ABSENCE),
    close: async () => {
      for (const visitor of visitors) await visitor.close();
    },
  };
}

/** Chromium calls it an error when a form is answered with 409 or 422. */
const ANSWERS = [/the server responded with a status of (409|422)/];
const ABSENCE = [
  /ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|WebSocket connection to|the server responded with a status of 503/,
];

/** All tabs of this browser, also those opened later. */
function watch(page: Page, note: (fault: string) => void): void {
  const context: BrowserContext = page.context();
  const host = (url: string): void => {
    const { protocol, hostname } = new URL(url);
    if (/^(https?|wss?):$/.test(protocol) && hostname !== '127.0.0.1' && hostname !== 'localhost') note(`spoke to ${hostname}`);
  };
  context.on('console', (message) => {
    if (message.type() === 'error') note(`${message.text()} at ${message.location().url}`);
  });
  context.on('weberror', (error) => note(`threw ${error.error().message}`));
  context.on('request', (request) => host(request.url()));
  const hear = (tab: Page): void => void tab.on('websocket', (socket) => host(socket.url()));
  context.on('page', hear);
  hear(page);
}

/** JOURNEY_PICTURES names a folder for a picture of each look, at both widths. */
async function lookAt(page: Page, name: string, note: (fault: string) => void): Promise<void> {
  const before = page.viewportSize();
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size);
    const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    if (Number(over) > 0) note(`${name} is ${String(over)} px wider than ${String(size.width)} px`);
    const folder = process.env['JOURNEY_PICTURES'];
    if (folder) await page.screenshot({ path: join(folder, `${name}-${String(size.width)}.png`), fullPage: true });
  }
  if (before) await page.setViewportSize(before);
}

/** A journey through one app of its own, with its worker, its live side and the usual people. */
export interface AppJourney extends Journey {
  app: TestApp;
  /** Where the links in mails lead, too: one and the same host for a browser's cookies. */
  url: string;
  cast: Cast;
  /** Somebody's browser in which they signed in through the form. */
  signedIn(role: Role, wishes?: PageWishes): Promise<Page>;
}

export interface JourneyWishes extends AppWishes {
  javaScript?: boolean;
}

export async function startJourney({ javaScript, ...wishes }: JourneyWishes = {}): Promise<AppJourney> {
  const app = await startApp({ live: true, workers: true, ...wishes });
  const cast = await createCast(app.deps.db);
  const url = app.deps.config.publicUrl;
  const journey = await openJourney(javaScript);
  return {
    ...journey,
    app,
    url,
    cast,
    signedIn: async (role, look) => {
      const page = await journey.visitor(look);
      await signInPage(page, url, cast[role].email);
      return page;
    },
    close: async () => {
      await journey.close();
      await app.close();
    },
  };
}
