const WRITTEN_AROUND = /[\s().\-–‑/\u00a0]/g;
const OF_HERE = /^(?:\+?1)?(\d{10})$/;
const OF_ELSEWHERE = /^\+\d{8,15}$/;

/** "(650) 555-0142" and "1-650-555-0142" are both kept as "+16505550142"; what is no plain number stays as it was written. */
export function storedPhone(written: string): string {
  const plain = written.replace(WRITTEN_AROUND, '');
  const here = OF_HERE.exec(plain)?.[1];
  if (here) return `+1${here}`;
  return OF_ELSEWHERE.test(plain) ? plain : written;
}

/** "(650) 555-0142", as people write it into a form. */
export function writtenPhone(stored: string): string {
  const [, area, office, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(storedPhone(stored)) ?? [];
  return area && office && line ? `(${area}) ${office}-${line}` : stored;
}
