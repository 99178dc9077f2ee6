import type { Request, RequestHandler, Response } from 'express';
import { plainError } from '../components/answer-form.ts';
import { NotAllowed, NotFound, StaleVersion } from '../domain/errors.ts';
import type { UserActor } from '../domain/actor.ts';
import { ReferralWithdrawn } from '../domain/withdrawal.ts';
import { isHelper } from '../domain/referral-policy.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../http/current-actor.ts';
import { wantsJson } from '../http/errors.ts';
import { speakToSeeker } from '../http/language.ts';
import { isId, parseForm, type FieldErrors, type Parsed } from '../http/forms.ts';
import { said, t } from '../i18n/translate.ts';
import { openReferral } from './referral.service.ts';
import { sendReferralPage } from './referral-page.routes.ts';
import { sendConflict } from './status-conflict.routes.ts';
import { changeReferralStatus, type StatusChangeRequest } from './status-change.service.ts';
import { StatusForm, type StatusFormInput } from './status-change.forms.ts';
import { sendUnkept } from './unkept-reason.routes.ts';

/** Changes the status from any page, or as a JSON call (R3 to R5). */
export function changeStatus(deps: Deps): RequestHandler<{ referralId: string }> {
  return async (req, res) => {
    const user = signedIn(req);
    const { referralId } = req.params;
    // Invisible is 404 before anything is said about the form (R13).
    if (!isId(referralId)) throw new NotFound();
    const parsed = parseForm(StatusForm, req.body);
    if (!parsed.ok) {
      await refuse(deps, req, res, user, referralId, parsed);
      return;
    }
    await tryChange(deps, req, res, user, referralId, parsed.value);
  };
}

async function tryChange(
  deps: Deps,
  req: Request,
  res: Response,
  user: UserActor,
  referralId: string,
  input: StatusFormInput,
): Promise<void> {
  const location = input.returnTo ?? `/referrals/${referralId}`;
  try {
    const { version, reasonKept } = await changeReferralStatus(deps, user, requestOf(req, user, referralId, input, location));
    if (wantsJson(req)) res.json({ status: input.status, version, ...(reasonKept ? {} : { reasonKept }) });
    else if (!reasonKept) await sendUnkept(deps, req, res, user, referralId, input);
    else res.redirect(303, location);
  } catch (error) {
    if (error instanceof StaleVersion) await sendConflict(deps, req, res, { user, referralId, input, error });
    else if (error instanceof NotAllowed) await refuse(deps, req, res, user, referralId, notAllowed(input, error));
    else throw error;
  }
}

function requestOf(req: Request, user: UserActor, referralId: string, input: StatusFormInput, location: string): StatusChangeRequest {
  const { status: to, version, reason, _idem: key } = input;
  const press = key === undefined ? null : { actor: user.userId, key, body: { referralId, ...input }, location };
  return { referralId, to, version, reason, via: wantsJson(req) ? 'api' : 'dashboard', press };
}

type Refused = Extract<Parsed<unknown>, { ok: false }>;

/** The same page with what is wrong and what was written; nothing is moved. Not found for whoever cannot see the referral. */
async function refuse(
  deps: Deps,
  req: Request,
  res: Response,
  user: UserActor,
  referralId: string,
  { errors, values }: Refused,
): Promise<void> {
  const referral = await openReferral(deps, user, referralId, false);
  if (wantsJson(req)) {
    res.status(422).json({ error: t('That cannot be saved'), errors });
    return;
  }
  const error = isHelper(referral.sides) ? firstOf(errors) : plainlyTo(req, firstOf(errors));
  const failed = { chosen: values['status'] ?? null, reason: values['reason'] ?? '', error };
  await sendReferralPage(deps, req, res, { user, referral, failed, returnTo: returnToOf(values, referralId) });
}

/** What was found before it was known that a Seeker asks is put into their language now. */
function plainlyTo(req: Request, error: string): string {
  speakToSeeker(req);
  return plainError(said(error));
}

function firstOf(errors: FieldErrors): string {
  return errors['status'] ?? errors['reason'] ?? Object.values(errors)[0] ?? t('Reload the page and choose again');
}

function returnToOf(values: Record<string, string>, referralId: string): string {
  const returnTo = StatusForm.shape.returnTo.safeParse(values['returnTo']);
  return returnTo.data ?? `/referrals/${referralId}`;
}

function notAllowed(input: StatusFormInput, error: NotAllowed): Refused {
  const { status, reason, returnTo } = input;
  // What was written for a referral that is no more is not lost (U-13).
  const kept = error instanceof ReferralWithdrawn && reason ? ` ${t('You wrote: “{{reason}}”', { reason })}` : '';
  return {
    ok: false,
    errors: { status: said(error.message) + kept },
    values: { status, reason: reason ?? '', ...(returnTo ? { returnTo } : {}) },
  };
}
