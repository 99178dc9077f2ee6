import type { ImportedProgram } from './imported-program.ts';

/** A program as it is stored, as far as an import needs to know. */
export interface KnownProgram {
  id: string;
  sourceId: string;
  name: string;
  contentHash: string;
  retired: boolean;
}

export interface HashedProgram {
  program: ImportedProgram;
  hash: string;
}

export interface ImportInput {
  programs: readonly HashedProgram[];
  /** Services the source still lists, as something nobody can be referred to. */
  withdrawn: readonly { sourceId: string; label: string; reason: string }[];
  /** Ids of records that cannot be used this time: their programs stay as they are. */
  unreadable: readonly string[];
  /** Whether what is not in the file is gone from the source. */
  complete: boolean;
}

export interface Told {
  label: string;
  reason: string;
}

export interface ImportPlan {
  create: HashedProgram[];
  update: (HashedProgram & { id: string })[];
  unchanged: number;
  retire: (Told & { id: string })[];
  skipped: Told[];
}

/** What an import will write: nothing for a record that is as it was (R22: retired programs stay under their referrals). */
export function planImport(known: readonly KnownProgram[], input: ImportInput): ImportPlan {
  const stored = new Map(known.map((program) => [program.sourceId, program]));
  const plan: ImportPlan = { create: [], update: [], unchanged: 0, retire: [], skipped: [] };
  const seen = new Set<string>(input.unreadable);
  for (const next of input.programs) place(plan, next, stored.get(next.program.sourceId), seen);
  for (const next of input.withdrawn) withdraw(plan, next, stored.get(next.sourceId), seen);
  if (input.complete) {
    const gone = known.filter((program) => !program.retired && !seen.has(program.sourceId));
    plan.retire.push(...gone.map(({ id, name }) => ({ id, label: name, reason: 'its source no longer lists it' })));
  }
  return plan;
}

function place(plan: ImportPlan, next: HashedProgram, stored: KnownProgram | undefined, seen: Set<string>): void {
  if (seen.has(next.program.sourceId)) {
    plan.skipped.push({ label: next.program.name, reason: 'another record has the same id' });
    return;
  }
  seen.add(next.program.sourceId);
  if (!stored) plan.create.push(next);
  else if (stored.contentHash !== next.hash || stored.retired) plan.update.push({ ...next, id: stored.id });
  else plan.unchanged += 1;
}

function withdraw(plan: ImportPlan, next: Told & { sourceId: string }, stored: KnownProgram | undefined, seen: Set<string>): void {
  const { label, reason, sourceId } = next;
  if (stored && !stored.retired && !seen.has(sourceId)) plan.retire.push({ id: stored.id, label, reason });
  else plan.skipped.push({ label, reason });
  seen.add(sourceId);
}
