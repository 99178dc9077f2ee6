import { AsyncLocalStorage } from 'node:async_hooks';
import type { Language } from './languages.ts';

/** What language an answer is written in while it is made; it may become clearer on the way, with the session. */
interface Speaking {
  language: Language;
}

const speaking = new AsyncLocalStorage<Speaking>();

/** Runs the work, and everything it waits for, in this language. */
export function speakingIn<Result>(language: Language, work: () => Result): Result {
  return speaking.run({ language }, work);
}

/** From here on this answer is in this language. */
export function goOnIn(language: Language): void {
  const now = speaking.getStore();
  if (now) now.language = language;
}

/** English where nobody has said otherwise: in jobs, commands and tests. */
export function languageNow(): Language {
  return speaking.getStore()?.language ?? 'en';
}
