import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askForAddress } from '../../../src/accounts/address.store.ts';
import { EmailKind } from '../../../src/db/generated/enums.ts';
import { newId } from '../../../src/db/new-id.ts';
import { inTransaction } from '../../../src/db/transaction.ts';
import type { Party } from '../../../src/domain/notification-rules.ts';
import { LANGUAGES, type Language } from '../../../src/i18n/languages.ts';
import { queueEmail } from '../../../src/mail/email.store.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { CANARIES, type MadeReferral, makeReferral, type MailPerson, type MailWorld, openMailWorld } from '../../support/mail-world.ts';
import { everythingIn, startSmtp, type TestSmtp } from '../../support/smtp.ts';
import { waitFor } from '../../support/wait-for.ts';

/** Besides the Seeker's: what somebody wrote about a claim, why it was refused, why a referral was withdrawn, and who helps. */
const MORE_CANARIES = ['claim-message-canary', 'refusal-canary', 'withdrawal-canary', 'Whitfield', 'Gomez'];

let database: FreshDatabase;
let smtp: TestSmtp;
let world: MailWorld;
let referral: MadeReferral;
let withdrawn: MadeReferral;

beforeAll(async () => {
  database = await freshDatabase();
  smtp = await startSmtp();
  world = await openMailWorld(database.url, { SMTP_URL: smtp.url, HELP_PHONE: '(650) 555-0100' });
  referral = await makeReferral(world, { mail: false });
  withdrawn = await makeReferral(world, { mail: false });
  const gone = { withdrawnAt: new Date(), withdrawnReason: 'withdrawal-canary' };
  await world.db.referral.update({ where: { id: withdrawn.id }, data: gone });
  await world.db.user.update({ where: { id: world.joel.id }, data: { emailVerifiedAt: null, operator: true } });
  await world.jobs.startWorkers();
});

afterAll(async () => {
  await world.close();
  await smtp.close();
  await database.drop();
});

interface Wish {
  to?: MailPerson;
  toAddress?: string;
  party?: Party;
  referralId?: string;
  subjectId?: string;
}

const SEEKER = { toAddress: 'reach-me@seekers.test', party: 'seeker' as const };

/** A mail of each kind to each of its readers, with what it is about written as their features write it. */
const WISHES: Record<EmailKind, () => Wish[] | Promise<Wish[]>> = {
  referral_received: () => [{ to: world.maria, party: 'program', referralId: referral.id }],
  referral_made: () => [{ ...SEEKER, referralId: referral.id }],
  status_changed: () => [
    { to: world.maria, party: 'program', referralId: referral.id },
    { to: world.dana, party: 'maker', referralId: referral.id },
    { ...SEEKER, referralId: referral.id },
  ],
  fresh_link: () => [
    { to: world.maria, party: 'program', referralId: referral.id },
    { ...SEEKER, referralId: referral.id },
  ],
  reminder: () => [{ to: world.maria, party: 'program', referralId: referral.id }],
  no_answer: () => [{ to: world.dana, party: 'maker', referralId: referral.id }],
  referral_withdrawn: () => [
    { to: world.maria, party: 'program', referralId: withdrawn.id },
    { ...SEEKER, referralId: withdrawn.id },
  ],
  digest: () => [{ to: world.dana }],
  confirm_email: () => [{ to: world.joel }],
  account_exists: () => [{ to: world.dana }],
  password_reset: () => [{ to: world.dana }],
  password_changed: () => [{ to: world.dana }],
  sign_in_link: () => [{ to: world.dana }],
  confirm_new_email: async () => [{ to: world.dana, toAddress: await askedFor(world.dana, 'dana@new.test') }],
  email_changed: () => [{ to: world.dana, toAddress: 'dana@old.test' }],
  invitation: async () => [{ toAddress: 'guest@riverside.test', subjectId: await invited('guest@riverside.test') }],
  claim_requested: async () => [{ to: world.joel, subjectId: await claim('pending') }],
  claim_approved: async () => [{ to: world.maria, subjectId: await claim('approved') }],
  claim_refused: async () => [{ to: world.dana, subjectId: await claim('refused') }],
};

