import type { RequestHandler } from 'express';
import { NotFound } from '../domain/errors.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../http/current-actor.ts';
import { isId, parseForm } from '../http/forms.ts';
import { knownPeople } from '../people/known-people.service.ts';
import { isClosed, showClosed, showConnectForm } from './connect-answers.routes.ts';
import { BeforeForm, type BeforeInput } from './connect-before.forms.ts';
import { openAlready } from './connect-before.service.ts';
import { prefilledBeside } from './connect-prefill.pages.ts';
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
    if (!parsed.ok) return showConnectForm(deps, req, res, connection, { values: parsed.values, errors: parsed.errors });
    if (connection.who.kind === 'profile') {
      const warning = await openAlready(deps, user, connection);
      const { form, hints } = prefilledBeside(connection.who, user, typedIn(parsed.value));
      return showConnectForm(deps, req, res, connection, form, { warning, hints });
    }
    const known = await knownPeople(deps, user, parsed.value.find);
    await showConnectForm(deps, req, res, connection, { values: typedIn(parsed.value), errors: {} }, { known });
  };
}

/** What was typed, as it is to stand in the form again. */
function typedIn(form: BeforeInput): Record<string, string> {
  return Object.fromEntries(Object.entries(form).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
