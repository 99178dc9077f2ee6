import { StatusChange } from '../referrals/status-change.service.ts';

/** The reason in a form whose link cannot save it any more; null when nothing was written. */
export function reasonIn(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('reason' in body)) return null;
  return StatusChange.shape.reason.safeParse(body.reason).data ?? null;
}
