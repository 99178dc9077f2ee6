import { expect, it } from 'vitest';
import { networkOf } from '../../../src/http/network.ts';

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1234:56ff:1:2:3:4', '20010db8123456/56'],
  ['2001:db8:1234:5600::9', '20010db8123456/56'],
  ['2001:db8::1', '20010db8000000/56'],
  ['::1', '00000000000000/56'],
  ['fe80::1%eth0', 'fe800000000000/56'],
  [undefined, 'unknown'],
])('tries from %s count for %s (S-06)', (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});

it('keeps two customers of one provider apart', () => {
  expect(networkOf('2001:db8:1234:5601::1')).toBe(networkOf('2001:db8:1234:56fe::1'));
  expect(networkOf('2001:db8:1234:5701::1')).not.toBe(networkOf('2001:db8:1234:5601::1'));
});
