import type { Tx } from '../db/client.ts';
import type { ImportedOrganization } from './imported-program.ts';

/** Stores the organizations of changed programs and tells their ids by the id of their source. */
export async function saveOrganizations(tx: Tx, source: string, organizations: ImportedOrganization[]): Promise<Map<string, string>> {
  const wanted = new Map(organizations.map((organization) => [organization.sourceId, organization]));
  const stored = await tx.organization.findMany({ where: { source, sourceId: { in: [...wanted.keys()] } } });
  const ids = new Map(stored.map(({ sourceId, id }) => [sourceId, id]));
  for (const old of stored) {
    const next = wanted.get(old.sourceId);
    if (next && !isSame(old, next)) await tx.organization.update({ where: { id: old.id }, data: next });
  }
  const missing = [...wanted.values()].filter(({ sourceId }) => !ids.has(sourceId));
  const created = await tx.organization.createManyAndReturn({
    data: missing.map((organization) => ({ ...organization, source })),
    select: { id: true, sourceId: true },
  });
  for (const { id, sourceId } of created) ids.set(sourceId, id);
  return ids;
}

function isSame(a: ImportedOrganization, b: ImportedOrganization): boolean {
  return a.name === b.name && a.description === b.description && a.url === b.url && a.email === b.email;
}
