import type { Request, Response } from 'express';
import type { UserActor } from '../domain/actor.ts';
import { NotFound } from '../domain/errors.ts';
import { mayAdministerSite } from '../domain/team-policy.ts';
import type { Deps } from '../deps.ts';
import type { Notice } from '../http/components.ts';
import { signedIn } from '../http/current-actor.ts';
import { newFormKey } from '../http/form-key.ts';
import { isId } from '../http/forms.ts';
import { t } from '../i18n/translate.ts';
import { invitationsToSite } from '../teams/invitation.store.ts';
import { groupsOf, workersOf } from '../teams/site.store.ts';
import { sitePage, type SiteTry } from './site.pages.ts';

/** The Site of the address, for its admins; there is none for anybody else (R13). */
export interface AdministeredSite {
  user: UserActor;
  siteId: string;
  siteName: string;
  /** The address of its page. */
  here: string;
}

export function siteOf(req: Request<{ siteId: string }>): AdministeredSite {
  const user = signedIn(req as Request);
  const { siteId } = req.params;
  const site = user.adminOf.find((one) => one.siteId === siteId);
  if (!isId(siteId) || !site || !mayAdministerSite(user, siteId)) throw new NotFound();
  return { user, siteId, siteName: site.organization, here: `/settings/site/${siteId}` };
}

export async function showSite(deps: Deps, req: Request<{ siteId: string }>, res: Response, tried: SiteTry | null = null): Promise<void> {
  const site = siteOf(req);
  const { siteId, siteName } = site;
  const [workers, groups, invitations] = await Promise.all([
    workersOf(deps.db, siteId),
    groupsOf(deps.db, siteId),
    invitationsToSite(deps.db, siteId),
  ]);
  const facts = { ...site, workers, groups, invitations, timeZone: deps.config.timeZone, now: deps.clock.now(), idem: newFormKey() };
  const title = t('Workers and Groups of {{site}}', { site: siteName });
  const notice = tried ? null : noticeAfter(req.query['after']);
  await res.page('settings/site', sitePage(facts, tried ?? undefined), {
    title: tried ? t('Error: {{title}}', { title }) : title,
    status: tried ? 422 : 200,
    shell: { notice },
  });
}

const DONE: Readonly<Record<string, () => string>> = {
  invited: () => t('The invitation is on its way.'),
  resent: () => t('The invitation is on its way again. Its old link works no more.'),
  withdrawn: () => t('The invitation is withdrawn. Its link works no more.'),
  enough: () => t('This address has had several emails within the hour. Try again in an hour.'),
  answered: () => t('That invitation was already answered or withdrawn.'),
  deactivated: () => t('They are deactivated and signed out everywhere.'),
  left: () => t('They have left, and see nothing of what is shared here any more.'),
  reactivated: () => t('They can sign in again, and are in the same Groups as before.'),
  ended: () => t('They are no longer a Site admin.'),
  removed: () => t('They are out of the Group and stopped seeing what it shares.'),
  added: () => t('They are in the Group and see what it shares.'),
  role: () => t('Their role is changed.'),
  saved: () => t('Saved.'),
};

/** What was just done on a page of people; names nobody, because it stands in the address. */
export function noticeAfter(after: unknown): Notice | null {
  const text = typeof after === 'string' && Object.hasOwn(DONE, after) ? DONE[after]?.() : undefined;
  return text ? { kind: 'done', text, link: null } : null;
}
