import type { RequestHandler } from 'express';
import { NotFound } from '../domain/errors.ts';
import { mayForward } from '../domain/withdrawal.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../http/current-actor.ts';
import { isId } from '../http/forms.ts';
import { referralToForward } from './forward.service.ts';

/** "Refer elsewhere": the Program search with everything filled in, as after Start a Referral (R4, R21). No address names anybody. */
export function startForward(deps: Deps): RequestHandler<{ referralId: string }> {
  return async (req, res) => {
    const user = signedIn(req);
    const { referralId } = req.params;
    if (!isId(referralId)) throw new NotFound();
    const { sides, status, withdrawal } = await referralToForward(deps, user, referralId);
    const place = mayForward(sides, { status, withdrawal }) ? `/programs?forwardedFrom=${referralId}` : `/referrals/${referralId}`;
    res.redirect(303, place);
  };
}
