import type { Language } from '../i18n/languages.ts';
import { languageNow } from '../i18n/speaking.ts';

/** A moment as pages show it: spelled, in the instance's time zone, with the machine's form beside it (U-34). */
export interface Moment {
  iso: string;
  /** "3 Dec 2026", with no-break spaces; "3 dic 2026" in Spanish. */
  date: string;
  /** "9:20 am", with a no-break space; "9:20 a. m." in Spanish. */
  time: string;
}

export function momentIn(timeZone: string, at: Date): Moment {
  const language = languageNow();
  const { date, time } = language === 'en' ? english(timeZone, at) : spelled(language, timeZone, at);
  return { iso: at.toISOString(), date: unbroken(date), time: unbroken(time) };
}

type Words = Pick<Moment, 'date' | 'time'>;

function english(timeZone: string, at: Date): Words {
  const [, month = '', day = '', year = '', time = '', half = ''] = SPELLED.exec(formatIn('en', timeZone).format(at)) ?? [];
  return { date: `${day} ${month} ${year}`, time: `${time} ${half.toLowerCase()}` };
}

/** "Dec 3, 2026, 9:20 AM", as the formatter below writes it; asking it for the parts costs three times as much. */
const SPELLED = /^(\p{L}+) (\d+), (\d+),\s(\S+)\s(\S+)$/u;

/** Day, month and year are in our order already; "a.m." is written with a space in Spanish. */
function spelled(language: Language, timeZone: string, at: Date): Words {
  const [date = '', time = ''] = formatIn(language, timeZone).format(at).split(BETWEEN);
  return { date, time: time.replace(/([ap])\.\s?m\./, '$1. m.') };
}

/** Between date and time: a comma in Spanish, "at" in Arabic. */
const BETWEEN = /[,\u060c]\s|\s\u0641\u064a\s/;

/** Arabic with the digits that telephone numbers and ZIP codes have here, and with the months' names. */
const LOCALES: Record<Language, string> = { en: 'en-US', es: 'es-US', ar: 'ar-u-nu-latn' };
const STYLES: Record<Language, Intl.DateTimeFormatOptions> = {
  en: { dateStyle: 'medium', timeStyle: 'short' },
  es: { dateStyle: 'medium', timeStyle: 'short' },
  ar: { day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit' },
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** One for each language and zone: making it is slow, using it is not, and a list shows dozens of moments. */
function formatIn(language: Language, timeZone: string): Intl.DateTimeFormat {
  const key = `${language} ${timeZone}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(LOCALES[language], { timeZone, ...STYLES[language] });
  formats.set(key, made);
  return made;
}

/** "3 Dec", in a column too narrow for more; with its year where another could be meant. */
export function shortDate({ iso, date }: Moment, now: Date): string {
  return daysBetween(new Date(iso), now) < 300 ? date.replace(/\s\d+$/u, '') : date;
}

/** Whole days between two moments, for "9 days without an update". */
export function daysBetween(earlier: Date, later: Date): number {
  return Math.floor((later.getTime() - earlier.getTime()) / 86_400_000);
}

function unbroken(words: string): string {
  return words.replace(/[ \u202f]/g, '\u00a0');
}
