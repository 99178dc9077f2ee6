import { z } from 'zod';
import { formKey, isId, text } from '../http/forms.ts';
import type { PersonPlace } from './people.store.ts';

/** People on one page. */
export const PAGE_SIZE = 25;

const cursor = z.string().transform(readCursor).catch(null);

/** What the address of the People list may say; anything it does not know is left aside. */
export const PeopleQuery = z.object({ older: cursor, newer: cursor, search: z.string().max(64).nullable().catch(null) });

export type PeoplePlace = Pick<z.output<typeof PeopleQuery>, 'older' | 'newer'>;

export const SEARCH_MAX = 100;

/** The one search box: a name, a phone number or an email address (R16). */
export const PeopleSearch = z.strictObject({
  q: text(SEARCH_MAX, 'Write a name, a phone number or an email address').default(''),
  _idem: formKey,
});

/** A row's place, for an address: no name is in it. */
export function cursorText({ at, seekerId }: PersonPlace): string {
  return `${String(at.getTime())}-${seekerId}`;
}

function readCursor(text: string): PersonPlace | null {
  const [, time, seekerId] = /^(\d{1,15})-(.{36})$/.exec(text) ?? [];
  const at = new Date(Number(time));
  return isId(seekerId) && !Number.isNaN(at.getTime()) && at.getFullYear() < 10_000 ? { at, seekerId } : null;
}

/** The referral that was just sent from here. */
export const ProfileQuery = z.object({ sent: z.string().refine(isId).nullable().catch(null) });
