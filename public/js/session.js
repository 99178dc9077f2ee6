/** The warning before a session ends without use (S-12): what is half-typed stays as it is. Its script comes when it is needed. */
export const WARN_AT = 120;

const seconds = Number(document.body.dataset.sessionSeconds);
if (seconds > 0) setTimeout(begin, Math.max(seconds - WARN_AT, 1) * 1_000);

async function begin() {
  try {
    const { ask } = await import('./session-warning.js');
    ask();
  } catch {
    setTimeout(begin, 15_000);
  }
}
