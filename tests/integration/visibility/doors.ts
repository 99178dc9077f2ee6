import { randomBytes } from 'node:crypto';
import { newId } from '../../../src/db/new-id.ts';
import { PERSON, WELL } from '../../support/connect-form.ts';
import { addressOf, type Route } from '../../support/routes.ts';
import type { House } from './house.ts';

/** One request to a route with parameters, with ids of things that are there, or of nothing. */
export interface Call {
  method: string;
  route: string;
  address: string;
  body: Record<string, unknown> | null;
  /** To be masked in the answer: it may say again what was asked for. */
  ids: string[];
}

/** The ids of the hidden things, by the name of the parameter. */
const THERE: Readonly<Record<string, (house: House) => string[]>> = {
  referralId: ({ hidden }) => hidden.map(({ referralId }) => referralId),
  seekerId: ({ hidden }) => hidden.map(({ seekerId }) => seekerId),
  programId: ({ cast }) => [cast.program.id],
  publicId: ({ links }) => links.map(({ publicId }) => publicId),
  sessionKey: (house) => [house.sessionKey],
  noteId: ({ noteId }) => [noteId],
  seekerNoteId: ({ seekerNoteId }) => [seekerNoteId],
  goalId: ({ goalId }) => [goalId],
  claimId: (house) => [house.claimId],
  siteId: ({ otherSite }) => [otherSite.siteId],
  teamId: ({ otherSite }) => [otherSite.teamId],
  userId: ({ otherSite }) => [otherSite.userId],
  invitationId: ({ otherSite }) => [otherSite.invitationId],
};

const NOT_THERE: Readonly<Record<string, () => string>> = {
  referralId: newId,
  seekerId: newId,
  programId: newId,
  publicId: () => randomBytes(12).toString('base64url'),
  sessionKey: () => randomBytes(32).toString('base64url'),
  claimId: newId,
  siteId: newId,
  teamId: newId,
  userId: newId,
  invitationId: newId,
  noteId: newId,
  seekerNoteId: newId,
  goalId: newId,
};

/** Parameters that mean something else on these routes. A token is the capability itself: what is tried is the name of its link. */
const ON_ROUTE: Readonly<Record<string, string>> = { '/l/:token': 'publicId', '/invitations/:token': 'invitationId' };

/** What each form would say if its sender might send it. A route that changes something and is not here fails the test. */
const BODIES: Readonly<Record<string, (ids: Record<string, string>) => Record<string, unknown>>> = {
  '/referrals/:referralId/status': () => ({ status: 'got_help', version: 1, reason: 'Mine now' }),
  '/referrals/:referralId/withdraw': () => ({ version: 1, reason: 'Mine to withdraw' }),
  '/referrals/:referralId/notes': () => ({ body: 'I was here', ownSideOnly: 'yes' }),
  '/referrals/:referralId/notes/:noteId/delete': () => ({}),
  '/referrals/:referralId/goal': ({ goalId = '' }) => ({ goalId }),
  '/people/:seekerId/edit': () => ({ ...PERSON, version: 1 }),
  '/people/:seekerId/archive': () => ({}),
  '/people/:seekerId/restore': () => ({}),
  '/people/:seekerId/notes': () => ({ body: 'I was here' }),
  '/people/:seekerId/notes/:seekerNoteId/delete': () => ({}),
  '/people/:seekerId/goals': () => ({ title: 'I was here' }),
  '/people/:seekerId/goals/:goalId': () => ({ title: 'I was here', version: 1 }),
  '/people/:seekerId/goals/:goalId/notes': () => ({ body: 'I was here' }),
  '/people/:seekerId/goals/:goalId/complete': () => ({ version: 1 }),
  '/people/:seekerId/goals/:goalId/reopen': () => ({ version: 1 }),
  '/programs/:programId/connect': ({ seekerId = '' }) => ({ ...WELL, seekerId, saveProfile: 'on', profileVersion: 1 }),
  '/programs/:programId/connect/before': ({ seekerId = '' }) => ({ pick: seekerId }),
  '/inbound/:programId': () => ({ q: 'Quetzalli', status: 'progress' }),
  '/inbound/:programId/add': () => ({ ...WELL, how: 'walk_in' }),
  '/inbound/:programId/bulk': () => ({ pick: [`${newId()}.1`], to: 'got_help' }),
  '/inbound/:programId/bulk/apply': () => ({ pick: [`${newId()}.1`], to: 'got_help', reason: 'Mine now' }),
  '/l/:publicId': () => ({ status: 'got_help', version: 1 }),
  '/l/:publicId/fresh': () => ({}),
  '/settings/account/sessions/:sessionKey/end': () => ({}),
  '/settings/site/:siteId/invite': () => ({ email: 'mine@demo.test', place: 'admin' }),
  '/settings/site/:siteId/groups': () => ({ name: 'Mine now' }),
  '/settings/site/:siteId/workers/:userId/deactivate': () => ({}),
  '/settings/site/:siteId/workers/:userId/reactivate': () => ({}),
  '/settings/site/:siteId/admins/:userId/remove': () => ({}),
  '/settings/groups/:teamId': () => ({ name: 'Mine now', teamNavigation: 'on', version: 1 }),
  '/settings/groups/:teamId/invite': () => ({ email: 'mine@demo.test', place: 'admin' }),
  '/settings/groups/:teamId/members': ({ userId = '' }) => ({ userId }),
  '/settings/groups/:teamId/members/:userId/role': () => ({ role: 'member' }),
  '/settings/groups/:teamId/members/:userId/remove': () => ({}),
  '/settings/invitations/:invitationId/resend': () => ({}),
  '/settings/invitations/:invitationId/withdraw': () => ({}),
  '/invitations/:invitationId': () => ({ firstName: 'Mine', lastName: 'Now', password: 'a quiet river in spring' }),
  '/settings/programs/:programId': () => ({ accepting: 'off', note: 'Mine now', teamNavigation: 'on', version: 1 }),
  '/settings/programs/:programId/invite': () => ({ email: 'mine@demo.test', place: 'admin' }),
  '/settings/programs/:programId/members/:userId/role': () => ({ role: 'admin' }),
  '/settings/programs/:programId/members/:userId/remove': () => ({}),
  '/settings/claims/:claimId/approve': () => ({}),
  '/settings/claims/:claimId/refuse': () => ({ reason: 'Nobody knows them there' }),
};

