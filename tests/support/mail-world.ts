import type { Writable } from 'node:stream';
import { openJobs, type RunningJobs } from '../../src/jobs.ts';
import { readConfig, type Config } from '../../src/config.ts';
import { type Clock, systemClock } from '../../src/clock.ts';
import { type Db, openDatabase } from '../../src/db/client.ts';
import { newId } from '../../src/db/new-id.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import type { Actor, LinkActor, UserActor } from '../../src/domain/actor.ts';
import type { Side } from '../../src/domain/visibility.ts';
import { createLog } from '../../src/logger.ts';
import { openMailer } from '../../src/mail/open-mailer.ts';
import { queueNewReferralMail } from '../../src/mail/referral-mail.service.ts';
import { loadUserActor } from '../../src/accounts/user.store.ts';
import { changeReferralStatus } from '../../src/referrals/status-change.service.ts';
import type { Status } from '../../src/domain/referral-status.ts';
import type { ContactPreference } from '../../src/domain/contact-preference.ts';

/** Words that no mail may carry: the Seeker's name, the comment and the need in it (R28, P-09). */
export const CANARIES = ['Zinnia', 'Quetzalcoatl', 'unpaid-rent-canary', 'rent-help-reason-canary', '+16505550142'];

export interface MailPerson {
  id: string;
  email: string;
}

export interface MailWorld {
  db: Db;
  config: Config;
  jobs: RunningJobs;
  deps: { db: Db; clock: Clock; jobs: RunningJobs };
  programId: string;
  teamId: string;
  /** The maker of referrals: a Worker of a Site. */
  dana: MailPerson;
  /** The Program's Claimers. */
  maria: MailPerson;
  joel: MailPerson;
  close(): Promise<void>;
}

/** One Program with two Claimers and a Navigator, and the job queue, without workers until a test starts them; `sharing` another world's people. */
export async function openMailWorld(
  databaseUrl: string,
  env: NodeJS.ProcessEnv,
  sharing?: Cast,
  logTo?: Writable,
  clock: Clock = systemClock,
): Promise<MailWorld> {
  const config = readConfig({
    NODE_ENV: 'test',
    PUBLIC_URL: 'https://throughline.example.org',
    MAIL_FROM: 'Throughline <mail@throughline.example.org>',
    ...env,
  });
  const log = logTo ? createLog('trace', logTo) : createLog(process.env['TEST_LOG'] ?? 'silent');
  const db = openDatabase(databaseUrl, log);
  const mailer = openMailer(config, db);
  const jobs = await openJobs({ config, db, log, clock, mailer, databaseUrl });
  const { programId, teamId, dana, maria, joel } = sharing ?? (await writeCast(db));
  const close = async (): Promise<void> => {
    await jobs.stop();
    mailer.close();
    await db.$disconnect();
  };
  return { db, config, jobs, deps: { db, clock, jobs }, programId, teamId, dana, maria, joel, close };
}

type Cast = Pick<MailWorld, 'programId' | 'teamId' | 'dana' | 'maria' | 'joel'>;

async function writeCast(db: Db): Promise<Cast> {
  const site = await db.site.create({ data: { name: 'Riverside Clinic' } });
  const group = await db.team.create({ data: { name: 'Front desk', siteId: site.id } });
  const organization = await db.organization.create({ data: { source: 'test', sourceId: newId(), name: 'Fair Oaks Center' } });
  const program = await db.program.create({
    data: {
      organizationId: organization.id,
      source: 'test',
      sourceId: newId(),
      name: 'Fair Oaks Center Rent & Home Help',
      referralEmail: 'intake@fairoaks.test',
    },
  });
  const team = await db.team.create({ data: { name: program.name, programId: program.id } });
  const dana = await person(db, 'Dana', 'Whitfield', 'dana@riverside.test', group.id);
  const maria = await person(db, 'Maria', 'Gomez', 'maria@fairoaks.test', team.id);
  const joel = await person(db, 'Joel', 'Park', 'joel@fairoaks.test', team.id);
  return { programId: program.id, teamId: team.id, dana, maria, joel };
}

async function person(db: Db, firstName: string, lastName: string, email: string, teamId: string): Promise<MailPerson> {
  const user = await db.user.create({
    data: { firstName, lastName, email, emailVerifiedAt: new Date(), memberships: { create: { teamId } } },
  });
  return { id: user.id, email };
}

export interface MadeReferral {
  id: string;
  seekerId: string;
  eventId: string;
}

export interface ReferralWish {
  preference?: ContactPreference;
  email?: string | null;
  language?: string;
  /** Queue the mail on it; otherwise nothing is queued. */
  mail?: boolean;
}

/** A referral by Dana for a Seeker full of canaries, written as the Connect form does, mail included unless told otherwise. */
export async function makeReferral(world: MailWorld, wish: ReferralWish = {}): Promise<MadeReferral> {
  const { db, jobs, dana, programId } = world;
  const preference = wish.preference ?? 'email';
  const email = wish.email === undefined ? 'reach-me@seekers.test' : wish.email;
  const at = world.deps.clock.now();
  return inTransaction({ db }, async (tx) => {
    const seeker = await tx.seeker.create({
      data: {
        firstName: 'Zinnia',
        lastName: 'Quetzalcoatl',
        email,
        phone: '+16505550142',
        language: wish.language ?? 'en',
        contactPreference: preference,
        madeById: dana.id,
        createdAt: at,
        updatedAt: at,
      },
    });
    const referral = await tx.referral.create({
      data: {
        seekerId: seeker.id,
        programId,
        madeById: dana.id,
        source: 'navigator',
        comment: 'unpaid-rent-canary, two months behind',
        makerName: 'Dana W.',
        makerOrganization: 'Riverside Clinic',
        sharedFirstName: 'Zinnia',
        sharedLastName: 'Quetzalcoatl',
        sharedEmail: email,
        sharedPhone: '+16505550142',
        sharedLanguage: wish.language ?? 'en',
        sharedPreference: preference,
        createdAt: at,
        statusChangedAt: at,
      },
    });
    const event = await tx.referralEvent.create({
      data: {
        referralId: referral.id,
        kind: 'created',
        via: 'dashboard',
        actorUserId: dana.id,
        actorName: 'Dana W.',
        actorOrganization: 'Riverside Clinic',
        createdAt: at,
      },
    });
    const sides: Side[] = ['maker'];
    if (wish.mail !== false) await queueNewReferralMail({ jobs }, tx, await actorOf(world, dana), { id: referral.id, sides }, event.id);
    return { id: referral.id, seekerId: seeker.id, eventId: event.id };
  });
}

export async function actorOf({ db }: MailWorld, { id }: MailPerson): Promise<UserActor> {
  const actor = await loadUserActor(db, id);
  if (!actor) throw new Error('nobody');
  return actor;
}

/** The Seeker of a referral, acting through their Status link. */
export function seekerByLink(referralId: string): LinkActor {
  return {
    kind: 'link',
    linkId: newId(),
    publicId: 'public',
    referralId,
    recipient: 'seeker',
    email: 'reach-me@seekers.test',
    firstName: 'Zinnia',
    lastName: 'Quetzalcoatl',
    userId: null,
    organization: null,
  };
}

export async function changeStatus(world: MailWorld, actor: Actor, referralId: string, to: Status): Promise<void> {
  const { version } = await world.db.referral.findUniqueOrThrow({ where: { id: referralId } });
  await changeReferralStatus(world.deps, actor, {
    referralId,
    to,
    version,
    reason: 'rent-help-reason-canary',
    via: 'dashboard',
    press: null,
  });
}
