import { Router, type Request, type Response } from 'express';
import { isUser } from '../domain/actor.ts';
import { NotFound } from '../domain/errors.ts';
import { claimedProgramIds } from '../domain/membership.ts';
import { localMoment } from '../domain/opening-hours.ts';
import { readersZone } from '../domain/reader-zone.ts';
import { ownClaimOf } from '../claims/claim.store.ts';
import type { Deps } from '../deps.ts';
import { zipPosition } from '../directory/zip.store.ts';
import type { Notice } from '../http/components.ts';
import { actorOf } from '../http/current-actor.ts';
import { isId } from '../http/forms.ts';
import { t } from '../i18n/translate.ts';
import { readQuestion } from './program-search.forms.ts';
import { findPrograms } from './program-search.service.ts';
import { findProgram, reachOf } from './program.store.ts';
import { searchedFor, startOf } from './search-flow.routes.ts';
import { searchPage } from './search.pages.ts';
import type { ClaimStanding } from './program-claim.pages.ts';
import { programPage } from './show.pages.ts';

/** The directory as anybody may read it, signed in or not (R22). */
export function createProgramRouter(deps: Deps): Router {
  const router = Router();
  router.get('/programs', (req, res) => showSearch(deps, req, res));
  router.get('/programs/:programId', (req, res) => showProgram(deps, req, res));
  return router;
}

async function showSearch(deps: Deps, req: Request, res: Response): Promise<void> {
  const seeker = await searchedFor(deps, req);
  const { question: asked, zipTyped, errors } = readQuestion(req.query);
  const { zip, flow } = startOf(asked.zip, zipTyped, seeker);
  const question = { ...asked, zip };
  const answer = await findPrograms(deps, question);
  const model = searchPage({
    flow,
    question,
    answer,
    errors,
    zipShown: zipTyped ?? zip ?? '',
    zipWanted: seeker !== null && zip === null && zipTyped === null,
  });
  const status = Object.keys(errors).length > 0 ? 422 : 200;
  // Nobody did anything wrong: a Seeker's or a referral's ZIP may be one that is not in our list.
  const unknown = t('We do not know ZIP {{zip}}. The programs are listed by name.', { zip: zip ?? '' });
  const notice: Notice | null = answer.zipKnown ? null : { kind: 'info', text: unknown, link: null };
  const found = t('Find programs');
  const title = model.errors ? t('Error: {{title}}', { title: found }) : found;
  await res.page('programs/search', model, { title, status, area: '/programs', shell: { banner: seeker?.banner ?? null, notice } });
}

async function showProgram(deps: Deps, req: Request, res: Response): Promise<void> {
  const { programId } = req.params;
  const program = isId(programId) ? await findProgram(deps.db, programId) : null;
  if (!program) throw new NotFound();
  const seeker = await searchedFor(deps, req);
  const { question, zipTyped } = readQuestion({ zip: req.query['zip'] });
  const { zip, flow } = startOf(question.zip, zipTyped, seeker);
  const position = zip === null ? null : await zipPosition(deps.db, zip);
  const now = localMoment(deps.clock.now(), deps.config.timeZone);
  const from = position && zip !== null ? { ...position, zip } : null;
  const reach = await reachOf(deps.db, program.id);
  const model = programPage({ program, flow, now, from, standing: await standingOf(deps, req, program.id), reach });
  await res.page('programs/show', model, { title: program.name, area: '/programs', shell: { banner: seeker?.banner ?? null } });
}

/** Whether the reader works at the Program, or has asked to (R27). */
async function standingOf(deps: Deps, req: Request, programId: string): Promise<ClaimStanding> {
  const actor = actorOf(req);
  const worksThere = isUser(actor) && claimedProgramIds(actor).includes(programId);
  const claim = isUser(actor) && !worksThere ? await ownClaimOf(deps.db, actor.userId, programId) : null;
  return { programId, worksThere, claim, timeZone: readersZone(req.user, deps.config) };
}
