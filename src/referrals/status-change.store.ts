import type { MeanwhileChange } from '../domain/errors.ts';
import type { Status } from '../domain/referral-status.ts';
import type { Reader } from '../db/client.ts';
import { pressHash, type FormPress } from '../db/idempotency.store.ts';

export type Via = 'dashboard' | 'email_link' | 'api' | 'public_form';

/** A press of a status form, and where it leads. */
export interface StatusPress extends FormPress {
  location: string;
}

/** Whether exactly this press of this form was saved before. */
export async function wasSaved(db: Reader, press: StatusPress): Promise<boolean> {
  const first = await db.idempotencyKey.findUnique({ where: { actor_key: { actor: press.actor, key: press.key } } });
  return first?.requestHash === pressHash(press);
}

/** Whether history holds these words with this status, at the version somebody saw or since: then whoever reads it reads them. */
export async function isSaid(db: Reader, referralId: string, said: { to: Status; version: number; reason: string }): Promise<boolean> {
  const { to: toStatus, version, reason } = said;
  const where = { referralId, kind: 'status_changed' as const, toStatus, reason, version: { gte: version } };
  return (await db.referralEvent.findFirst({ where, select: { id: true } })) !== null;
}

/** What happened to the status after a version: shown to whoever comes second (R5). */
export async function changesSince(db: Reader, referralId: string, version: number): Promise<MeanwhileChange[]> {
  const events = await db.referralEvent.findMany({
    where: { referralId, kind: 'status_changed', version: { gt: version } },
    orderBy: { sequence: 'asc' },
  });
  return events.flatMap((event) =>
    event.fromStatus && event.toStatus
      ? [
          {
            by: event.actorName,
            organization: event.actorOrganization,
            from: event.fromStatus,
            to: event.toStatus,
            reason: event.reason,
            at: event.createdAt,
          },
        ]
      : [],
  );
}
