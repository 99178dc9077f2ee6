import type { UserActor } from '../domain/actor.ts';
import type { FirstFacts, FirstPart } from '../domain/first-steps.ts';
import type { Reader } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { PROGRAM_PHONE } from '../programs/whom-to-call.store.ts';
import { inboundOf, visibleTo } from '../referrals/visible-referrals.store.ts';

const NO: FirstFacts = {
  hasDirectory: false,
  hasSite: false,
  siteAdminCame: false,
  hasClaimer: false,
  hasGroup: false,
  invitedWorker: false,
  workerJoined: false,
  referred: false,
  looked: false,
  answerCame: false,
  hasPhone: false,
  invitedCoworker: false,
  received: false,
  answered: false,
};

/** The facts of these parts in one query; only what the reader may know anyway is asked for. */
export async function firstFacts(db: Reader, actor: UserActor, parts: readonly FirstPart[]): Promise<FirstFacts> {
  if (parts.length === 0) return NO;
  const columns = Prisma.join(parts.map((part) => factsOf(actor, part)));
  const rows = await db.$queryRaw<Partial<FirstFacts>[]>`SELECT ${columns}`;
  return { ...NO, ...rows[0] };
}

function factsOf(actor: UserActor, part: FirstPart): Prisma.Sql {
  switch (part.kind) {
    case 'operator':
      return installationFacts();
    case 'site':
      return siteFacts(actor, part.siteId);
    case 'navigator':
      return outboundFacts(actor);
    case 'claimer':
      return inboundFacts(actor, part.programId);
  }
}

function installationFacts(): Prisma.Sql {
  return Prisma.sql`
    EXISTS (SELECT 1 FROM program p WHERE p.retired_at IS NULL) AS "hasDirectory",
    EXISTS (SELECT 1 FROM site_admin) AS "hasSite",
    EXISTS (SELECT 1 FROM site_admin a JOIN user_account u ON u.id = a.user_id WHERE u.email_verified_at IS NOT NULL) AS "siteAdminCame",
    EXISTS (SELECT 1 FROM membership m JOIN team t ON t.id = m.team_id WHERE t.program_id IS NOT NULL) AS "hasClaimer"`;
}

function siteFacts({ userId }: UserActor, siteId: string): Prisma.Sql {
  const groups = Prisma.sql`SELECT t.id FROM team t WHERE t.site_id = ${siteId}::uuid`;
  const joined = Prisma.sql`EXISTS (SELECT 1 FROM membership m WHERE m.user_id <> ${userId}::uuid AND m.team_id IN (${groups}))`;
  return Prisma.sql`
    EXISTS (${groups}) AS "hasGroup",
    ${joined} OR EXISTS (SELECT 1 FROM invitation i WHERE i.revoked_at IS NULL AND i.team_id IN (${groups})) AS "invitedWorker",
    ${joined} AS "workerJoined"`;
}

function outboundFacts(actor: UserActor): Prisma.Sql {
  const mine = visibleTo(actor, ['maker']);
  return Prisma.sql`
    EXISTS (SELECT 1 FROM referral r WHERE ${mine}) AS referred,
    EXISTS (SELECT 1 FROM referral r JOIN access_log a ON a.seeker_id = r.seeker_id
      WHERE ${mine} AND a.user_id = ${actor.userId}::uuid) AS looked,
    EXISTS (SELECT 1 FROM referral r WHERE ${mine} AND r.status <> 'not_updated') AS "answerCame"`;
}

function inboundFacts(actor: UserActor, programId: string): Prisma.Sql {
  const team = Prisma.sql`SELECT t.id FROM team t WHERE t.program_id = ${programId}::uuid`;
  const inbound = inboundOf(actor, programId);
  return Prisma.sql`
    EXISTS (SELECT 1 FROM program p WHERE p.id = ${programId}::uuid AND ${PROGRAM_PHONE} IS NOT NULL) AS "hasPhone",
    EXISTS (SELECT 1 FROM membership m WHERE m.user_id <> ${actor.userId}::uuid AND m.team_id IN (${team}))
      OR EXISTS (SELECT 1 FROM invitation i WHERE i.revoked_at IS NULL AND i.team_id IN (${team})) AS "invitedCoworker",
    EXISTS (SELECT 1 FROM referral r WHERE ${inbound}) AS received,
    EXISTS (SELECT 1 FROM referral r WHERE ${inbound} AND r.status <> 'not_updated') AS answered`;
}
