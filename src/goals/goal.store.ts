import { isUser, type Actor } from '../domain/actor.ts';
import type { HistoryName } from '../domain/display-name.ts';
import type { Reader, Tx } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';

/** Something a Seeker works toward (R24). */
export interface Goal {
  id: string;
  seekerId: string;
  title: string;
  detail: string;
  completedAt: Date | null;
  sharedTeamIds: string[];
  createdById: string;
  createdByName: string;
  createdByOrganization: string | null;
  changedByName: string | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

/** Its maker's, and that of the Teams it was shared with as it was made (R8, R9); nobody's is not the same as everybody's. */
function visibleGoal(actor: Actor): Prisma.GoalWhereInput {
  if (!isUser(actor)) return { id: { in: [] } };
  const teamIds = actor.memberships.map((one) => one.teamId);
  return { OR: [{ createdById: actor.userId }, { sharedTeamIds: { hasSome: teamIds } }] };
}

/** The Goals of a Seeker already found for whoever helps them: those still open first, each part oldest first. */
export async function visibleGoals(db: Reader, actor: Actor, seekerId: string): Promise<Goal[]> {
  const goals = await db.goal.findMany({ where: { seekerId, AND: visibleGoal(actor) }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
  return [...goals.filter(({ completedAt }) => completedAt === null), ...goals.filter(({ completedAt }) => completedAt !== null)];
}

export async function findVisibleGoal(db: Reader, actor: Actor, seekerId: string, goalId: string): Promise<Goal | null> {
  return db.goal.findFirst({ where: { id: goalId, seekerId, AND: visibleGoal(actor) } });
}

export interface NewGoal {
  seekerId: string;
  title: string;
  detail: string;
  sharedTeamIds: readonly string[];
  createdById: string;
  author: HistoryName;
  at: Date;
}

export async function insertGoal(tx: Tx, { author, at, sharedTeamIds, ...facts }: NewGoal): Promise<string> {
  const names = { createdByName: author.name, createdByOrganization: author.organization };
  const data = { ...facts, ...names, sharedTeamIds: [...sharedTeamIds], createdAt: at, updatedAt: at };
  const { id } = await tx.goal.create({ data, select: { id: true } });
  return id;
}

export interface GoalChange {
  title?: string;
  detail?: string;
  completedAt?: Date | null;
}

/** Changes a Goal as somebody saw it; false when it has been changed since. */
export async function moveGoal(
  tx: Tx,
  { id, version }: { id: string; version: number },
  change: GoalChange,
  by: HistoryName,
  at: Date,
): Promise<boolean> {
  const data = { ...change, changedByName: by.name, updatedAt: at, version: version + 1 };
  const { count } = await tx.goal.updateMany({ where: { id, version }, data });
  return count === 1;
}
