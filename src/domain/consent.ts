import { CONSENT_WORDS, type ConsentLanguage, type ConsentWords } from './consent-words.ts';

/** The text a person agrees to before a referral is sent. The exact text shown is stored with the referral (R23). */
export interface ConsentText {
  version: string;
  language: string;
  text: string;
}

/** How somebody agreed: they heard the text from their helper, or ticked the box themselves. */
export type ConsentHow = 'spoken' | 'self';

const VERSION = '2026-11';

/** For somebody referred by another person: read out to them. `sharer` is the helper's organization, or the helper. */
export function consentForSeeker(sharer: string, programName: string, language: ConsentLanguage = 'en'): ConsentText {
  return consentText('spoken', language, { sharer, program: programName });
}

/** For somebody who refers themselves. */
export function consentForSelf(programName: string, language: ConsentLanguage = 'en'): ConsentText {
  return consentText('self', language, { program: programName });
}

/** For somebody who came to the Program or called it: read out to them by whoever writes it down (R20). */
export function consentForArrival(programName: string, language: ConsentLanguage = 'en'): ConsentText {
  return consentText('arrival', language, { program: programName });
}

function consentText(kind: keyof ConsentWords, language: ConsentLanguage, names: Readonly<Record<string, string>>): ConsentText {
  const words: ConsentWords = CONSENT_WORDS[language];
  const text = words[kind].replace(/\{(sharer|program)\}/g, (place, name: string) => names[name] ?? place);
  // The English is the first that was written, and keeps its version.
  const version = language === 'en' ? `${VERSION}-${kind}` : `${VERSION}-${kind}-${language}`;
  return { version, language, text };
}
