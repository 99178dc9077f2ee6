import { describe, expect, test } from 'vitest';
import { phoneHref, phoneText, reachOf } from '../../../src/components/contact.ts';

const person = { email: 'ana@seekers.test', phone: '+16505550142' };

describe('R20: how to reach a person, the best way first', () => {
  const cases: [string, string[]][] = [
    ['text', ['Text (650)\u00a0555\u20110142 best', 'ana@seekers.test']],
    ['phone', ['Call (650)\u00a0555\u20110142 best', 'ana@seekers.test']],
    ['email', ['ana@seekers.test best', 'Call (650)\u00a0555\u20110142']],
  ];
  for (const [preference, lines] of cases) {
    test(preference, () => {
      const { ways } = reachOf({ ...person, preference }, true);
      expect(ways.map(({ verb, value, best }) => [verb, value, best && 'best'].filter(Boolean).join(' '))).toEqual(lines);
    });
  }

  test('the only way there is is the best', () => {
    expect(reachOf({ email: person.email, phone: null, preference: 'text' }, true).ways).toMatchObject([{ icon: 'mail', best: true }]);
    expect(reachOf({ email: null, phone: null, preference: 'email' }, true).ways).toEqual([]);
  });

  test('R14: where it may not be seen, nothing of it is in the model', () => {
    expect(reachOf({ ...person, preference: 'dont_reach_out' }, false)).toEqual({ hidden: true, ways: [] });
  });
});

describe('telephone numbers', () => {
  test('are shown unbroken; another shape stays as it was written', () => {
    for (const written of ['6505550142', '+1 650 555 0142', '(650) 555-0142', '1-650-555-0142', '650.555.0142']) {
      expect(phoneText(written)).toBe('(650)\u00a0555\u20110142');
    }
    for (const written of ['+44 20 7946 0958', '211', 'ask for Maria']) expect(phoneText(written)).toBe(written);
  });

  test('are dialled by their digits', () => {
    expect(phoneHref('(650) 555-0142')).toBe('tel:6505550142');
    expect(phoneHref('+1 650 555 0142', true)).toBe('sms:+16505550142');
  });
});
