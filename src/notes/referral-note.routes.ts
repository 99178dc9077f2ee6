import { Router, type Request, type Response } from 'express';
import type { UserActor } from '../domain/actor.ts';
import { fullName } from '../domain/display-name.ts';
import { NotFound } from '../domain/errors.ts';
import { isReferringSide, seekerFor } from '../domain/referral-policy.ts';
import { noteSidesOf } from '../domain/note-policy.ts';
import { readersZone } from '../domain/reader-zone.ts';
import type { FormState } from '../components/fields.ts';
import { referralNotes } from '../components/referral-notes.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../http/current-actor.ts';
import { newFormKey } from '../http/form-key.ts';
import { isId, parseForm } from '../http/forms.ts';
import { PressForm } from '../http/press-form.ts';
import { findReferralDetail } from '../referrals/referral.store.ts';
import { t } from '../i18n/translate.ts';
import { noteFormPage } from './note-form.pages.ts';
import { otherClaimers } from './note-readers.store.ts';
import { ReferralNoteForm, type ReferralNoteInput } from './note.forms.ts';
import { addReferralNote, deleteReferralNote } from './referral-note.service.ts';

/** Notes on a referral: added and deleted, never edited (R19). */
export function createReferralNoteRouter(deps: Deps): Router {
  const router = Router();

  router.post('/referrals/:referralId/notes', async (req, res) => {
    const user = signedIn(req);
    const { referralId } = req.params;
    if (!isId(referralId)) throw new NotFound();
    const parsed = parseForm(ReferralNoteForm, req.body);
    if (parsed.ok) res.redirect(303, await addReferralNote(deps, user, noteOf(user, referralId, parsed.value)));
    else await refuse(deps, res, user, referralId, parsed);
  });

  router.post('/referrals/:referralId/notes/:noteId/delete', async (req: Request<{ referralId: string; noteId: string }>, res) => {
    const user = signedIn(req);
    const { referralId, noteId } = req.params;
    if (!isId(referralId) || !isId(noteId)) throw new NotFound();
    const parsed = parseForm(PressForm, req.body);
    if (!parsed.ok) return refuse(deps, res, user, referralId, parsed);
    await deleteReferralNote(deps, user, referralId, noteId);
    res.redirect(303, `/referrals/${referralId}#notes`);
  });

  return router;
}

function noteOf(
  user: UserActor,
  referralId: string,
  { body, ownSideOnly, _idem: key }: ReferralNoteInput,
): Parameters<typeof addReferralNote>[2] {
  const press = key === undefined ? null : { actor: user.userId, key, body: { referralId, body, ownSideOnly } };
  return { referralId, body, ownSideOnly, press };
}

/** What was written, and what is wrong with it. Not found for whoever has no notes there (R13). */
async function refuse(deps: Deps, res: Response, user: UserActor, referralId: string, failed: FormState): Promise<void> {
  const referral = await findReferralDetail(deps.db, user, referralId);
  if (!referral || noteSidesOf(referral.sides).length === 0) throw new NotFound();
  const claimers = await otherClaimers(deps.db, referral.programId, user.userId);
  const facts = {
    referral,
    userId: user.userId,
    notes: [],
    claimers,
    timeZone: readersZone(user, deps.config),
    formKey: newFormKey,
    failed,
  };
  const person = seekerFor(referral);
  const back = { href: `/referrals/${referralId}`, label: t('Back to the referral') };
  const about = t('{{person}} at {{program}}', { person: fullName(person.firstName, person.lastName), program: referral.programName });
  const page = noteFormPage({ back, about, failed, add: referralNotes(facts).add });
  const area = isReferringSide(referral.sides) ? '/people' : '/inbound';
  await res.page('notes/form', page, { title: t('Error: {{title}}', { title: t('Add Note') }), status: 422, area });
}
