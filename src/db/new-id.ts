import { v7 } from 'uuid';

/** A UUIDv7 for a row that is written by hand-made SQL; Prisma makes its own. */
export function newId(): string {
  return v7();
}
