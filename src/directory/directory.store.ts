import type { Db, Reader, Tx } from '../db/client.ts';
import type { HashedProgram, ImportPlan, KnownProgram } from './import-plan.ts';
import type { ImportedProgram } from './imported-program.ts';
import { replaceParts, type StoredProgram } from './program-parts.store.ts';
import { saveOrganizations } from './organization.store.ts';

const CHUNK = 500;
const LONGEST_IMPORT_MS = 10 * 60_000;

/**
 * Runs an import alone and whole: all of it is written, or nothing. Null when another import is running. It may take longer
 * than a request's transaction.
 */
export async function inImport<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T | null> {
  return db.$transaction(
    async (tx) => {
      const [lock] = await tx.$queryRaw<{ mine: boolean }[]>`SELECT pg_try_advisory_xact_lock(hashtext('directory import')) AS mine`;
      return lock?.mine ? work(tx) : null;
    },
    { timeout: LONGEST_IMPORT_MS, maxWait: 10_000 },
  );
}

export async function knownPrograms(db: Reader, source: string): Promise<KnownProgram[]> {
  return db.$queryRaw<KnownProgram[]>`
    SELECT id, source_id AS "sourceId", name, content_hash AS "contentHash", retired_at IS NOT NULL AS retired
    FROM program WHERE source = ${source}`;
}

/** Programs of any source with one of these ids. */
export async function programsBySourceId(db: Reader, sourceIds: string[]): Promise<{ source: string; sourceId: string; name: string }[]> {
  return db.$queryRaw`SELECT source, source_id AS "sourceId", name FROM program WHERE source_id = ANY(${sourceIds}::text[])`;
}

export async function sourceNames(db: Reader): Promise<string[]> {
  const rows = await db.$queryRaw<{ source: string }[]>`SELECT DISTINCT source FROM program`;
  return rows.map((row) => row.source);
}

/** Writes what was planned. What a Program Admin sets (accepting referrals) is never touched. */
export async function applyPlan(tx: Tx, source: string, plan: ImportPlan, at: Date): Promise<void> {
  const changed = [...plan.create, ...plan.update];
  const organizationIds = await saveOrganizations(
    tx,
    source,
    changed.map(({ program }) => program.organization),
  );
  const idOf = (next: HashedProgram): string => organizationIds.get(next.program.organization.sourceId) ?? '';
  const created = await createPrograms(tx, source, plan.create, idOf);
  for (const next of plan.update) {
    await tx.program.update({ where: { id: next.id }, data: { ...columnsOf(next), organizationId: idOf(next), retiredAt: null } });
  }
  await replaceParts(tx, created, [...plan.update]);
  await tx.program.updateMany({ where: { id: { in: plan.retire.map(({ id }) => id) } }, data: { retiredAt: at } });
}

async function createPrograms(
  tx: Tx,
  source: string,
  programs: HashedProgram[],
  organizationOf: (next: HashedProgram) => string,
): Promise<StoredProgram[]> {
  const stored: StoredProgram[] = [];
  for (let from = 0; from < programs.length; from += CHUNK) {
    const chunk = programs.slice(from, from + CHUNK);
    const rows = await tx.program.createManyAndReturn({
      data: chunk.map((next) => ({ ...columnsOf(next), source, sourceId: next.program.sourceId, organizationId: organizationOf(next) })),
      select: { id: true, sourceId: true },
    });
    const ids = new Map(rows.map((row) => [row.sourceId, row.id]));
    stored.push(...chunk.map(({ program }) => ({ id: ids.get(program.sourceId) ?? '', program })));
  }
  return stored;
}

type ProgramColumns = Omit<ImportedProgram, 'sourceId' | 'organization' | 'locations' | 'phones' | 'schedules' | 'categories'> & {
  contentHash: string;
};

function columnsOf({ program, hash }: HashedProgram): ProgramColumns {
  const { name, description, url, referralEmail, eligibility, applicationProcess, fees, documents, languages, serviceAreas, searchText } =
    program;
  return {
    name,
    description,
    url,
    referralEmail,
    eligibility,
    applicationProcess,
    fees,
    documents,
    languages,
    serviceAreas,
    searchText,
    contentHash: hash,
  };
}
