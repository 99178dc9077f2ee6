import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { openBrowser } from '../support/browser.ts';
import { createCast, makeReferral, PASSWORD, type Cast } from '../support/cast.ts';
import { sent, WELL } from '../support/connect-form.ts';
import { BOTH_WAYS } from '../support/journey.ts';

const NARROW_AND_WIDE = [320, 1280].map((width, at) => ({ width, ...BOTH_WAYS[at]! }));

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

async function signedIn(email: string, javaScriptEnabled = true): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: app.url, javaScriptEnabled })).newPage();
  await page.goto('/login');
  await page.getByLabel('Email address').fill(email);
  await page.locator('input[type=password]').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname !== '/login');
  return page;
}

async function openLive(email: string, path: string): Promise<Page> {
  const page = await signedIn(email);
  await page.goto(path);
  await page.locator('[data-live-state]', { hasText: 'Live' }).waitFor();
  return page;
}

it('follows on an open profile and an open list what the Program and a colleague do (R1, R3)', async () => {
  const { seekerId } = await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id });
  const profile = await openLive(cast.navigator.email, `/people/${seekerId}`);
  const list = await openLive(cast.colleague.email, '/people');
  const program = await openLive(cast.claimer.email, `/people/${seekerId}`);

  await program.locator('details.sc > summary').click();
  await program.locator('input[value=got_help]').check();
  await program.getByRole('button', { name: 'Save status' }).click();
  await profile.locator('#out [data-status=got_help]').waitFor();
  await profile.getByText('1 referral: 1 loop closed, 0 open').waitFor();
  await list.locator(`#person-${seekerId}`, { hasText: '1 loop closed' }).waitFor();

  const next = await sent(await app.signIn(cast.colleague.email), cast.otherProgram.id, { ...WELL, seekerId });
  await profile.getByRole('button', { name: 'Show 1 new referral' }).click();
  expect(await profile.locator('#out > li').first().getAttribute('data-referral')).toBe(next.referralId);
  await profile.getByText('2 referrals: 1 loop closed, 1 open').waitFor();
  await program.getByRole('button', { name: 'Show 1 new referral' }).click();
  expect(await program.locator('#in > li').count()).toBe(2);
});

it.each(BOTH_WAYS)('refers somebody, changes a status and searches, with JavaScript: $javaScript (U-20)', async ({ javaScript }) => {
  const page = await signedIn(cast.navigator.email, javaScript);
  const name = javaScript ? 'Zoila' : 'Zulema';
  await page.goto(`/programs/${cast.program.id}/connect`);
  await page.getByLabel('First name').fill(name);
  await page.getByRole('button', { name: 'Send referral' }).click();
  await page.getByRole('link', { name: 'Choose how to reach them' }).waitFor();
  expect(await page.getByLabel('First name').inputValue()).toBe(name);
  await page.getByRole('radio', { name: 'Don’t reach out' }).check();
  await page.getByRole('checkbox', { name: 'They heard this text and agreed' }).check();
  await page.getByRole('button', { name: 'Send referral' }).click();
  await page.getByText('Sent to Fair Oaks Rent & Home Help.').waitFor();

  await page.locator('details.sc > summary').click();
  await page.getByRole('radio', { name: 'Pending' }).check();
  await page.getByRole('button', { name: 'Save status' }).click();
  await page.locator('#out [data-status=pending]').waitFor();

  await page.goto('/people');
  await page.getByLabel('Name, phone or email').fill(name.toLowerCase());
  await page.getByRole('button', { name: 'Apply filters' }).click();
  await page.getByText('1 person, 1 filter').waitFor();
  await page.getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
});

it.each([320, 1280])('offers a person who is new to an open list, at %i px (R1, U-21)', async (width) => {
  await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id });
  const list = await openLive(cast.navigator.email, '/people');
  await list.setViewportSize({ width, height: 800 });
  const before = await list.locator('#people tr[data-person]').count();
  await list.locator('#people tr[data-person] a').first().focus();
  const { seekerId } = await sent(await app.signIn(cast.colleague.email), cast.program.id, { ...WELL, firstName: `New${String(width)}` });
  await list.getByRole('button', { name: 'Show 1 new person' }).click();
  await list.locator(`#person-${seekerId}`, { hasText: '1 In progress' }).waitFor();
  expect(await list.locator('#people tr[data-person]').count()).toBe(before + 1);
  expect(await list.locator('#people tr[data-person]').first().getAttribute('data-person')).toBe(seekerId);
});

