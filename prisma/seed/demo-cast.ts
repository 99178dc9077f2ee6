import type { Tx } from '../../src/db/client.ts';

/** Everybody with a part in the demo. Those without an address of demo.test have no password and only make referrals. */
export const PEOPLE = {
  navigator: ['navigator@demo.test', 'Dana', 'Whitfield'],
  colleague: ['colleague@demo.test', 'Nathaniel', 'Brooks'],
  outsider: ['outsider@demo.test', 'Lena', 'Kowalski'],
  claimer: ['claimer@demo.test', 'Maria', 'Gutierrez'],
  coclaimer: ['coclaimer@demo.test', 'Joel', 'Park'],
  both: ['both@demo.test', 'Thuy', 'Le'],
  seeker: ['seeker@demo.test', 'Ana', 'Ruiz'],
  admin: ['admin@demo.test', 'Alma', 'Torres'],
  kim: ['kim@211.example.org', 'Kim', 'Nguyen'],
  marisol: ['marisol@arroyo.example.org', 'Marisol', 'Soto'],
} as const;

export type Person = keyof typeof PEOPLE;

interface DemoTeam {
  name: string;
  site: string;
  teamNavigation: boolean;
  members: readonly Person[];
}

const GROUPS: readonly DemoTeam[] = [
  { name: 'Family Navigation', site: 'Riverside Clinic', teamNavigation: true, members: ['navigator', 'colleague'] },
  { name: 'Front Desk', site: 'Riverside Clinic', teamNavigation: false, members: ['outsider', 'both'] },
  { name: 'Phone Desk', site: '2-1-1 Peninsula Desk', teamNavigation: true, members: ['kim'] },
  { name: 'Family Room', site: 'Arroyo School Family Room', teamNavigation: false, members: ['marisol'] },
];

/** Programs and who claimed them, the first one as Program Admin (R27). */
const CLAIMS: Readonly<Record<string, readonly Person[]>> = {
  'rent-help': ['claimer', 'coclaimer'],
  'food-pantry': ['claimer'],
  'rx-food': ['both'],
};

export type UserIds = Record<Person, string>;

/** Writes the accounts, Sites, Groups and claims. `passwordHash` is of the demo password. */
export async function seedCast(tx: Tx, passwordHash: string, joinedAt: Date): Promise<UserIds> {
  const ids: Partial<UserIds> = {};
  for (const [person, [email, firstName, lastName]] of Object.entries(PEOPLE)) {
    const signsIn = email.endsWith('@demo.test');
    const user = await tx.user.create({
      data: { email, firstName, lastName, emailVerifiedAt: joinedAt, createdAt: joinedAt, passwordHash: signsIn ? passwordHash : null },
    });
    ids[person as Person] = user.id;
  }
  const users = ids as UserIds;
  await seedGroups(tx, users, joinedAt);
  await seedClaims(tx, users, new Date(joinedAt.getTime() + 30 * 86_400_000));
  return users;
}

async function seedGroups(tx: Tx, users: UserIds, joinedAt: Date): Promise<void> {
  const sites = new Map<string, string>();
  for (const { site, members, name, teamNavigation } of GROUPS) {
    const siteId = sites.get(site) ?? (await tx.site.create({ data: { name: site, createdAt: joinedAt } })).id;
    sites.set(site, siteId);
    const memberships = { create: members.map((person) => ({ userId: users[person], joinedAt })) };
    await tx.team.create({ data: { name, siteId, teamNavigation, createdAt: joinedAt, memberships } });
  }
  const clinic = sites.get('Riverside Clinic');
  if (clinic) await tx.siteAdmin.create({ data: { siteId: clinic, userId: users.admin, joinedAt } });
}

async function seedClaims(tx: Tx, users: UserIds, joinedAt: Date): Promise<void> {
  for (const [sourceId, claimers] of Object.entries(CLAIMS)) {
    const program = await tx.program.findFirstOrThrow({ where: { source: 'demo', sourceId } });
    const memberships = {
      create: claimers.map((person, index) => ({
        userId: users[person],
        joinedAt,
        role: index === 0 ? ('admin' as const) : ('member' as const),
      })),
    };
    await tx.team.create({ data: { name: program.name, programId: program.id, createdAt: joinedAt, memberships } });
  }
}
