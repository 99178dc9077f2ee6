import { describe, expect, test } from 'vitest';
import { composeMail } from '../../../src/mail/messages/compose.ts';
import { wordsOf } from '../../../src/mail/messages/message.ts';
import { renderMail } from '../../../src/mail/messages/render-mail.ts';
import { englishLeft } from '../../support/english-left.ts';
import { LINK, MAIL_SAMPLES, PROGRAM } from './mail-samples.ts';

const FRAME = { settingsUrl: 'https://throughline.example.org/settings/account/notifications', helpPhone: '(650) 555-0100' };
/** What a Seeker can get: about a referral made for them, and about an account of their own. */
const SEEKERS = [
  ...['made', 'logged', 'changed_seeker', 'fresh_seeker', 'withdrawn_seeker'],
  ...['confirm_email', 'account_exists', 'password_reset', 'password_changed', 'sign_in_link', 'confirm_new_email', 'email_changed'],
];
const STAFFS = Object.keys(MAIL_SAMPLES).filter((name) => !SEEKERS.includes(name));

const inArabic = (name: string) => composeMail({ ...MAIL_SAMPLES[name]!, language: 'ar' }, FRAME);

describe.each(SEEKERS)('the mail %s to a Seeker whose language is Arabic (U-31)', (name) => {
  test('has no English sentence but the one line for those who read English', async () => {
    const { html, text } = await renderMail(inArabic(name));
    const line = inArabic(name).otherLanguage;
    expect(line.language).toBe('en');
    expect(englishLeft(html.replace(/<p [^>]*lang="en"[\s\S]*?<\/p>/, ''), 'ar', [PROGRAM, LINK, 'Throughline'])).toEqual([]);
    expect(text).toContain(line.words);
  });

  test('runs from right to left where mail programs look for it: document, body and cell; addresses and English do not (U-32)', async () => {
    const { html } = await renderMail(inArabic(name));
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toMatch(/<body [^>]*dir="rtl"/);
    expect(html).toMatch(/<td class="pad" lang="ar" dir="rtl" align="right" style="[^"]*text-align: right;/);
    expect(html.match(/text-align: left/g)).toHaveLength(1);
    expect(html).toContain(`<a class="link" href="${LINK}" dir="ltr"`);
  });

  test('keeps names and telephone numbers in their own direction, in both versions', async () => {
    const { html, text } = await renderMail(inArabic(name));
    const own = [html, text].map((part) =>
      part
        .replace(/Prefer English\?.*/, '')
        .replaceAll('&amp;', '&')
        .replaceAll(/&lt;|&gt;/g, ''),
    );
    for (const part of own) {
      for (const [, before, after] of part.matchAll(/(.)(?:Rent & <?Home>? Help|\(650\)\s555.\d{4})(.)/gu))
        expect([before, after]).toEqual(['\u2068', '\u2069']);
    }
  });
});

describe.each(STAFFS)('the mail %s, which those who help get', (name) => {
  test('is English to those who read Arabic, and says so (ADR 0130)', async () => {
    const model = inArabic(name);
    expect(model).toEqual(composeMail({ ...MAIL_SAMPLES[name]!, language: 'en' }, FRAME));
    expect((await renderMail(model)).html).toContain('<html lang="en" dir="ltr">');
  });
});

test('what a message has no Arabic for is said in English, never in nothing', () => {
  const { message } = MAIL_SAMPLES['received']!;
  expect(wordsOf(message, 'ar')).toEqual({ language: 'en', words: message.en });
});

test('dates are written as Arabic pages write them', () => {
  expect(inArabic('made').loop).toEqual([
    { name: '1. أُرسلت', when: '\u20683\u00a0ديسمبر\u00a02026\u2069، \u20689:58\u00a0ص\u2069', done: true, here: false },
    { name: '2. شوهدت', when: '\u20683\u00a0ديسمبر\u00a02026\u2069، \u206812:20\u00a0م\u2069', done: true, here: true },
    { name: '3. عولجت', when: 'ليس بعد', done: false, here: false },
    { name: '4. النتيجة', when: 'ليس بعد', done: false, here: false },
  ]);
});
