import type { Request } from 'express';
import { refusalWords } from '../components/invite-form.ts';
import { readersZone } from '../domain/reader-zone.ts';
import type { Deps } from '../deps.ts';
import type { Invited } from './invited.ts';
import { t } from '../i18n/translate.ts';

/** Why nobody was invited, for the form; `before` is the invitation they have already. */
export interface InviteRefusal {
  words: string;
  before: string | null;
}

/** Invites, unless this address has had enough of our mail for an hour (S-06); null when the mail is on its way. */
export async function refusedInvitation(
  deps: Deps,
  req: Request<object>,
  email: string,
  invite: () => Promise<Invited>,
): Promise<InviteRefusal | null> {
  const mails = req.limits.accountMail;
  const key = email.toLowerCase();
  if ((await mails.take(key)) !== null)
    return { words: t('This address has had several emails within the hour. Try again in an hour'), before: null };
  const invited = await invite();
  const words = refusalWords(invited, { timeZone: readersZone(req.user, deps.config), now: deps.clock.now() });
  if (words === null) return null;
  await mails.giveBack(key);
  return { words, before: 'refused' in invited && invited.refused === 'invited' ? invited.invitation.id : null };
}
