import axe, { type AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { composeMail } from '../../src/mail/messages/compose.ts';
import { renderMail } from '../../src/mail/messages/render-mail.ts';
import { newPage, openBrowser } from '../support/browser.ts';
import { MAIL_SAMPLES } from '../unit/mail/mail-samples.ts';

const FRAME = { settingsUrl: 'https://throughline.example.org/settings/account/notifications', helpPhone: '(650) 555-0100' };
/** With the loop, with a list, with neither; to Seekers in Arabic, too. */
const KINDS = {
  en: ['received', 'digest', 'invitation', 'made'],
  es: ['received', 'digest', 'invitation', 'made'],
  ar: ['made', 'logged', 'withdrawn_seeker', 'confirm_email'],
};
const CASES = LANGUAGES.flatMap((language) => KINDS[language].map((kind) => ({ kind, language })));

describe('a mail (U-35, U-05)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it.each(CASES)(
    'like $kind in $language can be read on a phone and at its full width, by day and in the dark',
    async ({ kind, language }) => {
      const { html } = await renderMail(composeMail({ ...MAIL_SAMPLES[kind]!, language }, FRAME));
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await newPage(browser, { colorScheme });
        await page.setContent(html);
        for (const width of [320, 600]) {
          await page.setViewportSize({ width, height: 600 });
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
          expect(await page.locator('h1').evaluate((one) => getComputedStyle(one).textAlign)).toBe(language === 'ar' ? 'right' : 'left');
        }
        await page.evaluate(axe.source);
        const { violations, passes } = await page.evaluate<AxeResults>(
          'axe.run(document, { runOnly: ["color-contrast", "link-in-text-block"] })',
        );
        expect(violations.flatMap(({ nodes }) => nodes.map((node) => node.failureSummary))).toEqual([]);
        expect(passes.some(({ id }) => id === 'color-contrast')).toBe(true);
        const sheet = await page.locator('.sheet').evaluate((one) => getComputedStyle(one).backgroundColor);
        expect(sheet).toBe(colorScheme === 'dark' ? 'rgb(39, 36, 32)' : 'rgb(255, 254, 251)');
        await page.context().close();
      }
    },
  );
});
