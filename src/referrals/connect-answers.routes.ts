import type { Request, Response } from 'express';
import { momentIn } from '../components/dates.ts';
import type { FormState } from '../components/fields.ts';
import { isUser, userIdOf, type Actor } from '../domain/actor.ts';
import { historyName } from '../domain/display-name.ts';
import { isNavigator } from '../domain/membership.ts';
import { readersZone } from '../domain/reader-zone.ts';
import type { Deps } from '../deps.ts';
import { actorOf } from '../http/current-actor.ts';
import { newFormKey } from '../http/form-key.ts';
import type { FieldErrors } from '../http/forms.ts';
import { networkOf } from '../http/network.ts';
import { visitOf } from '../http/visit.ts';
import { t } from '../i18n/translate.ts';
import type { KnownPeople } from '../people/seeker.store.ts';
import { warningView } from './connect-before.pages.ts';
import type { ConnectWarning } from './connect-before.store.ts';
import { connectPage } from './connect.pages.ts';
import type { Connection } from './connect.store.ts';
import { bannerFor, searchFor } from './connect-words.pages.ts';
import { closedPage } from './connected.pages.ts';

/** What else the form is shown with. */
export interface ConnectExtras {
  /** The status of a form with mistakes. */
  failed?: number;
  /** The people a search for somebody connected before found. */
  known?: KnownPeople | null;
  warning?: ConnectWarning | null;
  /** It was to be sent, and waits for an answer to the warning. */
  asks?: boolean;
  /** What the profile says beside what was written. */
  hints?: Readonly<Record<string, string>>;
}

/** The Connect form, filled in as far as it is known. */
export async function showConnectForm(
  deps: Deps,
  req: Request,
  res: Response,
  connection: Connection,
  form: FormState,
  { failed = 422, asks = false, known = null, warning = null, hints = {} }: ConnectExtras = {},
): Promise<void> {
  const actor = actorOf(req);
  const now = deps.clock.now();
  const page = connectPage({
    connection,
    form,
    known,
    hints,
    warning: warning && warningView(connection.who, { warning, userId: userIdOf(actor), now, asks, use: pickingFor(connection) }),
    takenBy: takerOf(actor, connection),
    today: momentIn(readersZone(req.user, deps.config), now).date,
    idem: newFormKey(),
    visit: connection.who.kind === 'self' ? visitOf(req, res, deps.config) : null,
    mayRefer: isUser(actor) && isNavigator(actor),
  });
  // The tab and the browser's history say nothing about whom or where (P-03).
  const plain = t('Connect');
  const title = page.errors ? t('Error: {{title}}', { title: plain }) : plain;
  await res.page('referrals/connect', page, {
    title,
    status: page.errors ? failed : asks ? 409 : 200,
    area: '/programs',
    shell: { banner: bannerFor(connection.who), exit: connection.who.kind === 'self' },
  });
}

/** Whoever is picked fills in the form again. */
function pickingFor({ program }: Connection): { action: string; name: string } {
  return { action: `/programs/${program.id}/connect/before`, name: 'pick' };
}

export function isClosed({ program }: Connection): boolean {
  return program.retiredAt !== null || !program.acceptingReferrals;
}

export async function showClosed(res: Response, connection: Connection): Promise<void> {
  const status = connection.program.retiredAt ? 410 : 200;
  await res.page('referrals/connect-closed', closedPage(connection.program, searchFor(connection.who)), {
    title: t('Connect'),
    status,
    area: '/programs',
  });
}

/** The same form after a failed try, with everything as it was typed (U-13). */
export async function showConnectFormAgain(
  deps: Deps,
  req: Request,
  res: Response,
  connection: Connection,
  errors: FieldErrors,
  extras: ConnectExtras = {},
): Promise<void> {
  const typed = Object.entries((req.body ?? {}) as Record<string, unknown>).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const values = Object.fromEntries(typed);
  // What is to be looked at again is to be ticked again.
  if ('consent' in errors) delete values['consent'];
  if ('saveProfile' in errors) delete values['saveProfile'];
  await showConnectForm(deps, req, res, connection, { values, errors }, extras);
}

/** Filled in for somebody else, and sent when its writer was no longer signed in: sent on, it would be the writer asking for themselves. */
export function isFormOfHelper(req: Request): boolean {
  return !isUser(actorOf(req)) && typeof req.body === 'object' && req.body !== null && 'known' in req.body && !('for' in req.body);
}

/** What was written stays on the page and is kept nowhere else. */
export async function showSignedOut(deps: Deps, req: Request, res: Response, connection: Connection): Promise<void> {
  const words = t('You were signed out. Sign in in another tab, then send it from here; what you wrote stays');
  await showConnectFormAgain(deps, req, res, { ...connection, who: { kind: 'new' } }, { form: words }, { failed: 401 });
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
