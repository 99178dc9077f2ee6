import { Router, type Response } from 'express';
import type { FormState } from '../components/fields.ts';
import type { UserActor } from '../domain/actor.ts';
import { NotFound } from '../domain/errors.ts';
import { isNavigator } from '../domain/membership.ts';
import { personSearch } from '../domain/person-search.ts';
import type { Deps } from '../deps.ts';
import type { Notice } from '../http/components.ts';
import { signedIn } from '../http/current-actor.ts';
import { newFormKeys } from '../http/form-key.ts';
import { isId, parseForm } from '../http/forms.ts';
import { keepSearch, keptSearch } from '../http/kept-search.ts';
import { isLive } from '../http/live-request.ts';
import { findConnectProgram } from '../referrals/connect.store.ts';
import { PeopleQuery, PeopleSearch, ProfileQuery, type PeoplePlace } from './people.forms.ts';
import { peopleListPage } from './people.pages.ts';
import { readPeople } from './people.service.ts';
import { profilePage, sentNotice } from './profile.pages.ts';
import { openProfile } from './profile.service.ts';
import type { Profile } from './profile.store.ts';
import { seekerWork } from './seeker-work.store.ts';

const AREA = '/people';

/** People I'm Helping: the list and the Seeker's Profile (R16, R17). */
export function createPeopleRouter(deps: Deps): Router {
  const router = Router();

  router.get('/people', async (req, res) => {
    const user = signedIn(req);
    const { search: id, ...place } = PeopleQuery.parse(req.query);
    const asked = id === null ? null : keptSearch(req, id);
    if (id !== null && asked === null) {
      res.redirect(303, '/people');
      return;
    }
    await showPeople(deps, res, user, place, id !== null && asked !== null ? { id, text: asked } : null);
  });

  router.post('/people', async (req, res) => {
    const user = signedIn(req);
    const parsed = parseForm(PeopleSearch, req.body);
    if (!parsed.ok)
      return showPeople(deps, res, user, { older: null, newer: null }, null, { errors: parsed.errors, values: parsed.values });
    res.redirect(303, personSearch(parsed.value.q) ? `/people?search=${await keepSearch(req, parsed.value.q)}` : '/people');
  });

  router.get('/people/:seekerId', async (req, res) => {
    const user = signedIn(req);
    const { seekerId } = req.params;
    if (!isId(seekerId)) throw new NotFound();
    const profile = await openProfile(deps, user, seekerId, isLive(req));
    const notice = await noticeFor(deps, profile, ProfileQuery.parse(req.query).sent);
    const work = await seekerWork(deps.db, user, seekerId);
    const facts = { profile, work, reader: readerOf(user), timeZone: deps.config.timeZone, now: deps.clock.now(), formKey: newFormKeys() };
    // The tab and the browser's history name nobody (P-03).
    await res.page('people/profile', profilePage(facts), { title: 'Seeker’s Profile', area: AREA, shell: { notice } });
  });

  return router;
}

async function showPeople(
  deps: Deps,
  res: Response,
  user: UserActor,
  place: PeoplePlace,
  search: { id: string; text: string } | null,
  failed?: FormState,
): Promise<void> {
  const list = await readPeople(deps, user, place, search ? personSearch(search.text) : null);
  const form = failed ?? { values: { q: search?.text ?? '' }, errors: {} };
  const page = peopleListPage({
    ...list,
    form,
    searchId: search?.id ?? null,
    timeZone: deps.config.timeZone,
    navigates: isNavigator(user),
  });
  const title = failed ? 'Error: People I’m Helping' : 'People I’m Helping';
  await res.page('people/list', page, { title, status: failed ? 422 : 200, area: AREA });
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
