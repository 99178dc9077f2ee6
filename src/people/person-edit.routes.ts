import type { Request, RequestHandler, Response } from 'express';
import type { FormState } from '../components/fields.ts';
import type { UserActor } from '../domain/actor.ts';
import { NotAllowed, NotFound } from '../domain/errors.ts';
import { PersonChangedMeanwhile, type PersonalInformation } from '../domain/personal-information.ts';
import { readersZone } from '../domain/reader-zone.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../http/current-actor.ts';
import { isId, parseForm } from '../http/forms.ts';
import { PressForm } from '../http/press-form.ts';
import { t } from '../i18n/translate.ts';
import { PersonEditForm } from './person-edit.forms.ts';
import { editForm, personConflictPage, personEditPage } from './person-edit.pages.ts';
import { archivePerson, editPerson, openPerson, restorePerson } from './seeker-change.service.ts';
import type { HelpedSeeker } from './seeker.store.ts';

const AREA = '/people';

/** Personal Information, to be changed by those who help (R17). */
export function showPersonForm(deps: Deps): RequestHandler {
  return async (req, res) => {
    const user = signedIn(req);
    const seeker = await openPerson(deps, user, seekerOf(req));
    await showForm(deps, user, res, seeker, editForm(seeker));
  };
}

export function changePerson(deps: Deps): RequestHandler {
  return async (req, res) => {
    const user = signedIn(req);
    const seeker = await openPerson(deps, user, seekerOf(req));
    const parsed = parseForm(PersonEditForm, req.body);
    // What was not sent is shown as it is.
    if (!parsed.ok) return showForm(deps, user, res, seeker, { ...parsed, values: { ...editForm(seeker).values, ...parsed.values } });
    const { version, ...person } = parsed.value;
    try {
      await editPerson(deps, user, seeker.id, { version, person });
      res.redirect(303, `/people/${seeker.id}?done=saved`);
    } catch (error) {
      if (!(error instanceof PersonChangedMeanwhile)) throw error;
      await showConflict(deps, user, res, seeker.id, person);
    }
  };
}

/** Pressed twice, it is so already. */
export function archive(deps: Deps): RequestHandler {
  return async (req, res) => press(deps, req, res, archivePerson, 'archived');
}

export function restore(deps: Deps): RequestHandler {
  return async (req, res) => press(deps, req, res, restorePerson, 'restored');
}

async function press(deps: Deps, req: Request, res: Response, work: typeof archivePerson, done: string): Promise<void> {
  const [user, seekerId] = [signedIn(req), seekerOf(req)];
  const parsed = parseForm(PressForm, req.body);
  if (!parsed.ok) {
    // Whoever does not help learns nothing by sending rubbish (R13).
    await openPerson(deps, user, seekerId);
    throw new NotAllowed(t('Go back to the profile and press the button again.'));
  }
  await work(deps, user, seekerId);
  res.redirect(303, `/people/${seekerId}?done=${done}`);
}

function seekerOf(req: Request): string {
  const { seekerId } = req.params;
  if (!isId(seekerId)) throw new NotFound();
  return seekerId;
}

async function showForm(deps: Deps, user: UserActor, res: Response, seeker: HelpedSeeker, form: FormState): Promise<void> {
  const page = personEditPage(seeker, form, readersZone(user, deps.config));
  const title = page.errors ? failedTitle() : t('Personal Information');
  await res.page('people/edit', page, { title, status: page.errors ? 422 : 200, area: AREA });
}

/** Read again: what is there now, and by whom, beside what was just written. */
async function showConflict(deps: Deps, user: UserActor, res: Response, seekerId: string, mine: PersonalInformation): Promise<void> {
  const now = await openPerson(deps, user, seekerId);
  const page = personConflictPage(now, mine, readersZone(user, deps.config));
  await res.page('people/edit-conflict', page, { title: failedTitle(), status: 409, area: AREA });
}

function failedTitle(): string {
  return t('Error: {{title}}', { title: t('Personal Information') });
}
