const NORTH_AMERICAN = /^(?:\+?1[\s.-]*)?\(?(\d{3})\)?[\s.-]*(\d{3})[\s.-]*(\d{4})$/;

/** "(650) 780-7525", never broken across lines; numbers of other countries as they are written. */
export function telephoneText(number: string): string {
  const [, area, exchange, line] = NORTH_AMERICAN.exec(number.trim()) ?? [];
  if (area === undefined || exchange === undefined || line === undefined) return number.trim().replaceAll(' ', '\u00a0');
  return `(${area})\u00a0${exchange}\u2011${line}`;
}

/** What a telephone dials: "+16507807525"; null for what is no number. */
export function telephoneDial(number: string): string | null {
  const [, area, exchange, line] = NORTH_AMERICAN.exec(number.trim()) ?? [];
  if (area !== undefined && exchange !== undefined && line !== undefined) return `+1${area}${exchange}${line}`;
  const digits = number.replace(/[^\d+]/g, '');
  return /^\+?\d{3,15}$/.test(digits) ? digits : null;
}
