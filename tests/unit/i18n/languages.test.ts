import { describe, expect, test } from 'vitest';
import { preferred } from '../../../src/i18n/languages.ts';
import { goOnIn, languageNow, speakingIn } from '../../../src/i18n/speaking.ts';
import { t } from '../../../src/i18n/translate.ts';

describe('the language of a browser (U-33, T12)', () => {
  test.each([
    ['es-MX,es;q=0.9,en;q=0.8', 'es'],
    ['en-US,en;q=0.9', 'en'],
    ['fr-CH, fr;q=0.9, es;q=0.5, en;q=0.7', 'en'],
    ['ar-EG', 'ar'],
    ['es;q=0, en', 'en'],
    ['de', null],
    ['', null],
    [undefined, null],
    [';;;q=,=', null],
  ])('%s is %s', (header, language) => {
    expect(preferred(header)).toBe(language);
  });
});

describe('an answer speaks one language', () => {
  test('also after waiting, and beside another answer in another language', async () => {
    const later = (): Promise<string> => new Promise((resolve) => setImmediate(() => resolve(languageNow())));
    expect(await Promise.all([speakingIn('es', later), speakingIn('ar', later), later()])).toEqual(['es', 'ar', 'en']);
  });

  test('from where it was learned whose it is', async () => {
    const said = await speakingIn('en', async () => {
      await Promise.resolve();
      goOnIn('es');
      return languageNow();
    });
    expect([said, languageNow()]).toEqual(['es', 'en']);
  });
});

describe('words', () => {
  test('are their own key, with values in their places and points and colons left alone', () => {
    expect(t('Sent to {{name}}: done. Next?', { name: 'A <b> {{x}}' })).toBe('Sent to A <b> {{x}}: done. Next?');
  });

  test('count in their language', () => {
    expect([t('{{count, number}} referrals', { count: 1 }), t('{{count, number}} referrals', { count: 1_200 })]).toEqual([
      '1 referral',
      '1,200 referrals',
    ]);
    expect(speakingIn('es', () => [1, 12_000].map((count) => t('{{count, number}} referrals', { count })))).toEqual([
      '1 remisión',
      '12,000 remisiones',
    ]);
  });
});
