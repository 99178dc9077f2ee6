import type { Response } from 'express';
import type { UserActor } from '../domain/actor.ts';
import { NotFound } from '../domain/errors.ts';
import { sharingTeamNames } from '../domain/membership.ts';
import { readersZone } from '../domain/reader-zone.ts';
import type { FormState } from '../components/fields.ts';
import type { Deps } from '../deps.ts';
import { newFormKey } from '../http/form-key.ts';
import { findWorkedSeeker } from '../people/worked-seeker.store.ts';
import { t } from '../i18n/translate.ts';
import { editGoalPage, newGoalPage } from './goal-form.pages.ts';
import type { Goal } from './goal.store.ts';

interface ShownForm {
  user: UserActor;
  goal: Goal;
  form: FormState;
  /** Somebody else changed the Goal: what was written is kept and asked about again. */
  stale: boolean;
}

export async function sendGoalForm(deps: Deps, res: Response, { user, goal, form, stale }: ShownForm): Promise<void> {
  const failed = Object.keys(form.errors).length > 0;
  // A button that carried no words: the Goal's own stand there.
  const values = { title: goal.title, detail: goal.detail, ...form.values };
  const page = editGoalPage({ goal, form: { ...form, values }, stale, formKey: newFormKey(), timeZone: readersZone(user, deps.config) });
  const title = stale ? t('Changed meanwhile') : failed ? t('Error: {{title}}', { title: t('Edit Goal') }) : t('Edit Goal');
  await res.page('goals/form', page, { title, status: stale ? 409 : failed ? 422 : 200, area: '/people' });
}

/** A new Goal that could not be saved. Not found for whoever does not help that Seeker (R13). */
export async function sendNewGoalForm(deps: Deps, res: Response, user: UserActor, seekerId: string, form: FormState): Promise<void> {
  const seeker = await findWorkedSeeker(deps.db, user, seekerId);
  if (!seeker) throw new NotFound();
  const teamNames = sharingTeamNames(user);
  const page = newGoalPage({ seekerId, seekerFirstName: seeker.firstName, teamNames, form, formKey: newFormKey() });
  await res.page('goals/form', page, { title: t('Error: {{title}}', { title: t('Add Goal') }), status: 422, area: '/people' });
}
