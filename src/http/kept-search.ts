import type { Request } from 'express';
import { newFormKey } from './form-key.ts';
import { saveSession } from './save-session.ts';

declare module 'express-session' {
  interface SessionData {
    keptSearches?: KeptSearch[];
  }
}

interface KeptSearch {
  id: string;
  text: string;
}

const MOST_KEPT = 10;

/**
 * Keeps what somebody searched for in their session and gives it an id: names of people stay out of addresses and logs (U-11,
 * S-60). It is saved when this resolves: a browser follows a redirect before its answer has ended, when a session would be saved.
 */
export async function keepSearch(req: Request, text: string): Promise<string> {
  const id = newFormKey();
  req.session.keptSearches = [...(req.session.keptSearches ?? []), { id, text }].slice(-MOST_KEPT);
  await saveSession(req);
  return id;
}

/** What was searched for, or null when this session does not know it (any more). */
export function keptSearch(req: Request, id: string): string | null {
  return req.session.keptSearches?.find((search) => search.id === id)?.text ?? null;
}
