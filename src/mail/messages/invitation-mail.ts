import { invitationState } from '../../domain/invitation.ts';
import { issueInvitationToken } from '../../teams/invitation-mail.store.ts';
import { findInvitation } from '../../teams/invitation.store.ts';
import { invitation } from './invitation.words.ts';
import { mailLanguage } from './mail-model.ts';
import type { MailWriter } from './write-mail.ts';

/** An invitation that is still open, with its link; of several mails with it only the newest is sent (S-30). */
export const invitationMail: MailWriter = async ({ db, config, clock }, email) => {
  const found = email.subjectId === null ? null : await findInvitation(db, email.subjectId);
  if (!found || invitationState(found, clock.now()) !== 'open') return { unwanted: 'no_longer_needed' };
  const token = await issueInvitationToken(db, found.id, email.id);
  if (token === null) return { unwanted: 'no_longer_needed' };
  const place = found.groupName === null ? found.organization : `${found.groupName}, ${found.organization}`;
  return {
    message: invitation(found.invitedByName, place),
    language: mailLanguage(email.language),
    about: 'account',
    url: `${config.publicUrl}/invitations/${token}`,
    until: found.expiresAt,
    loop: null,
    timeZone: config.timeZone,
  };
};
