/** What a browser says of itself, in the order in which the names must be looked for: most of them also claim to be another. */
const BROWSERS: readonly [RegExp, string][] = [
  [/\b(?:Edg|EdgA|EdgiOS)\//, 'Edge'],
  [/\b(?:OPR|OPT)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const DEVICES: readonly [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];

/** "Firefox on Android": enough to know one's own places by (S-15). Words of ours alone: nothing a browser says is kept. */
export function deviceName(userAgent: string | undefined): string {
  const find = (names: typeof BROWSERS): string | undefined => names.find(([sign]) => sign.test(userAgent ?? ''))?.[1];
  const [browser, device] = [find(BROWSERS), find(DEVICES)];
  if (!browser && !device) return 'Unknown browser';
  return device ? `${browser ?? 'A browser'} on ${device}` : (browser ?? 'A browser');
}
