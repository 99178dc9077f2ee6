import { Router, type Request } from 'express';
import { isUser, userIdOf, type Actor } from '../domain/actor.ts';
import { NotFound } from '../domain/errors.ts';
import { ReferralRefused } from '../domain/referral-refusal.ts';
import type { Deps } from '../deps.ts';
import { actorOf } from '../http/current-actor.ts';
import { isId, parseForm } from '../http/forms.ts';
import { t } from '../i18n/translate.ts';
import {
  isClosed,
  isFormOfHelper,
  showClosed,
  showConnectForm,
  showConnectFormAgain,
  showSignedOut,
  waitOf,
} from './connect-answers.routes.ts';
import { findBefore } from './connect-before.routes.ts';
import { openAlready, warningBefore } from './connect-before.service.ts';
import { connectForm, ConnectedQuery, ConnectOrigin, consentMismatch, type ConnectInput } from './connect.forms.ts';
import { connectionFor, openConnection, type ConnectAsked } from './connect.service.ts';
import { findConnectProgram, type Connection } from './connect.store.ts';
import { prefilled } from './connect-prefill.pages.ts';
import { onwardOf, peopleWords } from './connect-words.pages.ts';
import { connectedPage } from './connected.pages.ts';
import { isOwnAccount } from './referral-parties.service.ts';
import { sendReferral } from './send-referral.service.ts';
import { pressedPlace, type SentReferral } from './sent-place.ts';

/** The Connect form (R21, R23): public, for somebody else or for oneself. */
export function createConnectRouter(deps: Deps): Router {
  const router = Router();

  router.get('/programs/:programId/connect', async (req, res) => {
    const connection = await openConnection(deps, actorOf(req), askedBy(req, req.query));
    if (isClosed(connection)) return showClosed(res, connection);
    const warning = await openAlready(deps, actorOf(req), connection);
    await showConnectForm(deps, req, res, connection, prefilled(connection.who, actorOf(req)), { warning });
  });

  router.post('/programs/:programId/connect', async (req, res) => {
    const asked = askedBy(req, req.body);
    const connection = await connectionFor(deps, actorOf(req), asked);
    if (isFormOfHelper(req)) return showSignedOut(deps, req, res, connection);
    const parsed = parseForm(connectForm(peopleWords(connection.who)), req.body);
    if (!parsed.ok) return showConnectFormAgain(deps, req, res, connection, parsed.errors);
    const changed = consentMismatch(parsed.value.consentText, connection.consent.text);
    if (changed) return showConnectFormAgain(deps, req, res, connection, { consent: t(changed) });
    const wait = await waitOf(req, parsed.value.email);
    if (wait !== null)
      return showConnectFormAgain(deps, req, res.set('Retry-After', String(wait)), connection, { form: waitWords(wait) }, { failed: 429 });
    const request = requestOf(actorOf(req), connection, parsed.value);
    const warning = parsed.value.known === 'ask' ? await warningBefore(deps, actorOf(req), connection, request) : null;
    if (warning) return showConnectFormAgain(deps, req, res, connection, {}, { warning, asks: true });
    try {
      const sent = await sendReferral(deps, actorOf(req), request);
      res.redirect(303, placeAfter(actorOf(req), connection, parsed.value, sent));
    } catch (error) {
      if (!(error instanceof ReferralRefused)) throw error;
      const field = error.refusal === 'profile_changed' ? 'saveProfile' : 'form';
      await showConnectFormAgain(deps, req, res, await connectionFor(deps, actorOf(req), asked), { [field]: t(error.message) });
    }
  });

  router.post('/programs/:programId/connect/before', findBefore(deps));

  router.get('/programs/:programId/connect/sent', async (req, res) => {
    const program = isId(req.params.programId) ? await findConnectProgram(deps.db, req.params.programId) : null;
    if (!program) throw new NotFound();
    const { by } = ConnectedQuery.parse(req.query);
    await res.page('referrals/connected', connectedPage(program, by), {
      title: t('Sent'),
      area: '/programs',
      shell: { noindex: true, exit: true },
    });
  });

  return router;
}

function waitWords(seconds: number): string {
  return t('Too many forms came from here. Send it again in {{count, number}} minutes; what you wrote stays here', {
    count: Math.ceil(seconds / 60),
  });
}

/** The Program, and from where; an id that cannot be one is of nobody (R13). */
function askedBy(req: Request<{ programId: string }>, given: unknown): ConnectAsked {
  const { programId } = req.params;
  const { seekerId, for: whom, forwardedFrom } = ConnectOrigin.parse(given ?? {});
  if (!isId(programId)) throw new NotFound();
  return { programId, seekerId: idOrNone(seekerId), forMe: whom === 'me', forwardedFrom: idOrNone(forwardedFrom) };
}

function idOrNone(given: unknown): string | null {
  if (given === undefined) return null;
  if (!isId(given)) throw new NotFound();
  return given;
}

function requestOf(actor: Actor, { program, who, consent }: Connection, input: ConnectInput): Parameters<typeof sendReferral>[2] {
  const {
    firstName,
    lastName,
    email,
    phone,
    zip,
    language,
    contactPreference,
    comment,
    saveProfile,
    profileVersion,
    forwardedVersion,
    _idem: key,
  } = input;
  const onward = onwardOf(who);
  const saveTo = saveProfile ? { version: profileVersion ?? null } : null;
  return {
    programId: program.id,
    who: who.kind === 'profile' ? { kind: 'profile', seekerId: who.seeker.id, saveTo } : { kind: who.kind === 'self' ? 'self' : 'new' },
    person: { firstName, lastName, email, phone, zip, language, contactPreference },
    comment,
    consent,
    forwardedFrom: onward && { referralId: onward.referralId, version: forwardedVersion ?? null },
    press: key
      ? {
          actor: userIdOf(actor) ?? 'anonymous',
          key,
          body: { ...input, programId: program.id, known: undefined, find: undefined, _idem: undefined },
        }
      : null,
  };
}

/** A helper goes to the Seeker's Profile, a Seeker to Referrals for Me, and somebody without an account is told what comes next. */
function placeAfter(actor: Actor, { program, who }: Connection, input: ConnectInput, sent: SentReferral): string {
  if (who.kind !== 'self') return pressedPlace(sent);
  if (isUser(actor) && isOwnAccount(actor, input)) return '/for-me';
  return `/programs/${program.id}/connect/sent?by=${input.contactPreference}`;
}
