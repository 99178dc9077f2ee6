import type { Request, Response } from 'express';
import { doneNotice } from '../components/done-notice.ts';
import type { UserActor } from '../domain/actor.ts';
import { NotFound } from '../domain/errors.ts';
import { readersZone } from '../domain/reader-zone.ts';
import { mayAdministerSite } from '../domain/team-policy.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../http/current-actor.ts';
import { newFormKey } from '../http/form-key.ts';
import { isId } from '../http/forms.ts';
import { t } from '../i18n/translate.ts';
import { invitationsToSite } from '../teams/invitation.store.ts';
import { groupsOf, workersOf } from '../teams/site.store.ts';
import { sitePage, type SiteTry } from './site.pages.ts';
import { SITE_DONE } from './team-done.ts';

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
  const facts = {
    ...site,
    workers,
    groups,
    invitations,
    timeZone: readersZone(site.user, deps.config),
    now: deps.clock.now(),
    idem: newFormKey(),
  };
  const title = t('Workers and Groups of {{site}}', { site: siteName });
  const notice = tried ? null : doneNotice(SITE_DONE, req.query['after']);
  await res.page('settings/site', sitePage(facts, tried ?? undefined), {
    title: tried ? t('Error: {{title}}', { title }) : title,
    status: tried ? 422 : 200,
    shell: { notice },
  });
}
