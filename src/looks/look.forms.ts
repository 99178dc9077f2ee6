import { z } from 'zod';
import { isId } from '../http/forms.ts';
import type { LookPlace } from './look.store.ts';

/** Looks on one page. */
export const PAGE_SIZE = 50;

const cursor = z.string().transform(readCursor).catch(null).nullable();

/** What the address of a log may say; anything it does not know is left aside. */
export const LooksQuery = z.object({
  older: cursor,
  newer: cursor,
  who: z.string().refine(isId).nullable().catch(null),
});

/** A row's place, for an address: no name is in it. */
export function cursorText({ at, id }: LookPlace): string {
  return `${String(at.getTime())}-${id}`;
}

function readCursor(text: string): LookPlace | null {
  const [, time, id] = /^(\d{1,15})-(.{36})$/.exec(text) ?? [];
  const at = new Date(Number(time));
  return isId(id) && !Number.isNaN(at.getTime()) && at.getFullYear() < 10_000 ? { at, id } : null;
}
