import type { Request, Response } from 'express';
import { signedIn } from '../http/current-actor.ts';
import { sharingTeamNames } from '../domain/membership.ts';
import { readersZone } from '../domain/reader-zone.ts';
import type { Deps } from '../deps.ts';
import { newFormKeys } from '../http/form-key.ts';
import { isLive } from '../http/live-request.ts';
import { t } from '../i18n/translate.ts';
import { openGoal } from './goal-page.service.ts';
import { goalPage } from './goal.pages.ts';

export interface GoalAddress {
  seekerId: string;
  goalId: string;
}

/** Sends a Goal's page; `stale` after a press that came too late. */
export async function sendGoalPage(deps: Deps, req: Request<object>, res: Response, at: GoalAddress, stale = false): Promise<void> {
  const user = signedIn(req as Request);
  const opened = await openGoal(deps, user, at, isLive(req as Request));
  const timeZone = readersZone(user, deps.config);
  const facts = { ...opened, sharingNow: sharingTeamNames(user), userId: user.userId, stale, timeZone, formKey: newFormKeys() };
  // The tab and the browser's history name nobody (P-03).
  await res.page('goals/show', goalPage(facts), {
    title: stale ? t('Changed meanwhile') : t('Goal'),
    status: stale ? 409 : 200,
    area: '/people',
  });
}
