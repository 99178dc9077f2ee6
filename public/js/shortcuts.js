const KEYS = new Set(['j', 'k', 'x', 'o', 'u', '/', '?']);
const ARROWS = new Set(['ArrowDown', 'ArrowUp']);
/** Where keys write or choose, they are nobody's shortcut. */
const OWN_KEYS = 'input:not([name=pick]), textarea, select, dialog, [contenteditable]';
const help = document.querySelector('[data-keys]');

function isShortcut({ key, target, ctrlKey, metaKey, altKey, isComposing, defaultPrevented }) {
  if (defaultPrevented || ctrlKey || metaKey || altKey || isComposing || target.closest?.(OWN_KEYS)) return false;
  // Elsewhere the arrows scroll the page.
  return KEYS.has(key.toLowerCase()) || (ARROWS.has(key) && target.closest('[data-referral] .person, [name=pick]') !== null);
}

/** What the keys do comes when the first one is pressed (U-24). */
function use(then) {
  import('./shortcut-keys.js').then(then, () => undefined);
}

document.addEventListener('keydown', (event) => {
  // One can do without them, in this browser (WCAG 2.1.4).
  if (!isShortcut(event) || /(?:^|; )keys=off/.test(document.cookie)) return;
  event.preventDefault();
  use(({ press }) => press(event.key));
});
help.addEventListener('click', () => use(({ press }) => press('?')));
help.hidden = false;
