import type { Request, Response } from 'express';
import { momentIn } from '../components/dates.ts';
import type { FormState } from '../components/fields.ts';
import { isUser, type Actor } from '../domain/actor.ts';
import { historyName } from '../domain/display-name.ts';
import { isNavigator } from '../domain/membership.ts';
import type { Deps } from '../deps.ts';
import { actorOf } from '../http/current-actor.ts';
import { newFormKey } from '../http/form-key.ts';
import type { FieldErrors } from '../http/forms.ts';
import { networkOf } from '../http/network.ts';
import { connectPage } from './connect.pages.ts';
import type { Connection } from './connect.store.ts';
import { bannerFor } from './connect-words.pages.ts';

/** The Connect form, filled in as far as it is known. */
export async function showConnectForm(
  deps: Deps,
  req: Request,
  res: Response,
  connection: Connection,
  form: FormState,
  failed = 422,
): Promise<void> {
  const actor = actorOf(req);
  const page = connectPage({
    connection,
    form,
    takenBy: takerOf(actor, connection),
    today: momentIn(deps.config.timeZone, deps.clock.now()).date,
    idem: newFormKey(),
    mayRefer: isUser(actor) && isNavigator(actor),
  });
  // The tab and the browser's history say nothing about whom or where (P-03).
  const title = page.errors ? 'Error: Connect' : 'Connect';
  await res.page('referrals/connect', page, {
    title,
    status: page.errors ? failed : 200,
    area: '/programs',
    shell: { banner: bannerFor(connection.who) },
  });
}

/** The same form after a failed try, with everything as it was typed (U-13). */
export async function showConnectFormAgain(
  deps: Deps,
  req: Request,
  res: Response,
  connection: Connection,
  errors: FieldErrors,
  status = 422,
): Promise<void> {
  const typed = Object.entries((req.body ?? {}) as Record<string, unknown>).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const values = Object.fromEntries(typed);
  // What is to be looked at again is to be ticked again.
  if ('consent' in errors) delete values['consent'];
  if ('saveProfile' in errors) delete values['saveProfile'];
  await showConnectForm(deps, req, res, connection, { values, errors }, status);
}

/**
 * Seconds to wait before one more referral of oneself without an account; null when there is none to wait.
 * attack: a form that asks for no account sends mail to any address that is written into it (S-06).
 */
export async function waitOf(req: Request, email: string | null): Promise<number | null> {
  if (isUser(actorOf(req))) return null;
  const waits = [
    await req.limits.ownReferral.take(networkOf(req.ip)),
    email ? await req.limits.ownReferralMail.take(email.toLowerCase()) : null,
  ];
  return waits.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null);
}

function takerOf(actor: Actor, { who }: Connection): string | null {
  return who.kind === 'self' || !isUser(actor) ? null : historyName(actor).name;
}
