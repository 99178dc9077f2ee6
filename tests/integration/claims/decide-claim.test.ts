import type { Agent, Response } from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast, type CastMember } from '../../support/cast.ts';
import { businessRows, movedRows } from '../visibility/rows.ts';
import { unclaimedProgram } from './unclaimed-program.ts';

let app: TestApp;
let cast: Cast;
let programId: string;
let programs = 0;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());
beforeEach(async () => {
  programId = await unclaimedProgram(app, `Shelter ${String((programs += 1))}`, { phone: '(650) 555-0166' });
});

/** The request as its row; the mail on it is another test's. */
async function claimOf({ id: userId }: CastMember, program = programId): Promise<string> {
  const { id } = await app.deps.db.claimRequest.create({ data: { programId: program, userId, message: 'I answer the phone there.' } });
  return id;
}
const press = (browser: Agent, claimId: string, what: 'approve' | 'refuse', body: object = {}): Promise<Response> =>
  Promise.resolve(browser.post(`/settings/claims/${claimId}/${what}`).type('form').send(body));
const team = (id = programId) =>
  app.deps.db.team.findUnique({ where: { programId: id }, include: { memberships: { orderBy: { joinedAt: 'asc' } } } });
const stateOf = async (id: string) => (await app.deps.db.claimRequest.findUniqueOrThrow({ where: { id } })).state;

describe('approving a claim (R27)', () => {
  it('shows who asks, their words and the Program’s own contact, and makes the Team with them as its Program Admin', async () => {
    const claimId = await claimOf(cast.stranger);
    const admin = await app.signIn(cast.admin.email);
    expect((await admin.get('/settings/claims')).text).toContain(`/settings/claims/${claimId}`);
    const page = (await admin.get(`/settings/claims/${claimId}`)).text;
    for (const words of ['Sam Stone', cast.stranger.email, 'Address confirmed.', 'I answer the phone there.', 'tel:6505550166'])
      expect(page).toContain(words);
    expect(await team()).toBeNull();
    const answer = await press(admin, claimId, 'approve');
    expect([answer.status, answer.headers['location']]).toEqual([303, '/settings/claims?after=approved']);
    expect((await team())?.memberships).toMatchObject([{ userId: cast.stranger.id, role: 'admin' }]);
    expect(await team()).toMatchObject({ teamNavigation: false, siteId: null });
    expect(await stateOf(claimId)).toBe('approved');
  });

  it('gives them what was sent before, at once: the area in the header, the list and each referral (R10)', async () => {
    const { id, seekerId } = await makeReferral(app.deps.db, { makerId: cast.outsider.id, programId });
    const stranger = await app.signIn(cast.stranger.email);
    expect((await stranger.get(`/referrals/${id}`)).status).toBe(404);
    expect((await stranger.get(`/inbound/${programId}`)).status).toBe(404);
    await press(await app.signIn(cast.admin.email), await claimOf(cast.stranger), 'approve');
    expect((await stranger.get(`/inbound/${programId}`)).text).toContain(`data-referral="${id}"`);
    expect((await stranger.get(`/referrals/${id}`)).status).toBe(200);
    expect((await stranger.get(`/people/${seekerId}`)).status).toBe(200);
    expect((await stranger.get(`/programs/${programId}`)).text).toContain('You answer its referrals.');
  });

  it('writes to who asked, in their language; the mail names nobody', async () => {
    await app.deps.db.user.update({ where: { id: cast.stranger.id }, data: { language: 'es' } });
    const claimId = await claimOf(cast.stranger);
    await press(await app.signIn(cast.admin.email), claimId, 'approve');
    const mail = await app.deps.db.email.findFirstOrThrow({ where: { subjectId: claimId } });
    expect(mail).toMatchObject({ kind: 'claim_approved', toAddress: cast.stranger.email, language: 'es', userId: cast.stranger.id });
    await app.deps.db.user.update({ where: { id: cast.stranger.id }, data: { language: 'en' } });
  });

  it('the next one is a Claimer like others; one who comes after the last admin left is Program Admin again', async () => {
    const admin = await app.signIn(cast.admin.email);
    await press(admin, await claimOf(cast.stranger), 'approve');
    await press(admin, await claimOf(cast.seeker), 'approve');
    expect((await team())?.memberships.map(({ role }) => role)).toEqual(['admin', 'member']);
    await app.deps.db.membership.deleteMany({ where: { team: { programId }, role: 'admin' } });
    await press(admin, await claimOf(cast.outsider), 'approve');
    expect((await team())?.memberships.find(({ userId }) => userId === cast.outsider.id)?.role).toBe('admin');
  });

  it('of two first Claimers approved at the same moment one is the Program Admin, and the Program has one Team', async () => {
    const claims = [await claimOf(cast.stranger), await claimOf(cast.seeker)];
    const admin = await app.signIn(cast.admin.email);
    await Promise.all(claims.map((id) => press(admin, id, 'approve')));
    expect((await team())?.memberships.map(({ role }) => role).sort()).toEqual(['admin', 'member']);
  });

  it('who has become a Claimer by an invitation meanwhile stays what they are', async () => {
    const claimId = await claimOf(cast.coclaimer, cast.program.id);
    const before = await team(cast.program.id);
    await press(await app.signIn(cast.admin.email), claimId, 'approve');
    expect(await team(cast.program.id)).toEqual(before);
    expect(await stateOf(claimId)).toBe('approved');
  });
});

