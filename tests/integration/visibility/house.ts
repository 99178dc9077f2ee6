import type { Agent } from 'supertest';
import { sessionKey } from '../../../src/live/hint.ts';
import { notifyAccessChanged } from '../../../src/live/notify.ts';
import { issueAccountToken } from '../../../src/accounts/account-token.store.ts';
import { newId } from '../../../src/db/new-id.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, makeSeeker, PASSWORD_HASH, type Cast, type CastMember, type MadeReferral } from '../../support/cast.ts';
import { sent, WELL } from '../../support/connect-form.ts';
import { linkForClaimer, linkForSeeker, openedIn, type SentLink } from '../status-links/link-visits.ts';
import { writeAbout, WRITTEN, type Writings } from './writings.ts';
import { openOtherSite, type OtherSite } from './other-site.ts';

/** What must stay hidden, in the Seeker's own words: no page of anybody else may hold one of them. */
export const SECRETS = [
  'Quetzalli',
  'Zumárraga',
  '(650) 555-0987',
  '5550987',
  'quetzalli@seekers.test',
  'the landlord changed the locks',
  WRITTEN,
];

const ANA = {
  ...WELL,
  firstName: 'Quetzalli',
  lastName: 'Zumárraga',
  email: 'quetzalli@seekers.test',
  phone: '(650) 555-0987',
  contactPreference: 'email',
  comment: 'the landlord changed the locks',
};

/** One install with everybody in it, and two referrals that most of them must not find; of the first, what helpers wrote, too. */
export interface House extends Writings {
  app: TestApp;
  cast: Cast;
  /** By the Navigator, shared with their Group, for a Seeker with an account; and one that the same Seeker made themselves. */
  hidden: { referralId: string; seekerId: string }[];
  /** The Seeker the hidden referrals are for. */
  ana: CastMember;
  links: SentLink[];
  /** Claims the other Program alone. */
  pantry: CastMember;
  /** Names one of the Navigator's sessions. */
  sessionKey: string;
  confirmToken: string;
  devMailId: string;
  /** Settings of a Site that none of the visitors looks after. */
  otherSite: OtherSite;
  /** The Site's admin asks to answer a Program's referrals: not for themselves to decide (R27). */
  claimId: string;
  /** Somebody else asks: for the Site's admin to decide. */
  otherClaimId: string;
}

export async function openHouse(): Promise<House> {
  const app = await startApp({ live: true });
  const cast = await createCast(app.deps.db);
  const { db } = app.deps;
  const ana = await addPerson(app, 'ana', ANA.email);
  const pantry = await addPerson(app, 'pantry');
  await join(app, pantry, cast.otherProgram.teamId);
  const navigator = await app.signIn(cast.navigator.email);
  const shared = await sent(navigator, cast.program.id, ANA);
  await (await app.signIn(ana.email)).post(`/programs/${cast.program.id}/connect`).type('form').send(ANA);
  const own = await db.referral.findFirstOrThrow({ where: { source: 'self' } });
  const hidden = [shared, { referralId: own.id, seekerId: own.seekerId }];
  const links = await Promise.all(
    hidden.flatMap(({ referralId }) => [linkForClaimer(app, referralId, cast.claimer), linkForSeeker(app, referralId, ana.email)]),
  );
  const unconfirmed = await addPerson(app, 'unconfirmed');
  await db.user.update({ where: { id: unconfirmed.id }, data: { emailVerifiedAt: null } });
  const confirmToken = await issueAccountToken(db, unconfirmed.id, 'confirm_email', app.clock.now());
  const mail = { toAddress: ana.email, subject: 'Your referral was sent', text: 'A link', html: '<p>A link</p>' };
  const { id: devMailId } = await db.devMail.create({ data: { id: newId(), ...mail } });
  const claims = await Promise.all([cast.admin, unconfirmed].map((person) => claimBy(app, person, cast.otherProgram.id)));
  const [claimId = '', otherClaimId = ''] = claims;
  const otherSite = await openOtherSite(app, await addPerson(app, 'principal'));
  const known = { otherSite, sessionKey: await aSessionOf(app, cast.navigator), confirmToken, devMailId, claimId, otherClaimId };
  return { app, cast, hidden, ana, links, pantry, ...known, ...(await writeAbout(app, navigator, shared)) };
}

export async function addPerson({ deps: { db } }: TestApp, name: string, email = `${name}@demo.test`): Promise<CastMember> {
  const person = { email, firstName: name, lastName: 'Person' };
  const { id } = await db.user.create({ data: { ...person, passwordHash: PASSWORD_HASH, emailVerifiedAt: new Date() } });
  return { id, ...person };
}

