import type { UserActor } from './actor.ts';

/** What somebody begins with: a person who is several of these has several lists. */
export type FirstPart =
  | { kind: 'operator' }
  | { kind: 'site'; siteId: string; name: string; joinedAt: Date }
  | { kind: 'navigator'; group: string; shares: boolean; joinedAt: Date }
  | { kind: 'claimer'; programId: string; name: string; leads: boolean; joinedAt: Date };

/** The facts that tick the steps off, as the database has them. */
export interface FirstFacts {
  hasDirectory: boolean;
  hasSite: boolean;
  siteAdminCame: boolean;
  hasClaimer: boolean;
  hasGroup: boolean;
  invitedWorker: boolean;
  workerJoined: boolean;
  referred: boolean;
  looked: boolean;
  answerCame: boolean;
  hasPhone: boolean;
  invitedCoworker: boolean;
  received: boolean;
  answered: boolean;
}

export type StepName =
  | 'directory'
  | 'make-site'
  | 'site-admin'
  | 'first-claimer'
  | 'your-site'
  | 'make-group'
  | 'invite-worker'
  | 'worker-joins'
  | 'your-group'
  | 'refer'
  | 'look'
  | 'hear'
  | 'your-program'
  | 'reachable'
  | 'invite-coworker'
  | 'answer';

export interface FirstStep {
  name: StepName;
  done: boolean;
}

/** One list of steps, for one thing somebody is. */
export interface FirstList {
  part: FirstPart;
  steps: FirstStep[];
  facts: FirstFacts;
}

const NEW_DAYS = 30;
const DAY_MS = 86_400_000;

/** What somebody is, by the newest place of each kind. */
export function firstPartsOf(user: Pick<UserActor, 'isOperator' | 'memberships' | 'adminOf'>): FirstPart[] {
  const site = newest(user.adminOf);
  const group = newest(user.memberships.filter((one) => one.siteId !== null));
  const claimed = newest(user.memberships.filter((one) => one.programId !== null));
  return [
    ...(user.isOperator ? [{ kind: 'operator' } as const] : []),
    ...(site ? [{ kind: 'site', siteId: site.siteId, name: site.organization, joinedAt: site.joinedAt } as const] : []),
    ...(group ? [{ kind: 'navigator', group: group.teamName, shares: group.teamNavigation, joinedAt: group.joinedAt } as const] : []),
    ...(claimed?.programId
      ? [
          {
            kind: 'claimer',
            programId: claimed.programId,
            name: claimed.organization,
            leads: claimed.role === 'admin',
            joinedAt: claimed.joinedAt,
          } as const,
        ]
      : []),
  ];
}

function newest<T extends { joinedAt: Date }>(places: readonly T[]): T | undefined {
  return [...places].sort((a, b) => b.joinedAt.getTime() - a.joinedAt.getTime())[0];
}

/** The first page is for those who have just come; an operator has just come while the installation is empty. */
export function isNewIn(part: FirstPart, now: Date): boolean {
  return part.kind === 'operator' || now.getTime() - part.joinedAt.getTime() < NEW_DAYS * DAY_MS;
}

/** The steps of one part, ticked off by the facts. */
export function stepsOf(part: FirstPart, facts: FirstFacts): FirstStep[] {
  const step = (name: StepName, done: boolean): FirstStep => ({ name, done });
  switch (part.kind) {
    case 'operator':
      return [
        step('directory', facts.hasDirectory),
        step('make-site', facts.hasSite),
        step('site-admin', facts.siteAdminCame),
        step('first-claimer', facts.hasClaimer),
      ];
    case 'site':
      return [
        step('your-site', true),
        step('make-group', facts.hasGroup),
        step('invite-worker', facts.invitedWorker),
        step('worker-joins', facts.workerJoined),
      ];
    case 'navigator':
      return [step('your-group', true), step('refer', facts.referred), step('look', facts.looked), step('hear', facts.answerCame)];
    case 'claimer':
      return [step('your-program', true), step('reachable', facts.hasPhone), ...claimersOwn(part.leads, facts)];
  }
}

/** Somebody who waits comes before whoever may help with it. */
function claimersOwn(leads: boolean, { received, answered, invitedCoworker }: FirstFacts): FirstStep[] {
  const answer: FirstStep = { name: 'answer', done: answered };
  const invite: FirstStep[] = leads ? [{ name: 'invite-coworker', done: invitedCoworker }] : [];
  return received ? [answer, ...invite] : [...invite, answer];
}
