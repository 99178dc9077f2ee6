import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runsScripts } from '../support/browser.ts';
import { BOTH_WAYS, inSteps, PHONE, startJourney, type AppJourney } from '../support/journey.ts';
import {
  followLink,
  hasStayed,
  openLive,
  openMail,
  sees,
  sendReferral,
  sentReferral,
  shows,
  wordsOfMail,
} from '../support/journey-steps.ts';
import { everythingIn, startSmtp, type TestSmtp } from '../support/smtp.ts';
import { waitFor } from '../support/wait-for.ts';

const ZOILA = {
  firstName: 'Zoila',
  lastName: 'Quintanilla',
  email: 'zoila.q@seekers.test',
  phone: '(650) 555-0173',
  preference: 'Email' as const,
  comment: 'Eviction hearing on Friday.',
};
/** Nothing of this may stand in a mail (R28, P-09). */
const SECRETS = /zoila(?!\.q@)|quintanilla|555-?0173|eviction|hearing/i;

/** An opened Status link: what its address and history show, and that the page follows. */
async function followsAsLink(page: Page): Promise<void> {
  expect(new URL(page.url()).pathname).toMatch(/^\/l\/[\w-]{1,30}$/);
  if (!runsScripts(page)) return;
  await page.waitForFunction('"Idiomorph" in window');
  await page.evaluate('window.stays = true');
}

async function answer(page: Page, choice: string, words: string): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(`^${choice}`) }).check();
  await page.getByRole('textbox').fill(words);
  await page.getByRole('button', { name: 'Save status' }).click();
  await page.getByRole('heading', { name: `Saved: ${choice}` }).waitFor();
}

describe.each(BOTH_WAYS)('the loop, by e-mail, with JavaScript: $javaScript (U-20)', ({ javaScript }) => {
  let journey: AppJourney;
  let id: string;
  let navigator: Page;
  let referral: Page;
  let claimer: Page;
  let other: Page;
  let seeker: Page;

  beforeAll(async () => {
    journey = await startJourney({ javaScript });
    navigator = await journey.signedIn('navigator');
    [claimer, other, seeker] = await Promise.all([journey.visitor(), journey.visitor(), journey.visitor({ viewport: PHONE })]);
  });
  afterAll(() => journey.close());
  inSteps();

  /** Reads a mail in the dev inbox, which names nobody, and follows its link as the reader does. */
  const openFromMail = async (page: Page, to: string, subject: string): Promise<void> => {
    await openMail(page, journey.url, to, subject);
    expect(await wordsOfMail(page)).not.toMatch(SECRETS);
    await journey.look(page, `mail-${to.slice(0, to.indexOf('@'))}-${subject.replaceAll(' ', '-')}`);
    await followLink(page);
  };

  it('a new referral is a mail to each Claimer and to the Seeker, naming nobody; its link opens one referral (R26, R28, S-32)', async () => {
    const { cast } = journey;
    await navigator.goto(`${journey.url}/programs/${cast.program.id}/connect`);
    await sendReferral(navigator, ZOILA);
    const sent = await sentReferral(navigator);
    id = sent.id;
    await openLive(navigator, `${journey.url}/people/${sent.seekerId}`);
    referral = await openLive(await navigator.context().newPage(), `${journey.url}/referrals/${id}`);
    await openFromMail(claimer, cast.claimer.email, 'A referral needs your answer');
    await openFromMail(other, cast.coclaimer.email, 'A referral needs your answer');
    await openFromMail(seeker, ZOILA.email, 'Your referral was sent');
    for (const page of [claimer, other, seeker]) await followsAsLink(page);
    await claimer.getByText('Zoila Q.').waitFor();
    expect(await claimer.content()).not.toMatch(/Quintanilla|555/);
    await journey.look(claimer, 'link-claimer');
    await journey.look(seeker, 'link-seeker');
  });

  it('has not been seen by anybody who only opened the link (R6, R26)', async () => {
    await referral.reload();
    await referral.getByText('Sent. Not seen yet.').waitFor();
    await openLive(referral, referral.url());
    expect(await referral.locator('[data-history] li').count()).toBe(1);
  });

  it('the Claimer’s answer by link is on the open pages of all others, the other open link included (R3, R26)', async () => {
    await answer(claimer, 'Needs client action', 'Bring the court papers.');
    await journey.look(claimer, 'link-saved');
    for (const page of [navigator, referral, other, seeker]) await shows(page, id, 'needs_client_action');
    const { name } = journey.cast.program;
    const entry = referral.locator('[data-history] li', { hasText: 'Bring the court papers.' });
    expect((await entry.innerText()).replace(/\s+/g, ' ')).toContain(`Maria G., ${name} · by email link Not updated Needs client action`);
    await seeker.getByText('They need something from you first.').waitFor();
    for (const page of [navigator, referral, other, seeker]) expect(await hasStayed(page)).toBe(true);
  });

  it('is news to the maker, whose mail leads to the page behind the sign-in, and to the Seeker (R28)', async () => {
    const { cast } = journey;
    const outside = await journey.visitor();
    await openFromMail(outside, cast.navigator.email, 'A referral was updated');
    expect(new URL(outside.url()).pathname).toBe('/login');
    await journey.look(outside, 'mail-needs-sign-in');
    await outside.getByLabel('Email address').fill(cast.navigator.email);
    await outside.getByLabel('Password', { exact: true }).fill('throughline-demo');
    await outside.getByRole('button', { name: 'Sign in' }).click();
    await outside.waitForURL(({ pathname }) => pathname === `/referrals/${id}`);
    const again = await seeker.context().newPage();
    await openFromMail(again, ZOILA.email, 'Your referral was updated');
    await again.getByText('They need something from you first.').waitFor();
    await outside.context().close();
    await again.close();
  });

  it('the Seeker’s answer by link closes the loop for all of them (R4)', async () => {
    await answer(seeker, 'I got help', 'They came with me.');
    await journey.look(seeker, 'link-seeker-saved');
    for (const page of [navigator, referral, other]) await shows(page, id, 'got_help');
    await referral.getByText('The loop is closed.').waitFor();
    await referral.locator('[data-history] li', { hasText: 'Zoila Q.' }).getByText('They came with me.').waitFor();
    for (const page of [navigator, referral, other]) expect(await hasStayed(page)).toBe(true);
    await journey.look(other, 'link-claimer-closed');
    await journey.look(referral, 'referral-closed-by-link');
  });

  it('left every console silent, every page within 320 px and spoke to nobody else (S-33, S-50, U-04)', () => {
    expect(journey.faults()).toEqual([]);
  });
});

