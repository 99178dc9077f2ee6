import type { TestApp } from '../../support/app.ts';

/** A Program nobody has claimed; by default nobody there gets mail either. */
export async function unclaimedProgram(
  { deps: { db } }: TestApp,
  name: string,
  about: { referralEmail?: string; retiredAt?: Date; phone?: string } = {},
): Promise<string> {
  const { phone, ...rest } = about;
  const organization = await db.organization.findFirstOrThrow();
  const { id } = await db.program.create({
    data: {
      organizationId: organization.id,
      source: 'test',
      sourceId: name,
      name,
      searchText: name.toLowerCase(),
      ...rest,
      ...(phone ? { phones: { create: { position: 0, number: phone } } } : {}),
    },
  });
  return id;
}
