/** The languages pages are written in. The key of each word is the English itself (ADR 0130). */
export const LANGUAGES = ['en', 'es', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What a language calls itself, and the way it runs. */
export const ENDONYMS: Readonly<Record<Language, string>> = { en: 'English', es: 'Español', ar: 'العربية' };

/** How each writes dates, times and numbers: the places are in the United States, whatever language is spoken there. */
export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es-US', ar: 'ar-u-nu-latn' };

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/** The one an Accept-Language header asks for first among ours, whatever its region: "es-MX" is Spanish; null when it asks for none. */
export function preferred(header: string | undefined): Language | null {
  const asked = (header ?? '').split(',').map((part, place) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const weight = Number(parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find(Boolean) ?? 1);
    return { base: tag.trim().split('-')[0], weight, place };
  });
  const ours = asked.filter(({ base, weight }) => isLanguage(base) && weight > 0).sort((a, b) => b.weight - a.weight || a.place - b.place);
  const [first] = ours;
  return isLanguage(first?.base) ? first.base : null;
}
