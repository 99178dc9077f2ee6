import type { Request } from 'express';
import { newFormKey } from '../http/form-key.ts';

declare module 'express-session' {
  interface SessionData {
    peopleSearches?: KeptSearch[];
  }
}

interface KeptSearch {
  id: string;
  text: string;
}

const MOST_KEPT = 10;

/** Keeps what somebody searched for in their session and gives it an id: names of people stay out of addresses and logs (U-11, S-60). */
export function keepSearch(req: Request, text: string): string {
  const id = newFormKey();
  req.session.peopleSearches = [...(req.session.peopleSearches ?? []), { id, text }].slice(-MOST_KEPT);
  return id;
}

/** What was searched for, or null when this session does not know it (any more). */
export function keptSearch(req: Request, id: string): string | null {
  return req.session.peopleSearches?.find((search) => search.id === id)?.text ?? null;
}
