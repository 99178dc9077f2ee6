import { z } from 'zod';
import { STATUSES } from '../domain/referral-status.ts';
import { allowedStatuses } from '../domain/referral-policy.ts';
import { formKey, isId } from '../http/forms.ts';
import { later } from '../i18n/translate.ts';
import { StatusChange } from '../referrals/status-change.service.ts';
import { filterOf } from './inbound.forms.ts';

/** Referrals changed at once (U-15). */
export const MOST_CHANGES = 100;

/** A referral somebody ticked, and the version they saw of it. */
export interface Pick {
  id: string;
  version: number;
}

const RELOAD = 'Reload the list and choose again';
const ALLOWED = allowedStatuses(['program']);

/** "<id>.<version>". */
const pick = z
  .string({ error: RELOAD })
  .regex(/^[0-9a-f-]{36}\.\d{1,9}$/, RELOAD)
  .transform((value): Pick => ({ id: value.slice(0, 36), version: Number(value.slice(37)) }))
  .refine(({ id, version }) => isId(id) && version >= 1, RELOAD);

const picks = z.preprocess(
  (value) => [value ?? []].flat(),
  z
    .array(pick, { error: RELOAD })
    .min(1, 'Tick at least one referral')
    .max(MOST_CHANGES, later('Tick at most {{max}} referrals at once', { max: MOST_CHANGES }))
    .transform((all) => all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at)),
);

/** The query of an address, as ours are written. */
const list = z
  .string({ error: RELOAD })
  .regex(/^[\x21-\x7e]{0,2000}$/, RELOAD)
  .transform(filterOf);

/** Many status changes, to be looked at or to be saved: both say the same. */
export const BulkForm = z.strictObject({
  pick: picks,
  to: z.enum(STATUSES, { error: 'Choose a status' }).refine((status) => ALLOWED.includes(status), 'Choose a status'),
  reason: StatusChange.shape.reason,
  /** The query of the list to come back to. */
  list: list.default(filterOf('')),
  _idem: formKey,
});

export type BulkInput = z.output<typeof BulkForm>;

/** What can be read of a form that failed: to show the list again as it was. */
export const BulkRest = z
  .object({
    pick: z.preprocess((value) => [value ?? []].flat(), z.array(pick).max(1_000)).catch([]),
    to: z.enum(STATUSES).nullable().catch(null),
    list: list.catch(filterOf('')),
  })
  .catch({ pick: [], to: null, list: filterOf('') });
