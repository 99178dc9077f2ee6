/** Opening hours as stored: weekday 1 (Monday) to 7 with local times "HH:MM"; or, with weekday null, words only. */
export interface OpeningSpan {
  weekday: number | null;
  opensAt: string | null;
  closesAt: string | null;
}

/** A moment as the clock on the wall shows it. */
export interface LocalMoment {
  weekday: number;
  /** "HH:MM", 00:00 to 23:59. */
  time: string;
}

const SHORT_DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** The wall clock's day and time in a time zone. */
export function localMoment(at: Date, timeZone: string): LocalMoment {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const parts = format.formatToParts(at);
  const part = (type: string): string => parts.find((p) => p.type === type)?.value ?? '';
  return { weekday: SHORT_DAYS.findIndex((day) => day === part('weekday')) + 1, time: `${part('hour')}:${part('minute')}` };
}

/** "9 am", "4:30 pm", "noon", "midnight"; never broken across lines. */
export function timeText(time: string): string {
  const { hour, minute } = clockParts(time);
  if (minute === 0 && hour % 24 === 0) return 'midnight';
  if (minute === 0 && hour === 12) return 'noon';
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${String(hour % 12 === 0 ? 12 : hour % 12)}${minutes}\u00a0${hour % 24 < 12 ? 'am' : 'pm'}`;
}

/** True when a closing time belongs to the next day: a shelter open from 8 pm to 7 am. */
export function isOvernight(opensAt: string, closesAt: string): boolean {
  return closesAt <= opensAt;
}

export function clockParts(time: string): { hour: number; minute: number } {
  return { hour: Number(time.slice(0, 2)), minute: Number(time.slice(3, 5)) };
}
