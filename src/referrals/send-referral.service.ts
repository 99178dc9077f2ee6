import { isUser, userIdOf, type Actor } from '../domain/actor.ts';
import type { ConsentText } from '../domain/consent.ts';
import { historyName, shortName, type HistoryName } from '../domain/display-name.ts';
import { NotAllowed, NotFound } from '../domain/errors.ts';
import { sharingTeamIds } from '../domain/membership.ts';
import { assertTakesReferrals } from '../domain/referral-refusal.ts';
import { sidesOf, type Side } from '../domain/visibility.ts';
import type { Tx } from '../db/client.ts';
import { finishPress, takePress, type FormPress } from '../db/idempotency.store.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Deps } from '../deps.ts';
import { notifyReferralChanged } from '../live/notify.ts';
import { queueNewReferralMail } from '../mail/referral-mail.service.ts';
import { findConnectProgram } from './connect.store.ts';
import { referredSeeker, type ReferredPerson, type ReferredSeeker } from './referral-parties.service.ts';
import type { SharedPerson } from './referral-parties.store.ts';
import { insertConsent, insertCreated, insertReferral } from './send-referral.store.ts';
import { pressedPlace, readPressedPlace, type SentReferral } from './sent-place.ts';

export interface ReferralRequest {
  programId: string;
  who: ReferredPerson;
  /** What is shared with the Program (R11). */
  person: SharedPerson;
  comment: string;
  /** The exact text shown (R23). */
  consent: ConsentText;
  /** The press of the form this came from; null when it came without one. */
  press: FormPress | null;
}

type SendDeps = Pick<Deps, 'db' | 'clock' | 'jobs'>;

/**
 * Sends a referral: the Seeker, the referral with its audience and consent, history, mail and the live hint in one transaction
 * (R1, R9, R23, R28). Pressing twice makes one. Throws NotFound, NotAllowed or ReferralRefused.
 */
export async function sendReferral(deps: SendDeps, actor: Actor, request: ReferralRequest): Promise<SentReferral> {
  if (!isUser(actor) && request.who.kind !== 'self') throw new NotAllowed('Sign in to refer somebody else.');
  return inTransaction(deps, async (tx) => {
    const before = request.press ? await takePress(tx, request.press) : null;
    if (before) return readPressedPlace(before.location);
    const program = await findConnectProgram(tx, request.programId);
    if (!program) throw new NotFound();
    assertTakesReferrals(program);
    const sent = await writeReferral(deps, tx, actor, request);
    if (request.press) await finishPress(tx, request.press, pressedPlace(sent));
    return sent;
  });
}

async function writeReferral(deps: SendDeps, tx: Tx, actor: Actor, request: ReferralRequest): Promise<SentReferral> {
  const at = deps.clock.now();
  const seeker = await referredSeeker(tx, actor, request.who, request.person, at);
  const { programId, comment, person } = request;
  const made = makerOf(actor, request);
  const referralId = await insertReferral(tx, { programId, seekerId: seeker.id, comment, person, ...made, at });
  const via = isUser(actor) ? 'dashboard' : 'public_form';
  const event = await insertCreated(tx, { referralId, via, actorUserId: userIdOf(actor), actor: made.author, at });
  await insertConsent(tx, referralId, consentOf(actor, request, made.author), at);
  const sides = sidesOfMaker(actor, programId, seeker, made);
  await queueNewReferralMail(deps, tx, actor, { id: referralId, sides }, event.id);
  await notifyReferralChanged(tx, referralId, event.sequence);
  return { referralId, seekerId: seeker.id };
}

interface Maker {
  source: 'navigator' | 'self';
  madeById: string | null;
  author: HistoryName;
  teamIds: string[];
}

/** A Navigator's referral is theirs and, from this moment on, their Teams' (R8, R9); one's own is nobody's but the Seeker's (R12). */
function makerOf(actor: Actor, { who, person }: ReferralRequest): Maker {
  const author = isUser(actor) ? historyName(actor) : { name: shortName(person.firstName, person.lastName), organization: null };
  if (!isUser(actor) || who.kind === 'self') return { source: 'self', madeById: null, author, teamIds: [] };
  return { source: 'navigator', madeById: actor.userId, author, teamIds: sharingTeamIds(actor) };
}

function sidesOfMaker(actor: Actor, programId: string, seeker: ReferredSeeker, { source, madeById, teamIds }: Maker): Side[] {
  if (source === 'self') return ['seeker'];
  return sidesOf(actor, { id: '', madeById, programId, seekerUserId: seeker.userId, teamIds });
}

function consentOf(actor: Actor, { consent, who }: ReferralRequest, author: HistoryName): Parameters<typeof insertConsent>[2] {
  const how = who.kind === 'self' ? 'self' : 'spoken';
  return { text: consent, how, takenById: userIdOf(actor), takenByName: author.name };
}
