import type { Request, Response } from 'express';
import { plainUnkept, unkeptReason } from '../components/unkept-reason.ts';
import type { UserActor } from '../domain/actor.ts';
import { noteSidesOf } from '../domain/note-policy.ts';
import { isHelper } from '../domain/referral-policy.ts';
import type { Deps } from '../deps.ts';
import { speakToSeeker } from '../http/language.ts';
import { sendReferralPage } from './referral-page.routes.ts';
import { openReferral } from './referral.service.ts';
import type { StatusFormInput } from './status-change.forms.ts';

/**
 * The status was that already, and the reason written with it is kept nowhere (R4): the same page with it, and what can be done with
 * it: those who write notes find it in the form for one, which says who will read it (ADR 0156).
 */
export async function sendUnkept(
  deps: Deps,
  req: Request,
  res: Response,
  user: UserActor,
  referralId: string,
  input: StatusFormInput,
): Promise<void> {
  const referral = await openReferral(deps, user, referralId, false);
  const helper = isHelper(referral.sides);
  // Before its words are chosen: a Seeker reads them in their own language.
  if (!helper) speakToSeeker(req);
  const notes = noteSidesOf(referral.sides).length > 0;
  const error = helper
    ? unkeptReason(input.status, notes ? 'note' : 'nothing')
    : plainUnkept(referral.madeById === null ? null : referral.makerName);
  const reason = input.reason ?? '';
  const shown = { failed: { chosen: null, reason, error }, note: notes ? reason : '' };
  await sendReferralPage(deps, req, res, { user, referral, ...shown, returnTo: input.returnTo ?? `/referrals/${referralId}` });
}
