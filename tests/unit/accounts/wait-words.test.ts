import { expect, test } from 'vitest';
import { waitWords } from '../../../src/accounts/sign-in.pages.ts';
import { speakingIn } from '../../../src/i18n/speaking.ts';

test.each([
  ['en', 60, '1 minute,'],
  ['en', 61, '2 minutes,'],
  ['es', 30, '1 minuto y'],
  ['es', 700, '12 minutos y'],
  ['ar', 60, 'انتظر دقيقة ثم'],
  ['ar', 120, 'انتظر دقيقتين ثم'],
  ['ar', 300, 'انتظر 5 دقائق ثم'],
  ['ar', 720, 'انتظر 12 دقيقة ثم'],
] as const)('whoever tried too often is told in %s how long %i seconds are: "%s"', (language, seconds, words) => {
  expect(
    speakingIn(language, () => waitWords(seconds))
      .replaceAll(/[\u2068\u2069]/g, '')
      .replaceAll(/ {2}/g, ' '),
  ).toContain(words);
});
