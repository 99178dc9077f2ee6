import { Router, type Request, type Response } from 'express';
import { momentIn } from '../components/dates.ts';
import { emptyForm, type FormState } from '../components/fields.ts';
import type { UserActor } from '../domain/actor.ts';
import { consentForArrival } from '../domain/consent.ts';
import { historyName } from '../domain/display-name.ts';
import { NotFound } from '../domain/errors.ts';
import { claimedProgramIds } from '../domain/membership.ts';
import { writtenPhone } from '../domain/phone.ts';
import { readersZone } from '../domain/reader-zone.ts';
import { ReferralRefused } from '../domain/referral-refusal.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../http/current-actor.ts';
import { newFormKey } from '../http/form-key.ts';
import { isId, type FieldErrors } from '../http/forms.ts';
import { languageNow } from '../i18n/speaking.ts';
import { t } from '../i18n/translate.ts';
import { parseArrival, type ArrivalInput } from './arrival.forms.ts';
import { arrivalPage } from './arrival.pages.ts';
import { warningBefore } from './connect-before.service.ts';
import { warningView, type ConnectWarningView } from './connect-before.pages.ts';
import type { ConnectWarning } from './connect-before.store.ts';
import { consentMismatch } from './connect.forms.ts';
import { findConnectProgram, type ConnectProgram } from './connect.store.ts';
import { closedPage } from './connected.pages.ts';
import { sendReferral, type ReferralRequest } from './send-referral.service.ts';

const AREA = '/inbound';

/** "Add an inbound referral": somebody came to the Program, or called (R20). */
export function createArrivalRouter(deps: Deps): Router {
  const router = Router();

  router.get('/inbound/:programId/add', async (req, res) => {
    const program = await claimedProgram(deps, req);
    if (!program.retiredAt) return showForm(deps, req, res, program, emptyForm);
    await res.page('referrals/connect-closed', closedPage(program, '/programs'), {
      title: t('Add an inbound referral'),
      status: 410,
      area: AREA,
    });
  });

  router.post('/inbound/:programId/add', async (req, res) => {
    const program = await claimedProgram(deps, req);
    const parsed = parseArrival(req.body);
    if (!parsed.ok) return showForm(deps, req, res, program, parsed);
    const { value } = parsed;
    const again = (errors: FieldErrors): Promise<void> => showForm(deps, req, res, program, { values: valuesOf(value), errors });
    const changed = consentMismatch(value.consentText, consentForArrival(program.name, languageNow()).text);
    if (changed) return again({ consent: t(changed) });
    const request = requestOf(signedIn(req), program, value);
    const who = { kind: 'new' } as const;
    const asked = value.known === 'ask' && request.who.kind === 'new';
    const warning = asked ? await warningBefore(deps, signedIn(req), { program, who, consent: request.consent }, request) : null;
    if (warning) return showForm(deps, req, res, program, { values: valuesOf(value), errors: {} }, warning);
    try {
      const { referralId } = await sendReferral(deps, signedIn(req), request);
      res.redirect(303, `/inbound/${program.id}?added=${referralId}`);
    } catch (error) {
      if (!(error instanceof ReferralRefused)) throw error;
      await again({ form: t(error.message) });
    }
  });

  return router;
}

/** The Program of the address, for those who work on it; not found for anybody else (R10, R13). */
async function claimedProgram(deps: Deps, req: Request): Promise<ConnectProgram> {
  const { programId } = req.params;
  const actor = signedIn(req);
  const claimed = isId(programId) && claimedProgramIds(actor).includes(programId);
  const program = claimed ? await findConnectProgram(deps.db, programId) : null;
  if (!program) throw new NotFound();
  return program;
}

async function showForm(
  deps: Deps,
  req: Request,
  res: Response,
  program: ConnectProgram,
  form: FormState,
  warning: ConnectWarning | null = null,
): Promise<void> {
  const failed = Object.keys(form.errors).length > 0;
  const values = { ...form.values };
  // What is to be looked at again is to be ticked again.
  if ('consent' in form.errors) delete values['consent'];
  const page = arrivalPage({
    program,
    form: { ...form, values },
    consent: consentForArrival(program.name, languageNow()),
    takenBy: historyName(signedIn(req)).name,
    today: momentIn(readersZone(req.user, deps.config), deps.clock.now()).date,
    idem: newFormKey(),
    warning: warning && askedView(deps, signedIn(req), program, warning),
  });
  const title = t('Add an inbound referral');
  await res.page('referrals/arrival', page, {
    title: failed ? t('Error: {{title}}', { title }) : title,
    status: failed ? 422 : warning ? 409 : 200,
    area: AREA,
  });
}

/** Whoever is chosen is the one who came: what was written goes to the Program, and their profile stays as it is. */
function askedView({ clock }: Deps, { userId }: UserActor, program: ConnectProgram, warning: ConnectWarning): ConnectWarningView {
  const use = { action: `/inbound/${program.id}/add`, name: 'seekerId' };
  return warningView({ kind: 'new' }, { warning, userId, now: clock.now(), asks: true, use });
}

function valuesOf(input: ArrivalInput): Record<string, string> {
  const texts = Object.entries(input).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
  return { ...Object.fromEntries(texts), phone: input.phone ? writtenPhone(input.phone) : '' };
}

function requestOf({ userId }: UserActor, program: ConnectProgram, input: ArrivalInput): ReferralRequest {
  const { firstName, lastName, email, phone, zip, language, contactPreference, comment, how, seekerId, _idem: key } = input;
  return {
    programId: program.id,
    who: seekerId === undefined ? { kind: 'new' } : { kind: 'profile', seekerId, saveTo: null },
    person: { firstName, lastName, email, phone, zip, language, contactPreference },
    comment,
    consent: consentForArrival(program.name, languageNow()),
    arrival: how,
    press: key ? { actor: userId, key, body: { ...input, programId: program.id, known: undefined, _idem: undefined } } : null,
  };
}
