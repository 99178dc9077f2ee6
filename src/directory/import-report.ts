import type { ImportPlan, Told } from './import-plan.ts';

/** What an import did, for the person who started it. */
export interface ImportReport {
  source: string;
  created: number;
  updated: number;
  unchanged: number;
  retired: Told[];
  skipped: Told[];
  /** Programs that were loaded with something left out. */
  remarks: Told[];
  /** False when the file was one page or one record of a longer listing: then nothing was retired for not being in it. */
  complete: boolean;
}

export function reportOf(source: string, plan: ImportPlan, complete: boolean): ImportReport {
  const { create, update, unchanged, retire, skipped } = plan;
  const retired = retire.map(({ label, reason }) => ({ label, reason }));
  return { source, created: create.length, updated: update.length, unchanged, retired, skipped, remarks: [], complete };
}

/** The report in lines: the counts first, then every record that needs a look, with its reason. */
export function reportLines(report: ImportReport): string[] {
  const counts: [string, number][] = [
    ['created', report.created],
    ['updated', report.updated],
    ['unchanged', report.unchanged],
    ['retired', report.retired.length],
    ['skipped', report.skipped.length],
  ];
  return [
    `Imported as source "${report.source}"`,
    ...counts.map(([what, count]) => `  ${what.padEnd(10)}${String(count).padStart(6)}`),
    ...(report.complete ? [] : ['This is part of a longer listing: programs that are not in it stay as they are.']),
    ...section('Retired', report.retired),
    ...section('Skipped', report.skipped),
    ...section('Loaded, with a remark', report.remarks),
  ];
}

function section(heading: string, told: Told[]): string[] {
  return told.length === 0 ? [] : [`${heading}:`, ...told.map(({ label, reason }) => `  ${label}: ${reason}`)];
}
