/** The text a person agrees to before a referral is sent. The exact text shown is stored with the referral (R23). */
export interface ConsentText {
  version: string;
  language: string;
  text: string;
}

const VERSION = '2026-11';

/** For somebody referred by another person: read to them or shown to them. */
export function consentForSeeker(seekerName: string, programName: string): ConsentText {
  const who = seekerName || 'the person I am referring';
  return {
    version: `${VERSION}-navigator`,
    language: 'en',
    text:
      `I have told ${who} what will be shared: name, contact details, ZIP code, language and the comment above. ` +
      `${who} agrees that ${programName} may see it, contact them and say what came of it, and knows they can say no and still get help elsewhere.`,
  };
}

/** For somebody who refers themselves. */
export function consentForSelf(programName: string): ConsentText {
  return {
    version: `${VERSION}-self`,
    language: 'en',
    text:
      `I agree that ${programName} may see my name, contact details, ZIP code, language and what I wrote above, ` +
      `may contact me the way I chose, and may say here what came of it. I can change my mind at any time.`,
  };
}
