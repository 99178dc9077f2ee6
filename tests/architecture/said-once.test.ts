import { describe, expect, it } from 'vitest';
import { filesBelow } from './sources.ts';

const sources = filesBelow('src', '.ts');
const saying = (words: RegExp): string[] => sources.filter((file) => words.test(file.text)).map((file) => file.path);

describe('what a mistake in one copy would make unsafe is said in one place', () => {
  it('the __Host- name of a cookie that proves something (S-10)', () => {
    expect(saying(/['"`]__Host-/)).toEqual(['src/http/host-cookie.ts']);
  });

  it('the making of 256 random bits: tokens (S-30), and the secret that a development machine keeps in a file', () => {
    expect(saying(/randomBytes\(32\)/).toSorted()).toEqual(['src/http/session-secret.ts', 'src/secret-token.ts']);
  });

  it('the version a form was filled in from, which no coercion may make of a list or of `true` (S-51)', () => {
    const forms = saying(/\bversion: z\b|const \w*[vV]ersion = z\b/).filter((path) => !path.startsWith('src/live/'));
    expect(forms).toEqual(['src/http/form-version.ts']);
  });

  it('a form that is nothing but a button', () => {
    expect(saying(/strictObject\(\{ _idem: formKey \}\)/)).toEqual(['src/http/press-form.ts']);
  });
});
