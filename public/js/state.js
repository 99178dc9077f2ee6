import { clockTime, words } from './words.js';

const PATIENCE = 1_500;
let asOf = new Date();
let old = false;
let timer;

/** The page was read just now; `hearing`, it hears of changes, too. */
export function showRead(hearing) {
  asOf = new Date();
  if (hearing) {
    clearTimeout(timer);
    timer = undefined;
    old = false;
    show(words.live, false);
  } else if (old) showOld();
}

/** The page may be old. Said only when it lasts: a connection that is back at once is nobody's business. */
export function showReconnecting() {
  if (!old) timer ??= setTimeout(showOld, PATIENCE);
}

function showOld() {
  old = true;
  timer = undefined;
  show(words.reconnecting(hasList() ? words.list : words.page, clockTime(asOf)), true);
}

/** This page does not follow: nothing is claimed. */
export function showNothing() {
  clearTimeout(timer);
  for (const element of elements()) element.hidden = true;
}

/** Signed out while something half-typed is on the page: it is kept, and the way back is offered. */
export function showSignedOut(href) {
  clearTimeout(timer);
  const link = document.createElement('a');
  link.href = href;
  link.textContent = words.signIn;
  const element = elements()[0] ?? addElement();
  show(words.signedOut, true);
  element.append(' ', link);
}

function show(text, off) {
  for (const element of elements()) {
    element.hidden = false;
    element.classList.toggle('live--off', off);
    const mark = document.createElement('i');
    const label = document.createElement('span');
    label.textContent = text;
    if (element.querySelector('span')?.textContent !== text) element.replaceChildren(mark, label);
  }
}

function elements() {
  return [...document.querySelectorAll('[data-live-state]')];
}

function addElement() {
  const element = document.createElement('p');
  element.className = 'live';
  element.dataset.liveState = '';
  document.querySelector('main').prepend(element);
  return element;
}

function hasList() {
  return document.querySelector('[data-live=rows]') !== null;
}
