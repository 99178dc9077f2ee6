import type { Deps } from '../deps.ts';
import { findAccountToken } from './account-token.store.ts';
import type { LinkPurpose, MailedLink } from './mailed-link.ts';

/** Looking uses nothing up: mail scanners open links, too (S-31). */
export async function lookAtMailedLink(deps: Pick<Deps, 'db' | 'clock'>, purpose: LinkPurpose, token: string | null): Promise<MailedLink> {
  const found = token === null ? null : await findAccountToken(deps.db, token, purpose, deps.clock.now());
  if (!found) return { state: 'unknown' };
  if (found.used) return { state: 'used' };
  return found.expired ? { state: 'expired' } : { state: 'ready', token: found };
}
