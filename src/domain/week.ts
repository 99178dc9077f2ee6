import { isOvernight, timeText, type OpeningSpan } from './opening-hours.ts';

/** One line of a program's week: "Monday to Friday", "9 am to noon, 1 pm to 5 pm". */
export interface WeekLine {
  days: string;
  times: string;
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The week in as few lines as it takes: days in a row with the same hours share one. */
export function weekLines(spans: readonly OpeningSpan[]): WeekLine[] {
  const lines: { first: number; last: number; times: string }[] = [];
  for (let day = 1; day <= 7; day += 1) {
    const times = timesOf(spans.filter((span) => span.weekday === day));
    const last = lines.at(-1);
    if (times === '') continue;
    if (last?.last === day - 1 && last.times === times) last.last = day;
    else lines.push({ first: day, last: day, times });
  }
  return lines.map(({ first, last, times }) => ({ days: dayRange(first, last), times }));
}

function timesOf(spans: readonly OpeningSpan[]): string {
  const times = spans.flatMap(({ opensAt, closesAt }) => (opensAt && closesAt ? [{ opensAt, closesAt }] : []));
  const joined: { opensAt: string; closesAt: string }[] = [];
  for (const next of times.toSorted((a, b) => a.opensAt.localeCompare(b.opensAt))) {
    const last = joined.at(-1);
    if (last && !isOvernight(last.opensAt, last.closesAt) && !isOvernight(next.opensAt, next.closesAt) && next.opensAt <= last.closesAt) {
      if (next.closesAt > last.closesAt) last.closesAt = next.closesAt;
    } else joined.push({ ...next });
  }
  return joined.map(spanText).join(', ');
}

function spanText({ opensAt, closesAt }: { opensAt: string; closesAt: string }): string {
  if (opensAt === '00:00' && closesAt === '24:00') return 'day and night';
  return `${timeText(opensAt)} to ${timeText(closesAt)}`;
}

function dayRange(first: number, last: number): string {
  const from = DAYS[first - 1] ?? '';
  const to = DAYS[last - 1] ?? '';
  if (first === last) return from;
  if (first === 1 && last === 7) return 'Every day';
  return last === first + 1 ? `${from} and ${to}` : `${from} to ${to}`;
}
