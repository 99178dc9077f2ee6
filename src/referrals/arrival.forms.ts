import { z } from 'zod';
import { ARRIVALS, type Arrival } from '../domain/arrival.ts';
import { parseForm, type Parsed } from '../http/forms.ts';
import { t } from '../i18n/translate.ts';
import { connectForm, type ConnectInput } from './connect.forms.ts';

export interface ArrivalInput extends ConnectInput {
  how: Arrival;
}

const How = z.object({ how: z.enum(ARRIVALS, { error: 'Choose how they came' }) });

/** All of the Connect form that this one has, too: it takes no other referral further, and changes no profile. */
const SHARED: readonly string[] = [
  'firstName',
  'lastName',
  'email',
  'phone',
  'zip',
  'language',
  'contactPreference',
  'comment',
  'consent',
  'consentText',
  'seekerId',
  'known',
  '_idem',
];
const STRANGE = 'This is not the form as the page has it. Reload the page and fill it in again';

/** The Connect form and how they came (R20, R23); everything there is to mend is said at once. */
export function parseArrival(body: unknown): Parsed<ArrivalInput> {
  const { how, ...rest } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const came = parseForm(How, { how });
  const said = parseForm(connectForm({ consentWanted: 'Tick the box once they have agreed' }), rest);
  const strange = Object.keys(rest).some((name) => !SHARED.includes(name));
  if (came.ok && said.ok && !strange) return { ok: true, value: { ...said.value, ...came.value } };
  const errors = { ...(came.ok ? {} : came.errors), ...(said.ok ? {} : said.errors), ...(strange ? { form: t(STRANGE) } : {}) };
  return { ok: false, errors, values: parsedTexts({ ...rest, how }) };
}

/** Everything as it was typed (U-13). */
function parsedTexts(body: Record<string, unknown>): Record<string, string> {
  const failed = parseForm(z.never(), body);
  return failed.ok ? {} : failed.values;
}