/** Ids that a form carries beside those of its address. */
const IN_BODY: Readonly<Record<string, string[]>> = {
  '/programs/:programId/connect': ['seekerId'],
  '/programs/:programId/connect/before': ['seekerId'],
  '/referrals/:referralId/goal': ['goalId'],
  '/settings/groups/:teamId/members': ['userId'],
};

/** Open on purpose, each for a reason; they are called too, and must give nothing away. */
export const OPEN: Readonly<Record<string, string>> = {
  'GET /programs/:programId': 'the directory is public (R22)',
  'GET /programs/:programId/connect': 'anybody may refer themselves (R23)',
  'GET /programs/:programId/connect/sent': 'the same page for whoever opens it; it names nobody',
  'GET /programs/:programId/claim': 'anybody may ask to answer a Program’s referrals (R27)',
  'POST /programs/:programId/claim': 'as above; the request is their own',
  'GET /dev/mail/:id': 'the dev inbox is everybody’s where no mail is sent; production has none',
  'GET /dev/mail/:id/html': 'the dev inbox, as above',
  'GET /confirm/:token': 'the token of the mail is the capability; without its browser the page asks for the password',
  'POST /confirm/:token': 'as above: without the password nothing is confirmed',
  'GET /password/reset/:token': 'the token of the mail is the capability; it is swapped for a cookie and changes nothing (S-32)',
  'GET /sign-in/:token': 'as above',
  'GET /new-address/:token': 'as above; the page it leads to is for the account that asked',
};

/** What one of them may read on purpose, and a test of its own says so: the admin of the maker's Site, who has looked (R15). */
export const MAY: Readonly<Record<string, string[]>> = { 'the Site’s admin': ['GET /people/:seekerId/looks'] };

export function isOpen({ method, path }: Route): boolean {
  return `${method} ${path}` in OPEN;
}

/** Parameters and forms of a route that these tests do not know: a new route is looked at the day it is born. */
export function unknownOf({ method, path }: Route): string[] {
  const strange = paramsOf(path).filter((name) => !(name in THERE));
  const silent = method !== 'GET' && !(path in BODIES) ? ['what its form says'] : [];
  return [...strange, ...silent].map((what) => `${method} ${path}: ${what}`);
}

/** Every way to ask a route for the hidden things, each beside the same question about nothing. */
export function callsOf(house: House, { method, path }: Route): { there: Call; notThere: Call }[] {
  const names = [...paramsOf(path), ...(IN_BODY[path] ?? [])];
  const count = Math.max(...names.map((name) => THERE[name]!(house).length));
  return Array.from({ length: count }, (_, index) => {
    const there = Object.fromEntries(names.map((name) => [name, THERE[name]!(house)[index % THERE[name]!(house).length]!]));
    // A Program is public: what is hidden is asked for in its form.
    const missing = IN_BODY[path] ?? names;
    const notThere = { ...there, ...Object.fromEntries(missing.map((name) => [name, NOT_THERE[name]!()])) };
    return { there: callOf(method, path, there), notThere: callOf(method, path, notThere) };
  });
}

function callOf(method: string, path: string, ids: Record<string, string>): Call {
  const values = Object.fromEntries(namesIn(path).map((name) => [name, ids[meaning(path, name)]!]));
  const body = method === 'GET' || method === 'HEAD' ? null : (BODIES[path]?.(ids) ?? {});
  return { method, route: path, address: addressOf(path, values), body, ids: Object.values(ids) };
}

function paramsOf(path: string): string[] {
  return namesIn(path).map((name) => meaning(path, name));
}

function namesIn(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
}

function meaning(path: string, name: string): string {
  return ON_ROUTE[path] ?? name;
}