describe.each(BOTH_WAYS)('the loop, through a mail server, with JavaScript: $javaScript (U-20)', ({ javaScript }) => {
  let smtp: TestSmtp;
  let journey: AppJourney;
  let navigator: Page;
  let id: string;

  beforeAll(async () => {
    smtp = await startSmtp();
    smtp.behave.onRecipient = (address) => (address === ZOILA.email ? { code: 550, text: 'no such mailbox' } : undefined);
    journey = await startJourney({ javaScript, env: { SMTP_URL: smtp.url, MAIL_FROM: 'Throughline <mail@riverside.test>' } });
    navigator = await journey.signedIn('navigator');
  });
  afterAll(async () => {
    await journey.close();
    await smtp.close();
  });
  inSteps();

  it('shows on the open referral what became of the mail to each party, and whom to call (R29)', async () => {
    const { cast } = journey;
    await navigator.goto(`${journey.url}/programs/${cast.program.id}/connect`);
    await sendReferral(navigator, ZOILA);
    ({ id } = await sentReferral(navigator));
    await openLive(navigator, `${journey.url}/referrals/${id}`);
    const mail = navigator.locator('#mail');
    await sees(navigator, mail.locator('div', { hasText: 'To 3 people at the Program' }).getByText(/^Sent/));
    await sees(navigator, mail.getByText(/Not delivered/));
    await mail.locator('a[href="tel:+16505550173"]', { hasText: 'Call' }).waitFor();
    const weights = await mail.locator('dd').evaluateAll((lines) => lines.map((line) => getComputedStyle(line).fontWeight));
    expect(weights).toEqual(['400', '600']);
    await journey.look(navigator, 'referral-mail-failed');
    expect((await navigator.request.get(`${journey.url}/dev/mail`)).status()).toBe(404);
  });

  it('the link a Claimer received answers, and the open page shows it (R3, R26)', async () => {
    const mine = await waitFor(() => smtp.mails.find(({ to }) => to.includes(journey.cast.claimer.email)));
    expect(everythingIn(mine)).not.toMatch(SECRETS);
    const link = /https?:\/\/\S+\/l\/\S+/.exec(mine.parsed.text ?? '')?.[0] ?? '';
    const claimer = await journey.visitor({ viewport: PHONE });
    await claimer.goto(link);
    await followsAsLink(claimer);
    await answer(claimer, 'Eligible', '');
    await shows(navigator, id, 'eligible');
    expect(await hasStayed(navigator)).toBe(true);
  });

  it('left every console silent, every page within 320 px and spoke to nobody else (S-33, S-50, U-04)', () => {
    expect(journey.faults()).toEqual([]);
  });
});
