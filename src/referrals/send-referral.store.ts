import type { ConsentHow, ConsentText } from '../domain/consent.ts';
import type { HistoryName } from '../domain/display-name.ts';
import type { Tx } from '../db/client.ts';
import type { SharedPerson } from './referral-parties.store.ts';
import type { Via } from './status-change.store.ts';

export interface NewReferral {
  programId: string;
  seekerId: string;
  /** The Navigator, or the Claimer who wrote it down; null when somebody refers themselves (R12, R19: the Seeker is no helper of their own). */
  madeById: string | null;
  source: 'navigator' | 'self' | 'program';
  /** The referral it takes further. */
  forwardedFromId?: string | null;
  comment: string;
  person: SharedPerson;
  author: HistoryName;
  /** The Teams it is shared with from the first moment on (R9). */
  teamIds: readonly string[];
  at: Date;
}

/** Writes the referral, what the form shared of the Seeker (R11), and its audience as it is at this moment (R9). */
export async function insertReferral(tx: Tx, referral: NewReferral): Promise<string> {
  const { person, author, teamIds, at, ...facts } = referral;
  const written = await tx.referral.create({
    data: {
      ...facts,
      makerName: author.name,
      makerOrganization: author.organization,
      sharedFirstName: person.firstName,
      sharedLastName: person.lastName,
      sharedEmail: person.email,
      sharedPhone: person.phone,
      sharedZip: person.zip,
      sharedLanguage: person.language,
      sharedPreference: person.contactPreference,
      statusChangedAt: at,
      createdAt: at,
      shares: { createMany: { data: teamIds.map((teamId) => ({ teamId })) } },
    },
    select: { id: true },
  });
  return written.id;
}

export interface Creation {
  referralId: string;
  via: Via;
  actorUserId: string | null;
  actor: HistoryName;
  at: Date;
}

export interface WrittenEvent {
  id: string;
  sequence: bigint;
}

/** The first entry of the history: who made the referral, through what, and how the person came, if the Program wrote it down (R6). */
export async function insertCreated(tx: Tx, creation: Creation, reason: string | null = null): Promise<WrittenEvent> {
  const { referralId, via, actorUserId, actor, at } = creation;
  const by = { actorUserId, actorName: actor.name, actorOrganization: actor.organization };
  return tx.referralEvent.create({
    data: { referralId, kind: 'created', via, reason, ...by, createdAt: at },
    select: { id: true, sequence: true },
  });
}

export interface GivenConsent {
  text: ConsentText;
  how: ConsentHow;
  takenById: string | null;
  takenByName: string;
}

/** The exact text shown, its version, how it was agreed to, who took it and when (R23). */
export async function insertConsent(tx: Tx, referralId: string, consent: GivenConsent, at: Date): Promise<void> {
  const { text, how, takenById, takenByName } = consent;
  await tx.consent.create({
    data: {
      referralId,
      textVersion: text.version,
      text: text.text,
      language: text.language,
      givenHow: how,
      takenById,
      takenByName,
      createdAt: at,
    },
  });
}
