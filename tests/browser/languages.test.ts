import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { newPage, openBrowser } from '../support/browser.ts';
import { createCast, type Cast } from '../support/cast.ts';

let app: TestApp;
let cast: Cast;
let browser: Browser;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
  browser = await openBrowser();
});

describe('somebody who sees a form in another language', () => {
  it('has what was typed there, before it is sent and after it came back; no password, no tick (U-31, R23)', async () => {
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
});
