/** "Exit this page" at once (P-11): what is on the screen goes before the other site is asked for. Needs no other script, so that none keeps it waiting. */
const PRESSES = 3;
const WITHIN = 5_000;

let presses = [];
let alone = false;
let timer;

/** Nothing is left of the page: not to see, and not in what the browser keeps of its fields. */
function leave() {
  const root = document.documentElement;
  const said = document.querySelector('[data-exit-say]')?.dataset.leaving;
  root.dataset.leaving = '';
  const cover = document.createElement('div');
  cover.className = 'exit-cover';
  document.body.replaceChildren(cover);
  document.title = '…';
  location.replace('/exit');
  cover.setAttribute('role', 'alert');
  cover.append(Object.assign(document.createElement('p'), { className: 'vh', textContent: said }));
}

function show(text) {
  const bar = document.querySelector('[data-exit-bar]');
  const region = document.querySelector('[data-exit-say]');
  if (!bar || !region) return;
  bar.dataset.presses = presses.length;
  region.textContent = region.dataset[text] ?? '';
}

function forget(text) {
  clearTimeout(timer);
  alone = false;
  if (presses.length === 0) return;
  presses = [];
  show(text);
}

/** Three within five seconds. */
function pressed() {
  const now = performance.now();
  alone = false;
  presses = [...presses.filter((at) => now - at < WITHIN), now];
  if (presses.length >= PRESSES) {
    leave();
    return;
  }
  show(presses.length === 1 ? 'two' : 'one');
  clearTimeout(timer);
  timer = setTimeout(() => forget('over'), WITHIN);
}

/** With any other key Shift writes a capital letter, or is part of a shortcut. */
document.addEventListener(
  'keydown',
  ({ key, repeat }) => {
    if (key !== 'Shift') forget();
    else if (!repeat) alone = true;
  },
  true,
);
document.addEventListener('keyup', ({ key }) => key === 'Shift' && alone && pressed(), true);
document.addEventListener('pointerdown', () => forget(), true);
document.addEventListener(
  'click',
  (event) => {
    if (!event.target.closest?.('a[href="/exit"]')) return;
    event.preventDefault();
    leave();
  },
  true,
);
// A page the browser kept as it was may be from before somebody left: it is asked for again.
window.addEventListener('pageshow', ({ persisted }) => persisted && location.reload());

function tell() {
  for (const hint of document.querySelectorAll('[data-exit-shift]')) hint.hidden = false;
}
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', tell);
else tell();
