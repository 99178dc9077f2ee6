export { makeReferral, makeSeeker, type MadeReferral, type ReferralWish } from './cast-referral.ts';
import { loadUserActor } from '../../src/accounts/user.store.ts';
import type { Db } from '../../src/db/client.ts';
import type { UserActor } from '../../src/domain/actor.ts';

export const PASSWORD = 'throughline-demo';
/** Of PASSWORD, with the parameters of production, made once. */
export const PASSWORD_HASH = '$argon2id$v=19$m=65536,t=3,p=1$1dhVPs6IzNI/ZXAjHyk5sQ$ZMvSICQGh45MFZyp75ycaqYtdNWy8xqKwi1cID9RGws';

const PEOPLE = {
  navigator: ['Dana', 'Whitfield'],
  colleague: ['Nathaniel', 'Brooks'],
  outsider: ['Lena', 'Kowalski'],
  claimer: ['Maria', 'Gutierrez'],
  coclaimer: ['Joel', 'Park'],
  both: ['Thuy', 'Le'],
  seeker: ['Ana', 'Ruiz'],
  admin: ['Alma', 'Torres'],
  stranger: ['Sam', 'Stone'],
} as const;

export type Role = keyof typeof PEOPLE;
export const ROLES = Object.keys(PEOPLE) as Role[];

export interface CastMember {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
}

export interface Cast extends Record<Role, CastMember> {
  siteId: string;
  /** Groups of the Site: Team Navigation is on in the first, off in the second. */
  familyNavigation: string;
  frontDesk: string;
  /** Programs with their Teams: claimer is the Program Admin of both, coclaimer and both are Claimers of the first. */
  program: CastProgram;
  otherProgram: CastProgram;
  /** The account as the app sees it at this moment. */
  actor(role: Role): Promise<UserActor>;
}

export interface CastProgram {
  id: string;
  name: string;
  teamId: string;
}

const JOINED = new Date('2026-01-05T09:00:00Z');
const CLAIMED = new Date('2026-02-02T09:00:00Z');

/** The people most tests are about. All sign in with PASSWORD. */
export async function createCast(db: Db): Promise<Cast> {
  const people = {} as Record<Role, CastMember>;
  for (const role of ROLES) people[role] = await createPerson(db, role, PEOPLE[role]);
  const { navigator, colleague, outsider, claimer, coclaimer, both, admin } = people;
  const site = await db.site.create({ data: { name: 'Riverside Clinic' } });
  await db.siteAdmin.create({ data: { siteId: site.id, userId: admin.id, joinedAt: JOINED } });
  const group = (name: string, teamNavigation: boolean, members: CastMember[]): Promise<string> =>
    createTeam(
      db,
      { name, siteId: site.id, teamNavigation },
      members.map((one) => ({ userId: one.id, joinedAt: JOINED })),
    );
  const familyNavigation = await group('Family Navigation', true, [navigator, colleague]);
  const frontDesk = await group('Front Desk', false, [outsider, both]);
  const program = await createProgram(db, 'Fair Oaks Rent & Home Help', [claimer, coclaimer, both]);
  const otherProgram = await createProgram(db, 'Peninsula Food Pantry', [claimer]);
  const actor = async (role: Role): Promise<UserActor> => (await loadUserActor(db, people[role].id))!;
  return { ...people, siteId: site.id, familyNavigation, frontDesk, program, otherProgram, actor };
}

async function createPerson(db: Db, role: string, [firstName, lastName]: readonly [string, string]): Promise<CastMember> {
  const email = `${role}@demo.test`;
  const data = { email, firstName, lastName, passwordHash: PASSWORD_HASH, emailVerifiedAt: JOINED, createdAt: JOINED };
  const { id } = await db.user.create({ data, select: { id: true } });
  return { id, email, firstName, lastName };
}

interface TeamRow {
  name: string;
  siteId?: string;
  programId?: string;
  teamNavigation: boolean;
}

type Member = { userId: string; joinedAt: Date; role?: 'admin' | 'member' };

async function createTeam(db: Db, team: TeamRow, members: Member[]): Promise<string> {
  const { id } = await db.team.create({ data: { ...team, memberships: { create: members } }, select: { id: true } });
  return id;
}

async function createProgram(db: Db, name: string, claimers: CastMember[]): Promise<CastProgram> {
  const sourceId = name.toLowerCase().replace(/\W+/g, '-');
  const organization = await db.organization.create({ data: { source: 'test', sourceId, name: 'Fair Oaks Center' } });
  const data = { organizationId: organization.id, source: 'test', sourceId, name, searchText: name.toLowerCase() };
  const { id } = await db.program.create({ data, select: { id: true } });
  const members = claimers.map((one, index) => ({
    userId: one.id,
    joinedAt: CLAIMED,
    role: index === 0 ? ('admin' as const) : ('member' as const),
  }));
  return { id, name, teamId: await createTeam(db, { name, programId: id, teamNavigation: false }, members) };
}
