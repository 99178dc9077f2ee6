import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '../../../src/db/transaction.ts';
import { queueNewReferralMail } from '../../../src/mail/referral-mail.service.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { actorOf, CANARIES, changeStatus, makeReferral, type MailWorld, openMailWorld, seekerByLink } from '../../support/mail-world.ts';
import { everythingIn, type ReceivedMail, startSmtp, type TestSmtp } from '../../support/smtp.ts';
import { waitFor } from '../../support/wait-for.ts';

let database: FreshDatabase;
let smtp: TestSmtp;
let world: MailWorld;

beforeAll(async () => {
  database = await freshDatabase();
  smtp = await startSmtp();
  world = await openMailWorld(database.url, { SMTP_URL: smtp.url });
  await world.jobs.startWorkers();
});

afterAll(async () => {
  await world.close();
  await smtp.close();
  await database.drop();
});

beforeEach(() => {
  smtp.mails.length = 0;
});

afterEach(async () => {
  await world.db.user.updateMany({ data: { notifications: 'at_once', deactivatedAt: null } });
});

/** Every mail queued so far has had its end; then what the server got is all there will be. */
async function allDelivered(): Promise<ReceivedMail[]> {
  await waitFor(async () => (await world.db.email.count({ where: { state: { in: ['queued', 'sending'] } } })) === 0);
  return [...smtp.mails];
}

function addressees(mails: readonly ReceivedMail[]): string[] {
  return mails.flatMap(({ to }) => to).sort();
}

describe('mail on a new referral (R28)', () => {
  test('the Claimers and the Seeker who prefers e-mail get one each, the maker none', async () => {
    await makeReferral(world);
    expect(addressees(await allDelivered())).toEqual(['joel@fairoaks.test', 'maria@fairoaks.test', 'reach-me@seekers.test']);
  });

  test('the Seeker who prefers another way gets none', async () => {
    await makeReferral(world, { preference: 'phone' });
    expect(addressees(await allDelivered())).toEqual(['joel@fairoaks.test', 'maria@fairoaks.test']);
  });

  test('for a Seeker who asked not to be reached, the Program alone gets mail (R14)', async () => {
    await makeReferral(world, { preference: 'dont_reach_out' });
    expect(addressees(await allDelivered())).toEqual(['joel@fairoaks.test', 'maria@fairoaks.test']);
  });

  test('a Claimer whose account is closed gets none', async () => {
    await world.db.user.update({ where: { id: world.joel.id }, data: { deactivatedAt: new Date() } });
    await makeReferral(world, { preference: 'phone' });
    expect(addressees(await allDelivered())).toEqual(['maria@fairoaks.test']);
  });

  test('names the Program and links to it by a Status link that works for 60 days (R30)', async () => {
    const referral = await makeReferral(world, { preference: 'phone' });
    const [mail] = await allDelivered();
    expect(mail?.parsed.subject).toBe('A referral needs your answer');
    expect(mail?.parsed.text).toContain('Fair Oaks Center Rent & Home Help');
    expect(mail?.parsed.html).toContain('Fair Oaks Center Rent &amp; Home Help');
    const link = /https:\/\/throughline\.example\.org\/l\/[A-Za-z0-9_-]{43}/.exec(mail?.parsed.text ?? '')?.[0] ?? 'none';
    expect(mail?.parsed.html).toContain(`href="${link}"`);
    const stored = await world.db.statusLink.findMany({
      where: { referralId: referral.id },
      select: { email: true, recipient: true, userId: true },
    });
    expect(stored).toContainEqual({ email: 'maria@fairoaks.test', recipient: 'claimer', userId: world.maria.id });
  });

  test('while nobody has claimed the Program, its referral address gets the mail', async () => {
    const memberships = await world.db.membership.findMany({ where: { teamId: world.teamId } });
    await world.db.membership.deleteMany({ where: { teamId: world.teamId } });
    await makeReferral(world, { preference: 'phone' });
    const mails = await allDelivered();
    await world.db.membership.createMany({ data: memberships });
    expect(addressees(mails)).toEqual(['intake@fairoaks.test']);
  });
});

