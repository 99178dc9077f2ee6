import { describe, expect, it } from 'vitest';
import { CONTACT_PREFERENCES, PREFERENCE_LABELS, stricterPreference } from '../../../src/domain/contact-preference.ts';
import { isEmailAddress } from '../../../src/domain/email-address.ts';
import { isSpokenLanguage, SPOKEN_LANGUAGES, spokenLanguageName } from '../../../src/domain/spoken-language.ts';

describe('an email address (S-70)', () => {
  it.each([
    'ana@example.org',
    'ana.ruiz+help@mail.example.org',
    'a@b.co',
    "o'neil@example.org",
    'x@xn--bcher-kva.example',
    'x@example.xn--p1ai',
  ])('may be %s', (address) => expect(isEmailAddress(address)).toBe(true));

  it.each([
    '',
    'ana',
    '@example.org',
    'ana@',
    'ana@example',
    'ana@@example.org',
    'ana@example.org, b@example.org',
    'ana@example.org;b@example.org',
    'ana <ana@example.org>',
    '"b@y.org Bcc: evil"@z.org',
    'ana@example.org\r\nBcc: b@example.org',
    'ana @example.org',
    'ana@exa mple.org',
    'ana(x)@example.org',
    'ana@bücher.example',
    'añа@example.org',
    '.ana@example.org',
    'ana.@example.org',
    'ana..ruiz@example.org',
    'ana@-example.org',
    'ana@example-.org',
    'ana@.example.org',
    'ana@example.org.',
    'ana@[127.0.0.1]',
    'ana@127.0.0.1',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b'.repeat(250)}.org`,
    '<script>@example.org',
  ])('is never %j', (address) => {
    expect(isEmailAddress(address)).toBe(false);
  });
});

describe('how somebody wants to be reached (R14, R23)', () => {
  it('is one of four, each with its words', () => {
    expect([...CONTACT_PREFERENCES].sort()).toEqual(['dont_reach_out', 'email', 'phone', 'text']);
    expect(PREFERENCE_LABELS.dont_reach_out).toBe('Don’t reach out');
  });

  it('counts as "Don’t reach out" wherever that was said', () => {
    expect(stricterPreference('email', 'dont_reach_out')).toBe('dont_reach_out');
    expect(stricterPreference('dont_reach_out', 'email')).toBe('dont_reach_out');
    expect(stricterPreference('text', 'email')).toBe('text');
  });
});

describe('the languages offered', () => {
  it('have one code each and are told from anything else', () => {
    expect(new Set(SPOKEN_LANGUAGES.map(({ code }) => code)).size).toBe(SPOKEN_LANGUAGES.length);
    expect(isSpokenLanguage('es')).toBe(true);
    expect(isSpokenLanguage('Spanish')).toBe(false);
    expect(isSpokenLanguage('__proto__')).toBe(false);
  });

  it('are named in English for helpers, and by their code when they are not in the list', () => {
    expect(spokenLanguageName('es')).toBe('Spanish');
    expect(spokenLanguageName('tlh')).toBe('tlh');
  });
});