async function askedFor({ id }: MailPerson, newEmail: string): Promise<string> {
  await inTransaction(world, (tx) => askForAddress(tx, id, newEmail, new Date()));
  return newEmail;
}

async function invited(email: string): Promise<string> {
  const expiresAt = new Date(Date.now() + 86_400_000);
  const { teamId, joel } = world;
  const place = { teamId, invitedById: joel.id, invitedByName: 'Dana W.' };
  await world.db.invitation.deleteMany();
  // Who sends it looks after the place.
  await world.db.membership.updateMany({ where: { teamId, userId: joel.id }, data: { role: 'admin' } });
  return (await world.db.invitation.create({ data: { email, tokenHash: hash(), expiresAt, ...place } })).id;
}

async function claim(state: 'pending' | 'approved' | 'refused'): Promise<string> {
  const { programId, dana } = world;
  await world.db.claimRequest.deleteMany();
  const data = { programId, userId: dana.id, message: 'claim-message-canary', state, reason: 'refusal-canary' };
  return (await world.db.claimRequest.create({ data })).id;
}

function hash(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(32));
}

async function send(kind: EmailKind, language: Language): Promise<void> {
  smtp.mails.length = 0;
  for (const { to, toAddress = to?.email ?? '', ...about } of await WISHES[kind]()) {
    const dedupeKey = newId();
    await inTransaction(world, async (tx) => {
      const id = await queueEmail(tx, { kind, dedupeKey, toAddress, language, userId: to?.id ?? null, ...about });
      if (kind === 'digest') await tx.digestEntry.create({ data: { ...newsFor(to?.id ?? ''), emailId: id } });
      await world.jobs.deliverEmails(tx, [id]);
    });
    await waitFor(async () => !['queued', 'sending'].includes((await world.db.email.findUniqueOrThrow({ where: { dedupeKey } })).state));
    expect(await world.db.email.findUniqueOrThrow({ where: { dedupeKey } })).toMatchObject({ state: 'sent', lastError: null });
  }
}

function newsFor(userId: string) {
  return { userId, referralId: referral.id, eventId: newId(), party: 'maker' };
}

/** Mail about an account, which a Seeker may have; who helps others signs in by password, and is told so in English. */
const OF_ACCOUNTS = new Set([
  'confirm_email',
  'account_exists',
  'password_reset',
  'password_changed',
  'confirm_new_email',
  'email_changed',
]);

/** Arabic has what a Seeker can get (ADR 0139). */
function languageOf(kind: EmailKind, address: string, wanted: Language): Language {
  return wanted !== 'ar' || address === SEEKER.toAddress || OF_ACCOUNTS.has(kind) ? wanted : 'en';
}

describe.each(Object.values(EmailKind))('mail of the kind %s', (kind) => {
  test.each(LANGUAGES)(
    'to whoever reads %s goes out in a language of theirs, to its one reader, and names no person, need, comment or reason (R28, S-70, U-31)',
    async (language) => {
      await send(kind, language);
      expect(smtp.mails.length).toBeGreaterThan(0);
      for (const mail of smtp.mails) {
        for (const word of [...CANARIES, ...MORE_CANARIES]) expect(everythingIn(mail)).not.toContain(word);
        expect(mail.to).toHaveLength(1);
        expect(mail.parsed.headers.get('content-language')).toBe(languageOf(kind, mail.to[0]!, language));
        expect(mail.parsed.html).toContain(`<html lang="${languageOf(kind, mail.to[0]!, language)}" dir=`);
        expect(mail.parsed.text).toContain('(650) 555-0100');
        expect(Buffer.byteLength(mail.raw)).toBeLessThan(50_000);
      }
    },
  );
});
