import { isInUse, isTouched } from './touched.js';

const KEPT_ATTRIBUTES = new Set(['value', 'checked', 'selected']);

/**
 * Makes `old` look like `fresh` without taking anything from the person who reads it: forms in use stay as they are, what
 * was opened stays open, and regions inside are left to themselves.
 */
export function morph(old, fresh) {
  globalThis.Idiomorph.morph(old, fresh, {
    morphStyle: 'outerHTML',
    restoreFocus: true,
    callbacks: {
      beforeNodeMorphed: (node) => !(node instanceof Element) || node === old || !isLeftAlone(node),
      beforeNodeRemoved: (node) => !(node instanceof Element) || !holdsSomethingInUse(node),
      beforeAttributeUpdated: (name, element) => !isPersons(name, element),
    },
  });
}

function isLeftAlone(element) {
  return element.matches('[data-live], [data-live-state], [data-live-say]') || (element instanceof HTMLFormElement && isInUse(element));
}

function holdsSomethingInUse(element) {
  const forms = element instanceof HTMLFormElement ? [element] : [...element.querySelectorAll('form')];
  return forms.some(isInUse);
}

function isPersons(name, element) {
  if (name === 'open') return element instanceof HTMLDetailsElement;
  return KEPT_ATTRIBUTES.has(name) && isTouched(element.closest('select') ?? element);
}

/** The library is a classic script, small and made for that. */
export function loadIdiomorph() {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = new URL('../vendor/idiomorph.js', import.meta.url).href;
    script.onload = resolve;
    script.onerror = () => reject(new Error('idiomorph'));
    document.head.append(script);
  });
}
