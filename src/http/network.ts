import { isIPv6 } from 'node:net';

/** Who counts as one when tries are limited: an IPv4 address, or the /56 an IPv6 customer is given (S-06). */
export function networkOf(ip: string | undefined): string {
  const address = (ip ?? 'unknown').replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  return isIPv6(address) ? `${firstBytes(address, 7)}/56` : address;
}

function firstBytes(address: string, count: number): string {
  const [before = '', after = ''] = address.split('::');
  const head = before.split(':').filter(Boolean);
  const tail = after.split(':').filter(Boolean);
  const gap = address.includes('::') ? Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0') : [];
  const hex = [...head, ...gap, ...tail].map((group) => group.toLowerCase().padStart(4, '0')).join('');
  return hex.slice(0, count * 2);
}
