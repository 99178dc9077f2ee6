const HOUR = 3_600_000;

/** "12 minutes", "17 hours", "9 days": how long something has been waiting. */
export function elapsedWords(since: Date, now: Date): string {
  const ms = Math.max(0, now.getTime() - since.getTime());
  if (ms < HOUR) return counted(Math.max(1, Math.floor(ms / 60_000)), 'minute');
  if (ms < 48 * HOUR) return counted(Math.floor(ms / HOUR), 'hour');
  return counted(Math.floor(ms / (24 * HOUR)), 'day');
}

function counted(count: number, unit: string): string {
  return `${String(count)} ${unit}${count === 1 ? '' : 's'}`;
}
