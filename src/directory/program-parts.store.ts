import type { Tx } from '../db/client.ts';
import type { ImportedCategory, ImportedProgram } from './imported-program.ts';

export interface StoredProgram {
  id: string;
  program: ImportedProgram;
}

const CHUNK = 1_000;

/** Writes locations, phones, hours and categories: for new programs, and in place of the old ones for changed programs. */
export async function replaceParts(tx: Tx, created: StoredProgram[], changed: StoredProgram[]): Promise<void> {
  await removeParts(
    tx,
    changed.map(({ id }) => id),
  );
  const all = [...created, ...changed];
  await inChunks(partsOf(all, 'locations'), (data) => tx.programLocation.createMany({ data }));
  await inChunks(partsOf(all, 'phones'), (data) => tx.programPhone.createMany({ data }));
  await inChunks(partsOf(all, 'schedules'), (data) => tx.programSchedule.createMany({ data }));
  const categories = await saveCategories(
    tx,
    all.flatMap(({ program }) => program.categories),
  );
  const filed = all.flatMap(({ id, program }) =>
    program.categories.map(({ slug }) => ({ programId: id, categoryId: categories.get(slug) ?? '' })),
  );
  await inChunks(filed, (data) => tx.programCategory.createMany({ data }));
}

async function removeParts(tx: Tx, programIds: string[]): Promise<void> {
  if (programIds.length === 0) return;
  const where = { programId: { in: programIds } };
  await tx.programLocation.deleteMany({ where });
  await tx.programPhone.deleteMany({ where });
  await tx.programSchedule.deleteMany({ where });
  await tx.programCategory.deleteMany({ where });
}

function partsOf<K extends 'locations' | 'phones' | 'schedules'>(
  programs: StoredProgram[],
  kind: K,
): (ImportedProgram[K][number] & { programId: string; position: number })[] {
  return programs.flatMap(({ id, program }) => {
    const parts: ImportedProgram[K][number][] = program[kind];
    return parts.map((part, position) => ({ ...part, programId: id, position }));
  });
}

async function saveCategories(tx: Tx, categories: ImportedCategory[]): Promise<Map<string, string>> {
  const bySlug = new Map(categories.map((category) => [category.slug, category]));
  await tx.category.createMany({ data: [...bySlug.values()], skipDuplicates: true });
  const stored = await tx.category.findMany({ where: { slug: { in: [...bySlug.keys()] } }, select: { id: true, slug: true } });
  return new Map(stored.map(({ slug, id }) => [slug, id]));
}

async function inChunks<T>(rows: T[], insert: (chunk: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK) await insert(rows.slice(from, from + CHUNK));
}
