import { CONTROL } from './touched.js';
import { words } from './words.js';

const labels = new Map();

/** One status control is open at a time, and Cancel is there as soon as it can do something. */
function controlToggled(control) {
  if (!control.open) {
    control.dispatchEvent(new CustomEvent('control:closed', { bubbles: true }));
    return;
  }
  for (const other of document.querySelectorAll(CONTROL)) if (other !== control) other.open = false;
  for (const button of control.querySelectorAll('[data-close]')) button.hidden = false;
}

/** Cancel and Escape leave the control as it was, with the focus where it came from. */
function closeControl(control) {
  for (const form of control.querySelectorAll('form')) form.reset();
  for (const notice of control.querySelectorAll('.sc-meanwhile')) notice.remove();
  control.open = false;
  control.querySelector('summary').focus();
}

/** What opens over the page covers nothing that has the focus: it closes when the focus goes on (WCAG 2.4.11), or by Escape. */
function closeMenus(left) {
  for (const menu of document.querySelectorAll('[data-menu][open]')) if (left(menu)) menu.open = false;
}

function leaveMenu(target) {
  const menu = target.closest?.('[data-menu][open]');
  menu?.querySelector('summary').focus();
  closeMenus((one) => one === menu);
}

function openControlAround(target) {
  const control = target.closest?.(CONTROL);
  return control?.open ? control : null;
}

/** Shows a password, or hides it again. */
function togglePassword(button) {
  const field = document.getElementById(button.dataset.shows);
  const shown = field.type === 'text';
  field.type = shown ? 'password' : 'text';
  button.setAttribute('aria-pressed', String(!shown));
  button.textContent = shown ? words.show : words.hide;
}

/** A form goes out once: a second press while it is on its way does nothing. The server knows it by its key, too. */
function sendOnce(event) {
  const form = event.target;
  if (form.method !== 'post' || event.defaultPrevented) return;
  if (form.dataset.sending !== undefined) {
    event.preventDefault();
    return;
  }
  form.dataset.sending = '';
  const button = event.submitter ?? form.querySelector('button[type=submit], button:not([type])');
  if (!button) return;
  labels.set(button, [...button.childNodes]);
  button.setAttribute('aria-disabled', 'true');
  if (button.textContent.trim()) button.replaceChildren(button.dataset.busy ?? words.sending);
}

/** Come back to by the Back button, the page may send again. */
function makeReady() {
  for (const [button, label] of labels) {
    button.replaceChildren(...label);
    button.removeAttribute('aria-disabled');
    delete button.form?.dataset.sending;
  }
  labels.clear();
}

/** Enter sends the form, also where another button stands above the one that does. */
function enterSends(event) {
  const { key, target } = event;
  const button = key === 'Enter' && target.matches?.('input:not([type=search])') && target.form?.querySelector('[data-enter]');
  if (!button || event.isComposing || event.defaultPrevented) return;
  event.preventDefault();
  target.form.requestSubmit(button);
}

document.addEventListener('toggle', ({ target }) => target.matches?.(CONTROL) && controlToggled(target), true);
document.addEventListener('click', ({ target }) => {
  const close = target.closest?.('[data-close]')?.closest(CONTROL);
  if (close) closeControl(close);
  const shows = target.closest?.('[data-shows]');
  if (shows) togglePassword(shows);
});
document.addEventListener('keydown', ({ key, target, defaultPrevented }) => {
  const control = key === 'Escape' && !defaultPrevented ? openControlAround(target) : null;
  if (control) closeControl(control);
  else if (key === 'Escape') leaveMenu(target);
});
document.addEventListener('keydown', enterSends);
document.addEventListener('focusin', ({ target }) => closeMenus((menu) => !menu.contains(target)));
document.addEventListener('submit', sendOnce);
window.addEventListener('pageshow', ({ persisted }) => persisted && makeReady());

for (const button of document.querySelectorAll('[data-shows]')) button.hidden = false;
for (const control of document.querySelectorAll(CONTROL)) if (control.open) controlToggled(control);
document.querySelector('[data-error-summary]')?.focus();
