import { describe, expect, test } from 'vitest';
import { composeMail } from '../../../src/mail/messages/compose.ts';
import { renderMail } from '../../../src/mail/messages/render-mail.ts';
import { hardest, officialWords, proseOf, readabilityOf, sentencesOf, type MeasuredLanguage } from '../../support/readability.ts';
import { MAIL_SAMPLES, PROGRAM } from './mail-samples.ts';

const FRAME = { settingsUrl: 'https://throughline.example.org/settings/account/notifications', helpPhone: '(650) 555-0100' };
/** What reaches a Seeker; the other mails are for staff, or for anybody with an account. */
const SEEKERS = Object.keys(MAIL_SAMPLES).filter((name) => /made|logged|seeker|sign_in_link|confirm|exists/.test(name));
const STAFFS = Object.keys(MAIL_SAMPLES).filter((name) => !SEEKERS.includes(name));

async function sentences(name: string, language: MeasuredLanguage): Promise<string[]> {
  const { html } = await renderMail(composeMail({ ...MAIL_SAMPLES[name]!, language }, FRAME));
  return sentencesOf(html.replace(/<div style="display: none[\s\S]*?<\/div>/, ''), [
    PROGRAM.replace('&', '&amp;'),
    PROGRAM,
    'Rent &  Home  Help',
    'Food Pantry',
  ]);
}

const cases = (names: string[]): [string, MeasuredLanguage][] => names.flatMap((name) => [[name, 'en'] as const, [name, 'es'] as const]);

describe('mail to Seekers is easy to read (U-30)', () => {
  test('there is some', () => expect(SEEKERS.length).toBeGreaterThanOrEqual(6));

  test.each(cases(SEEKERS))('%s in %s', async (name, language) => {
    const read = await sentences(name, language);
    const { grade, ease, mean, longest } = readabilityOf(proseOf(read), language);
    const why = hardest(read, language).join('\n');
    if (language === 'en') expect(grade, why).toBeLessThanOrEqual(6);
    else expect(ease, why).toBeGreaterThanOrEqual(70);
    expect(mean, why).toBeLessThanOrEqual(15);
    expect(longest, why).toBeLessThanOrEqual(25);
    expect(officialWords(read, language)).toEqual([]);
  });
});

describe('mail to staff is plain (U-30)', () => {
  test.each(cases(STAFFS))('%s in %s', async (name, language) => {
    const read = await sentences(name, language);
    const { grade, mean } = readabilityOf(proseOf(read), language);
    if (language === 'en') expect(grade, hardest(read, language).join('\n')).toBeLessThanOrEqual(9);
    expect(mean).toBeLessThanOrEqual(15);
    expect(officialWords(read, language)).toEqual([]);
  });
});
