import type { Reader } from '../db/client.ts';
import type { FoundReferral } from './history.store.ts';

/** What was agreed to before the referral was sent (R23). */
export interface StoredConsent {
  text: string;
  textVersion: string;
  language: string;
  givenHow: string;
  takenByName: string;
  createdAt: Date;
}

/** The consent of a referral already found for somebody. */
export async function consentOf(db: Reader, referral: FoundReferral): Promise<StoredConsent | null> {
  return db.consent.findUnique({
    where: { referralId: referral.id },
    select: { text: true, textVersion: true, language: true, givenHow: true, takenByName: true, createdAt: true },
  });
}