it('keeps a row that somebody archived meanwhile, marked, until the list is opened again (U-21)', async () => {
  const { seekerId } = await makeReferral(app.deps.db, {
    makerId: cast.navigator.id,
    programId: cast.program.id,
    seeker: { firstName: 'Putaway' },
  });
  const list = await openLive(cast.colleague.email, '/people');
  await list.locator(`#person-${seekerId}`).waitFor();
  await (await app.signIn(cast.navigator.email)).post(`/people/${seekerId}/archive`).type('form').send({});
  await list.locator(`#person-${seekerId}`, { hasText: 'Archived' }).waitFor();
  await list.goto('/people');
  await list.locator('[data-live-state]', { hasText: 'Live' }).waitFor();
  expect(await list.locator(`#person-${seekerId}`).count()).toBe(0);
});

it.each(NARROW_AND_WIDE)(
  'changes Personal Information beside somebody else who does, archives and restores, $width px, JavaScript: $javaScript (R17)',
  async ({ width, javaScript }) => {
    const { seekerId } = await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id });
    const page = await signedIn(cast.navigator.email, javaScript);
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`/people/${seekerId}`);
    await page.getByRole('link', { name: 'Edit Personal Information' }).click();
    await page.getByLabel('Phone').and(page.locator('input[type=tel]')).fill('650 555 0123');
    const body = {
      firstName: 'Ines',
      lastName: 'Moreno',
      email: '',
      phone: '(650) 555-0199',
      zip: '94063',
      language: 'en',
      contactPreference: 'phone',
      version: 1,
    };
    await (await app.signIn(cast.colleague.email)).post(`/people/${seekerId}/edit`).type('form').send(body).expect(303);
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByText('Somebody changed this while you were writing').waitFor();
    await page.getByRole('radio', { name: '0123' }).check();
    await page.getByRole('button', { name: 'Save what I chose' }).click();
    await page.locator('#panel', { hasText: '0123' }).waitFor();
    await page.getByRole('button', { name: 'Archive' }).click();
    await page.getByRole('button', { name: 'Restore' }).click();
    await page.getByRole('button', { name: 'Archive' }).waitFor();
  },
);

it.each(NARROW_AND_WIDE)(
  'finds somebody connected before, and is asked about a likely duplicate, $width px, JavaScript: $javaScript (R23)',
  async ({ width, javaScript }) => {
    const seeker = {
      firstName: 'Remedios',
      lastName: `Varo${String.fromCharCode(96 + width / 320)}`,
      phone: `+1650555${String(width).padStart(4, '0')}`,
    };
    const { seekerId } = await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.otherProgram.id, seeker });
    const page = await signedIn(cast.navigator.email, javaScript);
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`/programs/${cast.program.id}/connect`);
    await page.getByLabel('Comment').fill('Needs mornings.');
    await page.getByLabel('Someone you’ve connected before').fill(`Remedois ${seeker.lastName}`);
    await page.getByRole('button', { name: 'Find' }).click();
    expect(await page.getByLabel('Comment').inputValue()).toBe('Needs mornings.');
    await page.getByRole('button', { name: `Remedios ${seeker.lastName}` }).click();
    expect(await page.getByLabel('Comment').inputValue()).toBe('Needs mornings.');
    expect(await page.getByLabel('First name').inputValue()).toBe('Remedios');
    await page.goto(`/programs/${cast.program.id}/connect`);
    await page.getByLabel('First name').fill('Remedios');
    await page.getByLabel('Last name').fill(`${seeker.lastName}s`);
    await page.locator('input[type=tel]').fill(seeker.phone.slice(2));
    await page.getByLabel('Comment').fill('Needs mornings.');
    await page.getByRole('radio', { name: 'Phone' }).check();
    await page.getByRole('checkbox', { name: 'They heard this text and agreed' }).check();
    // Enter sends, though Find and what it found are the first buttons.
    if (javaScript) await page.getByLabel('Last name').press('Enter');
    else await page.getByRole('button', { name: 'Send referral' }).click();
    await page.getByRole('heading', { name: /You may have connected .* before/ }).waitFor();
    await page.getByRole('button', { name: `Use the profile of Remedios ${seeker.lastName}` }).click();
    expect(await page.locator('textarea[name=comment]').inputValue()).toBe('Needs mornings.');
    await page.getByRole('checkbox', { name: `Remedios ${seeker.lastName} heard this text and agreed` }).check();
    await page.getByRole('button', { name: 'Send referral' }).click();
    await page.waitForURL(`**/people/${seekerId}?sent=*`);
  },
);
