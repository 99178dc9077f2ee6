const YEAR = 31_536_000;
const dialog = document.getElementById('keys');
const use = dialog.querySelector('[data-keys-use]');
let last = null;

/** The referral the keys are about: the one with the focus, or the last that had it. */
function current() {
  return document.activeElement.closest('#rows [data-referral]') ?? (last?.isConnected ? last : null);
}

/** Goes down or up by one; first to the row one came back to, or the first on the screen. */
function go(by) {
  const rows = [...document.querySelectorAll('#rows [data-referral]')];
  const here = rows.indexOf(current());
  last = here < 0 ? firstOf(rows) : rows[Math.min(Math.max(here + by, 0), rows.length - 1)];
  last?.querySelector('.person').focus();
}

/** Where the row of the address left the list, the one that took its place. */
function firstOf(rows) {
  const place = document.getElementById(location.hash.slice(1));
  const from = rows.find((row) => row === place || place?.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING);
  return from ?? rows.find((row) => row.getBoundingClientRect().top >= 0) ?? rows.at(-1) ?? null;
}

/** The box gets the focus, so that it is heard whether it is ticked. */
function select() {
  const box = current()?.querySelector('[name=pick]');
  box?.focus();
  box?.click();
}

function openStatus() {
  const control = current()?.querySelector('details.sc');
  if (!control) return;
  control.open = true;
  (control.querySelector('[type=radio]:checked') ?? control.querySelector('[type=radio]')).focus();
}

/** On a narrow screen the search is folded away. */
function search() {
  const field = document.querySelector('[role=search] [name=q]');
  field.closest('details').open = true;
  field.focus();
}

function showHelp() {
  use.checked = !/(?:^|; )keys=off/.test(document.cookie);
  dialog.showModal();
}

const ACTS = {
  j: () => go(1),
  k: () => go(-1),
  ArrowDown: () => go(1),
  ArrowUp: () => go(-1),
  x: select,
  o: () => current()?.querySelector('.person').click(),
  u: openStatus,
  '/': search,
  '?': showHelp,
};

/** Does what a key of the Inbound list is for. */
export function press(key) {
  (ACTS[key] ?? ACTS[key.toLowerCase()])();
}

use.addEventListener('change', () => {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `keys=${use.checked ? 'on' : 'off'}; Path=/inbound; Max-Age=${YEAR}; SameSite=Lax${secure}`;
});