describe('refusing a claim (R27)', () => {
  it('takes a reason, tells it to who asked, and lets them ask again', async () => {
    const claimId = await claimOf(cast.stranger);
    const admin = await app.signIn(cast.admin.email);
    const without = await press(admin, claimId, 'refuse', { reason: ' ' });
    expect([without.status, await stateOf(claimId)]).toEqual([422, 'pending']);
    expect((await press(admin, claimId, 'refuse', { reason: 'Nobody knows you there.' })).status).toBe(303);
    expect([await stateOf(claimId), await team()]).toEqual(['refused', null]);
    expect(await app.deps.db.email.findFirstOrThrow({ where: { subjectId: claimId } })).toMatchObject({ kind: 'claim_refused' });
    const stranger = await app.signIn(cast.stranger.email);
    for (const place of [`/programs/${programId}`, '/settings/claims', `/programs/${programId}/claim`])
      expect((await stranger.get(place)).text, place).toContain('Nobody knows you there.');
    const again = await stranger.post(`/programs/${programId}/claim`).type('form').send({ message: 'Ask for Sam, at the desk.' });
    expect(again.status).toBe(303);
    expect((await stranger.get(`/programs/${programId}`)).text).toContain('Nobody has decided yet.');
  });
});

describe('a claim decided twice', () => {
  it('the second is told who was first, and changes nothing', async () => {
    const claimId = await claimOf(cast.stranger);
    const first = await app.signIn(cast.admin.email);
    const operator = await asOperator(cast.outsider);
    expect((await press(first, claimId, 'approve')).status).toBe(303);
    const before = await businessRows(app.deps.db);
    const late = await press(operator, claimId, 'refuse', { reason: 'I know nobody of this name.' });
    expect([late.status, late.text.includes('Somebody else decided this first')]).toEqual([409, true]);
    expect(late.text).toContain('Approved by Alma T., Riverside Clinic');
    expect((await press(operator, claimId, 'approve')).status).toBe(409);
    expect(movedRows(before, await businessRows(app.deps.db))).toEqual([]);
  });

  it('at the same moment: one wins, the other is told, and there is one mail', async () => {
    const claimId = await claimOf(cast.stranger);
    const [one, other] = [await app.signIn(cast.admin.email), await asOperator(cast.outsider)];
    const answers = await Promise.all([press(one, claimId, 'approve'), press(other, claimId, 'refuse', { reason: 'No.' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const approved = (await stateOf(claimId)) === 'approved';
    expect((await team()) !== null).toBe(approved);
    expect(await app.deps.db.email.count({ where: { subjectId: claimId } })).toBe(1);
  });
});

describe('who decides nothing (R13, R27)', () => {
  it('a Worker, a Claimer of the Program, a stranger and who asks: the claim is not there, and nothing moves', async () => {
    const claimId = await claimOf(cast.stranger, cast.program.id);
    const before = await businessRows(app.deps.db);
    for (const person of [cast.navigator, cast.claimer, cast.seeker, cast.stranger]) {
      const browser = await app.signIn(person.email);
      expect((await browser.get(`/settings/claims/${claimId}`)).status).toBe(404);
      expect((await press(browser, claimId, 'approve')).status).toBe(404);
      expect((await press(browser, claimId, 'refuse', { reason: 'No.' })).status).toBe(404);
      expect((await browser.get('/settings/claims')).text.includes(`/settings/claims/${claimId}`)).toBe(false);
    }
    expect((await app.request().get(`/settings/claims/${claimId}`)).status).toBe(303);
    expect(movedRows(before, await businessRows(app.deps.db))).toEqual([]);
  });

  it('a Site admin cannot let themselves in; an operator may', async () => {
    const claimId = await claimOf(cast.admin);
    const admin = await app.signIn(cast.admin.email);
    expect((await press(admin, claimId, 'approve')).status).toBe(404);
    expect((await admin.get('/settings/claims')).text.includes(`/settings/claims/${claimId}`)).toBe(false);
    expect((await press(await asOperator(cast.outsider), claimId, 'approve')).status).toBe(303);
  });

  it('nobody lets in an account whose address is not confirmed, or somebody into a Program that is no longer listed', async () => {
    const admin = await app.signIn(cast.admin.email);
    const claimId = await claimOf(cast.stranger);
    await app.deps.db.user.update({ where: { id: cast.stranger.id }, data: { emailVerifiedAt: null } });
    const unconfirmed = await press(admin, claimId, 'approve');
    await app.deps.db.user.update({ where: { id: cast.stranger.id }, data: { emailVerifiedAt: new Date() } });
    expect([unconfirmed.status, unconfirmed.text.includes('Their email address is not confirmed yet.')]).toEqual([422, true]);
    await app.deps.db.program.update({ where: { id: programId }, data: { retiredAt: new Date() } });
    expect((await press(admin, claimId, 'approve')).status).toBe(422);
    expect([await stateOf(claimId), await team()]).toEqual(['pending', null]);
  });
});

async function asOperator({ id, email }: CastMember): Promise<Agent> {
  await app.deps.db.user.update({ where: { id }, data: { operator: true } });
  return app.signIn(email);
}
