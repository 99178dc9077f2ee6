import type { UserActor } from '../domain/actor.ts';
import { NotFound } from '../domain/errors.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Deps } from '../deps.ts';
import { logAccess } from '../access-event.ts';
import { managedTeam } from '../teams/membership.service.ts';
import { changeTeamRow, type Team } from '../teams/team.store.ts';
import { findAccepting, setAccepting, type Accepting } from './accepting.store.ts';

/** What a Program Admin sets for their Program (R27). */
export interface ProgramSettings extends Accepting {
  /** For the outbound referrals its Claimers make from now on (R9); who sees its inbound ones is no setting (R10). */
  teamNavigation: boolean;
}

/** A Program's Team and what is set for it. */
export interface ManagedProgram extends ProgramSettings {
  team: Team;
}

/** Null when it is saved; otherwise what somebody else has set since the page was read. */
export type StaleSettings = ManagedProgram | null;

/**
 * Sets all of it at once, guarded by the version of the Team that the person saw. What says "not accepting" says so in the search,
 * on the Program's page and on its Connect form from this moment on. Throws NotFound for whoever is not its Program Admin.
 */
export async function changeProgramSettings(
  deps: Pick<Deps, 'db' | 'log'>,
  actor: UserActor,
  teamId: string,
  { version, ...wanted }: ProgramSettings & { version: number },
): Promise<StaleSettings> {
  const outcome = await inTransaction<StaleSettings | 'saved'>(deps, async (tx) => {
    const team = await managedTeam(tx, actor, teamId);
    if (team.programId === null) throw new NotFound();
    const now = { team, teamNavigation: team.teamNavigation, ...(await findAccepting(tx, team.programId)) };
    if (isSame(now, wanted)) return null;
    if (team.version !== version) return now;
    await setAccepting(tx, team.programId, wanted);
    await changeTeamRow(tx, teamId, { name: team.name, version, teamNavigation: wanted.teamNavigation });
    return 'saved';
  });
  if (outcome !== 'saved') return outcome;
  const { teamNavigation, acceptingReferrals } = wanted;
  logAccess(deps.log, 'program_changed', actor, { teamId, teamNavigation, acceptingReferrals });
  return null;
}

function isSame(a: ProgramSettings, b: ProgramSettings): boolean {
  return a.acceptingReferrals === b.acceptingReferrals && a.acceptingNote === b.acceptingNote && a.teamNavigation === b.teamNavigation;
}
