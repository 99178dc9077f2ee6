const KEY = 'carried';
/** No secrets, and not what was agreed to: that was agreed to in the words of the other language (R23). */
const FIELDS = ':is(input:not([type=password], [type=hidden], [name=consent]), select, textarea, button[data-chosen])';

const nameOf = (field) => `${field.form.getAttribute('action')} ${field.name}`;
const isTick = ({ type }) => type === 'radio' || type === 'checkbox';

function fields() {
  return [...document.querySelectorAll(FIELDS)].filter(({ form, name }) => name && form && !form.matches('.langs, .themes'));
}

/** The answer to a failed form has what was typed as its own values. */
const answers = document.querySelector('[data-error-summary]') !== null;

function isTyped(field) {
  if (field.type === 'submit') return true;
  if (!field.checkVisibility()) return false;
  if (isTick(field)) return answers || field.checked !== field.defaultChecked;
  if (field.options) return answers || [...field.selectedOptions].some((option) => !option.defaultSelected);
  return field.value !== (answers ? '' : field.defaultValue);
}

/** Takes what was typed along to the same page in another language (U-31) or other colors (U-23), for as long as that takes. */
function carry({ target }) {
  if (!target.matches('.langs, .themes')) return;
  const typed = fields()
    .filter(isTyped)
    .map((field) => [nameOf(field), field.value, isTick(field) ? field.checked : true]);
  try {
    sessionStorage.setItem(KEY, JSON.stringify(typed));
  } catch {
    // A browser that keeps nothing.
  }
}

function bring() {
  const carried = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
  sessionStorage.removeItem(KEY);
  for (const field of carried.length > 0 ? fields() : []) {
    const typed = carried.filter(([name]) => name === nameOf(field));
    const fitting = isTick(field) ? typed.find(([, value]) => value === field.value) : typed.find(([, , on]) => on);
    if (fitting) put(field, fitting);
  }
}

function put(field, [, value, on]) {
  if (isTick(field) ? field.checked === on : field.value === value) return;
  if (isTick(field)) field.checked = on;
  else field.value = value;
  field.closest('details')?.setAttribute('open', '');
  for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
}

try {
  bring();
  if (answers) for (const note of document.querySelectorAll('[data-langs-clears]')) note.hidden = true;
} catch {
  // What was said about it stays true.
}
document.addEventListener('submit', carry, true);
