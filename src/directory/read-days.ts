import type { HsdsSchedule } from './hsds.forms.ts';

export interface Days {
  /** 1 (Monday) to 7 for hours that repeat every week; empty for any other rhythm. */
  weekly: number[];
  /** The days as a person would say them, for hours kept in words. */
  written: string;
}

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const ORDINALS: Record<string, string> = { '1': 'first', '2': 'second', '3': 'third', '4': 'fourth', '5': 'fifth', '-1': 'last' };
const DAY = /^([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)[A-Z]*$/;

/** The days of a schedule: `byday` of iCal ("MO,WE", "1MO"), or a `weekday` in words, or the weekday it starts on. */
export function readDays(schedule: HsdsSchedule): Days {
  const days = (schedule.byday ?? schedule.weekday ?? '')
    .toUpperCase()
    .split(/[\s,;]+/)
    .flatMap(expanded);
  const named = days.map(({ ordinal, day }) => (ordinal === null ? (NAMES[day - 1] ?? '') : `${ordinal} ${NAMES[day - 1] ?? ''}`));
  const monthly = schedule.freq?.toUpperCase() === 'MONTHLY' || days.some(({ ordinal }) => ordinal !== null);
  const interval = schedule.interval ?? 1;
  const written = [named.join(', '), monthly ? 'of each month' : '', interval > 1 ? `every ${String(interval)} weeks` : ''];
  return {
    weekly: monthly || interval > 1 ? [] : [...new Set(days.map(({ day }) => day))],
    written: written.filter((text) => text !== '').join(' '),
  };
}

interface Day {
  ordinal: string | null;
  day: number;
}

/** "MO" is a day, "MO-FR" are five. */
function expanded(token: string): Day[] {
  const [from, to, ...rest] = token
    .replace(/^(-\d)/, '~$1')
    .split(/(?<!~)-/)
    .map((part) => readDay(part.replace('~', '')));
  if (!from || rest.length > 0) return [];
  if (!to) return [from];
  const days: Day[] = [];
  for (let day = from.day; days.length < 7; day = (day % 7) + 1) {
    days.push({ ordinal: null, day });
    if (day === to.day) break;
  }
  return days;
}

function readDay(token: string): Day | null {
  const [, nth, code] = DAY.exec(token) ?? [];
  if (code === undefined) return null;
  const ordinal = nth === undefined ? null : (ORDINALS[nth.replace('+', '')] ?? null);
  return { ordinal, day: CODES.indexOf(code) + 1 };
}
