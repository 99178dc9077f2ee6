import type { OpeningSpan } from '../domain/opening-hours.ts';
import type { Reader } from '../db/client.ts';

export interface ProgramCategory {
  slug: string;
  name: string;
}

/** The hours of some programs, by program. */
export async function hoursOf(db: Reader, programIds: string[]): Promise<Map<string, OpeningSpan[]>> {
  const rows = await db.programSchedule.findMany({ where: { programId: { in: programIds } }, orderBy: { position: 'asc' } });
  return byProgram(rows, ({ weekday, opensAt, closesAt }) => ({ weekday, opensAt, closesAt }));
}

/** The categories of some programs, by program. */
export async function categoriesOf(db: Reader, programIds: string[]): Promise<Map<string, ProgramCategory[]>> {
  const rows = await db.programCategory.findMany({
    where: { programId: { in: programIds } },
    include: { category: true },
    orderBy: { category: { name: 'asc' } },
  });
  return byProgram(rows, ({ category }) => ({ slug: category.slug, name: category.name }));
}

function byProgram<Row extends { programId: string }, Part>(rows: Row[], part: (row: Row) => Part): Map<string, Part[]> {
  const parts = new Map<string, Part[]>();
  for (const row of rows) parts.set(row.programId, [...(parts.get(row.programId) ?? []), part(row)]);
  return parts;
}

const MOST_OFFERED = 16;

/** The categories the listed programs are in: those of most programs, and the chosen ones whatever their size. */
export async function offeredCategories(db: Reader, chosen: readonly string[]): Promise<ProgramCategory[]> {
  const rows = await db.$queryRaw<ProgramCategory[]>`
    SELECT slug, name FROM (
      SELECT c.slug, c.name, c.slug = ANY(${[...chosen]}::text[]) AS chosen, row_number() OVER (ORDER BY count(*) DESC, c.name) AS place
      FROM category c JOIN program_category pc ON pc.category_id = c.id JOIN program p ON p.id = pc.program_id
      WHERE p.retired_at IS NULL GROUP BY c.id) AS offered
    WHERE place <= ${MOST_OFFERED} OR chosen ORDER BY name`;
  return rows;
}

/** The languages spoken at any listed program. */
export async function offeredLanguages(db: Reader): Promise<string[]> {
  const rows = await db.$queryRaw<{ language: string }[]>`
    SELECT DISTINCT unnest(languages) AS language FROM program WHERE retired_at IS NULL ORDER BY language LIMIT 300`;
  return rows.map((row) => row.language);
}
