const CLOCK = /^(\d{1,2})(?::?(\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*([ap])?\.?(?:m\.?)?$/i;
const ZONE = /\s*(?:Z|[+-]\d{2}:?\d{2})$/i;

/**
 * A time of day in the ways sources write it ("9am", "10:00:00", "4:00 PM", "0930", "17:00-08:00") as "HH:MM", or null.
 * It is the time on the wall of the place: an offset behind it is left off.
 */
export function readTime(text: string): string | null {
  const written = text.trim().toLowerCase();
  if (written === 'noon') return '12:00';
  if (written === 'midnight') return '00:00';
  const [, hours, minutes, half] = CLOCK.exec(written.replace(ZONE, '')) ?? [];
  if (hours === undefined || (minutes === undefined && half === undefined)) return null;
  const hour = hourOfDay(Number(hours), half);
  const minute = Number(minutes ?? '0');
  if (hour === null || minute > 59 || (hour === 24 && minute > 0)) return null;
  return `${String(hour % 24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function hourOfDay(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour <= 24 ? hour : null;
  if (hour < 1 || hour > 12) return hour > 12 && hour <= 23 && half === 'p' ? hour : null;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}
