import { Router } from 'express';
import type { UserActor } from '../domain/actor.ts';
import { NotFound } from '../domain/errors.ts';
import { readersZone } from '../domain/reader-zone.ts';
import type { Deps } from '../deps.ts';
import type { Notice } from '../http/components.ts';
import { signedIn } from '../http/current-actor.ts';
import { newFormKeys } from '../http/form-key.ts';
import { isId } from '../http/forms.ts';
import { isLive } from '../http/live-request.ts';
import { findConnectProgram } from '../referrals/connect.store.ts';
import { t } from '../i18n/translate.ts';
import { filterPeople, listPeople } from './people-list.routes.ts';
import { ProfileQuery } from './people.forms.ts';
import { doneNotice } from './person-care.pages.ts';
import { archive, changePerson, restore, showPersonForm } from './person-edit.routes.ts';
import { profilePage, sentNotice } from './profile.pages.ts';
import { openProfile } from './profile.service.ts';
import type { Profile } from './profile.store.ts';
import { seekerWork } from './seeker-work.store.ts';

const AREA = '/people';

/** People I'm Helping: the list and the Seeker's Profile (R16, R17). */
export function createPeopleRouter(deps: Deps): Router {
  const router = Router();

  router.get('/people', listPeople(deps));
  router.post('/people', filterPeople(deps));

  router.get('/people/:seekerId', async (req, res) => {
    const user = signedIn(req);
    const { seekerId } = req.params;
    if (!isId(seekerId)) throw new NotFound();
    const profile = await openProfile(deps, user, seekerId, isLive(req));
    const { sent, done } = ProfileQuery.parse(req.query);
    const notice = (await noticeFor(deps, profile, sent)) ?? doneNotice(profile, done);
    const work = await seekerWork(deps.db, user, seekerId);
    const facts = {
      profile,
      work,
      reader: readerOf(user),
      timeZone: readersZone(user, deps.config),
      now: deps.clock.now(),
      formKey: newFormKeys(),
    };
    // The tab and the browser's history name nobody (P-03).
    await res.page('people/profile', profilePage(facts), { title: t('Seeker’s Profile'), area: AREA, shell: { notice } });
  });

  router.get('/people/:seekerId/edit', showPersonForm(deps));
  router.post('/people/:seekerId/edit', changePerson(deps));
  router.post('/people/:seekerId/archive', archive(deps));
  router.post('/people/:seekerId/restore', restore(deps));
  return router;
}

/** After sending: what happens next. Only for a referral that its reader sees here. */
async function noticeFor(deps: Deps, { outbound }: Profile, sent: string | null): Promise<Notice | null> {
  const referral = outbound.find(({ id }) => id === sent);
  const program = referral ? await findConnectProgram(deps.db, referral.programId) : null;
  return program ? sentNotice(program) : null;
}

function readerOf({ userId, memberships }: UserActor): { userId: string; teams: UserActor['memberships'] } {
  return { userId, teams: memberships };
}
