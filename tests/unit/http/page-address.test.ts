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
