import { setTimeout as pause } from 'node:timers/promises';

/** Waits for the thing itself: until `look` answers with something, asking again and again. */
export async function waitFor<T>(
  look: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  forMs = 20_000,
): Promise<T> {
  const end = Date.now() + forMs;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > end) throw new Error(`Waited ${forMs} ms in vain`);
    await pause(25);
  }
}
