import { Router, type Request, type RequestHandler } from 'express';
import { NotFound } from '../domain/errors.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../http/current-actor.ts';
import { isId, parseForm } from '../http/forms.ts';
import { sendGoalForm, sendNewGoalForm } from './goal-form.routes.ts';
import { sendGoalPage, type GoalAddress } from './goal-page.routes.ts';
import { GoalButtonForm, GoalEditForm, GoalForm } from './goal.forms.ts';
import { addGoal, completeGoal, editGoal, findGoal, reopenGoal, StaleGoal } from './goal.service.ts';

/** Goals of a Seeker: add, edit, complete, reopen (R24). */
export function createGoalRouter(deps: Deps): Router {
  const router = Router();
  router.post('/people/:seekerId/goals', add(deps));
  router.get('/people/:seekerId/goals/:goalId', async (req, res) => sendGoalPage(deps, req, res, addressOf(req)));
  router.get('/people/:seekerId/goals/:goalId/edit', async (req, res) => {
    const at = addressOf(req);
    const user = signedIn(req);
    const goal = await findGoal(deps.db, user, at.seekerId, at.goalId);
    await sendGoalForm(deps, res, { user, goal, form: { values: { title: goal.title, detail: goal.detail }, errors: {} }, stale: false });
  });
  router.post('/people/:seekerId/goals/:goalId', edit(deps));
  router.post('/people/:seekerId/goals/:goalId/complete', press(deps, completeGoal));
  router.post('/people/:seekerId/goals/:goalId/reopen', press(deps, reopenGoal));
  return router;
}

/** Signed in first: an address says nothing to anybody else. */
function addressOf(req: Request<GoalAddress>): GoalAddress {
  signedIn(req as unknown as Request);
  const { seekerId, goalId } = req.params;
  if (!isId(seekerId) || !isId(goalId)) throw new NotFound();
  return { seekerId, goalId };
}

function add(deps: Deps): RequestHandler<{ seekerId: string }> {
  return async (req, res) => {
    const user = signedIn(req);
    const { seekerId } = req.params;
    if (!isId(seekerId)) throw new NotFound();
    const parsed = parseForm(GoalForm, req.body);
    if (!parsed.ok) return sendNewGoalForm(deps, res, user, seekerId, parsed);
    const { title, detail, _idem: key } = parsed.value;
    const pressed = key === undefined ? null : { actor: user.userId, key, body: { seekerId, title, detail } };
    res.redirect(303, await addGoal(deps, user, seekerId, { title, detail }, pressed));
  };
}

function edit(deps: Deps): RequestHandler<GoalAddress & Record<string, string>> {
  return async (req, res) => {
    const user = signedIn(req);
    const at = addressOf(req);
    const parsed = parseForm(GoalEditForm, req.body);
    if (!parsed.ok)
      return sendGoalForm(deps, res, { user, goal: await findGoal(deps.db, user, at.seekerId, at.goalId), form: parsed, stale: false });
    const { title, detail, version } = parsed.value;
    try {
      await editGoal(deps, user, { ...at, version }, { title, detail });
      res.redirect(303, `/people/${at.seekerId}/goals/${at.goalId}`);
    } catch (error) {
      if (!(error instanceof StaleGoal)) throw error;
      await sendGoalForm(deps, res, { user, goal: error.goal, form: { values: { title, detail }, errors: {} }, stale: true });
    }
  };
}

function press(deps: Deps, act: typeof completeGoal): RequestHandler<GoalAddress & Record<string, string>> {
  return async (req, res) => {
    const user = signedIn(req);
    const at = addressOf(req);
    const parsed = parseForm(GoalButtonForm, req.body);
    if (!parsed.ok)
      return sendGoalForm(deps, res, { user, goal: await findGoal(deps.db, user, at.seekerId, at.goalId), form: parsed, stale: false });
    try {
      await act(deps, user, { ...at, version: parsed.value.version });
      const place = parsed.value.from === 'profile' ? `/people/${at.seekerId}#goals` : `/people/${at.seekerId}/goals/${at.goalId}`;
      res.redirect(303, place);
    } catch (error) {
      if (!(error instanceof StaleGoal)) throw error;
      await sendGoalPage(deps, req, res, at, true);
    }
  };
}
