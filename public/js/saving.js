/** Whoever saves something goes on where they were: what the page that follows needs for it is kept until it is there. No names: it outlives this one. */
const KEY = 'saving';

function keep({ target: form, defaultPrevented }) {
  if (defaultPrevented || form.method !== 'post' || form.matches('.langs, .themes, [role=search]')) return;
  const place = form.closest('[data-referral][id]') ?? form.closest('details[id]');
  const kept = { id: place?.id, top: place?.getBoundingClientRect().top, status: form.action.endsWith('/status') };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing.
  }
}

document.addEventListener('submit', keep);
try {
  const kept = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  if (kept)
    import('./saved.js').then(
      ({ goOn }) => goOn(JSON.parse(kept)),
      () => undefined,
    );
} catch {
  // The address leads to the place by itself.
}
