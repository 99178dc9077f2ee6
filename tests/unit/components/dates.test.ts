import { expect, test } from 'vitest';
import { momentIn, shortDate } from '../../../src/components/dates.ts';
import { elapsedWords } from '../../../src/components/elapsed.ts';
import { speakingIn } from '../../../src/i18n/speaking.ts';

const AT = new Date('2026-12-03T17:20:00Z');
const LATER = new Date('2026-12-05T19:20:00Z');

test.each([
  ['en', '3 Dec 2026', '9:20 am', '3 Dec', '2 days'],
  ['es', '3 dic 2026', '9:20 a. m.', '3 dic', '2 días'],
  ['ar', '3 ديسمبر 2026', '9:20 ص', '3 ديسمبر', 'يومين'],
] as const)('a moment is spelled in %s, in the time zone of the place, and never broken across lines (U-34)', (language, ...words) => {
  const spelled = speakingIn(language, () => {
    const moment = momentIn('America/Los_Angeles', AT);
    return [moment.date, moment.time, shortDate(moment, LATER), elapsedWords(AT, LATER)];
  });
  expect(spelled.slice(0, 3).join('')).not.toContain(' ');
  expect(spelled.map((one) => one.replaceAll('\u00a0', ' '))).toEqual(words);
});
