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
export function consentForSeeker(sharer: string, programName: string): ConsentText {
  return {
    version: `${VERSION}-spoken`,
    language: 'en',
    text:
      `I agree that ${sharer} shares my name, contact details, ZIP code, language and this comment with ${programName} so that they can help me. ` +
      `They may contact me the way I chose, and both may write down here what came of it. ` +
      `I can say no and still ask for help myself, and I can take this back at any time by telling either of them.`,
  };
}

/** For somebody who refers themselves. */
export function consentForSelf(programName: string): ConsentText {
  return {
    version: `${VERSION}-self`,
    language: 'en',
    text:
      `I agree that ${programName} gets my name, contact details, ZIP code, language and this comment so that they can help me. ` +
      `They may contact me the way I chose, and may write down here what came of it. ` +
      `I can take this back at any time by telling them.`,
  };
}

/** For somebody who came to the Program or called it: read out to them by whoever writes it down (R20). */
export function consentForArrival(programName: string): ConsentText {
  return {
    version: `${VERSION}-arrival`,
    language: 'en',
    text:
      `I agree that ${programName} writes down my name, contact details, ZIP code, language and this comment so that they can help me. ` +
      `They may contact me the way I chose, and may write down here what came of it. ` +
      `I can say no and still ask for help, and I can take this back at any time by telling them.`,
  };
}
