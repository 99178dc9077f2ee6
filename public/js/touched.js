/** Whether what a person did to a form is still in it. The form itself is asked, so that text the browser restored counts too. */
export function isTouched(control) {
  switch (control.type) {
    case 'checkbox':
    case 'radio':
      return control.checked !== control.defaultChecked;
    case 'select-one':
    case 'select-multiple':
      return isSelectTouched(control);
    case 'hidden':
    case 'submit':
    case 'button':
      return false;
    default:
      return 'defaultValue' in control && control.value !== control.defaultValue;
  }
}

function isSelectTouched(select) {
  const options = [...select.options];
  if (select.multiple || options.some((option) => option.defaultSelected)) {
    return options.some((option) => option.selected !== option.defaultSelected);
  }
  return select.selectedIndex > 0;
}

/** What opens to choose a status or a goal. */
export const CONTROL = 'details.sc, details.goalc';

/** A form that belongs to the person for now: open, filled in, being typed in, or on its way. */
export function isInUse(form) {
  return (
    form.dataset.sending !== undefined ||
    form.closest(CONTROL)?.open ||
    isBeingTypedIn(form) ||
    [...form.elements].some((control) => form.contains(control) && isTouched(control))
  );
}

function isBeingTypedIn(form) {
  const active = document.activeElement;
  return form.contains(active) && active.matches('input, textarea, select');
}

/** Whether leaving this page would lose something somebody wrote. */
export function isAnythingTyped() {
  return [...document.querySelectorAll('textarea, input:not([type=checkbox], [type=radio], [type=hidden])')].some(isTouched);
}
