import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everything } from '../integration/status-links/link-visits.ts';
import { newPage } from '../support/browser.ts';
import { sent, WELL } from '../support/connect-form.ts';
import { startJourney, type AppJourney } from '../support/journey.ts';
import { hasStayed, openLive, shows } from '../support/journey-steps.ts';
import { startSmtp, type TestSmtp } from '../support/smtp.ts';
import { waitFor } from '../support/wait-for.ts';

const SEEKER = 'zoila.q@seekers.test';

/** What stands at a mail gateway gets the very mails that people get, and does everything but choose (S-31, T5). */
describe('scanners on the links of real mails', () => {
  let smtp: TestSmtp;
  let journey: AppJourney;
  let links: string[];
  let referral: Page;
  let id: string;
  let before: Record<string, string>;

  beforeAll(async () => {
    smtp = await startSmtp();
    journey = await startJourney({ env: { SMTP_URL: smtp.url, MAIL_FROM: 'mail@riverside.test' } });
    const { app, cast } = journey;
    const words = { ...WELL, firstName: 'Zoila', lastName: 'Quintanilla', email: SEEKER, language: 'en', contactPreference: 'email' };
    ({ referralId: id } = await sent(await app.signIn(cast.navigator.email), cast.program.id, words));
    links = await Promise.all([linkTo(cast.claimer.email), linkTo(SEEKER)]);
    await waitFor(async () => (await app.deps.db.email.count({ where: { state: { not: 'sent' } } })) === 0);
    referral = await openLive(await journey.signedIn('navigator'), `${journey.url}/referrals/${id}`);
    before = await everything(app);
  });
  afterAll(async () => {
    await journey.close();
    await smtp.close();
  });

  async function linkTo(address: string): Promise<string> {
    const mail = await waitFor(() => smtp.mails.find(({ to }) => to.includes(address)));
    return /https?:\/\/\S+\/l\/\S+/.exec(mail.parsed.text ?? '')?.[0] ?? '';
  }

  /** A robot's browser: it reaches nothing but us. */
  async function robot(): Promise<Page> {
    const page = await newPage(journey.browser);
    await page.route(
      ({ href }) => !href.startsWith(journey.url),
      (route) => route.abort(),
    );
    return page;
  }

  it('that ask with HEAD and GET two hundred times each change no row', async () => {
    const ask = async (link: string): Promise<void> => {
      const head = await fetch(link, { method: 'HEAD', redirect: 'manual' });
      const get = await fetch(link, { redirect: 'manual' });
      expect([head.status, get.status]).toEqual([303, 303]);
    };
    for (const link of links) for (let round = 0; round < 20; round += 1) await Promise.all(Array.from({ length: 10 }, () => ask(link)));
    expect(await everything(journey.app)).toEqual(before);
  });

  it('that load the page, run its scripts, scroll and stay until all is quiet change no row', async () => {
    for (const link of links) {
      const page = await robot();
      await page.goto(link);
      await page.mouse.move(100, 200);
      await page.mouse.wheel(0, 5_000);
      await page.waitForLoadState('networkidle');
      await page.waitForFunction('"Idiomorph" in window');
      expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
      await page.context().close();
    }
    expect(await everything(journey.app)).toEqual(before);
  });

  it('that follow every link and press every button, and go on from where that leads, change no row', async () => {
    for (const link of links) {
      const page = await robot();
      await page.goto(link);
      const pressed = new Set<string>();
      for (const address of [page.url(), ...(await addressesOn(page))]) await pressAll(page, address, pressed);
      // By where its form goes: a robot presses the buttons of other languages as well.
      expect([...pressed].filter((action) => /^\/l\/[^/]+$/.test(action))).toHaveLength(1);
      expect(pressed).toContain('/language');
      await page.context().close();
    }
    expect(await everything(journey.app)).toEqual(before);
  });

  const addressesOn = (page: Page): Promise<string[]> =>
    page.$$eval('a[href^="/"]', (found) => found.map((one) => (one as HTMLAnchorElement).href));

  /** Presses every submit button of a page once, the way a robot does: without choosing, without filling in. */
  const pressAll = async (page: Page, address: string, pressed: Set<string>): Promise<void> => {
    const open = (): Promise<unknown> => page.goto(address).catch(() => null);
    await open();
    const buttons = page.locator('button[type=submit]:visible');
    for (let at = 0; at < (await buttons.count()); at += 1) {
      pressed.add(await buttons.nth(at).evaluate((button) => new URL((button as HTMLButtonElement).form?.action ?? '').pathname));
      await buttons.nth(at).click();
      await page.waitForLoadState('load');
      // Once more on the page that says what is missing.
      if ((await page.locator('[data-error-summary]').count()) > 0) await buttons.first().click();
      await open();
    }
  };

  it('leave nothing that a person sees: not seen, one entry, and the links still answer (R6, R26)', async () => {
    await referral.getByText('Sent. Not seen yet.').waitFor();
    expect(await referral.locator('[data-history] li').count()).toBe(1);
    for (const [at, choice] of ['Pending', 'I got help'].entries()) {
      const person = await journey.visitor();
      await person.goto(links[at]!);
      await person.getByRole('radio', { name: new RegExp(`^${choice}`) }).check();
      await person.getByRole('button', { name: 'Save status' }).click();
      await person.getByRole('heading', { name: `Saved: ${choice}` }).waitFor();
      await shows(referral, id, at === 0 ? 'pending' : 'got_help');
      await person.context().close();
    }
    expect(await hasStayed(referral)).toBe(true);
    expect(journey.faults()).toEqual([]);
  });
});
