import { hashOfToken, newToken } from '../../../src/secret-token.ts';
import { linkForSeeker } from '../../integration/status-links/link-visits.ts';
import type { TestApp } from '../app.ts';
import { createCast, makeReferral, makeSeeker, type Cast } from '../cast.ts';

/** One install with something to see on every page. */
export interface World {
  app: TestApp;
  url: string;
  cast: Cast;
  /** Just arrived; and answered once, with a note and a Goal: of two Seekers, the second one has an account. */
  fresh: string;
  answered: string;
  seekerId: string;
  goalId: string;
  claimId: string;
  /** "/l/…" and "/invitations/…", as mails carry them. */
  linkPath: string;
  invitationPath: string;
}

const DAY = 86_400_000;

export async function openWorld(app: TestApp): Promise<World> {
  const cast = await createCast(app.deps.db);
  const { db } = app.deps;
  const { navigator, seeker, program } = cast;
  const fresh = await makeReferral(db, { makerId: navigator.id, programId: program.id });
  const ana = { firstName: seeker.firstName, lastName: seeker.lastName, email: seeker.email, userId: seeker.id };
  const seekerId = await makeSeeker(db, ana, navigator.id);
  const answered = await makeReferral(db, { makerId: navigator.id, programId: program.id, seekerId, status: 'eligible' });
  await makeReferral(db, { makerId: navigator.id, programId: cast.otherProgram.id, seekerId, status: 'got_help' });
  await makeReferral(db, {
    makerId: null,
    programId: program.id,
    seeker: { firstName: 'Bartholomew', lastName: 'Okonkwo-Featherstonehaugh', email: 'bartholomew.okonkwo.featherstonehaugh@example.org' },
  });
  const goalId = await writeAbout(app, cast, { seekerId, referralId: answered.id });
  const claim = { programId: cast.otherProgram.id, userId: cast.coclaimer.id, message: 'I answer the phone there, Monday to Friday.' };
  const { id: claimId } = await db.claimRequest.create({ data: claim });
  await listProgram(app, program.id);
  const { path: linkPath } = await linkForSeeker(app, answered.id, seeker.email);
  const invitationPath = `/invitations/${await invite(app, cast)}`;
  return { app, url: app.url, cast, fresh: fresh.id, answered: answered.id, seekerId, goalId, claimId, linkPath, invitationPath };
}

/** What a directory tells of a Program; it never closes, so that its page says the same at any hour. */
async function listProgram({ deps: { db } }: TestApp, programId: string): Promise<void> {
  await db.programPhone.create({ data: { programId, position: 0, number: '(650) 555-0133', kind: 'voice' } });
  for (const [slug, name] of [
    ['rent-and-deposits', 'Rent and deposits'],
    ['shelter', 'Shelter'],
  ] as const) {
    await db.programCategory.create({ data: { program: { connect: { id: programId } }, category: { create: { slug, name } } } });
  }
  const open = { opensAt: '00:00', closesAt: '24:00' };
  await db.programSchedule.createMany({
    data: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ programId, position: weekday, weekday, ...open })),
  });
}

/** What helpers wrote about a Seeker: a note on the referral, one on the profile, and a Goal the referral is filed under. */
async function writeAbout({ deps: { db } }: TestApp, cast: Cast, about: { seekerId: string; referralId: string }): Promise<string> {
  const { seekerId, referralId } = about;
  const goal = { title: 'Keep the apartment through the winter', detail: 'Rent is due on the first.', createdByName: 'Dana W.' };
  const { id } = await db.goal.create({
    data: { seekerId, createdById: cast.navigator.id, sharedTeamIds: [cast.familyNavigation], ...goal },
  });
  await db.referral.update({ where: { id: referralId }, data: { goalId: id } });
  const note = { side: 'referring', authorId: cast.navigator.id, authorName: 'Dana W.', authorOrganization: 'Riverside Clinic' } as const;
  await db.note.create({ data: { seekerId, referralId, body: 'Asked for the lease. She brings it on Friday.', ...note } });
  await db.note.create({ data: { seekerId, body: 'Best after 3 pm.', sharedTeamIds: [cast.familyNavigation], ...note } });
  await db.note.create({ data: { seekerId, goalId: id, body: 'The landlord gives us until March.', ...note } });
  return id;
}

async function invite({ deps: { db }, clock }: TestApp, { familyNavigation, admin }: Cast): Promise<string> {
  const token = newToken();
  const to = { email: 'invited.by.a.colleague@demo.test', teamId: familyNavigation, tokenHash: hashOfToken(token) };
  const by = { invitedById: admin.id, invitedByName: 'Alma T.', expiresAt: new Date(clock.now().getTime() + DAY) };
  await db.invitation.create({ data: { ...to, ...by } });
  return token;
}
