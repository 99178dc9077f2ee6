import { expect, test } from 'vitest';
import { differences, type PersonalInformation } from '../../../src/domain/personal-information.ts';

const ana: PersonalInformation = {
  firstName: 'Ana',
  lastName: 'Ruiz',
  email: null,
  phone: '+16505550173',
  zip: '94063',
  language: 'es',
  contactPreference: 'phone',
};

test('R5: two people who wrote different things are asked about those, in the order of the page', () => {
  expect(differences(ana, { ...ana, zip: null, firstName: 'Anna' })).toEqual(['firstName', 'zip']);
  expect(differences(ana, { ...ana, phone: '+16505550174' })).toEqual(['phone']);
});

test('R5: one number, written in two ways, is no difference; nor is nothing, written in two ways', () => {
  expect(differences(ana, { ...ana, phone: '(650) 555-0173' })).toEqual([]);
  expect(differences({ ...ana, phone: null }, { ...ana, phone: '' })).toEqual([]);
});
