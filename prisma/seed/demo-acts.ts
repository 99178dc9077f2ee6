import { anonymous, type UserActor } from '../../src/domain/actor.ts';
import { consentForSeeker, consentForSelf } from '../../src/domain/consent.ts';
import { organizationOf } from '../../src/domain/membership.ts';
import { loadUserActor } from '../../src/accounts/user.store.ts';
import type { Deps } from '../../src/deps.ts';
import { openReferral } from '../../src/referrals/referral.service.ts';
import { sendReferral } from '../../src/referrals/send-referral.service.ts';
import { changeReferralStatus } from '../../src/referrals/status-change.service.ts';
import { findVisibleReferral } from '../../src/referrals/visible-referrals.store.ts';
import { withdrawReferral } from '../../src/referrals/withdraw.service.ts';
import type { Person, UserIds } from './demo-cast.ts';
import { playWork, type WorkAct } from './demo-work.ts';
import type { Act, DemoMove, DemoReferral } from './demo-story.ts';

interface Stage {
  deps: Pick<Deps, 'db' | 'clock' | 'jobs'>;
  users: UserIds;
  programs: ReadonlyMap<string, { id: string; name: string }>;
  /** What each referral of the story became. */
  referrals: Map<DemoReferral, string>;
  /** A maker's Seekers by name: the second referral is from the profile. */
  seekers: Map<string, string>;
}

/** Plays the story through the services themselves, each act at its own time. */
export async function playActs(stage: Stage, acts: readonly Act[]): Promise<void> {
  for (const act of acts) {
    const deps = { ...stage.deps, clock: { now: () => act.at } };
    await playAct({ ...stage, deps }, act);
  }
}

async function playAct(stage: Stage, act: Act): Promise<void> {
  switch (act.kind) {
    case 'sent':
      return playReferral(stage, act.referral);
    case 'seen':
      await openReferral(stage.deps, await actorFor(stage, act.by), stage.referrals.get(act.referral) ?? '', true);
      return;
    case 'moved':
      return playMove(stage, act.referral, act.move);
    case 'withdrawn':
      return playWithdrawal(stage, act.referral, act.reason);
    default:
      return playWorkOn(stage, act.referral, act);
  }
}

async function playReferral(stage: Stage, referral: DemoReferral): Promise<void> {
  const program = stage.programs.get(referral.to);
  if (!program) throw new Error(`The story names a Program that does not exist: ${referral.to}`);
  const actor = referral.by === 'self' ? anonymous : await actorFor(stage, referral.by);
  const [firstName = '', ...lastNames] = referral.who.split(' ');
  const known = `${referral.by}:${referral.who}`;
  const seekerId = stage.seekers.get(known);
  const sent = await sendReferral(stage.deps, actor, {
    programId: program.id,
    who: referral.by === 'self' ? { kind: 'self' } : seekerId ? { kind: 'profile', seekerId, saveTo: null } : { kind: 'new' },
    person: { ...contactOf(referral), firstName, lastName: lastNames.join(' ') },
    comment: referral.comment,
    consent:
      actor.kind === 'user' ? consentForSeeker(organizationOf(actor) ?? actor.firstName, program.name) : consentForSelf(program.name),
    forwardedFrom: forwardedFrom(stage, referral),
    press: null,
  });
  stage.referrals.set(referral, sent.referralId);
  stage.seekers.set(known, sent.seekerId);
}

/** The referral of the same person, by the same maker, that this one takes further. */
function forwardedFrom({ referrals }: Stage, { from, by, who }: DemoReferral): { referralId: string; version: null } | null {
  if (from === undefined) return null;
  const [, referralId] = [...referrals].find(([one]) => one.to === from && one.by === by && one.who === who) ?? [];
  if (referralId === undefined) throw new Error(`The story takes a referral further that was not sent: ${who}, ${from}`);
  return { referralId, version: null };
}

async function playWithdrawal(stage: Stage, referral: DemoReferral, reason: string): Promise<void> {
  const referralId = stage.referrals.get(referral) ?? '';
  if (referral.by === 'self') throw new Error(`The story lets nobody's maker withdraw: ${referral.who}, ${referral.to}`);
  const actor = await actorFor(stage, referral.by);
  const now = await findVisibleReferral(stage.deps.db, actor, referralId);
  await withdrawReferral(stage.deps, actor, { referralId, version: now?.version ?? 0, reason, press: null });
}

function contactOf({ email, phone, zip, language, reach }: DemoReferral) {
  return { email, phone, zip, language, contactPreference: reach };
}

async function playWorkOn(stage: Stage, referral: DemoReferral, act: WorkAct): Promise<void> {
  const { deps, referrals, seekers } = stage;
  const actor = await actorFor(stage, 'note' in act ? act.note.by : act.goal.by);
  const referralId = referrals.get(referral) ?? '';
  const seekerId = seekers.get(`${referral.by}:${referral.who}`) ?? '';
  await playWork({ deps, actor, referralId, seekerId }, act);
}

async function playMove(stage: Stage, referral: DemoReferral, { by, to, reason, via }: DemoMove): Promise<void> {
  const referralId = stage.referrals.get(referral) ?? '';
  const actor = await actorFor(stage, by);
  const now = await findVisibleReferral(stage.deps.db, actor, referralId);
  if (!now) throw new Error(`The story lets somebody act on a referral they cannot see: ${referral.who}, ${referral.to}`);
  await changeReferralStatus(stage.deps, actor, { referralId, to, version: now.version, reason, via: via ?? 'dashboard', press: null });
}

async function actorFor({ deps, users }: Stage, person: Person): Promise<UserActor> {
  const actor = await loadUserActor(deps.db, users[person]);
  if (!actor) throw new Error(`The story has no account for ${person}`);
  return actor;
}
