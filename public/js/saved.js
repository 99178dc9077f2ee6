import { markFresh } from './marks.js';
import { words } from './words.js';

/** The page after something was saved: what was saved has the focus, where it was on the screen, and that it was saved is said. */
export function goOn({ id, top, status }) {
  const [{ type }] = performance.getEntriesByType('navigation');
  // Not saved: what is wrong has the focus. Or a press that got no answer, and then the page once more.
  if (type !== 'navigate' || document.querySelector('[data-error-summary]')) return;
  const place = byId(location.hash.slice(1));
  const done = place ?? document.querySelector('.notice--done, [data-done]') ?? byId(id);
  if (!done) return;
  const stays = top >= 0 && top < innerHeight / 2 && !done.matches('.notice, [data-done]');
  partOf(done).focus({ preventScroll: stays || place !== null });
  if (stays) keepAt(done, top);
  if (done.matches('[data-referral]')) markFresh(done);
  if (!done.matches('.left, .notice, [data-done]')) tell(status ? done : null);
}

function byId(id) {
  return id ? document.getElementById(decodeURIComponent(id)) : null;
}

/** From where one goes on: the person, the Program, the control. */
function partOf(place) {
  const part = place.querySelector('.person, h3 a, summary, .notice') ?? place;
  if (!part.matches('a, summary')) part.tabIndex = -1;
  return part;
}

/** The browser leads to the address's place until the page is complete. */
function keepAt(place, top) {
  const settle = () => scrollBy({ top: place.getBoundingClientRect().top - top, behavior: 'instant' });
  settle();
  if (document.readyState !== 'complete') addEventListener('load', settle, { once: true });
}

/** "Saved. Status of Ana Ruiz: Pending" */
function tell(place) {
  const parts = place?.querySelector('.sc-face')?.querySelectorAll('.vh:first-child, .status-t') ?? [];
  const said = [words.saved, ...[...parts].map(({ textContent }) => textContent.trim())].join(' ');
  // A region that had its words from the start is not heard.
  setTimeout(() => (document.querySelector('[data-live-say]').textContent = said), 250);
}
