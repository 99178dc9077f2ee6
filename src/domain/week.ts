import { isOvernight, type OpeningSpan } from './opening-hours.ts';

export interface Hours {
  opensAt: string;
  closesAt: string;
}

/** Days in a row, 1 (Monday) to 7, with the same hours. */
export interface DayRun {
  first: number;
  last: number;
  hours: Hours[];
}

/** The week in as few lines as it takes: days in a row with the same hours share one. */
export function weekRuns(spans: readonly OpeningSpan[]): DayRun[] {
  const runs: DayRun[] = [];
  for (let day = 1; day <= 7; day += 1) {
    const hours = hoursOf(spans.filter((span) => span.weekday === day));
    const last = runs.at(-1);
    if (hours.length === 0) continue;
    if (last?.last === day - 1 && areSame(last.hours, hours)) last.last = day;
    else runs.push({ first: day, last: day, hours });
  }
  return runs;
}

function hoursOf(spans: readonly OpeningSpan[]): Hours[] {
  const times = spans.flatMap(({ opensAt, closesAt }) => (opensAt && closesAt ? [{ opensAt, closesAt }] : []));
  const joined: Hours[] = [];
  for (const next of times.toSorted((a, b) => a.opensAt.localeCompare(b.opensAt))) {
    const last = joined.at(-1);
    if (last && !isOvernight(last.opensAt, last.closesAt) && !isOvernight(next.opensAt, next.closesAt) && next.opensAt <= last.closesAt) {
      if (next.closesAt > last.closesAt) last.closesAt = next.closesAt;
    } else joined.push({ ...next });
  }
  return joined;
}

function areSame(some: readonly Hours[], others: readonly Hours[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ opensAt, closesAt }, at) => opensAt === others[at]?.opensAt && closesAt === others[at].closesAt)
  );
}
