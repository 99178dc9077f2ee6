import { words } from './words.js';
import { isInUse } from './touched.js';

const FRESH_FOR = 8_000;
const fresh = new Map();

/** What somebody would see change: status, ring and words, without forms and ages; on a referral's own page its history stands for the rest. */
export function looksOf(referral) {
  const copy = referral.cloneNode(true);
  for (const part of copy.querySelectorAll('form, template, [data-live-quiet], [data-live-own]')) part.remove();
  const states = [copy, ...copy.querySelectorAll('[data-status]')].map(({ dataset }) => dataset.status);
  // The address before the # is the version's, which an update changes.
  const drawings = [...copy.querySelectorAll('use')].map((use) => use.getAttribute('href').split('#')[1]);
  const told = copy.querySelector('[data-history]') ?? copy;
  return `${states.join()} ${drawings.join()} ${told.textContent.replace(/\s+/g, ' ')}`;
}

/** The status a referral shows; the label is null where whole sentences say it, as to Seekers. */
export function statusOf(referral) {
  const element = referral.matches('[data-status]') ? referral : referral.querySelector('[data-status]');
  if (!element) return null;
  return { value: element.dataset.status, label: element.querySelector('.status-t')?.textContent.trim() ?? null };
}

/** Marks a referral as changed for some seconds; marking again begins them anew. */
export function markFresh(referral) {
  clearTimeout(fresh.get(referral));
  fresh.set(
    referral,
    setTimeout(() => unmark(referral), FRESH_FOR),
  );
  showMark(referral);
}

/** The marks are not the server's: they are taken off before a morph and put back after it. */
export function withoutMark(referral, change) {
  hideMark(referral);
  change();
  if (fresh.has(referral)) showMark(referral);
}

function unmark(referral) {
  fresh.delete(referral);
  hideMark(referral);
}

function showMark(referral) {
  referral.classList.add('is-fresh');
  if (referral.querySelector('.fresh')) return;
  const label = document.createElement('p');
  label.className = 'fresh';
  label.dataset.liveOwn = '';
  label.textContent = words.fresh;
  (referral.querySelector('[data-status-cell]') ?? referral).append(label);
}

function hideMark(referral) {
  referral.classList.remove('is-fresh');
  referral.querySelector('.fresh[data-live-own]')?.remove();
}

/** Tells whoever is choosing a status right now that it changed meanwhile; the choice stays theirs (U-21, R5). */
export function noticeInForms(referral) {
  const status = statusOf(referral);
  const who = referral.querySelector('[data-changed-by]')?.dataset.changedBy;
  if (!status) return;
  for (const form of formsOf(referral)) {
    if (!form.querySelector('[name=status]') || !isInUse(form)) continue;
    form.querySelector('.sc-meanwhile')?.remove();
    const notice = document.createElement('p');
    notice.className = 'sc-meanwhile';
    notice.dataset.liveOwn = '';
    notice.textContent = who ? words.changedBy(who, status.label) : words.changed(status.label);
    form.prepend(notice);
  }
}

/** On a page about one referral, forms beside it are about it, too. */
function formsOf(referral) {
  const inside = [...referral.querySelectorAll('form')];
  if (document.querySelectorAll('[data-referral]').length > 1) return inside;
  return [...inside, ...[...document.querySelectorAll('main form')].filter((form) => !form.closest('[data-referral]'))];
}
