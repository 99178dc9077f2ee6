import type { Request, RequestHandler, Response } from 'express';
import { emptyForm, type FormState } from '../components/fields.ts';
import { isNavigator } from '../domain/membership.ts';
import { personSearch } from '../domain/person-search.ts';
import { readersZone } from '../domain/reader-zone.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../http/current-actor.ts';
import { parseForm } from '../http/forms.ts';
import { keepList } from '../http/kept-list.ts';
import { keepSearch, keptSearch } from '../http/kept-search.ts';
import { rowsShown } from '../http/live-request.ts';
import { t } from '../i18n/translate.ts';
import { PeopleFilterForm, PeopleQuery, queryOf, type PeopleFilter } from './people.forms.ts';
import { peopleListPage } from './people.pages.ts';
import { readPeople, type PeopleAsked } from './people.service.ts';

const DAY = 86_400_000;

/** People I'm Helping > People (R16). */
export function listPeople(deps: Deps): RequestHandler {
  return async (req, res) => {
    signedIn(req);
    const { after, before, ...filter } = PeopleQuery.parse(req.query);
    const words = filter.search === null ? null : keptSearch(req, filter.search);
    // Kept in another session, or no longer: the rest of what was chosen stays.
    if (filter.search !== null && words === null) res.redirect(303, `/people${queryOf({ ...filter, search: null })}`);
    else {
      await keepList(req, '/people', queryOf(filter, { ...(after && { after }), ...(before && { before }) }));
      await showPeople(deps, req, res, filter, { after, before, search: words === null ? null : personSearch(words) }, wordsForm(words));
    }
  };
}

/** The form above the list: what was searched for stays in the session, the rest is the address. */
export function filterPeople(deps: Deps): RequestHandler {
  return async (req, res) => {
    signedIn(req);
    const parsed = parseForm(PeopleFilterForm, req.body);
    if (!parsed.ok) {
      const form = { values: parsed.values, errors: parsed.errors };
      return showPeople(deps, req, res, PeopleQuery.parse({}), { after: null, before: null, search: null }, form);
    }
    const { q, ...filter } = parsed.value;
    const search = personSearch(q) ? await keepSearch(req, q) : null;
    res.redirect(303, `/people${queryOf({ ...filter, search })}`);
  };
}

async function showPeople(
  deps: Deps,
  req: Request,
  res: Response,
  filter: PeopleFilter,
  asked: Pick<PeopleAsked, 'after' | 'before' | 'search'>,
  form: FormState,
): Promise<void> {
  const user = signedIn(req);
  const list = await readPeople(deps, user, { ...asked, question: questionOf(filter, deps.clock.now()), shown: rowsShown(req) });
  const page = peopleListPage({ ...list, filter, form, timeZone: readersZone(user, deps.config), navigates: isNavigator(user) });
  const failed = page.errors !== null;
  const title = failed ? t('Error: {{title}}', { title: t('People I’m Helping') }) : t('People I’m Helping');
  await res.page('people/list', page, { title, status: failed ? 422 : 200, area: '/people' });
}

function questionOf({ status, goal, archived, updated, sort }: PeopleFilter, now: Date): PeopleAsked['question'] {
  const since = updated ? new Date(now.getTime() - updated * DAY) : null;
  return { status, goal: goal !== null, archived, since, order: sort };
}

function wordsForm(words: string | null): FormState {
  return words === null ? emptyForm : { values: { q: words }, errors: {} };
}
