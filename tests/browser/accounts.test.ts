import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { newPage, openBrowser, signInPage, type PageWishes } from '../support/browser.ts';
import { createCast, makeReferral, makeSeeker, PASSWORD, PASSWORD_HASH, type Cast } from '../support/cast.ts';
import { MINUTE } from '../support/movable-clock.ts';
import { waitFor } from '../support/wait-for.ts';

let app: TestApp;
let cast: Cast;
let browser: Browser;
beforeAll(async () => {
  app = await startApp({ live: true, workers: true });
  cast = await createCast(app.deps.db);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

/** A page that keeps what the browser complained about. */
async function watched(wishes: PageWishes = {}): Promise<{ page: Page; complaints: string[] }> {
  const page = await newPage(browser, wishes);
  const complaints: string[] = [];
  page.on('console', (message) => {
    // The dev inbox shows a mail in a frame apart from everything else, and says so.
    if (message.text().includes('Origin-Agent-Cluster')) return;
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('response', (answer) => {
    if (answer.status() >= 500) complaints.push(answer.url());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints };
}

const minutes = async (page: Page, count: number): Promise<void> => {
  app.clock.forward(count * MINUTE);
  await page.clock.fastForward(count * MINUTE);
};

describe('signing in with a real browser', () => {
  it.each([{ js: true }, { js: false }])('works with JavaScript: $js, and signing out (U-20)', async ({ js }) => {
    const { page, complaints } = await watched({ js });
    await signInPage(page, app.url, cast.stranger.email);
    expect(new URL(page.url()).pathname).toBe('/for-me');
    await page.goto(`${app.url}/settings/account`);
    await page.getByLabel('First name').fill('Samuel');
    await page.getByRole('button', { name: 'Save name' }).click();
    await page.getByText('Your name is changed.').waitFor();
    await page.locator('details.account > summary').click();
    await page.getByRole('button', { name: 'Sign out' }).first().click();
    await page.getByText('You are signed out.').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('shows nothing of the session by Back after signing out (S-13)', async () => {
    const { page } = await watched();
    await signInPage(page, app.url, cast.claimer.email);
    await page.goto(`${app.url}/settings/account`);
    expect(await page.content()).toContain(cast.claimer.email);
    await page.locator('details.account > summary').click();
    await page.getByRole('button', { name: 'Sign out' }).first().click();
    await page.getByText('You are signed out.').waitFor();
    await page.goBack();
    await page.waitForURL(/\/login/);
    expect(await page.content()).not.toContain(cast.claimer.email);
    await page.context().close();
  });

  it('shows and hides the password, and puts the focus on what is wrong', async () => {
    const { page } = await watched();
    await page.goto(`${app.url}/login`);
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.locator('#password').getAttribute('type')).toBe('text');
    await page.getByRole('button', { name: 'Hide' }).click();
    expect(await page.locator('#password').getAttribute('type')).toBe('password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.locator('[data-error-summary]:focus').waitFor();
    expect(await page.title()).toMatch(/^Error: /);
    await page.getByRole('link', { name: 'Enter your email address' }).click();
    expect(await page.locator('#email').evaluate((field) => field === document.activeElement)).toBe(true);
    await page.context().close();
  });

  it('sends nothing to any other host (S-33)', async () => {
    const { page } = await watched();
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    await signInPage(page, app.url, cast.navigator.email, PASSWORD);
    await page.goto(`${app.url}/settings/account`, { waitUntil: 'networkidle' });
    expect([...hosts]).toEqual([new URL(app.url).host]);
    await page.context().close();
  });
});

describe('the warning before a session ends (S-12)', () => {
  it('comes two minutes before, keeps what is half-typed, and goes when the person stays', async () => {
    const { page } = await watched();
    await page.clock.install();
    await signInPage(page, app.url, cast.navigator.email);
    await page.goto(`${app.url}/settings/account`);
    await page.getByLabel('First name').fill('Half-ty');
    await minutes(page, 20);
    expect(await page.getByText('You will be signed out').count()).toBe(0);
    await minutes(page, 8.2);
    await page.getByText('You will be signed out in 2 minutes.').waitFor();
    await page.getByRole('button', { name: 'Stay signed in' }).click();
    await page.getByText('You will be signed out').waitFor({ state: 'detached' });
    expect(await page.getByLabel('First name').inputValue()).toBe('Half-ty');
    await minutes(page, 20);
    expect((await page.request.get(`${app.url}/session`, { headers: { 'X-Live': '1' } })).ok()).toBe(true);
    expect(await page.getByLabel('First name').inputValue()).toBe('Half-ty');
    await page.context().close();
  });

  it('does not come while another tab is used', async () => {
    const { page } = await watched();
    await page.clock.install();
    await signInPage(page, app.url, cast.navigator.email);
    await minutes(page, 20);
    const other = await page.context().newPage();
    await other.goto(`${app.url}/settings/account`);
    const asked = page.waitForResponse((answer) => answer.url().endsWith('/session'));
    await minutes(page, 9);
    await asked;
    expect(await page.getByText('You will be signed out').count()).toBe(0);
    await page.context().close();
  });
});

/** The link in the newest mail to this address, read in the dev inbox as its owner would. */
async function followMail(page: Page, address: string, subject: string): Promise<void> {
  await waitFor(() => app.deps.db.devMail.findFirst({ where: { toAddress: address, subject } }));
  await page.goto(`${app.url}/dev/mail`);
  await page.getByRole('link', { name: subject }).first().click();
  const link = page.locator('a[href*="/sign-in/"], a[href*="/reset/"], a[href*="/new-address/"]').first();
  // The mail's links begin with PUBLIC_URL, and this browser came by another name of the same machine.
  await page.goto(app.url + new URL(String(await link.getAttribute('href'))).pathname);
}

const picture = async (page: Page, name: string): Promise<void> => {
  const to = process.env['JOURNEY_PICTURES'];
  if (!to) return;
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${to}/accounts-${name}-${String(width)}.png`, fullPage: true });
  }
};

describe.each([{ js: true }, { js: false }])('with JavaScript: $js, in a real browser (U-20)', ({ js }) => {
  it('somebody who forgot their password chooses a new one by the link in the dev inbox (S-07)', async () => {
    const { page, complaints } = await watched({ js });
    const password = js ? 'seven cats eat rice at noon' : 'eight dogs run home at nine';
    await page.goto(`${app.url}/login`);
    await picture(page, 'login');
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await picture(page, 'forgot');
    await page.getByLabel('Email address').fill(cast.outsider.email);
    await page.getByRole('button', { name: 'Email me a link' }).click();
    await page.getByRole('heading', { name: 'Check your email' }).waitFor();
    await picture(page, 'password-sent');
    await followMail(page, cast.outsider.email, 'Choose a new password');
    expect(new URL(page.url()).pathname).toBe('/password/reset');
    await picture(page, 'reset');
    await page.getByLabel('New password').fill(password);
    await page.getByRole('button', { name: 'Save password' }).click();
    await page.getByText('Your new password is saved.').waitFor();
    await signInPage(page, app.url, cast.outsider.email, password);
    await page.goto(`${app.url}/settings/account/password`);
    await picture(page, 'password');
    await page.getByLabel('Your present password').fill(password);
    await page.getByLabel('New password').fill('a quiet river under the snow');
    await page.getByRole('button', { name: 'Save password' }).click();
    await page.getByText('Your password is changed.').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
    await app.deps.db.devMail.deleteMany();
  });

  it('a Seeker signs up without a password, and finds their referral by the link, not before (R12)', async () => {
    const { page, complaints } = await watched({ js });
    const email = js ? 'nadia@example.org' : 'omar@example.org';
    const seekerId = await makeSeeker(app.deps.db, { email }, cast.navigator.id);
    await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id, seekerId });
    await page.goto(`${app.url}/login`);
    await page.getByRole('link', { name: 'Email me a sign-in link' }).click();
    await picture(page, 'link');
    await page.getByRole('link', { name: 'Create one' }).click();
    await picture(page, 'signup');
    await page.getByLabel('First name').fill('Nadia');
    await page.getByLabel('Last name').fill('Haddad');
    await page.getByLabel('Email address').fill(email);
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByRole('heading', { name: 'Check your email' }).waitFor();
    expect((await app.deps.db.seeker.findUniqueOrThrow({ where: { id: seekerId } })).userId).toBeNull();
    await followMail(page, email, 'Your link to sign in');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await picture(page, 'sign-in');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(/\/for-me$/);
    await page.getByText('Fair Oaks Rent & Home Help').first().waitFor();
    await page.goto(`${app.url}/settings/account`);
    await picture(page, 'seeker-account');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('signs in by a link opened on another device, saying who they are', async () => {
    const [asking, phone] = [await watched({ js }), await watched({ js, viewport: { width: 390, height: 800 } })];
    const { email } = await app.deps.db.user.create({
      data: { email: `elsewhere-${String(js)}@example.org`, firstName: 'Ana', lastName: 'Reis', emailVerifiedAt: new Date() },
    });
    await asking.page.goto(`${app.url}/login/link`);
    await asking.page.getByLabel('Email address').fill(email);
    await asking.page.getByRole('button', { name: 'Email me a sign-in link' }).click();
    await asking.page.getByRole('heading', { name: 'Check your email' }).waitFor();
    await picture(asking.page, 'link-sent');
    await followMail(phone.page, email, 'Your link to sign in');
    await phone.page.getByRole('button', { name: 'Sign in' }).click();
    await phone.page.getByRole('link', { name: 'Enter your email address' }).waitFor();
    await picture(phone.page, 'sign-in-elsewhere');
    await phone.page.getByLabel('Email address').fill(email);
    await phone.page.getByRole('button', { name: 'Sign in' }).click();
    await phone.page.waitForURL(/\/for-me$/);
    for (const { page } of [asking, phone]) await page.context().close();
  });

  it('a change of address moves the referrals, once the new address is confirmed (R12)', async () => {
    const { page, complaints } = await watched({ js });
    const next = `ana.new.${String(js)}@example.org`;
    const { id, email } = await app.deps.db.user.create({
      data: {
        email: `ana.old.${String(js)}@example.org`,
        firstName: 'Ana',
        lastName: 'Ruiz',
        passwordHash: PASSWORD_HASH,
        emailVerifiedAt: new Date(),
      },
    });
    const [old, fresh] = [
      await makeSeeker(app.deps.db, { email, userId: id }, cast.navigator.id),
      await makeSeeker(app.deps.db, { email: next }, cast.navigator.id),
    ];
    await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id, seekerId: old });
    await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.otherProgram.id, seekerId: fresh });
    await signInPage(page, app.url, email);
    await page.getByText('Fair Oaks Rent & Home Help').first().waitFor();
    await page.goto(`${app.url}/settings/account`);
    await page.getByRole('link', { name: 'Change email address' }).click();
    await picture(page, 'address');
    await page.getByLabel('New email address').fill(next);
    await page.getByLabel('Your present password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Email the new address' }).click();
    await page.getByText('We wrote to').waitFor();
    await picture(page, 'address-asked');
    await followMail(page, next, 'Confirm your new email address');
    expect(new URL(page.url()).pathname).toBe('/settings/account/email/confirm');
    await picture(page, 'address-confirm');
    await page.getByRole('button', { name: 'Confirm my new address' }).click();
    await page.getByText('Your email address is changed.').waitFor();
    await page.goto(`${app.url}/for-me`);
    await page.getByText('Peninsula Food Pantry').first().waitFor();
    expect(await page.getByText('Fair Oaks Rent & Home Help').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('a Navigator chooses one email a day, by their own clock', async () => {
    const { page, complaints } = await watched({ js });
    await signInPage(page, app.url, cast.both.email);
    await page.goto(`${app.url}/settings/account`);
    await picture(page, 'account');
    await page.getByRole('link', { name: 'Change email, language and time zone' }).click();
    await picture(page, 'mail');
    await page.getByLabel('Once a day').check();
    await page.getByLabel('Time zone', { exact: true }).selectOption('America/New_York');
    await page.getByRole('button', { name: 'Save email and time zone' }).click();
    await page.getByText('Email about referrals: once a day').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
