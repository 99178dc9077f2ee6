import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { newPage, openBrowser, signInPage } from '../support/browser.ts';
import { makeReferral, makeSeeker, type MadeReferral } from '../support/cast-referral.ts';
import { createCast, type Cast, type Role } from '../support/cast.ts';

let app: TestApp;
let cast: Cast;
let browser: Browser;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
  browser = await openBrowser();
});

describe('somebody without an account, on a phone', () => {
  it.each([true, false])('finds the other languages on top of the page and in no menu, with JavaScript: %s (U-31)', async (js) => {
    const page = await newPage(browser, { js, viewport: { width: 320, height: 640 } });
    for (const path of ['/', '/programs', `/programs/${cast.program.id}`, `/programs/${cast.program.id}/connect`, '/login']) {
      await page.goto(app.url + path);
      const other = page.getByRole('button', { name: 'Español' });
      expect(await other.count()).toBe(1);
      expect((await other.boundingBox())!.y).toBeLessThan(160);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    }
    await page.getByRole('button', { name: 'Español' }).click();
    await page.getByRole('heading', { name: 'Iniciar sesión' }).waitFor();
    await page.context().close();
  });
});

describe('somebody who sees a form in another language', () => {
  it('has what was typed there, before it is sent and after it came back; no password, no consent (U-31, R23)', async () => {
    const page = await newPage(browser);
    await page.goto(`${app.url}/programs/${cast.program.id}/connect`);
    await page.getByLabel('First name').fill('Ana');
    await page.getByText('Don’t reach out').click();
    await page.getByLabel('I have read this text and agree.').check();
    await page.getByRole('button', { name: 'Español' }).first().click();
    await page.getByRole('heading', { name: 'Pedir ayuda' }).waitFor();
    expect(await page.getByLabel('Nombre', { exact: true }).inputValue()).toBe('Ana');
    expect(await page.getByRole('radio', { name: 'No comunicarse' }).isChecked()).toBe(true);
    expect(await page.locator('[name=consent]').isChecked()).toBe(false);
    await page.locator('main').getByRole('button', { name: 'Enviar la remisión' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByText('Vacía este formulario:').first().isVisible()).toBe(false);
    await page.getByRole('button', { name: 'English' }).first().click();
    await page.getByRole('heading', { name: 'for help' }).waitFor();
    expect(await page.getByLabel('First name').inputValue()).toBe('Ana');
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    await page.context().close();
  });

  it('is told without scripts that the form comes empty', async () => {
    const page = await newPage(browser, { js: false });
    await page.goto(`${app.url}/login`);
    await page.getByLabel('Email address').fill('ana@example.org');
    await page.locator('main').getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('There is a problem').waitFor();
    expect(await page.getByText('Clears this form:').first().isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Español' }).first().click();
    expect(await page.getByLabel('Correo electrónico').inputValue()).toBe('');
    await page.context().close();
  });

  it('keeps a note to the side its author keeps it to (R19)', async () => {
    const page = await signedIn('navigator');
    await page.goto(`${app.url}/referrals/${(await referral()).id}`);
    await page.getByText('Add Note').first().click();
    await page.locator('[name=body]').fill('She asked us not to tell them.');
    await page.locator('[name=ownSideOnly]').check();
    await switchTo(page, 'es');
    expect(await page.locator('[name=body]').inputValue()).toBe('She asked us not to tell them.');
    expect(await page.locator('[name=ownSideOnly]').isChecked()).toBe(true);
    await page.context().close();
  });

  it('goes on referring the same person (R21)', async () => {
    const page = await signedIn('colleague');
    const seekerId = await makeSeeker(app.deps.db, {}, cast.colleague.id);
    await page.goto(`${app.url}/programs/${cast.program.id}/connect?seekerId=${seekerId}`);
    await page.locator('[name=comment]').fill('Two months behind.');
    await page.locator('main button[type=submit]').last().click();
    await page.getByRole('alert').waitFor();
    await switchTo(page, 'es');
    expect(await page.locator('[name=seekerId]').inputValue()).toBe(seekerId);
    expect(await page.locator('[name=comment]').inputValue()).toBe('Two months behind.');
    await page.context().close();
  });

  it('has what they chose and wrote when it was changed meanwhile (R5)', async () => {
    const page = await signedIn('claimer');
    const { id } = await referral();
    await page.goto(`${app.url}/referrals/${id}`);
    await page.locator('details.sc summary').first().click();
    await page.locator('[name=status][value=no_capacity]').check();
    await page.locator('[name=reason]').fill('They told her so.');
    const navigator = await app.signIn(cast.navigator.email);
    await navigator.post(`/referrals/${id}/status`).type('form').send({ status: 'pending', version: '1' }).expect(303);
    await page.locator('details.sc button[type=submit]').click();
    await page.getByRole('alert').waitFor();
    await switchTo(page, 'es');
    expect(await page.locator('[name=reason]').inputValue()).toBe('They told her so.');
    expect(await page.locator('[name=status][value=no_capacity]').isChecked()).toBe(true);
    await page.context().close();
  });

  it('searches for what they had typed, and works on the rows they had ticked (R20, R22)', async () => {
    const page = await signedIn('coclaimer');
    await referral();
    await page.goto(`${app.url}/programs`);
    await page.locator('[name=zip]').fill('94063');
    await switchTo(page, 'es');
    expect(await page.locator('[name=zip]').inputValue()).toBe('94063');
    await page.goto(`${app.url}/inbound/${cast.program.id}`);
    await page.locator('[name=pick]').first().check();
    await switchTo(page, 'en');
    expect(await page.locator('[name=pick]').first().isChecked()).toBe(true);
    await page.getByText('1 selected').waitFor();
    await page.context().close();
  });
});

async function signedIn(role: Role): Promise<Page> {
  const page = await newPage(browser);
  await signInPage(page, app.url, cast[role].email);
  return page;
}

const referral = (): Promise<MadeReferral> => makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id });

/** By the first of the buttons: there is one in the head of the page and one in its menu. */
async function switchTo(page: Page, language: 'en' | 'es'): Promise<void> {
  await page.locator(`.langs [value=${language}]`).first().click();
  await page.locator(`html[lang=${language}]`).waitFor();
}
