import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast, type Role } from '../../support/cast.ts';
import { linkForClaimer, linkForSeeker, openedIn, type SentLink } from '../status-links/link-visits.ts';
import { englishLeft } from '../../support/english-left.ts';

/** What people wrote: it is never put into another language, and none of it may look like ours. */
const WORDS = { comment: 'Zzcomment', reason: 'Zzreason' };

let app: TestApp;
let cast: Cast;
let open: string;
let claimId: string;
let data: string[];

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
  await app.deps.db.program.update({ where: { id: cast.program.id }, data: { lateAfterDays: 1 } });
  const seekerId = await ownProfile();
  const long = new Date(app.clock.now().getTime() - 9 * 86_400_000);
  open = await made(seekerId, { createdAt: long });
  await made(seekerId, { status: 'got_help', makerId: null });
  await made(seekerId, { status: 'no_capacity' });
  const claim = { programId: cast.otherProgram.id, userId: cast.coclaimer.id, message: WORDS.comment };
  claimId = (await app.deps.db.claimRequest.create({ data: claim })).id;
  data = await dataShown();
});
afterAll(() => app.close());

async function ownProfile(): Promise<string> {
  const { id } = await makeReferral(app.deps.db, {
    makerId: cast.navigator.id,
    programId: cast.otherProgram.id,
    seeker: { firstName: 'Ana', lastName: 'Ruiz', email: cast.seeker.email, userId: cast.seeker.id, language: 'es' },
    comment: WORDS.comment,
  });
  return (await app.deps.db.referral.findUniqueOrThrow({ where: { id } })).seekerId;
}

async function made(seekerId: string, wish: object): Promise<string> {
  return (await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id, seekerId, ...WORDS, ...wish })).id;
}

async function dataShown(): Promise<string[]> {
  const people = Object.values(cast).flatMap((one: unknown) =>
    isMember(one) ? [one.email, one.firstName, `${one.lastName.slice(0, 1)}.`] : [],
  );
  const teams = await app.deps.db.team.findMany({ select: { name: true } });
  return [
    ...Object.values(WORDS),
    ...people,
    ...teams.map(({ name }) => name),
    cast.program.name,
    cast.otherProgram.name,
    'Riverside Clinic',
    'Throughline',
    'English',
    'العربية',
    'Español',
    // Places a time zone is named after.
    'Port of Spain',
    'Isle of Man',
  ];
}

function isMember(one: unknown): one is Cast[Role] {
  return typeof one === 'object' && one !== null && 'lastName' in one;
}

/** A browser of somebody who reads this language: chosen, as they choose it on any page. */
async function readerIn(language: string, role: Role | null): Promise<Agent> {
  const reader = role ? await app.signIn(cast[role].email) : app.request();
  await reader.post('/language').set('Origin', app.url).type('form').send({ language, returnTo: '/' });
  return reader;
}

interface Page {
  who: Role | null;
  /** Where it is; made when all data is there. */
  at: () => string;
  status?: number;
}

/** Every page is to be in this table: whoever makes one adds it. */
const SPANISH: Record<string, Page> = {
  'the front door': { who: null, at: () => '/' },
  'a page that is not there': { who: null, at: () => '/nowhere', status: 404 },
  'a Status link that never was': { who: null, at: () => '/l/AAAAAAAAAAAAAAAA', status: 404 },
  'how to leave': { who: null, at: () => '/leaving' },
  'Referrals for Me': { who: 'seeker', at: () => '/for-me' },
  'Referrals for Me, empty': { who: 'stranger', at: () => '/for-me' },
  'a referral of one’s own': { who: 'seeker', at: () => `/referrals/${open}` },
  'Find programs': { who: null, at: () => '/programs' },
  'Find programs, nothing found': { who: null, at: () => '/programs?q=zzzz&open=1&zip=94063' },
  'Find programs, a ZIP that is none': { who: null, at: () => '/programs?zip=abc', status: 422 },
  'a Program': { who: null, at: () => `/programs/${cast.program.id}?zip=94063` },
  'Connect, for oneself': { who: null, at: () => `/programs/${cast.program.id}/connect` },
  Sent: { who: null, at: () => `/programs/${cast.program.id}/connect/sent?by=text` },
  'Sent, quietly': { who: null, at: () => `/programs/${cast.program.id}/connect/sent?by=dont_reach_out` },
  'Sign in': { who: null, at: () => '/login' },
  'Create an account': { who: null, at: () => '/signup' },
  'Check your email, after signing up': { who: null, at: () => '/signup/sent' },
  'Forgot your password': { who: null, at: () => '/password/forgot' },
  'Sign in without a password': { who: null, at: () => '/login/link' },
  'a dead link to confirm an address': { who: null, at: () => '/confirm/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', status: 404 },
  'a dead link to a new password': { who: null, at: () => '/password/reset', status: 404 },
  'My account, a Seeker’s': { who: 'seeker', at: () => '/settings/account?after=language' },
  'Email and language, a Seeker’s': { who: 'seeker', at: () => '/settings/account/notifications' },
  'a confirmed new address, a dead link': { who: 'seeker', at: () => '/settings/account/email/confirm', status: 404 },
  'My account': { who: 'navigator', at: () => '/settings/account' },
  'Email and language': { who: 'navigator', at: () => '/settings/account/notifications' },
  'Change email address': { who: 'navigator', at: () => '/settings/account/email' },
  'Change password': { who: 'navigator', at: () => '/settings/account/password' },
  'Connect, for somebody else': { who: 'navigator', at: () => `/programs/${cast.program.id}/connect` },
  'First steps of a Navigator': { who: 'navigator', at: () => '/start' },
  'First steps of a Site admin': { who: 'admin', at: () => '/start' },
  'First steps of a Claimer': { who: 'claimer', at: () => '/start' },
  'First steps of somebody who belongs nowhere': { who: 'stranger', at: () => '/start' },
  'a claim, signed out': { who: null, at: () => `/programs/${cast.program.id}/claim` },
  'a claim': { who: 'stranger', at: () => `/programs/${cast.program.id}/claim` },
  'a claim that waits': { who: 'coclaimer', at: () => `/programs/${cast.otherProgram.id}/claim` },
  'a claim that is not needed': { who: 'claimer', at: () => `/programs/${cast.program.id}/claim` },
  'Claims, of one’s own': { who: 'coclaimer', at: () => '/settings/claims' },
  'Claims, none': { who: 'stranger', at: () => '/settings/claims' },
  'Claims, to decide': { who: 'admin', at: () => '/settings/claims' },
  'a claim to decide': { who: 'admin', at: () => `/settings/claims/${claimId}` },
  'a Site': { who: 'admin', at: () => `/settings/site/${cast.siteId}` },
  'a Group': { who: 'admin', at: () => `/settings/groups/${cast.familyNavigation}` },
  'Deactivating a Worker': { who: 'admin', at: () => `/settings/site/${cast.siteId}/workers/${cast.colleague.id}/deactivate` },
  'a Program’s settings': { who: 'claimer', at: () => `/settings/programs/${cast.program.id}` },
  'Deactivating a Claimer': { who: 'claimer', at: () => `/settings/programs/${cast.program.id}/members/${cast.both.id}/remove` },
  'Who has looked, in a Site': { who: 'admin', at: () => `/settings/site/${cast.siteId}/looks` },
  'an invitation that was none': { who: null, at: () => `/invitations/${'A'.repeat(43)}`, status: 404 },
  'Add an inbound referral': { who: 'claimer', at: () => `/inbound/${cast.program.id}/add` },
};

