import { openStateText, weekLines, type WeekLine } from '../components/hours.ts';
import type { LocalMoment } from '../domain/opening-hours.ts';
import { openState } from '../domain/open-state.ts';
import type { ProgramRow } from './program.store.ts';

export interface ProgramHours {
  /** "Open now, until 5 pm"; null when the hours are known in words only. */
  now: string | null;
  weeks: PlaceWeek[];
  words: string[];
}

/** A week of opening hours; `place` names it when the program has several. */
export interface PlaceWeek {
  place: string | null;
  lines: WeekLine[];
}

/** When somebody finds the door open; null when the directory does not tell. */
export function hoursOf(schedules: ProgramRow['schedules'], now: LocalMoment): ProgramHours | null {
  if (schedules.length === 0) return null;
  const words = schedules.flatMap(({ weekday, description }) => (weekday === null && description !== null ? [description] : []));
  return { now: openStateText(openState(schedules, now), now), weeks: weeksOf(schedules), words };
}

function weeksOf(schedules: ProgramRow['schedules']): PlaceWeek[] {
  const byPlace = new Map<string | null, ProgramRow['schedules']>();
  for (const schedule of schedules) {
    if (schedule.weekday === null) continue;
    byPlace.set(schedule.description, [...(byPlace.get(schedule.description) ?? []), schedule]);
  }
  return [...byPlace].map(([place, spans]) => ({ place, lines: weekLines(spans) })).filter(({ lines }) => lines.length > 0);
}
