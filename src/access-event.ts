import type { Actor } from './domain/actor.ts';
import type { Log } from './logger.ts';

/** What changes who may do what (S-61). */
export type AccessEvent =
  | 'account_deactivated'
  | 'account_reactivated'
  | 'account_reset'
  | 'claim_approved'
  | 'claim_refused'
  | 'invitation_accepted'
  | 'invitation_resent'
  | 'invitation_sent'
  | 'invitation_withdrawn'
  | 'member_added'
  | 'member_removed'
  | 'operator_ended'
  | 'operator_made'
  | 'program_changed'
  | 'role_changed'
  | 'site_admin_ended'
  | 'site_admin_made'
  | 'team_changed'
  | 'worker_deactivated'
  | 'worker_reactivated';

/** Who runs the server's own commands. */
export const AT_THE_SERVER = { kind: 'server' } as const;

/** One line in the log once it is committed: who changed what of whom, by ids and codes alone (S-60, S-61). */
export function logAccess(
  log: Log,
  event: AccessEvent,
  by: Actor | typeof AT_THE_SERVER,
  facts: Readonly<Record<string, string | boolean | null>>,
): void {
  log.info({ event, by: by.kind === 'user' ? by.userId : by.kind, ...facts }, 'access changed');
}
