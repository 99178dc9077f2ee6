export interface OriginRow {
  what: string;
  headers: Record<string, string> & { 'sec-fetch-site'?: string };
  passes: boolean;
}

const COOKIE = { cookie: 'sid=s%3Aabc.def' };

/** S-20: what browsers, scripts and other sites send with a change, and whether it may pass. */
export const SAME_ORIGIN_TABLE = (origin: string): OriginRow[] => [
  { what: 'our own form', headers: { ...COOKIE, 'sec-fetch-site': 'same-origin', origin }, passes: true },
  {
    what: 'our own form on a page without referrer',
    headers: { ...COOKIE, 'sec-fetch-site': 'same-origin', origin: 'null' },
    passes: true,
  },
  { what: 'typed by the person', headers: { ...COOKIE, 'sec-fetch-site': 'none' }, passes: true },
  { what: 'a sister host', headers: { ...COOKIE, 'sec-fetch-site': 'same-site', origin }, passes: false },
  { what: 'another site', headers: { ...COOKIE, 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, passes: false },
  { what: 'an old browser, our own form', headers: { ...COOKIE, origin }, passes: true },
  { what: 'an old browser, another site', headers: { ...COOKIE, origin: `${origin}.evil.example` }, passes: false },
  { what: 'no word about its origin, with a cookie', headers: COOKIE, passes: false },
  { what: 'no word about its origin, without a cookie', headers: {}, passes: true },
];
