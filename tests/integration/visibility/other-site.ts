import { hashOfToken, newToken } from '../../../src/secret-token.ts';
import type { TestApp } from '../../support/app.ts';
import type { CastMember } from '../../support/cast.ts';

/** A Site that nobody else in the house has anything to do with: settings, people and an invitation of its own (R27). */
export interface OtherSite {
  siteId: string;
  teamId: string;
  userId: string;
  invitationId: string;
  invitationToken: string;
}

export async function openOtherSite({ deps: { db }, clock }: TestApp, principal: CastMember): Promise<OtherSite> {
  const { id: siteId } = await db.site.create({ data: { name: 'Hillside School' } });
  await db.siteAdmin.create({ data: { siteId, userId: principal.id } });
  const { id: teamId } = await db.team.create({ data: { siteId, name: 'Counselors', teamNavigation: true } });
  await db.membership.create({ data: { teamId, userId: principal.id, role: 'admin' } });
  const invitationToken = newToken();
  const by = { invitedById: principal.id, invitedByName: 'Principal P.' };
  const expiresAt = new Date(clock.now().getTime() + 86_400_000);
  const to = { email: 'invited@demo.test', teamId, tokenHash: hashOfToken(invitationToken), expiresAt };
  const { id: invitationId } = await db.invitation.create({ data: { ...to, ...by } });
  return { siteId, teamId, userId: principal.id, invitationId, invitationToken };
}
