import type { Db } from '../../src/db/client.ts';
import { loadUserActor } from '../../src/accounts/user.store.ts';
import type { ContactPreference } from '../../src/domain/contact-preference.ts';
import { historyName } from '../../src/domain/display-name.ts';
import { sharingTeamIds } from '../../src/domain/membership.ts';
import type { Status } from '../../src/domain/referral-status.ts';

export interface ReferralWish {
  /** Who made it; null: the Seeker, without an account. */
  makerId: string | null;
  programId: string;
  /** An existing Seeker; without it a new one is made of `seeker`. */
  seekerId?: string;
  seeker?: Partial<SeekerWords> & { userId?: string | null };
  status?: Status;
  comment?: string;
  /** The audience; by default the maker's Teams that have Team Navigation on now (R9). */
  teamIds?: readonly string[];
  seen?: boolean;
  createdAt?: Date;
}

interface SeekerWords {
  firstName: string;
  lastName: string;
  email: string | null;
  phone: string | null;
  zip: string | null;
  language: string;
  contactPreference: ContactPreference;
}

const SEEKER: SeekerWords = {
  firstName: 'Ines',
  lastName: 'Moreno',
  email: null,
  phone: '+16505550142',
  zip: '94063',
  language: 'en',
  contactPreference: 'phone',
};

export interface MadeReferral {
  id: string;
  seekerId: string;
  version: number;
}

/** Writes a referral with its history and audience, as sending one does, but no mail. */
export async function makeReferral(db: Db, wish: ReferralWish): Promise<MadeReferral> {
  const { status = 'not_updated', createdAt = new Date(), makerId } = wish;
  const maker = makerId === null ? null : await loadUserActor(db, makerId);
  const seekerId = wish.seekerId ?? (await makeSeeker(db, wish.seeker ?? {}, makerId));
  const seeker = await db.seeker.findUniqueOrThrow({ where: { id: seekerId } });
  const by = maker ? historyName(maker) : { name: `${seeker.firstName} ${seeker.lastName.slice(0, 1)}.`, organization: null };
  const moved = status !== 'not_updated';
  const { id } = await db.referral.create({
    data: {
      seekerId,
      programId: wish.programId,
      madeById: makerId,
      source: maker ? 'navigator' : 'self',
      status,
      version: moved ? 2 : 1,
      comment: wish.comment ?? 'Two months behind on rent.',
      makerName: by.name,
      makerOrganization: by.organization,
      sharedFirstName: seeker.firstName,
      sharedLastName: seeker.lastName,
      sharedEmail: seeker.email,
      sharedPhone: seeker.phone,
      sharedZip: seeker.zip,
      sharedLanguage: seeker.language,
      sharedPreference: seeker.contactPreference,
      seenAt: wish.seen || moved ? createdAt : null,
      statusChangedAt: createdAt,
      createdAt,
      shares: { create: (wish.teamIds ?? (maker ? sharingTeamIds(maker) : [])).map((teamId) => ({ teamId })) },
    },
    select: { id: true },
  });
  const entry = {
    referralId: id,
    via: 'dashboard' as const,
    actorUserId: makerId,
    actorName: by.name,
    actorOrganization: by.organization,
    createdAt,
  };
  await db.referralEvent.create({ data: { ...entry, kind: 'created' } });
  if (moved)
    await db.referralEvent.create({ data: { ...entry, kind: 'status_changed', fromStatus: 'not_updated', toStatus: status, version: 2 } });
  return { id, seekerId, version: moved ? 2 : 1 };
}

/** A Seeker somebody helps, without any referral yet. */
export async function makeSeeker(db: Db, words: NonNullable<ReferralWish['seeker']>, madeById: string | null): Promise<string> {
  const { id } = await db.seeker.create({ data: { ...SEEKER, ...words, madeById }, select: { id: true } });
  return id;
}
