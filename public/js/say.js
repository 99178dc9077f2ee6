import { words } from './words.js';

const AT_MOST_EVERY = 5_000;
const GATHER = 250;
let changed = new Map();
let added = new Set();
let of;
let lastAt = -Infinity;
let timer;

/** Says what changed in the page's one status region, grouped, and at most once in five seconds (U-21). */
export function say(seen) {
  for (const [id, status] of seen.changed) changed.set(id, status ?? changed.get(id) ?? null);
  for (const id of seen.added) added.add(id);
  of = seen.of ?? of;
  if (timer !== undefined || changed.size + added.size === 0) return;
  timer = setTimeout(speak, Math.max(GATHER, lastAt + AT_MOST_EVERY - performance.now()));
}

function speak() {
  const sentences = [];
  if (changed.size > 0) sentences.push(words.saidChanged(changed.size, [...changed.values()][0], of));
  if (added.size > 0) sentences.push(words.saidNew(added.size, of));
  timer = undefined;
  lastAt = performance.now();
  changed = new Map();
  added = new Set();
  of = undefined;
  const region = document.querySelector('[data-live-say]');
  if (!region) return;
  region.textContent = sentences.join(' ');
  // Emptied, so that the same words are heard the next time.
  setTimeout(() => (region.textContent = ''), AT_MOST_EVERY - 500);
}
