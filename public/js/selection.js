import { words } from './words.js';

const form = document.querySelector('[data-bulk]');
const rows = document.getElementById('rows');
const alls = [...document.querySelectorAll('[data-pick-all] input')];
const review = form.querySelector('[data-bulk-review]');
const counter = form.querySelector('[data-bulk-count]');

const boxes = () => [...rows.querySelectorAll('input[name=pick]')];

/** Says how many are ticked, and whether that is all of them. */
function count() {
  const all = boxes();
  const ticked = all.filter((box) => box.checked).length;
  for (const box of alls) {
    box.checked = ticked > 0 && ticked === all.length;
    box.indeterminate = ticked > 0 && ticked < all.length;
    box.disabled = all.length === 0;
  }
  counter.textContent = words.selected(ticked);
  if (form.dataset.sending === undefined) review.textContent = words.review(ticked);
}

document.addEventListener('change', ({ target }) => {
  if (alls.includes(target)) for (const box of boxes()) box.checked = target.checked;
  if (alls.includes(target) || target.name === 'pick') count();
});
// Rows come and go while the page is open.
new MutationObserver(count).observe(rows, { childList: true });
// A form is as before only after this event.
form.addEventListener('reset', () => setTimeout(count));
window.addEventListener('pageshow', count);

for (const { parentElement } of alls) parentElement.hidden = false;
count();
