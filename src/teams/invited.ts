import type { Invitation } from './invitation.store.ts';

/**
 * `member`: they are in already. `deactivated`: they are, but their account is closed, and whoever asked may open it or not.
 * `invited`: asked before; it can be sent again.
 */
export type Invited =
  | { invitationId: string }
  | { refused: 'member' }
  | { refused: 'deactivated'; mayReactivate: boolean }
  | { refused: 'invited'; invitation: Invitation };
