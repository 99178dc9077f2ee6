import { WARN_AT } from './session.js';
import { words } from './words.js';

let warning = null;

function askIn(delay) {
  setTimeout(ask, Math.max(delay, 1) * 1_000);
}

/** Another tab may have kept the session alive, so the server is asked before anybody is warned. */
export async function ask() {
  follow(await secondsLeft('/session', 'GET'));
}

async function stay() {
  follow(await secondsLeft('/session/stay', 'POST'));
}

function follow(left) {
  if (left === null) askIn(15);
  else if (left > WARN_AT) {
    remove();
    askIn(left - WARN_AT);
  } else if (left > 0) {
    warn(left);
    askIn(Math.min(left, 15));
  } else remove();
}

async function secondsLeft(address, method) {
  try {
    const response = await fetch(address, {
      method,
      headers: { Accept: 'application/json' },
      cache: 'no-store',
      credentials: 'same-origin',
    });
    if (response.status === 401) return 0;
    return response.ok ? (await response.json()).secondsLeft : null;
  } catch {
    return null;
  }
}

/** Said once, when it appears; the minutes in it are counted down silently. */
function warn(left) {
  warning ??= show();
  const text = words.sessionEnds(Math.max(1, Math.round(left / 60)));
  if (warning.firstChild.textContent !== text) warning.firstChild.textContent = text;
}

function show() {
  const box = document.createElement('div');
  const text = document.createElement('p');
  const button = document.createElement('button');
  box.className = 'notice notice--info stay';
  box.setAttribute('role', 'alert');
  button.className = 'btn';
  button.type = 'button';
  button.textContent = words.stay;
  button.addEventListener('click', stay);
  box.append(text, button);
  document.body.append(box);
  return box;
}

function remove() {
  warning?.remove();
  warning = null;
}
