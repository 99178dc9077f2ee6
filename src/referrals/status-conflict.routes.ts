import type { Request, Response } from 'express';
import type { UserActor } from '../domain/actor.ts';
import type { StaleVersion } from '../domain/errors.ts';
import { readersZone } from '../domain/reader-zone.ts';
import { isHelper } from '../domain/referral-policy.ts';
import type { Deps } from '../deps.ts';
import { wantsJson } from '../http/errors.ts';
import { newFormKey } from '../http/form-key.ts';
import { t } from '../i18n/translate.ts';
import { speakToSeeker } from '../http/language.ts';
import { openReferral } from './referral.service.ts';
import type { StatusFormInput } from './status-change.forms.ts';
import { comesFromInbound, conflictPage } from './status-conflict.pages.ts';

export interface StaleTry {
  user: UserActor;
  referralId: string;
  input: StatusFormInput;
  error: StaleVersion;
}

/** Answers a change made from a stale page: 409, what happened meanwhile, and a fresh form with what was chosen (R5). */
export async function sendConflict(deps: Deps, req: Request, res: Response, stale: StaleTry): Promise<void> {
  const { user, referralId, input, error } = stale;
  if (wantsJson(req)) {
    res.status(409).json({ error: t('Changed meanwhile'), current: error.current, changes: error.changes });
    return;
  }
  const referral = await openReferral(deps, user, referralId, false);
  const helper = isHelper(referral.sides);
  if (!helper) speakToSeeker(req);
  const returnTo = input.returnTo ?? `/referrals/${referralId}`;
  const timeZone = readersZone(user, deps.config);
  const page = conflictPage({ referral, error, input, returnTo, formKey: newFormKey(), timeZone });
  await res.page('referrals/conflict', page, {
    title: t('Changed meanwhile'),
    status: 409,
    layout: helper ? 'main' : 'seeker',
    area: comesFromInbound(referral, returnTo) ? '/inbound' : '/people',
    shell: { exit: !helper },
  });
}
