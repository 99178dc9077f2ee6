import { Router, type Request, type Response } from 'express';
import { isUser, type Actor } from '../domain/actor.ts';
import { NotFound } from '../domain/errors.ts';
import { claimedProgramIds } from '../domain/membership.ts';
import { readersZone } from '../domain/reader-zone.ts';
import type { FormState } from '../components/fields.ts';
import type { Deps } from '../deps.ts';
import { actorOf, requireSignIn, signedIn } from '../http/current-actor.ts';
import { newFormKey } from '../http/form-key.ts';
import { isId, parseForm } from '../http/forms.ts';
import { t } from '../i18n/translate.ts';
import { ClaimForm } from './claim.forms.ts';
import { claimPage, signInToClaimPage, tooManyWords, waitingPage, worksTherePage } from './claim.pages.ts';
import { requestClaim } from './claim.service.ts';
import { findClaimProgram, ownClaimOf, type ClaimProgram } from './claim.store.ts';

type ProgramRequest = Request<{ programId: string }>;

/** "I work here" on a Program's page (R27). */
export function createClaimRouter(deps: Deps): Router {
  const router = Router();
  router.get('/programs/:programId/claim', async (req, res) => {
    const program = await programOf(deps, req);
    const actor = actorOf(req);
    if (isUser(actor)) await showClaim(deps, actor, program, req.query['asked'] === 'before', res);
    else await res.page('claims/state', signInToClaimPage(program), { title: t('I work here'), area: '/programs' });
  });
  router.post('/programs/:programId/claim', requireSignIn, async (req: ProgramRequest, res) => {
    const program = await programOf(deps, req);
    const actor = signedIn(req as Request);
    const form = parseForm(ClaimForm, req.body);
    if (!form.ok) return showForm(deps, actor, program, res, form);
    const { message } = form.value;
    const asked = await requestClaim(deps, actor, { programId: program.id, message });
    if (asked === 'too_many') return showForm(deps, actor, program, res, { values: { message }, errors: { form: tooManyWords() } });
    res.redirect(303, `/programs/${program.id}/claim${asked === 'asked_before' ? '?asked=before' : ''}`);
  });
  return router;
}

async function programOf(deps: Deps, req: ProgramRequest): Promise<ClaimProgram> {
  const program = isId(req.params.programId) ? await findClaimProgram(deps.db, req.params.programId) : null;
  if (!program) throw new NotFound();
  return program;
}

async function showClaim(deps: Deps, actor: Actor & { kind: 'user' }, program: ClaimProgram, again: boolean, res: Response): Promise<void> {
  const claim = await ownClaimOf(deps.db, actor.userId, program.id);
  const options = { title: t('I work here'), area: '/programs' };
  if (claimedProgramIds(actor).includes(program.id)) await res.page('claims/state', worksTherePage(program), options);
  else if (claim?.state === 'pending')
    await res.page('claims/state', waitingPage(program, claim, again, readersZone(actor, deps.config)), options);
  else await showForm(deps, actor, program, res);
}

async function showForm(
  deps: Deps,
  { userId }: { userId: string },
  program: ClaimProgram,
  res: Response,
  failed?: FormState,
): Promise<void> {
  const claim = await ownClaimOf(deps.db, userId, program.id);
  const title = failed ? t('Error: {{title}}', { title: t('I work here') }) : t('I work here');
  const model = claimPage({ program, claim, idem: newFormKey() }, failed);
  await res.page('claims/ask', model, { title, status: failed ? 422 : 200, area: '/programs' });
}
