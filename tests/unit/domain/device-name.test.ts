import { describe, expect, it } from 'vitest';
import { deviceName } from '../../../src/domain/device-name.ts';

const MOZILLA = 'Mozilla/5.0';

describe('S-15: where a session was begun, in words its owner knows', () => {
  it.each([
    [`${MOZILLA} (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36`, 'Chrome on Windows'],
    [`${MOZILLA} (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0`, 'Edge on Windows'],
    [
      `${MOZILLA} (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148 Safari/604.1`,
      'Safari on iPhone',
    ],
    [`${MOZILLA} (Android 14; Mobile; rv:133.0) Gecko/133.0 Firefox/133.0`, 'Firefox on Android'],
    [
      `${MOZILLA} (Linux; Android 14) AppleWebKit/537.36 SamsungBrowser/27.0 Chrome/125.0 Mobile Safari/537.36`,
      'Samsung Internet on Android',
    ],
    [`${MOZILLA} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.1 Safari/605.1.15`, 'Safari on Mac'],
    [`${MOZILLA} (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0`, 'Firefox on Linux'],
    ['curl/8.0', 'Unknown browser'],
    [undefined, 'Unknown browser'],
  ])('%s', (userAgent, words) => {
    expect(deviceName(userAgent)).toBe(words);
  });

  it('keeps nothing of what a browser says of itself', () => {
    expect(deviceName(`${MOZILLA} (Windows; <script>) Chrome/<b>1</b>`)).toBe('Chrome on Windows');
  });
});
