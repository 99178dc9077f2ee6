import { createHash } from 'node:crypto';
import { z } from 'zod';

/** What is said on the wire: ids and a number, never a name or a status (S-44). */
export const ChangeHint = z.strictObject({
  type: z.literal('referral:changed'),
  id: z.uuid(),
  /** The history entry's place in the change log; 0 for a change that history does not hold. */
  version: z.int().min(0),
});

export type ChangeHint = z.output<typeof ChangeHint>;

/** Whose access changed; with `session`, only that one session's. */
export const AccessHint = z.strictObject({ userId: z.uuid(), session: z.string().min(1).max(64).optional() });

export type AccessHint = z.output<typeof AccessHint>;

/** How a session is named in rooms and notifications: its id is a secret, its hash is not. */
export function sessionKey(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('base64url');
}

/** Reads a notification; null when it is none of ours. */
export function readHint<T>(schema: z.ZodType<T>, payload: string | undefined): T | null {
  try {
    const read = schema.safeParse(JSON.parse(payload ?? ''));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
