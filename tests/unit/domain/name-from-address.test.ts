import { expect, it } from 'vitest';
import { nameFromAddress } from '../../../src/domain/name-from-address.ts';

it.each([
  ['dana.whitfield@clinic.test', undefined, 'Dana', 'Whitfield'],
  ['dana_m-whitfield+ops@clinic.test', undefined, 'Dana', 'M Whitfield Ops'],
  ['dana@clinic.test', undefined, 'Dana', ''],
  ['_@clinic.test', undefined, 'Operator', ''],
  ['dana@clinic.test', ' Thúy  Lê Văn ', 'Thúy', 'Lê Văn'],
  ['dana@clinic.test', '   ', 'Dana', ''],
])('the person of %s, given %j, goes by %s %s', (email, given, firstName, lastName) => {
  expect(nameFromAddress(email, given)).toEqual({ firstName, lastName });
});
