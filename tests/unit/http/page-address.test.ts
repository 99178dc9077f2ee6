import { expect, test } from 'vitest';
import { pageAddress } from '../../../src/http/page-address.ts';

test.each([
  ['/referrals/0197/status', '/referrals/0197'],
  ['/referrals/0197/notes/0198/delete', '/referrals/0197'],
  ['/programs/0197/connect/before?seekerId=0198', '/programs/0197/connect?seekerId=0198'],
  ['/settings/account/language', '/settings/account'],
  ['/login', '/login'],
  ['/logout', '/'],
])('the form sent to %s is on the page %s', (action, page) => {
  expect(pageAddress(action)).toBe(page);
});

test.each([
  [{ seekerId: '0198', consent: 'yes' }, '/programs/0197/connect?seekerId=0198'],
  [{ seekerId: '', forwardedFrom: '0199' }, '/programs/0197/connect?forwardedFrom=0199'],
  [{ seekerId: ['0198'], forwardedFrom: '//elsewhere.test' }, '/programs/0197/connect'],
  [undefined, '/programs/0197/connect'],
])('the Connect form that says %o is about whom it says (R21)', (body, page) => {
  expect(pageAddress('/programs/0197/connect', body)).toBe(page);
});
