import { looksOf, markFresh, noticeInForms, statusOf, withoutMark } from './marks.js';
import { morph } from './morph.js';
import { clockTime, words } from './words.js';

/** When each list was last complete: new rows are offered "since" then. */
const completeAt = new WeakMap();
const offered = new WeakMap();
const openedAt = new Date();

const ROW = '[data-referral], [data-person]';

/** The rows of a list, and not those of a list inside it. */
function rowsOf(list) {
  return [...list.querySelectorAll(ROW)].filter((row) => row.parentElement.closest(`[data-live], ${ROW}`) === list);
}

/** Whose row it is: a referral's, or a person's in the People list. */
function idOf({ dataset }) {
  return dataset.referral ?? dataset.person;
}

/** The ids of all rows on the page; the server answers for these even where they no longer fit the filter. */
export function rowsShown() {
  return [...document.querySelectorAll('[data-live=rows]')].flatMap(rowsOf).map(idOf);
}

/**
 * Brings a list up to date: rows change in place and keep their order, rows that are gone for this reader go, new ones are
 * offered (U-21). Adds what changed to `seen`.
 */
export function updateRows(list, fresh, seen) {
  list.hidden = fresh.hidden;
  list.closest('table')?.toggleAttribute('data-empty', fresh.closest('table')?.hasAttribute('data-empty') ?? false);
  const freshRows = new Map(rowsOf(fresh).map((row) => [idOf(row), row]));
  const rows = new Map(rowsOf(list).map((row) => [idOf(row), row]));
  for (const [id, row] of rows) {
    const freshRow = freshRows.get(id);
    if (freshRow) updateReferral(row, () => morph(row, freshRow), seen);
    else row.remove();
  }
  // Few lists have lines between their rows: only those fetch what keeps them.
  if (list.querySelector('[data-aside]') ?? fresh.querySelector('[data-aside]'))
    void import('./asides.js').then(
      ({ updateAsides }) => updateAsides(list, fresh),
      () => undefined,
    );
  const listed = [...freshRows.values()].filter((row) => row.dataset.liveKept === undefined);
  const added = listed.filter((row) => !rows.has(idOf(row)));
  const order = listed.map(idOf);
  offer(list, ownOf(list, added, order), order, seen);
}

/**
 * The list goes on before and behind its page: what moved here from there is not new. From the page before it was seen already; from
 * the next one it is put below at once, where it moves nothing.
 */
function ownOf(list, added, order) {
  const here = new Set(rowsOf(list).map(idOf));
  const [first, last] = [order.findIndex((id) => here.has(id)), order.findLastIndex((id) => here.has(id))];
  if (first < 0) return added;
  const [before, after] = ['prev', 'next'].map((rel) => document.querySelector(`.pages [rel=${rel}]`) !== null);
  const at = (row) => order.indexOf(idOf(row));
  const moved = after ? added.filter((row) => at(row) > last) : [];
  placeOf(list).append(...moved.map((row) => document.importNode(row, true)));
  return added.filter((row) => !moved.includes(row) && !(before && at(row) < first));
}

/** Changes one referral's part of the page, and marks it if one can see that it changed. */
export function updateReferral(referral, change, seen) {
  const before = { looks: looksOf(referral), status: statusOf(referral)?.value };
  withoutMark(referral, change);
  delete referral.dataset.liveKept;
  const status = statusOf(referral);
  if (status && status.value !== before.status) noticeInForms(referral);
  if (looksOf(referral) === before.looks) return;
  markFresh(referral);
  if (referral.dataset.person) seen.of = 'person';
  seen.changed.set(idOf(referral), status && status.value !== before.status ? status.label : null);
}

/** Offers new rows instead of pushing the others down. Into an empty list they come at once. */
function offer(list, added, order, seen) {
  const before = offered.get(list);
  for (const row of added) if (!before?.ids.has(idOf(row))) seen.added.add(idOf(row));
  if (added.some(({ dataset }) => dataset.person)) seen.of = 'person';
  if (added.length > 0 && rowsOf(list).length > 0 && offerTemplate(list)) {
    const element = before?.element ?? newOffer(list);
    element.querySelector('u').textContent = words.showNew(added.length, added[0].dataset.person ? 'person' : 'referral');
    offered.set(list, { element, added, order, ids: new Set(added.map(idOf)) });
    return;
  }
  before?.element.remove();
  offered.delete(list);
  if (added.length > 0) insert(list, added, order);
  completeAt.set(list, new Date());
}

function newOffer(list) {
  const element = document.importNode(offerTemplate(list).content, true).firstElementChild;
  element.dataset.liveOwn = '';
  element.querySelector('span').textContent = words.since(clockTime(completeAt.get(list) ?? openedAt));
  element.addEventListener('click', ({ target }) => target.closest('button') && take(list));
  placeOf(list).prepend(element);
  return element;
}

function offerTemplate(list) {
  return (
    document.querySelector(`template[data-live-offer="${CSS.escape(list.id)}"]`) ?? document.querySelector('template[data-live-offer=""]')
  );
}

function take(list) {
  const { element, added, order } = offered.get(list);
  element.remove();
  offered.delete(list);
  const [first] = insert(list, added, order);
  first?.querySelector('a, summary, button')?.focus();
}

/** Puts each row next to the one beside it in the server's order. */
function insert(list, added, order) {
  completeAt.set(list, new Date());
  const place = placeOf(list);
  const here = new Map(rowsOf(list).map((row) => [idOf(row), row]));
  const inserted = [...added].reverse().map((fresh) => {
    const row = document.importNode(fresh, true);
    const at = order.indexOf(idOf(row));
    const after = here.get(order.slice(at + 1).find((id) => here.has(id)));
    const before = here.get(order.slice(0, at).findLast((id) => here.has(id)));
    place.insertBefore(row, after ?? before?.nextSibling ?? null);
    here.set(idOf(row), row);
    markFresh(row);
    return row;
  });
  return inserted.reverse();
}

function placeOf(list) {
  return rowsOf(list)[0]?.parentElement ?? list.tBodies?.[0] ?? list;
}
