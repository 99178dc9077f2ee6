import { loadIdiomorph } from './morph.js';
import { refresh } from './refresh.js';
import { openSocket } from './socket.js';
import { showNothing, showRead, showReconnecting, showSignedOut } from './state.js';
import { isAnythingTyped } from './touched.js';

const SOON = 30;
const SOON_IN_BACKGROUND = 1_000;
const LATEST = 2_000;
const BY_ITSELF = 60_000;
const BY_ITSELF_UNCONNECTED = 20_000;
const ON_ITS_WAY = 15_000;

let connected = false;
let everRead = false;
let over = false;
let timer;
let readAt = performance.now();
let took = 0;

/** Who leaves by "Exit this page" is not sent to the sign-in instead, when the session ends (P-11). */
const isLeaving = () => 'leaving' in document.documentElement.dataset;

/** Reads the page again and shows where it stands. False when this page follows no more. */
async function update() {
  if (over || isLeaving()) return false;
  const begunAt = performance.now();
  const { kind, login } = await refresh();
  readAt = performance.now();
  took = readAt - begunAt;
  if (kind === 'ok') {
    everRead = true;
    showRead(connected);
  } else if (kind === 'away') showReconnecting();
  else end(kind, login);
  return !over;
}

/** What the reader may no longer see does not stay on the screen; what they typed does. */
function end(kind, login) {
  if (over || isLeaving()) return;
  over = true;
  socket?.close();
  leave(kind, login, performance.now() + ON_ITS_WAY);
}

/** A form on its way may itself be why the page was cut, as a new password is: going elsewhere now would throw its answer away. */
function leave(kind, login, until) {
  if (document.querySelector('form[data-sending]') && performance.now() < until) setTimeout(() => leave(kind, login, until), 100);
  else if (kind === 'signed-out' && isAnythingTyped()) showSignedOut(login);
  else if (kind === 'signed-out') location.assign(login);
  else if (everRead) location.reload();
  // An address that only answers to a form, such as a page of errors: there is nothing to follow.
  else showNothing();
}

/** A burst of hints is one reading. A page rests as long as it has read, so that a busy server is not asked faster than it can answer. */
function updateSoon() {
  timer ??= setTimeout(
    () => {
      timer = undefined;
      update();
    },
    document.hidden ? SOON_IN_BACKGROUND : Math.min(Math.max(SOON, took), LATEST),
  );
}

let socket;

async function follow() {
  await loadIdiomorph();
  socket = openSocket(document.querySelector('[data-live-link]')?.dataset.liveLink, {
    hinted: updateSoon,
    started: () => {
      connected = true;
      update();
    },
    lost: () => {
      connected = false;
      if (!over) showReconnecting();
    },
    refused: update,
  });
  setInterval(() => {
    if (performance.now() - readAt >= (connected ? BY_ITSELF : BY_ITSELF_UNCONNECTED)) update();
  }, 5_000);
  document.addEventListener('visibilitychange', () => document.hidden || update());
  window.addEventListener('focus', updateSoon);
  window.addEventListener('pageshow', (event) => event.persisted && update());
  // What a form in use was spared is made up for when it is closed.
  document.addEventListener('control:closed', updateSoon);
}

if (document.querySelector('[data-live]') && !document.querySelector('[data-live-off], [data-error-summary]')) {
  follow().catch(showReconnecting);
}
