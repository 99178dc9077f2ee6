import type { Request, Response, Router } from 'express';
import { NotFound } from '../domain/errors.ts';
import type { Deps } from '../deps.ts';
import { requireSignIn, signedIn } from '../http/current-actor.ts';
import { isId, parseForm } from '../http/forms.ts';
import { ownPath } from '../http/own-path.ts';
import { ReturningPressForm } from '../http/press-form.ts';
import { managedInvitation, resendInvitation, revokeInvitation } from './invitation.service.ts';
import type { InvitationRequest } from './invitation-answers.routes.ts';
import type { Invitation } from './invitation.store.ts';

/** Sending an invitation again, and withdrawing it: for whoever looks after the place (R27). */
export function addInvitationPresses(router: Router, deps: Deps): void {
  router.post('/settings/invitations/:invitationId/resend', requireSignIn, async (req: InvitationRequest, res) => {
    const { invitation, back } = await pressedOn(deps, req);
    // Each is a mail to somebody who may not want it (S-06).
    const tooMany = (await req.limits.accountMail.take(invitation.email.toLowerCase())) !== null;
    const sent = !tooMany && (await resendInvitation(deps, signedIn(req as Request), invitation.id));
    goBack(res, back, sent ? 'resent' : tooMany ? 'enough' : 'answered');
  });
  router.post('/settings/invitations/:invitationId/withdraw', requireSignIn, async (req: InvitationRequest, res) => {
    const { invitation, back } = await pressedOn(deps, req);
    const withdrawn = await revokeInvitation(deps, signedIn(req as Request), invitation.id);
    goBack(res, back, withdrawn ? 'withdrawn' : 'answered');
  });
}

async function pressedOn(deps: Deps, req: InvitationRequest): Promise<{ invitation: Invitation; back: string }> {
  const { invitationId } = req.params;
  if (!isId(invitationId)) throw new NotFound();
  const invitation = await managedInvitation(deps.db, signedIn(req as Request), invitationId);
  const form = parseForm(ReturningPressForm, req.body);
  if (!form.ok) throw new NotFound();
  return { invitation, back: ownPath(form.value.returnTo) ?? pageOf(invitation) };
}

/** The page of the place. */
function pageOf({ teamId, siteId, programId }: Invitation): string {
  if (programId !== null) return `/settings/programs/${programId}`;
  return teamId !== null ? `/settings/groups/${teamId}` : `/settings/site/${siteId ?? ''}`;
}

function goBack(res: Response, back: string, after: string): void {
  res.redirect(303, `${back.split('?', 1)[0] ?? back}?after=${after}`);
}
