import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { issueStatusLink } from '../../src/status-links/status-link.store.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { openBrowser } from '../support/browser.ts';
import { createCast, makeReferral, makeSeeker, PASSWORD, type Cast, type MadeReferral, type Role } from '../support/cast.ts';

const waiting = { timeout: 15_000, interval: 20 };

describe('the pages of all parties, open at once (R3)', () => {
  let app: TestApp;
  let cast: Cast;
  let browser: Browser;
  const contexts = new Map<Role, BrowserContext>();
  const pages: Page[] = [];

  beforeAll(async () => {
    app = await startApp({ live: true });
    cast = await createCast(app.deps.db);
    browser = await openBrowser();
  });
  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.close()));
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  async function signedIn(role: Role): Promise<BrowserContext> {
    const known = contexts.get(role);
    if (known) return known;
    const context = await browser.newContext();
    contexts.set(role, context);
    const page = await context.newPage();
    await page.goto(`${app.url}/login`);
    await page.fill('[name=email]', cast[role].email);
    await page.fill('[name=password]', PASSWORD);
    await Promise.all([page.waitForURL((url) => url.pathname !== '/login'), page.press('[name=password]', 'Enter')]);
    await page.close();
    return context;
  }

  async function open(role: Role, path: string): Promise<Page> {
    const page = await (await signedIn(role)).newPage();
    pages.push(page);
    await page.goto(app.url + path);
    await page.waitForSelector('[data-live-state]:not([hidden]):has-text("Live")');
    return page;
  }

  /** Somebody chooses in the status control and saves, as a person does. */
  async function choose(page: Page, within: string, value: string, reason: string): Promise<void> {
    await page.click(`${within} summary.sc-face`);
    await page.check(`${within} .sc[open] input[value=${value}]`);
    await page.fill(`${within} .sc[open] [name=reason]`, reason);
    await Promise.all([page.waitForEvent('load'), page.click(`${within} .sc[open] button[type=submit]`)]);
  }

  async function makeOne(wish: { status?: 'pending' } = {}): Promise<MadeReferral> {
    const seekerId = await makeSeeker(
      app.deps.db,
      { userId: cast.seeker.id, firstName: 'Ana', lastName: 'Ruiz', email: 'ana@example.test' },
      cast.navigator.id,
    );
    return makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id, seekerId, ...wish });
  }

  const row = (id: string) => `[data-referral="${id}"]`;
  const shows = (page: Page, selector: string, status: string) =>
    page.waitForSelector(`${selector} [data-status="${status}"], ${selector}[data-status="${status}"]`, { timeout: waiting.timeout });

  it('show what the Claimer chose: inbound list and badge, profile, referral page with its history, Referrals for Me, Status link', async () => {
    const { id, seekerId } = await makeOne();
    const inbound = `/inbound/${cast.program.id}`;
    const claimer = await open('claimer', inbound);
    const coclaimer = await open('coclaimer', inbound);
    const navigator = await open('navigator', `/people/${seekerId}`);
    const colleague = await open('colleague', `/referrals/${id}`);
    const seeker = await open('seeker', '/for-me');
    const issued = await issueStatusLink(
      app.deps.db,
      { referralId: id, recipient: 'seeker', userId: null, email: 'ana@example.test' },
      app.clock.now(),
      60,
    );
    const link = await browser.newPage();
    pages.push(link);
    await link.goto(app.url + issued.path);
    await vi.waitFor(async () => expect(await link.evaluate(() => 'Idiomorph' in window)).toBe(true), waiting);
    const badge = () => coclaimer.textContent('#rail [aria-current] .n');
    const before = Number.parseInt((await badge()) ?? '', 10);

    await choose(claimer, row(id), 'eligible', 'Bring the lease on Monday.');

    await shows(coclaimer, row(id), 'eligible');
    expect(await coclaimer.textContent(`${row(id)} .fresh`)).toBe('Updated just now');
    expect(Number.parseInt((await badge()) ?? '', 10)).toBe(before - 1);
    await shows(navigator, row(id), 'eligible');
    await shows(colleague, row(id), 'eligible');
    await colleague.waitForSelector('[data-history] :text("Bring the lease on Monday.")');
    await shows(seeker, row(id), 'eligible');
    await shows(link, row(id), 'eligible');

    const reloaded = await open('navigator', `/people/${seekerId}`);
    await shows(reloaded, row(id), 'eligible');
  });

  it('show what was chosen through a Status link', async () => {
    const { id } = await makeOne({ status: 'pending' });
    const inbound = await open('claimer', `/inbound/${cast.program.id}`);
    const seeker = await open('seeker', '/for-me');
    const to = { referralId: id, recipient: 'seeker' as const, userId: null, email: 'ana@example.test' };
    const issued = await issueStatusLink(app.deps.db, to, app.clock.now(), 60);
    const link = await browser.newPage();
    pages.push(link);
    await link.goto(app.url + issued.path);
    await link.check('input[value=got_help]');
    await Promise.all([link.waitForURL(/saved=/), link.click('.answer button[type=submit]')]);
    await shows(inbound, row(id), 'got_help');
    await shows(seeker, row(id), 'got_help');
  });

  it('offer a new referral on the inbound list, and show it when asked', async () => {
    await makeOne();
    const inbound = await open('coclaimer', `/inbound/${cast.program.id}`);
    const { id } = await makeOne();
    const button = await inbound.waitForSelector('.newrows:has-text("Show 1 new referral")');
    const hour = (at: number) =>
      new Intl.DateTimeFormat('en-US', { hour: 'numeric', timeZone: 'America/Los_Angeles' }).format(at).split(/\s/)[0];
    const hours = [hour(Date.now()), hour(Date.now() - 60_000)].join('|');
    expect(await button.textContent()).toMatch(new RegExp(` since (${hours}):`));
    expect(await inbound.$(row(id))).toBeNull();
    await button.click();
    await inbound.waitForSelector(row(id));
    expect(await inbound.$eval('#rows [data-referral]', (one) => (one as HTMLElement).dataset['referral'])).toBe(id);
  });

  it('keep a row of a filtered list in its place when it no longer fits (U-21)', async () => {
    const first = await makeOne();
    const second = await makeOne();
    const filtered = await open('coclaimer', `/inbound/${cast.program.id}?status=not_updated`);
    const order = () => filtered.$$eval('#rows [data-referral]', (rows) => rows.map((one) => (one as HTMLElement).dataset['referral']));
    const before = await order();
    expect(before.slice(0, 2)).toEqual([second.id, first.id]);
    const claimer = await open('claimer', `/referrals/${second.id}`);
    await choose(claimer, '#loop', 'pending', '');
    await shows(filtered, row(second.id), 'pending');
    expect(await order()).toEqual(before);
  });

  it('take nothing from whoever is writing, say what happened, and answer the stale choice with what changed (R5)', async () => {
    const { id } = await makeOne();
    const writing = await open('navigator', `/referrals/${id}`);
    await writing.click('#loop summary.sc-face');
    await writing.check('#loop input[value=got_help]');
    await writing.locator('#loop [name=reason]').pressSequentially('She told me on the ph');
    const claimer = await open('claimer', `/referrals/${id}`);
    await choose(claimer, '#loop', 'no_capacity', '');
    await writing.waitForSelector('#loop .sc-meanwhile:text("Maria G. changed this to No capacity just now.")');
    await writing.waitForSelector('[data-history] :text("No capacity")');
    expect(await writing.isChecked('#loop input[value=got_help]')).toBe(true);
    await writing.keyboard.type('one');
    expect(await writing.inputValue('#loop [name=reason]')).toBe('She told me on the phone');
    await writing.click('#loop button[type=submit]');
    await writing.waitForSelector('.conflict');
    expect(await writing.inputValue('.conflict [name=reason]')).toBe('She told me on the phone');
  });

  it('leave for the sign-in page when their person signs out elsewhere (S-43)', async () => {
    const context = await browser.newContext();
    const one = await context.newPage();
    pages.push(one);
    await one.goto(`${app.url}/login`);
    await one.fill('[name=email]', cast.outsider.email);
    await one.fill('[name=password]', PASSWORD);
    await Promise.all([one.waitForURL((url) => url.pathname !== '/login'), one.press('[name=password]', 'Enter')]);
    const people = await context.newPage();
    pages.push(people);
    await people.goto(`${app.url}/people`);
    await people.waitForFunction(() => 'Idiomorph' in window);
    await one.evaluate(() => fetch('/logout', { method: 'POST' }));
    await people.waitForURL((url) => url.pathname === '/login', { timeout: waiting.timeout });
    await context.close();
  });
});
