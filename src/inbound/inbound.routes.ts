import { Router, type Request } from 'express';
import { claimedProgramIds } from '../domain/membership.ts';
import { personSearch } from '../domain/person-search.ts';
import { NotFound } from '../domain/errors.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../http/current-actor.ts';
import { isId, parseForm } from '../http/forms.ts';
import { keepList } from '../http/kept-list.ts';
import { keepSearch, keptSearch } from '../http/kept-search.ts';
import { t } from '../i18n/translate.ts';
import { AREA, showInbound } from './inbound-answers.routes.ts';
import { notAClaimer } from './inbound-empty.pages.ts';
import { filterOf, InboundFilterForm, InboundQuery, queryOf } from './inbound.forms.ts';
import { assertClaims } from './inbound.service.ts';
import { inboundPrograms, type InboundProgram } from './inbound.store.ts';

/** Inbound Referrals (R20). */
export function createInboundRouter(deps: Deps): Router {
  const router = Router();

  router.get('/inbound', async (req, res) => {
    const user = signedIn(req);
    const first = mostToDo(await inboundPrograms(deps.db, user, claimedProgramIds(user)));
    if (first) res.redirect(303, `/inbound/${first.id}`);
    else await res.page('inbound/none', notAClaimer(), { title: t('Inbound Referrals'), area: AREA });
  });

  router.get('/inbound/:programId', async (req, res) => {
    const programId = claimedOf(req);
    const query = InboundQuery.safeParse(req.query);
    if (!query.success) {
      res.redirect(303, `/inbound/${programId}`);
      return;
    }
    const { search, page } = query.data;
    // Kept in another session, or no longer: the rest of what was chosen stays.
    if (search !== null && keptSearch(req, search) === null)
      res.redirect(303, `/inbound/${programId}${queryOf({ ...query.data, search: null }, page)}`);
    else {
      await keepList(req, `/inbound/${programId}`, queryOf(query.data, page));
      await showInbound(deps, req, res, { programId, filter: query.data });
    }
  });

  router.post('/inbound/:programId', async (req, res) => {
    const programId = claimedOf(req);
    const parsed = parseForm(InboundFilterForm, req.body);
    if (!parsed.ok) {
      await showInbound(deps, req, res, { programId, filter: filterOf(''), form: { values: parsed.values, errors: parsed.errors } });
      return;
    }
    const { q, ...filter } = parsed.value;
    const search = personSearch(q) ? await keepSearch(req, q) : null;
    res.redirect(303, `/inbound/${programId}${queryOf({ ...filter, search })}`);
  });

  return router;
}

/** The Program of the address, if the reader works on it; not found for anybody else, before anything else is said (R13). */
export function claimedOf(req: Request): string {
  const { programId } = req.params;
  const actor = signedIn(req);
  if (!isId(programId)) throw new NotFound();
  assertClaims(actor, programId);
  return programId;
}

/** Where somebody of several Programs begins: at the one with most work to do. */
function mostToDo(programs: readonly InboundProgram[]): InboundProgram | undefined {
  return [...programs].sort((a, b) => b.notUpdated - a.notUpdated)[0];
}
