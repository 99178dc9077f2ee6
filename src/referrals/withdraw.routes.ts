import type { Request, RequestHandler, Response } from 'express';
import { emptyForm, type FormState } from '../components/fields.ts';
import type { UserActor } from '../domain/actor.ts';
import { NotAllowed, NotFound, StaleVersion, type MeanwhileChange } from '../domain/errors.ts';
import { readersZone } from '../domain/reader-zone.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../http/current-actor.ts';
import { newFormKey } from '../http/form-key.ts';
import { isId, parseForm } from '../http/forms.ts';
import { t } from '../i18n/translate.ts';
import { findReferralDetail, type ReferralDetail } from './referral.store.ts';
import { changesSince } from './status-change.store.ts';
import { WithdrawForm, type WithdrawInput } from './withdraw.forms.ts';
import { withdrawPage } from './withdraw.pages.ts';
import { GOT_HELP, withdrawReferral } from './withdraw.service.ts';

type Handler = RequestHandler<{ referralId: string }>;

/** Asks its maker whether to take a referral back. */
export function askToWithdraw(deps: Deps): Handler {
  return async (req, res) => {
    const referral = await ownReferral(deps, signedIn(req), req.params.referralId);
    if (referral.withdrawal) res.redirect(303, `/referrals/${referral.id}`);
    else await showAsking(deps, req, res, referral, { form: emptyForm, meanwhile: [], status: 200 });
  };
}

/** Withdraws it (R6). */
export function withdraw(deps: Deps): Handler {
  return async (req, res) => {
    const user = signedIn(req);
    // Invisible is 404 before anything is said about the form (R13).
    const referral = await ownReferral(deps, user, req.params.referralId);
    const parsed = parseForm(WithdrawForm, req.body);
    if (!parsed.ok) return showAsking(deps, req, res, referral, { form: parsed, meanwhile: [], status: 422 });
    const { version, reason, _idem: key } = parsed.value;
    const press = key === undefined ? null : { actor: user.userId, key, body: { referralId: referral.id, version, reason } };
    try {
      await withdrawReferral(deps, user, { referralId: referral.id, version, reason, press });
      res.redirect(303, `/referrals/${referral.id}`);
    } catch (error) {
      if (!(error instanceof StaleVersion || error instanceof NotAllowed)) throw error;
      await askAgain(deps, req, res, user, parsed.value, referral.id);
    }
  };
}

/** Somebody changed the status meanwhile: what happened, the reason kept, and the question once more, if it is still one (R5). */
async function askAgain(
  deps: Deps,
  req: Request,
  res: Response,
  user: UserActor,
  { version, reason }: WithdrawInput,
  referralId: string,
): Promise<void> {
  const referral = await ownReferral(deps, user, referralId);
  const meanwhile = await changesSince(deps.db, referralId, version);
  await showAsking(deps, req, res, referral, { form: { values: { reason }, errors: {} }, meanwhile, status: 409 });
}

/** The referral, for its maker alone: for everybody else there is no such page. */
async function ownReferral(deps: Deps, user: UserActor, referralId: string): Promise<ReferralDetail> {
  const referral = isId(referralId) ? await findReferralDetail(deps.db, user, referralId) : null;
  if (!referral?.sides.includes('maker')) throw new NotFound();
  return referral;
}

interface Asking {
  form: FormState;
  meanwhile: readonly MeanwhileChange[];
  status: number;
}

async function showAsking(deps: Deps, req: Request, res: Response, referral: ReferralDetail, asking: Asking): Promise<void> {
  const { form, meanwhile, status } = asking;
  const timeZone = readersZone(req.user, deps.config);
  const page = withdrawPage({ referral, form, meanwhile, impossible: GOT_HELP, timeZone, formKey: newFormKey() });
  const title = page.errors
    ? t('Error: {{title}}', { title: t('Withdraw') })
    : meanwhile.length > 0
      ? t('Changed meanwhile')
      : t('Withdraw');
  await res.page('referrals/withdraw', page, { title, status, area: '/people' });
}
