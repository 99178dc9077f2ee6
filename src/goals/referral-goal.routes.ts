import { Router, type Response } from 'express';
import type { UserActor } from '../domain/actor.ts';
import { fullName } from '../domain/display-name.ts';
import { NotFound } from '../domain/errors.ts';
import { worksWithGoals } from '../domain/goal-policy.ts';
import type { FormState } from '../components/fields.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../http/current-actor.ts';
import { newFormKey } from '../http/form-key.ts';
import { isId, parseForm } from '../http/forms.ts';
import { findReferralDetail } from '../referrals/referral.store.ts';
import { t } from '../i18n/translate.ts';
import { goalIdOf } from './filed.store.ts';
import { filePage } from './file.pages.ts';
import { FileForm } from './goal.forms.ts';
import { visibleGoals } from './goal.store.ts';
import { fileUnderGoal } from './referral-goal.service.ts';

/** The one control that files a referral under a Goal, moves it or takes it out (R24). */
export function createReferralGoalRouter(deps: Deps): Router {
  const router = Router();

  router.post('/referrals/:referralId/goal', async (req, res) => {
    const user = signedIn(req);
    const { referralId } = req.params;
    if (!isId(referralId)) throw new NotFound();
    const parsed = parseForm(FileForm, req.body);
    if (!parsed.ok) return refuse(deps, res, user, referralId, parsed);
    const { goalId, from } = parsed.value;
    const { seekerId } = await fileUnderGoal(deps, user, referralId, goalId);
    res.redirect(303, from === 'profile' ? `/people/${seekerId}#out-${referralId}` : `/referrals/${referralId}#goal`);
  });

  return router;
}

async function refuse(deps: Deps, res: Response, user: UserActor, referralId: string, failed: FormState): Promise<void> {
  const referral = await findReferralDetail(deps.db, user, referralId);
  if (!referral || !worksWithGoals(referral.sides)) throw new NotFound();
  const { seekerId, profile, programName } = referral;
  const [goals, filedUnder] = await Promise.all([visibleGoals(deps.db, user, seekerId), goalIdOf(deps.db, user, referralId)]);
  const of = t('{{person}} at {{program}}', { person: fullName(profile.firstName, profile.lastName), program: programName });
  const page = filePage({ referralId, seekerId, of, filedUnder, goals, failed, formKey: newFormKey() });
  await res.page('goals/file', page, { title: t('Error: {{title}}', { title: t('Add to a Goal') }), status: 422, area: '/people' });
}
