import type { OpenState } from '../domain/open-state.ts';
import { clockParts, type LocalMoment, type OpeningSpan } from '../domain/opening-hours.ts';
import { weekRuns, type DayRun, type Hours } from '../domain/week.ts';
import { LOCALES } from '../i18n/languages.ts';
import { languageNow } from '../i18n/speaking.ts';
import { t } from '../i18n/translate.ts';

const DAY = 1440;

/** One line of a program's week: "Monday to Friday", "9 am to noon, 1 pm to 5 pm". */
export interface WeekLine {
  days: string;
  times: string;
}

/** "Open now, until 5 pm", "Closed, opens tomorrow 10 am"; null when the hours are not known. */
export function openStateText(state: OpenState, now: LocalMoment): string | null {
  switch (state.kind) {
    case 'unknown':
      return null;
    case 'always':
      return t('Open now, day and night');
    case 'open':
      return t('Open now, until {{time}}', { time: state.minutes < DAY ? clockText(state.until.time) : dayAndTime(state.until) });
    case 'closed':
      return t('Closed, opens {{time}}', { time: whenOpens(state, now) });
  }
}

export function weekLines(spans: readonly OpeningSpan[]): WeekLine[] {
  return weekRuns(spans).map((run) => ({ days: dayRange(run), times: run.hours.map(hoursText).join(', ') }));
}

/** "9 am", "4:30 pm", "noon", "midnight"; never broken across lines. */
function clockText(time: string): string {
  const { hour, minute } = clockParts(time);
  if (minute === 0 && hour % 24 === 0) return t('midnight');
  if (minute === 0 && hour === 12) return t('noon');
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  const clock = `${String(hour % 12 === 0 ? 12 : hour % 12)}${minutes}`;
  return (hour % 24 < 12 ? t('{{clock}} am', { clock }) : t('{{clock}} pm', { clock })).replaceAll(' ', '\u00a0');
}

function hoursText({ opensAt, closesAt }: Hours): string {
  if (opensAt === '00:00' && closesAt === '24:00') return t('day and night');
  return t('{{opens}} to {{closes}}', { opens: clockText(opensAt), closes: clockText(closesAt) });
}

function dayRange({ first, last }: DayRun): string {
  if (first === 1 && last === 7) return t('Every day');
  const from = dayName(first, 'long');
  if (first === last) return raised(from);
  const to = dayName(last, 'long');
  return raised(
    last === first + 1 ? t('{{day}} and {{next}}', { day: from, next: to }) : t('{{first}} to {{last}}', { first: from, last: to }),
  );
}

function whenOpens({ opens, minutes }: { opens: LocalMoment; minutes: number }, now: LocalMoment): string {
  if (opens.weekday === now.weekday && minutes < DAY) return t('today {{time}}', { time: clockText(opens.time) });
  if (opens.weekday === (now.weekday % 7) + 1 && minutes < 2 * DAY) return t('tomorrow {{time}}', { time: clockText(opens.time) });
  return dayAndTime(opens);
}

function dayAndTime({ weekday, time }: LocalMoment): string {
  return `${dayName(weekday, 'short')} ${clockText(time)}`;
}

const names = new Map<string, string[]>();

/** Asked for in each line of a list, and slow to make: kept for each language. */
function dayName(weekday: number, width: 'long' | 'short'): string {
  const locale = LOCALES[languageNow()];
  const key = `${locale} ${width}`;
  const known = names.get(key) ?? dayNames(locale, width);
  names.set(key, known);
  return known[weekday - 1] ?? '';
}

/** The first of January 2024 was a Monday. */
function dayNames(locale: string, width: 'long' | 'short'): string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' });
  return [1, 2, 3, 4, 5, 6, 7].map((day) => format.format(new Date(Date.UTC(2024, 0, day))));
}

/** Days are not capitals in Spanish, but a line begins with one. */
function raised(words: string): string {
  return `${words.charAt(0).toLocaleUpperCase(LOCALES[languageNow()])}${words.slice(1)}`;
}
