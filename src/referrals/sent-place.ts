/** What sending a referral made. */
export interface SentReferral {
  referralId: string;
  seekerId: string;
}

const PLACE = /^\/people\/([0-9a-f-]{36})\?sent=([0-9a-f-]{36})$/;

/** The Seeker's Profile, saying which referral was sent: where a Navigator goes next, and what a press remembers. */
export function pressedPlace({ referralId, seekerId }: SentReferral): string {
  return `/people/${seekerId}?sent=${referralId}`;
}

export function readPressedPlace(location: string): SentReferral {
  const [, seekerId, referralId] = PLACE.exec(location) ?? [];
  if (!seekerId || !referralId) throw new Error('A press that made no referral');
  return { referralId, seekerId };
}
