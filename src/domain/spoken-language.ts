interface SpokenLanguage {
  /** What is stored: a language tag. */
  code: string;
  name: string;
  /** Its name among those who speak it. */
  own: string;
}

/** The languages a Connect form offers (R23): first the two most asked for, then by name. */
export const SPOKEN_LANGUAGES: readonly SpokenLanguage[] = [
  { code: 'en', name: 'English', own: 'English' },
  { code: 'es', name: 'Spanish', own: 'Español' },
  { code: 'ase', name: 'American Sign Language', own: 'American Sign Language' },
  { code: 'am', name: 'Amharic', own: 'አማርኛ' },
  { code: 'ar', name: 'Arabic', own: 'العربية' },
  { code: 'my', name: 'Burmese', own: 'မြန်မာဘာသာ' },
  { code: 'zh', name: 'Chinese', own: '中文' },
  { code: 'fr', name: 'French', own: 'Français' },
  { code: 'ht', name: 'Haitian Creole', own: 'Kreyòl ayisyen' },
  { code: 'hi', name: 'Hindi', own: 'हिन्दी' },
  { code: 'ja', name: 'Japanese', own: '日本語' },
  { code: 'ko', name: 'Korean', own: '한국어' },
  { code: 'fa', name: 'Persian', own: 'فارسی' },
  { code: 'pt', name: 'Portuguese', own: 'Português' },
  { code: 'pa', name: 'Punjabi', own: 'ਪੰਜਾਬੀ' },
  { code: 'ru', name: 'Russian', own: 'Русский' },
  { code: 'sm', name: 'Samoan', own: 'Gagana Sāmoa' },
  { code: 'so', name: 'Somali', own: 'Soomaali' },
  { code: 'sw', name: 'Swahili', own: 'Kiswahili' },
  { code: 'tl', name: 'Tagalog', own: 'Tagalog' },
  { code: 'ti', name: 'Tigrinya', own: 'ትግርኛ' },
  { code: 'to', name: 'Tongan', own: 'Lea faka-Tonga' },
  { code: 'uk', name: 'Ukrainian', own: 'Українська' },
  { code: 'vi', name: 'Vietnamese', own: 'Tiếng Việt' },
  { code: 'und', name: 'Another language', own: 'Another language' },
];

const CODES: ReadonlySet<string> = new Set(SPOKEN_LANGUAGES.map(({ code }) => code));

export function isSpokenLanguage(code: string): boolean {
  return CODES.has(code);
}

/** "Spanish": how pages for helpers name a stored language. */
export function spokenLanguageName(code: string): string {
  return SPOKEN_LANGUAGES.find((language) => language.code === code)?.name ?? code;
}
