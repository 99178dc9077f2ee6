import { weekLines, type WeekLine } from '../domain/week.ts';
import type { ProgramRow } from './program.store.ts';

/** A week of opening hours; `place` names it when the program has several. */
export interface PlaceWeek {
  place: string | null;
  lines: WeekLine[];
}

export function weeksOf(schedules: ProgramRow['schedules']): PlaceWeek[] {
  const byPlace = new Map<string | null, ProgramRow['schedules']>();
  for (const schedule of schedules) {
    if (schedule.weekday === null) continue;
    byPlace.set(schedule.description, [...(byPlace.get(schedule.description) ?? []), schedule]);
  }
  return [...byPlace].map(([place, spans]) => ({ place, lines: weekLines(spans) })).filter(({ lines }) => lines.length > 0);
}
