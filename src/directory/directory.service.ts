import { slugOf } from '../domain/search-text.ts';
import type { Deps } from '../deps.ts';
import { applyPlan, inImport, knownPrograms, programsBySourceId, sourceNames } from './directory.store.ts';
import { planImport, type ImportInput } from './import-plan.ts';
import { reportOf, type ImportReport } from './import-report.ts';
import { chooseSource, suggestedSource, type Listed } from './import-source.ts';
import type { ImportedProgram, ReadRecord } from './imported-program.ts';
import { preparePrograms, withoutPosition, zipsWithoutPosition } from './prepared-programs.ts';
import { readDirectory } from './read-directory.ts';
import { readService } from './read-service.ts';
import { RefusedFile } from './refused-file.ts';
import { zipPositions } from './zip.store.ts';
import type { Tx } from '../db/client.ts';

export type ImportDeps = Pick<Deps, 'db' | 'clock'> & { config: Pick<Deps['config'], 'timeZone'> };

/**
 * Imports a directory from a file or folder, whole or not at all; the same file again changes nothing. Throws RefusedFile for
 * what is no directory. The positions of ZIP codes must be loaded.
 */
export async function importDirectory(deps: ImportDeps, request: { path: string; source?: string | undefined }): Promise<ImportReport> {
  const raw = await readDirectory(request.path);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: deps.config.timeZone }).format(deps.clock.now());
  const records = raw.services.map((service) => readService(service, today));
  assertUsable(records);
  const named = request.source === undefined ? null : slugOf(request.source);
  if (named === '') throw new RefusedFile('A source needs a name of letters or digits.');
  const suggested = suggestedSource(request.path);
  const whichSource = async (tx: Tx): Promise<string> => named ?? (await recognisedSource(tx, suggested, records.flatMap(listedAs)));
  const report = await storeRecords(deps, whichSource, records, raw.complete);
  return { ...report, skipped: [...report.skipped, ...raw.strangers] };
}

/** Stores programs that are at hand already as the whole directory of a source: the demo's. */
export async function storePrograms(deps: Pick<Deps, 'db' | 'clock'>, source: string, programs: ImportedProgram[]): Promise<ImportReport> {
  const records: ReadRecord[] = programs.map((program) => ({ kind: 'program', program, remarks: [] }));
  return storeRecords(deps, () => Promise.resolve(source), records, true);
}

async function storeRecords(
  deps: Pick<Deps, 'db' | 'clock'>,
  whichSource: (tx: Tx) => Promise<string>,
  records: ReadRecord[],
  complete: boolean,
): Promise<ImportReport> {
  const read = records.flatMap((record) => (record.kind === 'program' ? [record] : []));
  const unusable = records.flatMap((record) => (record.kind === 'unusable' ? [record] : []));
  const programs = read.map(({ program }) => program);
  const prepared = preparePrograms(programs, await zipPositions(deps.db, zipsWithoutPosition(programs)));
  const withdrawn = records.flatMap((record) => (record.kind === 'withdrawn' ? [record] : []));
  const unreadable = unusable.flatMap(({ sourceId }) => sourceId ?? []);
  const report = await write(deps, whichSource, { programs: prepared, withdrawn, unreadable, complete });
  const remarks = read.flatMap(({ program, remarks: texts }) => [...new Set(texts)].map((reason) => ({ label: program.name, reason })));
  const skipped = [...report.skipped, ...unusable.map(({ label, reason }) => ({ label, reason }))];
  return { ...report, skipped, remarks: [...remarks, ...withoutPosition(prepared)] };
}

async function write(
  deps: Pick<Deps, 'db' | 'clock'>,
  whichSource: (tx: Tx) => Promise<string>,
  input: ImportInput,
): Promise<ImportReport> {
  const report = await inImport(deps.db, async (tx) => {
    const source = await whichSource(tx);
    const plan = planImport(await knownPrograms(tx, source), input);
    await applyPlan(tx, source, plan, deps.clock.now());
    return reportOf(source, plan, input.complete);
  });
  if (!report) throw new RefusedFile('Another import is running. Try again when it has finished.');
  return report;
}

function listedAs(record: ReadRecord): Listed[] {
  if (record.kind === 'program') return [{ sourceId: record.program.sourceId, name: record.program.name }];
  return record.kind === 'withdrawn' ? [{ sourceId: record.sourceId, name: record.label }] : [];
}

async function recognisedSource(tx: Tx, suggested: string, listed: Listed[]): Promise<string> {
  const known = await programsBySourceId(
    tx,
    listed.map(({ sourceId }) => sourceId),
  );
  return chooseSource({ suggested, listed, known, taken: await sourceNames(tx) });
}

// A file whose every record is unusable is no directory; taking it for an empty one would retire all programs of its source.
function assertUsable(records: ReadRecord[]): void {
  if (records.some((record) => record.kind !== 'unusable')) return;
  const [first] = records;
  throw new RefusedFile(
    `None of its records can be used; of the first one: ${first?.kind === 'unusable' ? first.reason : 'nothing is known'}.`,
  );
}
