import type { RequestHandler } from 'express';
import { NotFound } from '../domain/errors.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../http/current-actor.ts';
import { isId, parseForm } from '../http/forms.ts';
import { knownPeople } from '../people/known-people.service.ts';
import { isClosed, showClosed, showConnectForm } from './connect-answers.routes.ts';
import { BeforeForm } from './connect-before.forms.ts';
import { openAlready } from './connect-before.service.ts';
import { prefilled } from './connect-prefill.pages.ts';
import { openConnection } from './connect.service.ts';

/** "Someone you've connected before": finds them, and fills in the form (R23). It sends nothing. */
export function findBefore(deps: Deps): RequestHandler {
  return async (req, res) => {
    const user = signedIn(req);
    const { programId } = req.params;
    if (!isId(programId)) throw new NotFound();
    const parsed = parseForm(BeforeForm, req.body);
    const seekerId = parsed.ok ? (parsed.value.pick ?? null) : null;
    const connection = await openConnection(deps, user, { programId, seekerId, forMe: false, forwardedFrom: null });
    if (isClosed(connection)) return showClosed(res, connection);
    const form = prefilled(connection.who, user);
    if (!parsed.ok) return showConnectForm(deps, req, res, connection, { values: parsed.values, errors: parsed.errors });
    const { find, comment } = parsed.value;
    // Consent is taken anew: it names the person (R23).
    if (connection.who.kind === 'profile') {
      const warning = await openAlready(deps, user, connection);
      return showConnectForm(deps, req, res, connection, { ...form, values: { ...form.values, comment } }, { warning });
    }
    const known = await knownPeople(deps, user, find);
    await showConnectForm(deps, req, res, connection, { values: { ...form.values, find }, errors: {} }, { known });
  };
}