const ARABIC: readonly string[] = Object.keys(SPANISH)
  .slice(0, Object.keys(SPANISH).indexOf('Connect, for somebody else'))
  .filter((name) => name !== 'a Status link that never was');

describe('a page in another language has no English left (U-31)', () => {
  test.each(Object.entries(SPANISH))('%s, in Spanish', async (_name, page) => {
    await expectNoEnglish('es', page);
  });

  test.each(ARABIC)('%s, in Arabic', async (name) => {
    const page = SPANISH[name];
    if (page) await expectNoEnglish('ar', name.startsWith('a page') ? { ...page, at: () => '/for-me/nowhere' } : page);
  });

  test('and English is found where there is some', async () => {
    const { text } = await (await readerIn('en', 'seeker')).get('/for-me');
    const left = englishLeft(text, 'es', data);
    expect(left).toContain('Save status');
    expect(left).toContain('You got help.');
  });

  async function expectNoEnglish(language: string, { who, at, status = 200 }: Page): Promise<void> {
    const answer = await (await readerIn(language, who)).get(at());
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(`<html lang="${language}"`);
    expect(englishLeft(answer.text, language, data)).toEqual([]);
  }
});

describe('a Status link speaks the language of whom it was sent to (R26, R30)', () => {
  async function speaks(link: SentLink, language: string): Promise<void> {
    const reader = await openedIn(app, link);
    const at = `/l/${link.publicId}`;
    for (const answer of [await reader.get(at), await reader.post(at).set('Origin', app.url).type('form').send({ version: '1' })]) {
      expect(answer.text).toContain(`<html lang="${language}"`);
      expect(englishLeft(answer.text, language, data)).toEqual([]);
    }
  }

  test.each(['es', 'ar'])('the Seeker’s, who was referred in %s; asked again, saved and withdrawn, too', async (language) => {
    await app.deps.db.referral.update({ where: { id: open }, data: { sharedLanguage: language } });
    await app.deps.db.seeker.updateMany({ data: { language } });
    const link = await linkForSeeker(app, open, cast.seeker.email);
    await speaks(link, language);
    const reader = await openedIn(app, link);
    const { version } = await app.deps.db.referral.findUniqueOrThrow({ where: { id: open } });
    const form = { status: 'pending', version: String(version), reason: WORDS.reason };
    const post = (): ReturnType<Agent['post']> => reader.post(`/l/${link.publicId}`).set('Origin', app.url).type('form');
    const saved = await reader.get((await post().send(form)).headers['location'] ?? '');
    const conflict = await post().send({ ...form, status: 'got_help' });
    expect([saved.status, conflict.status]).toEqual([200, 409]);
    for (const { text } of [saved, conflict]) expect(englishLeft(text, language, data)).toEqual([]);
    await app.deps.db.referral.update({ where: { id: open }, data: { status: 'not_updated' } });
  });

  test('a Claimer’s, whose account is in Spanish; and one chosen on the page counts more', async () => {
    await app.deps.db.user.update({ where: { id: cast.claimer.id }, data: { language: 'es' } });
    const link = await linkForClaimer(app, open, cast.claimer);
    await speaks(link, 'es');
    const reader = await openedIn(app, link);
    await reader.post('/language').set('Origin', app.url).type('form').send({ language: 'en', returnTo: '/' });
    expect((await reader.get(`/l/${link.publicId}`)).text).toContain('<html lang="en"');
  });
});
