import type { Request, Response } from 'express';
import type { Deps } from '../deps.ts';
import { isId } from '../http/forms.ts';
import type { Confirmation } from '../http/list-components.ts';
import { acceptedInvitation, openInvitation, type OpenedInvitation } from './accept-invitation.service.ts';
import { invitationCookie } from './invitation-cookie.ts';
import { deadInvitation, joinedPage, openTheMail, tooManyTries, unknownInvitation } from './invitation-words.pages.ts';
import { t } from '../i18n/translate.ts';

export type InvitationRequest = Request<{ invitationId: string }>;

/**
 * The open invitation of this address, for whoever's cookie shows that they had its link; otherwise this has answered, and it is
 * null: for whoever joined by it, with where to go now; for everybody else the same whether there is such an invitation or not.
 */
export async function openedIn(deps: Deps, req: InvitationRequest, res: Response): Promise<OpenedInvitation | null> {
  const { invitationId } = req.params;
  const token = isId(invitationId) ? invitationCookie(req, deps.config, invitationId) : null;
  const opened = await openInvitation(deps, token);
  if (opened?.state === 'open' && opened.invitation.id === invitationId) return opened;
  const mine = req.user && isId(invitationId) ? await acceptedInvitation(deps, req.user, invitationId) : null;
  if (mine) await res.page('teams/joined', joinedPage(mine), { title: t('You have joined') });
  else await answerDead(res, opened, token !== null);
  return null;
}

async function answerDead(res: Response, opened: OpenedInvitation | null, hadLink: boolean): Promise<void> {
  if (opened && opened.state !== 'open') await say(res, deadInvitation(opened.state), 410);
  else if (hadLink) await say(res, unknownInvitation(), 404);
  else await say(res, openTheMail(), 404);
}

export async function showUnknown(res: Response, tooMany: boolean): Promise<void> {
  await say(res, tooMany ? tooManyTries() : unknownInvitation(), tooMany ? 429 : 404);
}

/** It died while the form was sent; or the address got an account, and its page says so now. */
export async function showDead(deps: Deps, req: InvitationRequest, res: Response, token: string): Promise<void> {
  const opened = await openInvitation(deps, token);
  if (opened?.state === 'open') res.redirect(303, `/invitations/${req.params.invitationId}`);
  else await answerDead(res, opened, true);
}

async function say(res: Response, page: Confirmation, status: number): Promise<void> {
  await res.page('teams/invitation-dead', page, { title: page.heading, status });
}
