import { describe, expect, test } from 'vitest';
import { STATUS_WORDS } from '../../../src/domain/referral-status.ts';
import { directionOf, LANGUAGES } from '../../../src/i18n/languages.ts';
import { composeMail, type MailFacts } from '../../../src/mail/messages/compose.ts';
import { MAIL_KINDS } from '../../../src/mail/messages/mail-kinds.ts';
import { mailLanguage, type MailLanguage } from '../../../src/mail/messages/mail-model.ts';
import { renderMail } from '../../../src/mail/messages/render-mail.ts';
import { LINK, MAIL_SAMPLES, PROGRAM } from './mail-samples.ts';

/** In every language a mail is there in: what a Seeker can get in Arabic, too (ADR 0139). */
const CASES = Object.entries(MAIL_SAMPLES).flatMap(([name, { message }]) =>
  LANGUAGES.filter((language) => language in message).map((language) => ({ name, language })),
);

function factsOf(name: string, language: MailLanguage): MailFacts {
  return { ...MAIL_SAMPLES[name]!, language };
}

const FRAME = { settingsUrl: 'https://throughline.example.org/settings/account/notifications', helpPhone: '(650) 555-0100' };

async function print(name: string, language: MailLanguage): Promise<{ subject: string; html: string; text: string }> {
  const model = composeMail(factsOf(name, language), FRAME);
  return { subject: model.subject, ...(await renderMail(model)) };
}

const OTHER_WORDS: Record<MailLanguage, RegExp> = {
  en: /(?<!\p{L})(el|la|los|las|un|una|de|que|para|usted|su|si|correo|remisión|cuenta|no hace)(?!\p{L})/iu,
  es: /(?<!\p{L})(the|of|to|for|you|your|and|if|this|is|email|referral|account|call)(?!\p{L})/iu,
  // Arabic has no letter of ours but in the names it was given.
  ar: /\p{Script=Latin}/u,
};

describe.each(CASES)('the mail $name in $language', ({ name, language }) => {
  test('says in text what it says in HTML (U-35)', async () => {
    const { html, text } = await print(name, language);
    expect(
      wordsOf(unescaped(html.replace(/<head>[\s\S]*<\/head>|<div style="display: none[\s\S]*?<\/div>/g, '').replace(/<[^>]*>/g, ' '))),
    ).toEqual(expect.arrayContaining(wordsOf(text)));
    await expect(text).toMatchFileSnapshot(`snapshots/${name}.${language}.txt`);
  });

  test('leads to one address, by a button and in words, else only to what a digest lists and the settings that stop it (U-35)', async () => {
    const { html, text } = await print(name, language);
    const targets = [...html.matchAll(/(?:href|src|action|url)\s*[=(]\s*"?([^")>\s]*)/g)].map(([, target]) => target);
    const { stop, news = [] } = MAIL_SAMPLES[name]!;
    const expected = new Set([LINK, ...news.map(({ url }) => url), ...(stop === 'settings' ? [FRAME.settingsUrl] : [])]);
    expect(new Set(targets)).toEqual(expected);
    expect(new Set(text.match(/https?:\S+/g))).toEqual(expected);
    expect(html).not.toMatch(/<(img|script|link|form|iframe|object)\b/i);
  });

  test('is at most 50 KB, declares its language and carries the other in one line (U-31, U-35)', async () => {
    const { html } = await print(name, language);
    expect(Buffer.byteLength(html)).toBeLessThan(50_000);
    expect(html).toContain(`<html lang="${language}" dir="${directionOf(language)}">`);
    expect(html.match(new RegExp(`<p [^>]*lang="${language === 'en' ? 'es' : 'en'}" dir="ltr"`, 'g'))).toHaveLength(1);
    expect(html.match(/ lang="/g)).toHaveLength(3);
  });

  test('has a subject that names no Program, no status and no person (P-09, S-70)', async () => {
    const { subject } = await print(name, language);
    expect(subject).toMatch(/^[\p{L} ]{5,60}$/u);
    expect(subject).not.toContain('Rent');
  });

  test('has no word of the other language but in that line (U-31)', async () => {
    const { text } = await print(name, language);
    const line = composeMail(factsOf(name, language), FRAME).otherLanguage;
    const own = text.replace(`${line.words} ${line.linkWords}`, '').replaceAll(/https?:\S+/g, '');
    expect(language === 'ar' ? own.replaceAll(PROGRAM, '') : own).not.toMatch(OTHER_WORDS[language]);
  });

  test('says no status but the waiting one (R28)', async () => {
    const { html, text } = await print(name, language);
    const statuses = Object.values(STATUS_WORDS).flatMap(({ label }) => (label === 'Not updated' ? [] : [label]));
    for (const status of statuses) for (const part of [html, text]) expect(part).not.toContain(status);
  });
});

test('a Program’s name is text in both versions, whatever is in it (S-70)', async () => {
  const { html, text } = await print('received', 'en');
  expect(html).toContain('Rent &amp; &lt;Home&gt; Help');
  expect(html).not.toContain('<Home>');
  expect(text).toContain('There is a new referral for Rent & <Home> Help.');
});

test('every kind of mail has a sample here', () => {
  expect(new Set(Object.values(MAIL_SAMPLES).map(({ kind }) => kind))).toEqual(new Set(Object.keys(MAIL_KINDS)));
});

test('a digest of more than a mail can show says how many more there are', async () => {
  const news = Array.from({ length: 55 }, (_, n) => ({ program: `Program ${String(n)} `.repeat(8), at: new Date(), url: LINK }));
  const model = composeMail({ ...factsOf('digest', 'es'), news }, FRAME);
  expect(model.news).toHaveLength(40);
  expect(model.moreNews).toBe('Y 15 más.');
  expect(Buffer.byteLength((await renderMail(model)).html)).toBeLessThan(50_000);
});

test('the last step done is the one underlined thick', async () => {
  const { html } = await print('received', 'en');
  expect(html.match(/border-bottom: 4px/g)).toHaveLength(2);
  expect(composeMail(factsOf('received', 'en'), FRAME).loop).toEqual([
    { name: '1. Sent', when: '3\u00a0Dec\u00a02026, 9:58\u00a0am', done: true, here: false },
    { name: '2. Seen', when: '3\u00a0Dec\u00a02026, 12:20\u00a0pm', done: true, here: true },
    { name: '3. Acted on', when: 'not yet', done: false, here: false },
    { name: '4. Outcome', when: 'not yet', done: false, here: false },
  ]);
});

test.each([
  ['es', 'es'],
  ['es-MX', 'es'],
  ['ar', 'ar'],
  ['ar-EG', 'ar'],
  ['arz', 'en'],
  ['en', 'en'],
  ['vi', 'en'],
  ['est', 'en'],
  ['', 'en'],
])('who speaks %j reads mail in %s', (tag, language) => {
  expect(mailLanguage(tag)).toBe(language);
});

function unescaped(html: string): string {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#34;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}

function wordsOf(text: string): string[] {
  return [...new Set(text.split(/[\s:]+/).map((word) => word.replace(/[.,]$/, '')))].filter(
    (word) => /\p{L}/u.test(word) && !word.startsWith('//'),
  );
}
