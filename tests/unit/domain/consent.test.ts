import { describe, expect, it } from 'vitest';
import { consentForSeeker, consentForSelf } from '../../../src/domain/consent.ts';

describe('consent (R23)', () => {
  it('names who shares, with whom, what, and how it is taken back, in the words of the person who agrees', () => {
    const { text, language, version } = consentForSeeker('Riverside Clinic', 'Fair Oaks Center Rent Help');
    expect(text).toContain(
      'I agree that Riverside Clinic shares my name, contact details, ZIP code, language and this comment with Fair Oaks',
    );
    expect(text).toContain('the way I chose');
    expect(text).toContain('I can take this back at any time');
    expect({ language, version }).toEqual({ language: 'en', version: '2026-11-spoken' });
  });

  it('is another text, under another version, for somebody who refers themselves', () => {
    const self = consentForSelf('Fair Oaks Center Rent Help');
    expect(self.text).toMatch(/^I agree that Fair Oaks Center Rent Help gets my name/);
    expect(self.version).toBe('2026-11-self');
    expect(self.version).not.toBe(consentForSeeker('Riverside Clinic', 'Fair Oaks Center Rent Help').version);
  });

  it.each(['es', 'ar'] as const)('is there in %s under versions of its own, with the same parties', (language) => {
    const spoken = consentForSeeker('Riverside Clinic', 'Fair Oaks', language);
    expect(spoken).toMatchObject({ language, version: `2026-11-spoken-${language}` });
    expect(spoken.text).toContain('Riverside Clinic');
    expect(spoken.text).toContain('Fair Oaks');
    expect(consentForSelf('Fair Oaks', language)).toMatchObject({ language, version: `2026-11-self-${language}` });
  });

  it('says the same for the same parties each time, so that the text stored is the text shown', () => {
    expect(consentForSeeker('A', 'B')).toEqual(consentForSeeker('A', 'B'));
    expect(consentForSelf('B')).toEqual(consentForSelf('B'));
  });

  it('keeps to short sentences that people can follow while it is read out', () => {
    const sentences = consentForSeeker('Riverside Clinic', 'Fair Oaks').text.split('. ');
    expect(Math.max(...sentences.map((sentence) => sentence.split(' ').length))).toBeLessThanOrEqual(28);
  });
});
