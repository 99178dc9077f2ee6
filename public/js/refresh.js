import { morph } from './morph.js';
import { rowsShown, updateReferral, updateRows } from './rows.js';
import { say } from './say.js';
import { isInUse } from './touched.js';

let running = null;
let again = false;

/**
 * Reads the page again from where it came from, and brings its regions up to date. One reading at a time: asked meanwhile, it
 * reads once more. Resolves to `ok`, `signed-out`, `gone` or `away`.
 */
export function refresh() {
  again = running !== null;
  running ??= readUntilQuiet().finally(() => (running = null));
  return running;
}

async function readUntilQuiet() {
  let outcome;
  do {
    again = false;
    outcome = await read();
  } while (again && outcome.kind === 'ok');
  return outcome;
}

async function read() {
  try {
    const address = location.href.split('#')[0];
    const headers = { 'X-Live': '1', 'X-Live-Rows': rowsShown().slice(0, 100).join(), Accept: 'text/html' };
    const response = await fetch(address, { headers, cache: 'no-store', credentials: 'same-origin', signal: AbortSignal.timeout(15_000) });
    const there = new URL(response.url);
    if (response.status === 401 || (response.redirected && there.pathname === '/login'))
      return { kind: 'signed-out', login: signInFrom(there) };
    if (response.status >= 500 || response.status === 429) return { kind: 'away' };
    if (!response.ok || there.pathname !== location.pathname) return { kind: 'gone' };
    apply(new DOMParser().parseFromString(await response.text(), 'text/html'));
    return { kind: 'ok' };
  } catch {
    return { kind: 'away' };
  }
}

function signInFrom(there) {
  return there.pathname === '/login'
    ? there.pathname + there.search
    : `/login?returnTo=${encodeURIComponent(location.pathname + location.search)}`;
}

/** Outer regions first; what they hold of lists and of other regions follows by itself. */
function apply(fresh) {
  const seen = { changed: new Map(), added: new Set() };
  const update = () => {
    for (const region of document.querySelectorAll('[data-live]')) {
      const twin = region.id && region.isConnected ? fresh.getElementById(region.id) : null;
      if (!twin || (region instanceof HTMLFormElement && isInUse(region))) continue;
      if (region.dataset.live === 'rows') updateRows(region, twin, seen);
      else if (region.matches('[data-referral]')) updateReferral(region, () => morph(region, twin), seen);
      else morph(region, twin);
    }
  };
  aroundReferrals(seen, update);
  say(seen);
}

/** A referral whose regions lie inside it, as on its own page, is compared as a whole. */
function aroundReferrals(seen, update) {
  const wholes = [...document.querySelectorAll('[data-referral]')].filter((one) => !one.closest('[data-live]'));
  const run = wholes.reduce((inner, whole) => () => updateReferral(whole, inner, seen), update);
  run();
}
