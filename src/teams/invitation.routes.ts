import { Router, type Request, type Response } from 'express';
import { TooBusy } from '../accounts/password-hash.ts';
import { beginSession } from '../accounts/begin-session.ts';
import type { FormState } from '../components/fields.ts';
import type { Deps } from '../deps.ts';
import type { UserActor } from '../domain/actor.ts';
import { newFormKey } from '../http/form-key.ts';
import { parseForm } from '../http/forms.ts';
import { networkOf } from '../http/network.ts';
import { PressForm } from '../http/press-form.ts';
import { tokenPageHeaders } from '../http/security.ts';
import { isToken } from '../secret-token.ts';
import { joinAsNewPerson, joinAsUser, openInvitation, type OpenedInvitation } from './accept-invitation.service.ts';
import { openedIn, showDead, showUnknown, type InvitationRequest } from './invitation-answers.routes.ts';
import { clearInvitationCookie, setInvitationCookie } from './invitation-cookie.ts';
import { addInvitationPresses } from './invitation-presses.routes.ts';
import { newPersonForm } from './invitation.forms.ts';
import { invitationPage } from './invitation.pages.ts';
import { languageNow } from '../i18n/speaking.ts';
import { t } from '../i18n/translate.ts';

/** Joining by an invitation, and what its senders do about it (R27). */
export function createInvitationRouter(deps: Deps): Router {
  const router = Router();
  router.use('/invitations', tokenPageHeaders);
  router.get('/invitations/:token', async (req, res, next) => {
    if (isToken(req.params.token)) await swapToken(deps, req, res, req.params.token);
    else next();
  });
  router.get('/invitations/:invitationId', async (req: InvitationRequest, res) => {
    const opened = await openedIn(deps, req, res);
    if (opened) await show(req, res, opened);
  });
  router.post('/invitations/:invitationId', async (req: InvitationRequest, res) => {
    const opened = await openedIn(deps, req, res);
    if (!opened) return;
    if (req.user) await joinSignedIn(deps, req, res, req.user, opened);
    else if (opened.account === 'none') await joinNew(deps, req, res, opened);
    else await show(req, res, opened);
  });
  addInvitationPresses(router, deps);
  return router;
}

/** Swaps the token for a cookie and an address without it (S-32). It consumes nothing: scanners open links too. */
async function swapToken(deps: Deps, req: Request, res: Response, token: string): Promise<void> {
  const opened = await openInvitation(deps, token);
  if (!opened) {
    // attack: guessing tokens.
    await showUnknown(res, (await req.limits.wrongLink.take(networkOf(req.ip))) !== null);
    return;
  }
  setInvitationCookie(res, deps.config, opened.invitation.id, token);
  res.redirect(303, `/invitations/${opened.invitation.id}`);
}

async function joinSignedIn(deps: Deps, req: InvitationRequest, res: Response, user: UserActor, opened: OpenedInvitation): Promise<void> {
  const theirs = user.email.toLowerCase() === opened.invitation.email.toLowerCase();
  if (!theirs || !parseForm(PressForm, req.body).ok) await show(req, res, opened, undefined, 422);
  else if (await joinAsUser(deps, user, opened)) goIn(deps, req, res);
  else await showDead(deps, req, res, opened.token);
}

async function joinNew(deps: Deps, req: InvitationRequest, res: Response, opened: OpenedInvitation): Promise<void> {
  const form = parseForm(newPersonForm(opened.invitation.email), req.body);
  if (!form.ok) {
    await show(req, res, opened, form, 422);
    return;
  }
  const { firstName, lastName } = form.value;
  const again = (words: string, status: number): Promise<void> =>
    show(req, res, opened, { values: { firstName, lastName }, errors: { password: words } }, status);
  if ((await req.limits.signUp.take(networkOf(req.ip))) !== null) {
    await again(t('Too many accounts were made from here. Try again in an hour'), 429);
    return;
  }
  try {
    const user = await joinAsNewPerson(deps, opened, { ...form.value, language: languageNow() });
    if (!user) await showDead(deps, req, res, opened.token);
    else {
      await beginSession(deps, req, user);
      goIn(deps, req, res);
    }
  } catch (error) {
    if (!(error instanceof TooBusy)) throw error;
    await again(t('Many people are signing in right now. Try again in a few seconds'), 503);
  }
}

function goIn(deps: Deps, req: InvitationRequest, res: Response): void {
  clearInvitationCookie(res, deps.config, req.params.invitationId);
  res.redirect(303, `/invitations/${req.params.invitationId}`);
}

async function show(req: InvitationRequest, res: Response, opened: OpenedInvitation, form?: FormState, status = 200): Promise<void> {
  const { invitation, account } = opened;
  const title = t('Invitation');
  const facts = { invitation, account, signedInAs: req.user?.email ?? null, idem: newFormKey() };
  await res.page('teams/invitation', invitationPage(facts, form), { title: form ? t('Error: {{title}}', { title }) : title, status });
}
