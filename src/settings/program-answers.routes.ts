import type { Request, Response } from 'express';
import { doneNotice } from '../components/done-notice.ts';
import type { UserActor } from '../domain/actor.ts';
import { NotFound } from '../domain/errors.ts';
import { readersZone } from '../domain/reader-zone.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../http/current-actor.ts';
import { newFormKey } from '../http/form-key.ts';
import { isId } from '../http/forms.ts';
import { findAccepting } from '../programs/accepting.store.ts';
import { invitationsToTeam } from '../teams/invitation.store.ts';
import { membersOf } from '../teams/membership.store.ts';
import { teamToManage } from '../teams/team.service.ts';
import type { Team } from '../teams/team.store.ts';
import { t } from '../i18n/translate.ts';
import { programSettingsPage, type ProgramTry } from './program-settings.pages.ts';
import { PROGRAM_DONE } from './team-done.ts';

export type ProgramRequest = Request<{ programId: string }>;

/** The Program of the address, for its Program Admins; there is none for anybody else (R13). */
export interface AdministeredProgram {
  user: UserActor;
  team: Team;
  programId: string;
  /** The address of its page in the settings. */
  here: string;
}

export async function programOf(deps: Deps, req: ProgramRequest): Promise<AdministeredProgram> {
  const user = signedIn(req as Request);
  const { programId } = req.params;
  const place = user.memberships.find((one) => one.programId === programId);
  if (!isId(programId) || !place) throw new NotFound();
  return { user, team: await teamToManage(deps, user, place.teamId), programId, here: `/settings/programs/${programId}` };
}

/** The page, 422 where the last form could not be used, 409 where somebody else was faster. */
export async function showProgramSettings(deps: Deps, req: ProgramRequest, res: Response, tried: ProgramTry | null = null): Promise<void> {
  const program = await programOf(deps, req);
  const { teamId, organization } = program.team;
  const [accepting, members, invitations] = await Promise.all([
    findAccepting(deps.db, program.programId),
    membersOf(deps.db, teamId),
    invitationsToTeam(deps.db, teamId),
  ]);
  const when = { timeZone: readersZone(program.user, deps.config), now: deps.clock.now(), idem: newFormKey() };
  const model = programSettingsPage({ ...program, accepting, members, invitations, ...when }, tried ?? undefined);
  await res.page('settings/program', model, {
    title: tried ? t('Error: {{title}}', { title: organization }) : organization,
    status: tried ? (tried.meanwhile.length > 0 ? 409 : 422) : 200,
    shell: { notice: tried ? null : doneNotice(PROGRAM_DONE, req.query['after']) },
  });
}
