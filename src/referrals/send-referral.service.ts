import { isUser, userIdOf, type Actor } from '../domain/actor.ts';
import { ARRIVAL_LABELS, type Arrival } from '../domain/arrival.ts';
import type { ConsentText } from '../domain/consent.ts';
import { historyName, shortName, type HistoryName } from '../domain/display-name.ts';
import { NotAllowed, NotFound } from '../domain/errors.ts';
import { claimedProgramIds, sharingTeamIds } from '../domain/membership.ts';
import { assertTakesReferrals } from '../domain/referral-refusal.ts';
import { sidesOf, type Side } from '../domain/visibility.ts';
import type { Tx } from '../db/client.ts';
import { finishPress, takePress, type FormPress } from '../db/idempotency.store.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Deps } from '../deps.ts';
import { notifyReferralChanged } from '../live/notify.ts';
import { queueNewReferralMail } from '../mail/referral-mail.service.ts';
import { findConnectProgram, type ConnectProgram } from './connect.store.ts';
import { takeFurther, type ForwardedFrom } from './forward.service.ts';
import { referredSeeker, type ReferredPerson, type ReferredSeeker } from './referral-parties.service.ts';
import type { SharedPerson } from './referral-parties.store.ts';
import { recordSeen } from './seen.store.ts';
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
  /** How they came, where one of the Program's own Claimers writes it down (R20). */
  arrival?: Arrival | null;
  /** The referral this one takes further ("Referred elsewhere"). */
  forwardedFrom?: ForwardedFrom | null;
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
    assertMaySend(actor, request, program);
    const sent = await writeReferral(deps, tx, actor, request);
    if (request.press) await finishPress(tx, request.press, pressedPlace(sent));
    return sent;
  });
}

/** Who came to a Program is written down by its Claimers alone (R10, R13), also while it takes no referrals from others. */
function assertMaySend(actor: Actor, { arrival }: ReferralRequest, program: ConnectProgram): void {
  if (!arrival) assertTakesReferrals(program);
  else if (!isUser(actor) || !claimedProgramIds(actor).includes(program.id)) throw new NotFound();
  else assertTakesReferrals({ ...program, acceptingReferrals: true });
}

async function writeReferral(deps: SendDeps, tx: Tx, actor: Actor, request: ReferralRequest): Promise<SentReferral> {
  const at = deps.clock.now();
  const seeker = await referredSeeker(tx, actor, request.who, request.person, at);
  const { programId, comment, person, forwardedFrom } = request;
  if (forwardedFrom && isUser(actor)) await takeFurther(deps, tx, actor, forwardedFrom, { programId, at });
  const made = makerOf(actor, request);
  const referralId = await insertReferral(tx, {
    programId,
    seekerId: seeker.id,
    forwardedFromId: forwardedFrom?.referralId ?? null,
    comment,
    person,
    ...made,
    at,
  });
  const via = isUser(actor) ? 'dashboard' : 'public_form';
  const by = { referralId, via, actorUserId: userIdOf(actor), actor: made.author, at } as const;
  const event = await insertCreated(tx, by, request.arrival ? ARRIVAL_LABELS[request.arrival] : null);
  await insertConsent(tx, referralId, consentOf(actor, request, made.author), at);
  const sides = sidesOfMaker(actor, programId, seeker, made);
  await queueNewReferralMail(deps, tx, actor, { id: referralId, sides }, event.id);
  await notifyReferralChanged(tx, referralId, event.sequence);
  // What a Program wrote down itself it has seen (R6).
  if (request.arrival) await recordSeen(tx, by);
  return { referralId, seekerId: seeker.id };
}

interface Maker {
  source: 'navigator' | 'self' | 'program';
  madeById: string | null;
  author: HistoryName;
  teamIds: string[];
}

/** A Navigator's referral is theirs and, from this moment on, their Teams' (R8, R9); one's own is nobody's but the Seeker's (R12). */
function makerOf(actor: Actor, { who, person, arrival }: ReferralRequest): Maker {
  const author = isUser(actor) ? historyName(actor) : { name: shortName(person.firstName, person.lastName), organization: null };
  if (!isUser(actor) || who.kind === 'self') return { source: 'self', madeById: null, author, teamIds: [] };
  // It is the Program's inbound referral, which is no outbound one of its Team (R10).
  if (arrival) return { source: 'program', madeById: actor.userId, author, teamIds: [] };
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
