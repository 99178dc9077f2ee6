/** The middle one; robust against a noisy machine. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value below which a share of the values lies, by rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** One line of the benchmark's table. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** What the same machine does at most, measured in the same run. */
  floor?: number;
  /** value / floor, or as `name` says. */
  ratio?: number;
  goal?: string;
  met?: boolean;
}

export function table(figures: readonly Figure[]): string {
  const rows = figures.map((f) => [
    f.name,
    `${shown(f.value)} ${f.unit}`,
    f.floor === undefined ? '' : `${shown(f.floor)} ${f.unit}`,
    f.ratio === undefined ? '' : f.ratio.toFixed(2),
    f.goal ?? '',
    f.met === undefined ? '' : f.met ? 'yes' : 'NO',
  ]);
  const all = [['figure', 'measured', 'floor', 'ratio', 'to reach', 'reached'], ...rows];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function shown(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
