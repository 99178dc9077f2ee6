import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp } from '../../support/app.ts';
import type { Role } from '../../support/cast.ts';
import { openWorld, type World } from '../../support/gallery/world.ts';
import { hardest, officialWords, proseOf, readabilityOf, sentencesOf, type MeasuredLanguage } from '../../support/readability.ts';
import { linkForSeeker, openedIn } from '../status-links/link-visits.ts';

let world: World;
/** What people and directories wrote is not ours to make easy, nor what the law and the list of statuses call things. */
let data: string[];
beforeAll(async () => {
  world = await openWorld(await startApp());
  data = await dataShown();
});
afterAll(() => world.app.close());

async function dataShown(): Promise<string[]> {
  const { db } = world.app.deps;
  const [people, seekers, teams, programs, notes, goals, referrals] = await Promise.all([
    db.user.findMany(),
    db.seeker.findMany(),
    db.team.findMany(),
    db.program.findMany({ include: { organization: true } }),
    db.note.findMany(),
    db.goal.findMany(),
    db.referral.findMany(),
  ]);
  const names = [...people, ...seekers].flatMap(({ firstName, lastName }) => [
    `${firstName} ${lastName}`,
    `${firstName} ${lastName.slice(0, 1)}.`,
    firstName,
    lastName,
  ]);
  return [
    ...names,
    ...teams.map(({ name }) => name),
    ...programs.flatMap(({ name, organization }) => [name, organization.name]),
    ...notes.map(({ body }) => body ?? ''),
    ...goals.flatMap(({ title, detail }) => [title, detail]),
    ...referrals.map(({ comment }) => comment),
    'Riverside Clinic',
    'Throughline',
    'I answer the phone there, Monday to Friday.',
    'Needs client action',
    '42 CFR part 2 prohibits unauthorized use or disclosure of these records',
  ].filter((one) => one.length > 1);
}

async function readerIn(language: string, role: Role | null): Promise<Agent> {
  const { app } = world;
  const reader = await arrived(role);
  await reader.post('/language').set('Origin', app.url).type('form').send({ language, returnTo: '/' });
  return reader;
}

const readers = new Map<Role | null, Promise<Agent>>();

/** Each of them signs in once. */
function arrived(role: Role | null): Promise<Agent> {
  const { app, cast } = world;
  const reader = readers.get(role) ?? (role ? app.signIn(cast[role].email) : Promise.resolve(app.request()));
  readers.set(role, reader);
  return reader;
}

type Read = (language: MeasuredLanguage) => Promise<string>;

const page =
  (role: Role | null, at: () => string, status = 200): Read =>
  async (language) => {
    const answer = await (await readerIn(language, role)).get(at());
    expect(answer.status).toBe(status);
    return answer.text;
  };
const refused =
  (role: Role | null, at: () => string, words: Record<string, string>): Read =>
  async (language) =>
    (await (await readerIn(language, role)).post(at()).set('Origin', world.app.url).type('form').send(words)).text;
const link =
  (words?: Record<string, string>): Read =>
  async (language) => {
    const { app, answered, cast } = world;
    const sent = await linkForSeeker(app, answered, cast.seeker.email);
    const reader = await openedIn(app, sent);
    await reader.post('/language').set('Origin', app.url).type('form').send({ language, returnTo: '/' });
    const at = `/l/${sent.publicId}`;
    return (await (words ? reader.post(at).set('Origin', app.url).type('form').send(words) : reader.get(at))).text;
  };
const program = (): string => `/programs/${world.cast.program.id}`;