describe('mail on a status change (R28)', () => {
  test('everybody but its author gets one', async () => {
    const { id } = await makeReferral(world, { mail: false });
    await changeStatus(world, await actorOf(world, world.maria), id, 'pending');
    expect(addressees(await allDelivered())).toEqual(['dana@riverside.test', 'joel@fairoaks.test', 'reach-me@seekers.test']);
  });

  test('the Seeker who changed it through their link gets none', async () => {
    const { id } = await makeReferral(world, { mail: false });
    await changeStatus(world, seekerByLink(id), id, 'got_help');
    expect(addressees(await allDelivered())).toEqual(['dana@riverside.test', 'joel@fairoaks.test', 'maria@fairoaks.test']);
  });

  test('makers and Claimers get it only where their setting is at once', async () => {
    await world.db.user.update({ where: { id: world.dana.id }, data: { notifications: 'never' } });
    await world.db.user.update({ where: { id: world.joel.id }, data: { notifications: 'daily_digest' } });
    const { id } = await makeReferral(world, { mail: false });
    await changeStatus(world, seekerByLink(id), id, 'got_help');
    expect(addressees(await allDelivered())).toEqual(['maria@fairoaks.test']);
  });

  test('"Don’t reach out", said on the profile since, leaves the Program alone (R14)', async () => {
    const { id, seekerId } = await makeReferral(world, { mail: false });
    await world.db.seeker.update({ where: { id: seekerId }, data: { contactPreference: 'dont_reach_out' } });
    await changeStatus(world, await actorOf(world, world.maria), id, 'pending');
    expect(addressees(await allDelivered())).toEqual(['joel@fairoaks.test']);
  });

  test('the maker’s mail leads to the referral behind sign-in, not through a Status link', async () => {
    const { id } = await makeReferral(world, { mail: false });
    await changeStatus(world, await actorOf(world, world.maria), id, 'no_capacity');
    const makers = (await allDelivered()).find(({ to }) => to.includes('dana@riverside.test'));
    expect(makers?.parsed.text).toContain(`https://throughline.example.org/referrals/${id}`);
    expect(makers?.parsed.text).not.toContain('/l/');
  });
});

describe('what mail carries (R28, P-09, S-70)', () => {
  test('no name of the Seeker, no contact, no comment, no reason and no status, in any part of any mail', async () => {
    const { id } = await makeReferral(world, { language: 'es' });
    await changeStatus(world, await actorOf(world, world.maria), id, 'couldnt_get_help');
    await changeStatus(world, seekerByLink(id), id, 'got_help');
    const mails = await allDelivered();
    expect(mails).toHaveLength(9);
    const statuses = ['Couldn’t get help', 'couldnt_get_help', 'got_help', 'Got help', 'Needs further action'];
    for (const mail of mails) {
      for (const word of [...CANARIES, ...statuses]) expect(everythingIn(mail).toLowerCase()).not.toContain(word.toLowerCase());
      expect(mail.parsed.subject).not.toContain('Fair Oaks');
    }
  });

  test('one address in the envelope, a Message-ID made from the row, and marked as sent by a machine', async () => {
    await makeReferral(world, { preference: 'phone' });
    for (const mail of await allDelivered()) {
      const row = await world.db.email.findFirstOrThrow({ where: { toAddress: mail.to[0]! }, orderBy: { createdAt: 'desc' } });
      expect(mail.to).toHaveLength(1);
      expect(mail.from).toBe('mail@throughline.example.org');
      expect(mail.parsed.messageId).toBe(`<${row.id}@throughline.example.org>`);
      expect(mail.parsed.headers.get('auto-submitted')).toBe('auto-generated');
      expect(row).toMatchObject({ state: 'sent', attempts: 1, lastError: null });
      expect(row.sentAt).not.toBeNull();
    }
  });

  test('is in the language of its recipient, with one line in the other (U-31)', async () => {
    await makeReferral(world, { language: 'es' });
    const mails = await allDelivered();
    const seekers = mails.find(({ to }) => to.includes('reach-me@seekers.test'));
    expect(seekers?.parsed.subject).toBe('Su remisión fue enviada');
    expect(seekers?.parsed.text).toContain('Prefer English? Your referral to Fair Oaks Center Rent & Home Help was sent.');
    const claimers = mails.find(({ to }) => to.includes('maria@fairoaks.test'));
    expect(claimers?.parsed.text).toContain('¿Prefiere español? Hay una remisión nueva');
  });
});

describe('mail and its change are one (R29)', () => {
  test('a change that is rolled back leaves no mail and no job', async () => {
    const before = await counts();
    const refused = inTransaction(world, async (tx) => {
      const referral = await tx.referral.findFirstOrThrow();
      await queueNewReferralMail(world, tx, await actorOf(world, world.dana), { id: referral.id, sides: ['maker'] }, crypto.randomUUID());
      throw new Error('changed my mind');
    });
    await expect(refused).rejects.toThrow('changed my mind');
    expect(await counts()).toEqual(before);
  });

  test('the same history entry reported twice is one mail for each recipient', async () => {
    const { id, eventId } = await makeReferral(world);
    await inTransaction(world, async (tx) => {
      await queueNewReferralMail(world, tx, await actorOf(world, world.dana), { id, sides: ['maker'] }, eventId);
    });
    expect(addressees(await allDelivered())).toEqual(['joel@fairoaks.test', 'maria@fairoaks.test', 'reach-me@seekers.test']);
  });

  async function counts(): Promise<unknown> {
    const [jobs] = await world.db.$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM pgboss.job`;
    return { mails: await world.db.email.count(), jobs: jobs?.n };
  }
});
