import { Router, type Request, type Response } from 'express';
import type { UserActor } from '../domain/actor.ts';
import { fullName } from '../domain/display-name.ts';
import { NotFound } from '../domain/errors.ts';
import { sharingTeamNames } from '../domain/membership.ts';
import type { FormState } from '../components/fields.ts';
import { sharedReaders } from '../components/note-readers.ts';
import { addNote } from '../components/notes.ts';
import type { Deps } from '../deps.ts';
import { findGoal } from '../goals/goal.service.ts';
import { signedIn } from '../http/current-actor.ts';
import { newFormKey } from '../http/form-key.ts';
import { isId, parseForm } from '../http/forms.ts';
import { PressForm } from '../http/press-form.ts';
import { findWorkedSeeker } from '../people/worked-seeker.store.ts';
import { t } from '../i18n/translate.ts';
import { noteFormPage } from './note-form.pages.ts';
import { NoteForm } from './note.forms.ts';
import { addSeekerNote, deleteSeekerNote } from './seeker-note.service.ts';

/** Notes on a Seeker's profile and on their Goals: the referring side's (R11, R19). */
export function createSeekerNoteRouter(deps: Deps): Router {
  const router = Router();

  router.post('/people/:seekerId/notes', async (req: Request<{ seekerId: string }>, res) => {
    await add(deps, req, res, null);
  });

  router.post('/people/:seekerId/goals/:goalId/notes', async (req: Request<{ seekerId: string; goalId: string }>, res) => {
    await add(deps, req, res, req.params.goalId);
  });

  router.post('/people/:seekerId/notes/:seekerNoteId/delete', async (req: Request<{ seekerId: string; seekerNoteId: string }>, res) => {
    const user = signedIn(req);
    const { seekerId, seekerNoteId: noteId } = req.params;
    if (!isId(seekerId) || !isId(noteId)) throw new NotFound();
    const parsed = parseForm(PressForm, req.body);
    if (parsed.ok) res.redirect(303, await deleteSeekerNote(deps, user, seekerId, noteId));
    else await refuse(deps, res, user, { seekerId, goalId: null }, parsed);
  });

  return router;
}

async function add(deps: Deps, req: Request<{ seekerId: string }>, res: Response, goalId: string | null): Promise<void> {
  const user = signedIn(req as Request);
  const { seekerId } = req.params;
  if (!isId(seekerId) || (goalId !== null && !isId(goalId))) throw new NotFound();
  const parsed = parseForm(NoteForm, req.body);
  if (!parsed.ok) return refuse(deps, res, user, { seekerId, goalId }, parsed);
  const { body, _idem: key } = parsed.value;
  const press = key === undefined ? null : { actor: user.userId, key, body: { seekerId, goalId, body } };
  res.redirect(303, await addSeekerNote(deps, user, { seekerId, goalId, body, press }));
}

interface Place {
  seekerId: string;
  goalId: string | null;
}

async function refuse(deps: Deps, res: Response, user: UserActor, { seekerId, goalId }: Place, failed: FormState): Promise<void> {
  const seeker = await findWorkedSeeker(deps.db, user, seekerId);
  if (!seeker) throw new NotFound();
  const goal = goalId === null ? null : await findGoal(deps.db, user, seekerId, goalId);
  const below = goal ? `/people/${seekerId}/goals/${goal.id}` : `/people/${seekerId}`;
  const readers = sharedReaders(sharingTeamNames(user), seeker.firstName);
  const name = fullName(seeker.firstName, seeker.lastName);
  const page = noteFormPage({
    back: { href: below, label: goal ? t('Back to the Goal') : t('Back to the profile') },
    about: goal ? t('the Goal “{{title}}”', { title: goal.title }) : name,
    failed,
    add: addNote({ below, formKey: newFormKey(), readers, ownReaders: null, failed }),
  });
  await res.page('notes/form', page, { title: t('Error: {{title}}', { title: t('Add Note') }), status: 422, area: '/people' });
}
