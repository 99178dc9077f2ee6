/** Rules of invitations: 256 random bits, 14 days, once; sending again makes a new link and the old one dies (R27, S-30). */
export const INVITATION_DAYS = 14;

export interface InvitationFacts {
  expiresAt: Date;
  acceptedAt: Date | null;
  revokedAt: Date | null;
  /** Whether whoever sent it could still ask somebody to that place today. */
  senderMayInvite: boolean;
}

export type InvitationState = 'open' | 'expired' | 'accepted' | 'revoked' | 'sender_left';

/**
 * attack: who is about to lose their part invites another address of theirs. An invitation is worth what its sender's word is worth
 * when it is answered (S-14).
 */
export function invitationState({ expiresAt, acceptedAt, revokedAt, senderMayInvite }: InvitationFacts, now: Date): InvitationState {
  if (acceptedAt) return 'accepted';
  if (revokedAt) return 'revoked';
  if (!senderMayInvite) return 'sender_left';
  return expiresAt > now ? 'open' : 'expired';
}

export function invitationExpiry(now: Date): Date {
  return new Date(now.getTime() + INVITATION_DAYS * 86_400_000);
}
