import type { Locator, Page } from 'playwright-core';
import { runsScripts } from './browser.ts';

/** Opens a page and, where scripts run, waits until it hears of changes. Whether it is still this very page tells `hasStayed`. */
export async function openLive(page: Page, address: string): Promise<Page> {
  await page.goto(address);
  if (!runsScripts(page)) return page;
  await saysLive(page);
  await page.evaluate('window.stays = true');
  return page;
}

export async function saysLive(page: Page): Promise<void> {
  await page.locator('[data-live-state]:visible:not(.live--off)', { hasText: 'Live' }).waitFor();
}

/** Whether what the page shows came to it without a reload (R3). Without scripts there is nothing to stay: the reader reloaded. */
export async function hasStayed(page: Page): Promise<boolean> {
  return !runsScripts(page) || (await page.evaluate('window.stays === true')) === true;
}

/** What others did meanwhile comes by itself where scripts run; the reader without them looks again. */
export async function catchUp(page: Page): Promise<void> {
  if (!runsScripts(page)) await page.reload();
}

/** Waits for what is still on its way to this page; the reader without scripts looks again until it is there. */
export async function sees(page: Page, what: Locator): Promise<void> {
  if (!runsScripts(page)) while (!(await what.first().isVisible())) await page.reload();
  await what.first().waitFor();
}

/** Takes the referrals a followed page offers; a page without scripts has them when it is looked at again. */
export async function takeNew(page: Page, offer = 'Show 1 new referral'): Promise<void> {
  if (runsScripts(page)) await page.getByRole('button', { name: offer }).click();
  else await page.reload();
}

/** What is wrong with a form stands on top; scripts put the focus there (U-13). */
export async function saysWhatIsWrong(page: Page): Promise<void> {
  await page.locator(runsScripts(page) ? '[data-error-summary]:focus' : '[data-error-summary]').waitFor();
}

/** The referral's row, or its place on its own page. */
export function rowOf(page: Page, referralId: string): Locator {
  return page.locator(`[data-referral="${referralId}"]`);
}

/** Waits until this page shows the referral with this status. */
export async function shows(page: Page, referralId: string, status: string): Promise<void> {
  const row = `[data-referral="${referralId}"]`;
  await catchUp(page);
  await sees(page, page.locator(`${row} [data-status="${status}"], ${row}[data-status="${status}"]`));
}

/** Opens the status control in this row, chooses and writes: what is left is to press the button. */
export async function chooseStatus(row: Locator, label: string, reason = ''): Promise<void> {
  await row.locator('details.sc > summary').click();
  await row.getByRole('radio', { name: new RegExp(`^${label}`) }).check();
  await row.getByLabel(/^Reason/).fill(reason);
}

/** The same, saved, and the page it leads to. */
export async function setStatus(page: Page, referralId: string, label: string, reason = ''): Promise<void> {
  const row = rowOf(page, referralId);
  await chooseStatus(row, label, reason);
  await Promise.all([page.waitForEvent('load'), row.getByRole('button', { name: 'Save status' }).click()]);
}

export interface Words {
  firstName: string;
  lastName?: string;
  email?: string;
  phone?: string;
  zip?: string;
  /** As its label says. */
  preference: 'Email' | 'Text' | 'Phone' | 'Don’t reach out';
  comment: string;
}

/** Fills in the Connect form, agrees and sends it. */
export async function sendReferral(page: Page, words: Words): Promise<void> {
  await page.getByLabel('First name').fill(words.firstName);
  await page.getByLabel(/^Last name/).fill(words.lastName ?? '');
  await page
    .getByLabel(/^Phone/)
    .first()
    .fill(words.phone ?? '');
  await page.getByLabel(/^Email address/).fill(words.email ?? '');
  await page.getByLabel(/^ZIP/).fill(words.zip ?? '');
  await page.getByRole('radio', { name: new RegExp(`^${words.preference}`) }).check();
  await page.getByLabel(/^Comment/).fill(words.comment);
  await page.getByRole('checkbox', { name: /agree/ }).check();
  await page.getByRole('button', { name: 'Send referral' }).click();
}

/** The Seeker's Profile one comes out at after sending tells which referral and whose. */
export async function sentReferral(page: Page): Promise<{ id: string; seekerId: string }> {
  await page.waitForURL(/\?sent=/);
  const { pathname, searchParams } = new URL(page.url());
  return { id: searchParams.get('sent') ?? '', seekerId: pathname.slice('/people/'.length) };
}

/** Finds somebody's newest mail with this subject in the dev inbox, looking again until it is there, and opens it. */
export async function openMail(page: Page, url: string, to: string, subject: string): Promise<void> {
  const theirs = page.getByRole('row').filter({ has: page.getByText(to, { exact: true }) });
  const mail = theirs.getByRole('link', { name: subject, exact: true }).first();
  do await page.goto(`${url}/dev/mail`);
  while ((await mail.count()) === 0);
  await mail.click();
  await page.getByRole('heading', { level: 1, name: subject }).waitFor();
  // The mail as HTML, in its frame.
  await page.frameLocator('.mail-frame').locator('a').first().waitFor();
}

/** Everything an opened mail says, and its HTML. */
export async function wordsOfMail(page: Page): Promise<string> {
  const html = await page.request.get(`${page.url()}/html`);
  return (await page.locator('main').innerText()) + (await html.text());
}

/** Follows the first link of an opened mail. */
export async function followLink(page: Page): Promise<void> {
  await page.locator('.mail-links a').first().click();
  await page.waitForURL((address) => !address.pathname.startsWith('/dev/'));
}