export async function join({ deps: { db } }: TestApp, { id: userId }: CastMember, teamId: string): Promise<void> {
  await db.membership.create({ data: { userId, teamId } });
}

async function claimBy({ deps: { db } }: TestApp, { id: userId }: CastMember, programId: string): Promise<string> {
  const { id } = await db.claimRequest.create({ data: { programId, userId, message: 'I answer the phone there.' } });
  return id;
}

/** Leaving, as it will be done by whoever manages the Team: the row goes, and open pages are told (S-43). */
export async function leave({ deps: { db } }: TestApp, { id: userId }: CastMember, teamId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.membership.deleteMany({ where: { userId, teamId } });
    await notifyAccessChanged(tx, userId);
  });
}

async function aSessionOf({ deps: { db } }: TestApp, { id }: CastMember): Promise<string> {
  const rows = await db.$queryRaw<{ sid: string }[]>`SELECT sid FROM session WHERE sess #>> '{passport,user,userId}' = ${id}`;
  return sessionKey(rows[0]!.sid);
}

/** Somebody who must not find the hidden referrals. */
export interface Visitor {
  who: string;
  browser: Agent;
  signedIn: boolean;
  /** A referral of their own, by which it shows that their open page hears at all; null where there is no page to hear. */
  hears: MadeReferral | null;
  link?: SentLink;
}

/** Everybody the rules leave out, each signed in, or holding a link to something else. */
export async function everybodyElse(house: House): Promise<Visitor[]> {
  const { app, cast, pantry } = house;
  const ownFor = (person: CastMember): Promise<MadeReferral> =>
    makeReferral(app.deps.db, { makerId: person.id, programId: cast.otherProgram.id, seeker: { lastName: `of ${person.firstName}` } });
  const signedIn = async (who: string, person: CastMember, hears?: MadeReferral): Promise<Visitor> => ({
    who,
    browser: await app.signIn(person.email),
    signedIn: true,
    hears: hears ?? (await ownFor(person)),
  });
  const otherSeeker = await addPerson(app, 'otherseeker');
  const seekerId = await makeSeeker(app.deps.db, { userId: otherSeeker.id, email: otherSeeker.email }, cast.outsider.id);
  const other = await makeReferral(app.deps.db, { makerId: cast.outsider.id, programId: cast.otherProgram.id, seekerId });
  const linkHolder = async (who: string, link: SentLink): Promise<Visitor> => ({
    who,
    browser: await openedIn(app, link),
    signedIn: false,
    hears: other,
    link,
  });
  return [
    await signedIn('a stranger', cast.stranger),
    await signedIn('a Worker of another Group', cast.outsider),
    await signedIn('the Site’s admin', cast.admin),
    await signedIn('a Claimer of another Program', pantry),
    await signedIn('the Seeker of another referral', otherSeeker, other),
    await leaver(house, 'who left the Group', cast.familyNavigation, [0]),
    await leaver(house, 'who left the Program', cast.program.teamId, [0, 1]),
    await closedAccount(house),
    { who: 'nobody in particular', browser: app.request(), signedIn: false, hears: null },
    await linkHolder('who holds the Seeker’s link to another referral', await linkForSeeker(app, other.id, otherSeeker.email)),
    await linkHolder('who holds a Claimer’s link to another referral', await linkForClaimer(app, other.id, pantry)),
  ];
}

/** Was in the Team, saw the referrals, and left: with a session and pages that are still open (R9). */
async function leaver({ app, cast, hidden }: House, who: string, teamId: string, saw: number[]): Promise<Visitor> {
  const person = await addPerson(app, `left${String(saw.length)}`);
  await join(app, person, teamId);
  const browser = await app.signIn(person.email);
  for (const index of saw) {
    const { status } = await browser.get(`/referrals/${hidden[index]!.referralId}`);
    if (status !== 200) throw new Error(`${who} should have seen the referral before: ${String(status)}`);
  }
  await leave(app, person, teamId);
  const hears = await makeReferral(app.deps.db, { makerId: person.id, programId: cast.otherProgram.id });
  return { who, browser, signedIn: true, hears };
}

/** A colleague whose account was deactivated: the session's cookie is still there (S-14). */
async function closedAccount({ app, cast }: House): Promise<Visitor> {
  const person = await addPerson(app, 'closed');
  await join(app, person, cast.familyNavigation);
  const browser = await app.signIn(person.email);
  await app.deps.db.user.update({ where: { id: person.id }, data: { deactivatedAt: new Date() } });
  return { who: 'whose account was deactivated', browser, signedIn: false, hears: null };
}
