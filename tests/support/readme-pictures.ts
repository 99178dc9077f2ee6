import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { fromRoot } from '../../src/root.ts';
import { newPage, signInPage } from './browser.ts';
import { bundledBrowser } from './bundled-browser.ts';

/** A page of the product as README.md shows it. */
interface Picture {
  name: string;
  email: string;
  size: [width: number, height: number];
  /** Of pictures shown small. */
  scale?: number;
  open: (page: Page) => Promise<unknown>;
}

const url = `http://localhost:${process.env['README_PORT'] ?? '4321'}`;
const QUALITY = 82;

const PICTURES: readonly Picture[] = [
  {
    name: 'inbound',
    email: 'claimer@demo.test',
    size: [1280, 800],
    open: async (page) => {
      await page.goto(`${url}/inbound`);
      await page
        .getByRole('link', { name: /^Fair Oaks Center Rent Help/ })
        .first()
        .click();
      await page.locator('[data-live-state]:visible:not(.live--off)', { hasText: 'Live' }).waitFor();
    },
  },
  {
    name: 'referral',
    email: 'navigator@demo.test',
    size: [1280, 900],
    open: async (page) => {
      await page.goto(`${url}/people`);
      await page.getByRole('link', { name: 'Ana Ruiz' }).click();
      await page.locator('a[href^="/referrals/"]').first().click();
      await page.locator('[data-history]').first().waitFor();
    },
  },
  {
    name: 'phone',
    email: 'seeker@demo.test',
    size: [360, 800],
    scale: 1.5,
    open: async (page) => {
      await page.goto(`${url}/for-me`);
      await page.locator('[data-live-state]:visible:not(.live--off)', { hasText: 'Live' }).waitFor();
    },
  },
  {
    name: 'mail',
    email: 'claimer@demo.test',
    size: [600, 440],
    open: async (page) => {
      await page.goto(`${url}/dev/mail`);
      const theirs = page.getByRole('row').filter({ hasText: 'claimer@demo.test' });
      await theirs.getByRole('link', { name: 'A referral needs your answer' }).first().click();
      await page.goto(`${page.url()}/html`);
    },
  },
];

await main();

async function main(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'throughline-readme-'));
  const folder = fromRoot('docs', 'images');
  await mkdir(folder, { recursive: true });
  try {
    // Once for the demo's data; then without the strip that says it is one.
    await whileServed(dataDir, '1', mailIsSent);
    await whileServed(dataDir, '0', () => takeAll(folder));
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function takeAll(folder: string): Promise<void> {
  const browser = await chromium.launch({ ...(await bundledBrowser()), args: ['--no-sandbox', '--disable-gpu'], headless: true });
  try {
    for (const picture of PICTURES)
      for (const scheme of ['light', 'dark'] as const) await take(browser, picture, scheme, join(folder, `${picture.name}-${scheme}.webp`));
  } finally {
    await browser.close();
  }
}

async function whileServed(dataDir: string, demo: '0' | '1', work: () => Promise<void>): Promise<void> {
  const app = await serve(dataDir, demo);
  try {
    await work();
  } finally {
    await ended(app);
  }
}

async function serve(dataDir: string, demo: '0' | '1'): Promise<ChildProcess> {
  const env = { ...process.env, NODE_ENV: 'development', DATA_DIR: dataDir, PORT: new URL(url).port, DEMO: demo, LOG_LEVEL: 'silent' };
  const settings = { ...env, TIME_ZONE: 'America/Los_Angeles', DATABASE_URL: '', PUBLIC_URL: '', SMTP_URL: '' };
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/server.ts'], {
    cwd: fromRoot(),
    env: settings,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.includes('Throughline is ready')) break;
  }
  return child;
}

/** The mail of the last day is on its way while the demo starts. */
async function mailIsSent(): Promise<void> {
  while (!(await (await fetch(`${url}/dev/mail`)).text()).includes('claimer@demo.test')) await new Promise((go) => setTimeout(go, 200));
}

async function ended(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}

async function take(
  browser: Browser,
  { email, size, scale = 1, open }: Picture,
  colorScheme: 'light' | 'dark',
  file: string,
): Promise<void> {
  const [width, height] = size;
  const page = await newPage(browser, { viewport: { width, height }, colorScheme });
  await signInPage(page, url, email);
  await open(page);
  await page.evaluate('document.fonts.ready');
  const devtools = await page.context().newCDPSession(page);
  const clip = { x: 0, y: 0, width, height, scale };
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY, clip });
  await writeFile(file, Buffer.from(data, 'base64'));
  await page.context().close();
}