const SEEKERS: Record<string, Read> = {
  'Referrals for Me': page('seeker', () => '/for-me'),
  'Referrals for Me, empty': page('stranger', () => '/for-me'),
  'their referral': page('seeker', () => `/referrals/${world.answered}`),
  'a Status link': link(),
  'a Status link, nothing chosen': link({ version: '1' }),
  'a Status link, changed meanwhile': link({ status: 'got_help', version: '1' }),
  'a dead Status link': page(null, () => '/l/nothing-like-a-token-of-ours', 404),
  'the Connect form': page(null, () => `${program()}/connect`),
  'the Connect form, refused': refused('seeker', () => `${program()}/connect`, { email: 'ana@' }),
  'Sent, by text': page(null, () => `${program()}/connect/sent?by=text`),
  'Sent, quietly': page(null, () => `${program()}/connect/sent?by=dont_reach_out`),
  'how to leave': page(null, () => '/leaving'),
  'Find programs': page(null, () => '/programs'),
  'Find programs, none': page(null, () => '/programs?q=zebra'),
  'a Program': page(null, program),
  'the front door': page(null, () => '/'),
  'Sign in': page(null, () => '/login'),
  'Sign in by link': page(null, () => '/login/link'),
  'Create an account': page(null, () => '/signup'),
  'Create an account, sent': page(null, () => '/signup/sent'),
  'Forgot your password': page(null, () => '/password/forgot'),
  'a page that is not there': page('seeker', () => '/for-me/nowhere', 404),
};

const STAFFS: Record<string, Read> = {
  People: page('navigator', () => '/people'),
  'People, none': page('stranger', () => '/people'),
  'a profile': page('navigator', () => `/people/${world.seekerId}`),
  'Personal Information': page('navigator', () => `/people/${world.seekerId}/edit`),
  'a Goal': page('navigator', () => `/people/${world.seekerId}/goals/${world.goalId}`),
  'a referral': page('navigator', () => `/referrals/${world.answered}`),
  'a referral, inbound': page('claimer', () => `/referrals/${world.answered}`),
  withdrawing: page('navigator', () => `/referrals/${world.fresh}/withdraw`),
  'the Connect form': page('navigator', () => `${program()}/connect`),
  'Inbound Referrals': page('claimer', () => `/inbound/${world.cast.program.id}`),
  'Add an inbound referral': page('claimer', () => `/inbound/${world.cast.program.id}/add`),
  'First steps of a Navigator': page('navigator', () => '/start'),
  'First steps of a Site admin': page('admin', () => '/start'),
  'First steps of a Claimer': page('claimer', () => '/start'),
  'a Site': page('admin', () => `/settings/site/${world.cast.siteId}`),
  'a Group': page('admin', () => `/settings/groups/${world.cast.familyNavigation}`),
  'a Program’s settings': page('claimer', () => `/settings/programs/${world.cast.program.id}`),
  Claims: page('admin', () => '/settings/claims'),
  'a claim': page('admin', () => `/settings/claims/${world.claimId}`),
  'My account': page('navigator', () => '/settings/account'),
  Notifications: page('navigator', () => '/settings/account/notifications'),
  'who has looked': page('admin', () => `/people/${world.seekerId}/looks`),
};

describe('Seekers’ pages are easy to read (U-30)', () => {
  test.each(both(SEEKERS))('%s, in %s', async (_name, language, read) => {
    const sentences = sentencesOf(await read(language), data);
    const { grade, ease, mean, longest } = readabilityOf(proseOf(sentences), language);
    expect(sentences).not.toEqual([]);
    const why = hardest(sentences, language).join('\n');
    if (language === 'en') expect(grade, why).toBeLessThanOrEqual(6);
    else expect(ease, why).toBeGreaterThanOrEqual(70);
    expect(mean, why).toBeLessThanOrEqual(15);
    expect(longest, why).toBeLessThanOrEqual(25);
    expect(officialWords(sentences, language)).toEqual([]);
  });
});

describe('staff pages are plain (U-30)', () => {
  test.each(both(STAFFS))('%s, in %s', async (_name, language, read) => {
    const sentences = sentencesOf(await read(language), data);
    const { grade, mean } = readabilityOf(proseOf(sentences), language);
    expect(sentences).not.toEqual([]);
    const why = hardest(sentences, language).join('\n');
    if (language === 'en') expect(grade, why).toBeLessThanOrEqual(9);
    expect(mean, why).toBeLessThanOrEqual(15);
    expect(officialWords(sentences, language)).toEqual([]);
  });
});

function both(pages: Record<string, Read>): [string, MeasuredLanguage, Read][] {
  return Object.entries(pages).flatMap(([name, read]): [string, MeasuredLanguage, Read][] => [
    [name, 'en', read],
    [name, 'es', read],
  ]);
}
