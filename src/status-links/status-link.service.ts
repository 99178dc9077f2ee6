import type { LinkActor } from '../domain/actor.ts';
import { historyName } from '../domain/display-name.ts';
import { linkState, mayReissue, type LinkState } from '../domain/status-link.ts';
import { loadUserActor } from '../accounts/user.store.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Deps } from '../deps.ts';
import { queueEmail } from '../mail/email.store.ts';
import { isToken } from '../secret-token.ts';
import { holdsLink } from './link-cookie.ts';
import { isPublicId } from './public-id.ts';
import { findLinkByPublicId, findLinkByToken, markReissued, type StoredLink } from './status-link.store.ts';

type LinkDeps = Pick<Deps, 'db' | 'clock' | 'config'>;

/** A link and what it is worth at this moment; the actor is there while it is live. */
export interface OpenedLink {
  link: StoredLink;
  state: LinkState;
  actor: LinkActor | null;
}

/** The link this token is the capability of, dead or alive; null for a token nobody was given. */
export async function linkOfToken(deps: LinkDeps, token: string): Promise<StoredLink | null> {
  return isToken(token) ? findLinkByToken(deps.db, token) : null;
}

/** The link of this address, for whoever's cookies show that they had its token; null for everybody else (S-32). */
export async function openLink(deps: LinkDeps, cookieHeader: string | undefined, publicId: string): Promise<OpenedLink | null> {
  const now = deps.clock.now();
  if (!isPublicId(publicId) || !holdsLink(deps.config, cookieHeader, publicId, now)) return null;
  const link = await findLinkByPublicId(deps.db, publicId);
  if (!link) return null;
  const state = linkState(link, now);
  return { link, state, actor: state === 'live' ? await actorOfLink(deps, link) : null };
}

/** Who acts through a Status link, for a socket that follows its page; null unless the link is live and its cookie is there. */
export async function linkActorFromCookies(deps: LinkDeps, cookieHeader: string | undefined, publicId: string): Promise<LinkActor | null> {
  return (await openLink(deps, cookieHeader, publicId))?.actor ?? null;
}

/** Made fresh at each request, so that a name, an organization and the access itself are those of this moment (R7, R30). */
async function actorOfLink({ db }: LinkDeps, link: StoredLink): Promise<LinkActor | null> {
  const { id: linkId, publicId, referralId, recipient, userId, email } = link;
  const base = { kind: 'link' as const, linkId, publicId, referralId, recipient, userId, email };
  if (recipient === 'seeker') return { ...base, firstName: link.seekerFirstName, lastName: link.seekerLastName, organization: null };
  // An unclaimed Program's own mailbox: nobody is known by name behind it.
  if (userId === null) return { ...base, firstName: 'Program staff', lastName: '', organization: link.programName };
  const claimer = await loadUserActor(db, userId);
  if (!claimer) return null;
  const { firstName, lastName } = claimer;
  return { ...base, firstName, lastName, organization: historyName(claimer).organization };
}

const FRESH_EVERY_MINUTES = 20;

/**
 * Sends a fresh link to the address the old one went to, and to no other (R30), at most three times an hour. False where the
 * link did not die of age, or its recipient asked not to be reached.
 */
export async function sendFreshLink(deps: LinkDeps & Pick<Deps, 'jobs'>, { link, state }: OpenedLink): Promise<boolean> {
  if (!mayReissue(state) || !link.mayBeMailed) return false;
  const now = deps.clock.now();
  const { id: linkId, referralId, userId, email: toAddress, language } = link;
  await inTransaction(deps, async (tx) => {
    const turn = Math.floor(now.getTime() / (FRESH_EVERY_MINUTES * 60_000));
    const party = link.recipient === 'seeker' ? ('seeker' as const) : ('program' as const);
    const dedupeKey = `fresh_link:${linkId}:${String(turn)}`;
    const emailId = await queueEmail(tx, { kind: 'fresh_link', dedupeKey, toAddress, language, referralId, userId, party });
    await markReissued(tx, linkId, now);
    await deps.jobs.deliverEmails(tx, [emailId]);
  });
  return true;
}
