const KEY = 'carried';
/** No secrets; and no ticks: what was agreed to were the words in the other language (R23). */
const FIELDS = ':is(input:not([type=password], [type=hidden], [type=checkbox]), select, textarea)';

const nameOf = (field) => `${field.form.getAttribute('action')} ${field.name} ${field.type === 'radio' ? field.value : ''}`;

function fields() {
  return [...document.querySelectorAll(`form[method=post]:not(.langs) ${FIELDS}`)].filter((field) => field.name);
}

/** The answer to a failed form has what was typed as its own values. */
const answers = document.querySelector('.errsum') !== null;

function isTyped(field) {
  if (!field.checkVisibility()) return false;
  if (field.type === 'radio') return field.checked && (answers || !field.defaultChecked);
  if (field.options) return answers || [...field.selectedOptions].some((option) => !option.defaultSelected);
  return field.value !== (answers ? '' : field.defaultValue);
}

/** Takes what was typed along to the same page in another language (U-31) or other colors (U-23), for as long as that takes. */
function carry({ target }) {
  if (!target.matches('.langs, .themes')) return;
  try {
    sessionStorage.setItem(
      KEY,
      JSON.stringify(
        fields()
          .filter(isTyped)
          .map((field) => [nameOf(field), field.value]),
      ),
    );
  } catch {
    // A browser that keeps nothing.
  }
}

function bring() {
  const carried = new Map(JSON.parse(sessionStorage.getItem(KEY) ?? '[]'));
  sessionStorage.removeItem(KEY);
  if (carried.size === 0) return;
  for (const field of fields().filter((one) => carried.has(nameOf(one)))) {
    if (field.type === 'radio') field.checked = true;
    else field.value = carried.get(nameOf(field));
    field.closest('details')?.setAttribute('open', '');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

try {
  bring();
  if (answers) for (const note of document.querySelectorAll('[data-langs-clears]')) note.hidden = true;
} catch {
  // What was said about it stays true.
}
document.addEventListener('submit', carry, true);
