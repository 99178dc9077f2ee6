import { isUser, type Actor } from '../domain/actor.ts';
import { consentForSeeker, consentForSelf, type ConsentText } from '../domain/consent.ts';
import { historyName } from '../domain/display-name.ts';
import { NotFound, SignInNeeded } from '../domain/errors.ts';
import { isNavigator } from '../domain/membership.ts';
import type { Deps } from '../deps.ts';
import { languageNow } from '../i18n/speaking.ts';
import { findHelpedSeeker } from '../people/seeker.store.ts';
import { lookerOf, recordLook } from './access-log.store.ts';
import { connectOnward } from './forward.service.ts';
import { findConnectProgram, type ConnectFor, type Connection, type ConnectProgram } from './connect.store.ts';

export interface ConnectAsked {
  programId: string;
  seekerId: string | null;
  forMe: boolean;
  /** The referral it takes further, named by its id. */
  forwardedFrom: string | null;
}

/** Finds what a Connect form is about. Throws NotFound for a Program that is not there and a Seeker the actor does not help (R13). */
export async function connectionFor(deps: Pick<Deps, 'db'>, actor: Actor, asked: ConnectAsked): Promise<Connection> {
  const program = await findConnectProgram(deps.db, asked.programId);
  if (!program) throw new NotFound();
  const who = await connectFor(deps, actor, asked);
  return { program, who, consent: consentText(actor, who, program) };
}

/** The same for whoever opens the form: one that is filled in from a profile shows all of it, so they have looked at it (R15). */
export async function openConnection(deps: Pick<Deps, 'db' | 'clock'>, actor: Actor, asked: ConnectAsked): Promise<Connection> {
  const connection = await connectionFor(deps, actor, asked);
  const { who } = connection;
  if (isUser(actor) && (who.kind === 'profile' || who.kind === 'onward')) {
    const seen =
      who.kind === 'profile'
        ? { seekerId: who.seeker.id, referralId: null }
        : { seekerId: who.seekerId, referralId: who.onward.referralId };
    await recordLook(deps.db, { ...lookerOf(actor, deps.clock.now()), ...seen });
  }
  return connection;
}

/** Whoever works with a Team refers others unless they say that it is for themselves; everybody else refers themselves. */
async function connectFor(deps: Pick<Deps, 'db'>, actor: Actor, { seekerId, forMe, forwardedFrom }: ConnectAsked): Promise<ConnectFor> {
  if (forwardedFrom !== null) return connectOnward(deps, actor, forwardedFrom);
  if (seekerId === null) return isUser(actor) && isNavigator(actor) && !forMe ? { kind: 'new' } : { kind: 'self' };
  if (!isUser(actor)) throw new SignInNeeded();
  const seeker = await findHelpedSeeker(deps.db, actor, seekerId);
  if (!seeker) throw new NotFound();
  return { kind: 'profile', seeker, onward: null };
}

function consentText(actor: Actor, who: ConnectFor, program: ConnectProgram): ConsentText {
  if (who.kind === 'self' || !isUser(actor)) return consentForSelf(program.name, languageNow());
  const { name, organization } = historyName(actor);
  return consentForSeeker(organization ?? name, program.name, languageNow());
}
