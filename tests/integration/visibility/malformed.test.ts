import { request as httpRequest } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../src/db/new-id.ts';
import { PERSON, WELL } from '../../support/connect-form.ts';
import { routesOf, type Route } from '../../support/routes.ts';
import { cookiesOf } from '../live/live-socket.ts';
import { openedIn } from '../status-links/link-visits.ts';
import { openHouse, type House } from './house.ts';
import { businessRows, movedRows, type Rows } from './rows.ts';

const TRIES = Number(process.env['MALFORMED_TRIES'] ?? 500);

let house: House;
let routes: Route[];
let before: Rows;
/** The cookies of everybody who might send something. */
const cookies: Record<string, string> = { anonymous: '' };
const SIGNED_IN = new Set<string>();

beforeAll(async () => {
  house = await openHouse();
  const { app, cast, ana, links } = house;
  routes = routesOf(app.app).filter(({ path }) => !PRESSED.has(path));
  for (const person of [cast.navigator, cast.claimer, cast.admin, cast.stranger, ana]) {
    cookies[person.email] = cookiesOf(await app.signIn(person.email));
    SIGNED_IN.add(person.email);
  }
  for (const link of links.slice(0, 2)) cookies[`link ${link.publicId}`] = cookiesOf(await openedIn(app, link));
  before = await businessRows(app.deps.db);
});
afterAll(() => house.app.close());

/** Buttons and ways out: pressed with nothing, they do what they are for. */
const PRESSED = new Set(['/logout', '/exit', '/session/stay', '/settings/account/sessions/end-others', '/readyz', '/dev/styleguide']);

/** A form that would be taken, for each route that takes one; each try spoils it in one way that no form of ours knows. */
const FORMS: Readonly<Record<string, Record<string, unknown>>> = {
  '/language': { language: 'es', returnTo: '/programs' },
  '/theme': { theme: 'dark', returnTo: '/programs' },
  '/start/dismiss': {},
  '/login': { email: 'navigator@demo.test', password: 'seven cats at noon' },
  '/signup': { firstName: 'A', lastName: 'B', email: 'somebody.new@demo.test', password: 'a quiet river in spring' },
  '/confirm/:token': { password: 'seven cats at noon' },
  '/login/link': { email: 'somebody.new@demo.test' },
  '/sign-in': { email: 'somebody.new@demo.test', link: '0197a000-0000-7000-8000-000000000000' },
  '/password/forgot': { email: 'somebody.new@demo.test' },
  '/password/reset': { password: 'a quiet river in spring', link: '0197a000-0000-7000-8000-000000000000' },
  '/settings/account/name': { firstName: 'A', lastName: 'B' },
  '/settings/account/password': { current: 'seven cats at noon', password: 'a quiet river in spring' },
  '/settings/account/password/mail': {},
  '/settings/account/email': { email: 'somebody.new@demo.test', current: 'seven cats at noon' },
  '/settings/account/email/cancel': {},
  '/settings/account/email/confirm': { link: '0197a000-0000-7000-8000-000000000000' },
  '/settings/account/notifications': { notifications: 'never', timeZone: 'America/New_York' },
  '/settings/account/language': { language: 'es' },
  '/settings/account/sessions/:sessionKey/end': {},
  '/programs/:programId/connect': { ...WELL, profileVersion: '1' },
  '/programs/:programId/connect/before': { find: 'Ana' },
  '/programs/:programId/claim': { message: 'I answer the phone there.' },
  '/settings/site/:siteId/invite': { email: 'somebody.new@demo.test', place: 'admin' },
  '/settings/site/:siteId/groups': { name: 'Evening' },
  '/settings/site/:siteId/workers/:userId/deactivate': {},
  '/settings/site/:siteId/workers/:userId/reactivate': {},
  '/settings/site/:siteId/admins/:userId/remove': {},
  '/settings/groups/:teamId': { name: 'Evening', teamNavigation: 'off', version: 1 },
  '/settings/groups/:teamId/invite': { email: 'somebody.new@demo.test', place: 'member' },
  '/settings/groups/:teamId/members': { userId: '0197a000-0000-7000-8000-000000000000' },
  '/settings/groups/:teamId/members/:userId/role': { role: 'admin' },
  '/settings/groups/:teamId/members/:userId/remove': {},
  '/settings/invitations/:invitationId/resend': {},
  '/settings/invitations/:invitationId/withdraw': {},
  '/invitations/:invitationId': {},
  '/settings/programs/:programId': { accepting: 'off', note: 'Back on Monday', teamNavigation: 'on', version: '1' },
  '/settings/programs/:programId/invite': { email: 'somebody.new@demo.test', place: 'member' },
  '/settings/programs/:programId/members/:userId/role': { role: 'admin' },
  '/settings/programs/:programId/members/:userId/remove': {},
  '/settings/claims/:claimId/approve': {},
  '/settings/claims/:claimId/refuse': { reason: 'Nobody knows them there' },
  '/people': { q: 'Ana' },
  '/people/:seekerId/edit': { ...PERSON, version: '1' },
  '/people/:seekerId/archive': {},
  '/people/:seekerId/restore': {},
  '/people/:seekerId/notes': { body: 'Well' },
  '/people/:seekerId/notes/:seekerNoteId/delete': {},
  '/people/:seekerId/goals': { title: 'Well', detail: 'Well' },
  '/people/:seekerId/goals/:goalId': { title: 'Well', detail: 'Well', version: 1 },
  '/people/:seekerId/goals/:goalId/notes': { body: 'Well' },
  '/people/:seekerId/goals/:goalId/complete': { version: 1 },
  '/people/:seekerId/goals/:goalId/reopen': { version: 1 },
  '/referrals/:referralId/notes': { body: 'Well', ownSideOnly: 'yes' },
  '/referrals/:referralId/notes/:noteId/delete': {},
  '/referrals/:referralId/goal': { goalId: '' },
  '/referrals/:referralId/status': { status: 'got_help', version: 1, reason: 'Well' },
  '/referrals/:referralId/withdraw': { version: 1, reason: 'Well' },
  '/inbound/:programId': { q: 'Ana', status: 'help,pending', received: '30', by: 'self', sort: '-person' },
  '/inbound/:programId/add': { ...WELL, how: 'walk_in' },
  '/inbound/:programId/bulk': { pick: [`${newId()}.1`], to: 'got_help', reason: 'Well', list: 'status=help' },
  '/inbound/:programId/bulk/apply': { pick: [`${newId()}.1`], to: 'got_help', reason: 'Well', list: 'status=help' },
  '/l/:publicId': { status: 'got_help', version: 1, reason: 'Well' },
  '/l/:publicId/fresh': {},
};

/** Fields that would give somebody what is not theirs, if a form took them (mass assignment). */
const UNKNOWN = [
  'role',
  'isAdmin',
  'madeById',
  'userId',
  'referralId',
  'teamIds',
  'status',
  'source',
  'version',
  'via',
  'constructor',
  '__proto__',
];

const nasty = fc.constantFrom(
  ...['\u0000', 'a\u0000b', '\ud800', 'x\udfff', '\u001b[2J', '1e999', '-1', '99999999999999999999', 'NaN', "'; DROP TABLE referral; --"],
  ...['{{7*7}}', '<%= 1 %>', '%00', '%ff', '../../etc/passwd', '\r\nSet-Cookie: a=b', 'x'.repeat(9_000), '${jndi:ldap://x}', '', ' '],
);
const anything = fc.oneof(
  nasty,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.jsonValue({ maxDepth: 3 }),
  fc.double(),
  fc.bigInt().map(String),
);

/** What is done to a good form, so that it cannot be one. */
const spoiling = fc.record({
  kind: fc.constantFrom('add', 'list', 'object', 'unshown'),
  at: fc.nat(20),
  name: fc.constantFrom(...UNKNOWN),
  value: anything,
  unshown: fc.constantFrom('a\u0000b', '\ud800', 'x\udfffy', '\u0007'),
});
type Spoiling = typeof spoiling extends fc.Arbitrary<infer T> ? T : never;

const encoding = fc.constantFrom('json' as const, 'form' as const);
const rawBody = fc.record({
  type: fc.constantFrom(
    ...['application/x-www-form-urlencoded', 'application/json', 'text/plain', 'multipart/form-data', 'multipart/form-data; boundary=x'],
    ...[
      'application/json; charset=utf-7',
      'application/x-www-form-urlencoded; charset=x-user',
      'application/octet-stream',
      'image/png',
      '',
    ],
  ),
  body: fc.oneof(
    fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
    fc.json({ maxDepth: 6 }).map((text) => Buffer.from(text)),
    fc.constantFrom(
      Buffer.from('a=1&'.repeat(300)),
      Buffer.from('['.repeat(30_000)),
      Buffer.alloc(1_000_000, 'x'),
      Buffer.from('{"a":'.repeat(3_000)),
    ),
  ),
  encoding: fc.constantFrom('', 'gzip', 'br', 'x-nothing'),
});

const badId = fc.oneof(
  fc.constantFrom(
    '0',
    '-1',
    'me',
    'null',
    'undefined',
    '%00',
    '%ff%fe',
    '..%2f..',
    "1'%20OR%201=1",
    '00000000-0000-0000-0000-000000000000',
    '%F0%9F%A6%8A',
  ),
  fc.uuid(),
  fc
    .string({ unit: 'binary', minLength: 1, maxLength: 40 })
    .filter((text) => text.isWellFormed() && !/^\.{1,2}$/.test(text))
    .map(encodeURIComponent),
);
const badQuery = fc.oneof(
  fc.constant(''),
  fc
    .array(
      fc.tuple(
        fc.constantFrom(
          'q',
          'zip',
          'page',
          'status',
          'search',
          'older',
          'newer',
          'saved',
          'sent',
          'seekerId',
          'returnTo',
          'history',
          'received',
          'by',
          'sort',
          'added',
          '__proto__',
        ),
        nasty,
      ),
      { maxLength: 4 },
    )
    .map((pairs) => `?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed().slice(0, 2_000))}`).join('&')}`),
);

interface Sending {
  method: string;
  address: string;
  type: string;
  body: Buffer;
  headers?: Record<string, string>;
}

function send(cookie: string, { method, address, type, body, headers = {} }: Sending): Promise<number> {
  const all = {
    ...headers,
    'Content-Length': body.length,
    Origin: house.app.url,
    ...(type ? { 'Content-Type': type } : {}),
    ...(cookie ? { Cookie: cookie } : {}),
  };
  return new Promise((resolve, reject) => {
    const sent = httpRequest(house.app.url + address, { method, headers: all }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** The ids of things that are there, so that what is spoiled gets as far as it can. */
function goodAddress(path: string): string {
  const { hidden, cast, links, sessionKey, confirmToken, devMailId, otherClaimId, noteId, seekerNoteId, goalId } = house;
  const ids: Record<string, string> = {
    referralId: hidden[0]!.referralId,
    seekerId: hidden[0]!.seekerId,
    programId: cast.program.id,
    publicId: links[0]!.publicId,
    token: path.startsWith('/l/') ? links[0]!.publicId : confirmToken,
    sessionKey,
    claimId: otherClaimId,
    noteId,
    seekerNoteId,
    goalId,
    id: devMailId,
    siteId: cast.siteId,
    teamId: cast.familyNavigation,
    userId: cast.colleague.id,
    invitationId: house.otherSite.invitationId,
  };
  return path.replace(/:(\w+)/g, (_all, name: string) => ids[name] ?? newId());
}

/** In JSON a value may be anything; in a form, all is text, so what is no text there is said twice. */
function spoiled(form: Record<string, unknown>, { kind, at, name, value, unshown }: Spoiling, json: boolean): Record<string, unknown> {
  const names = Object.keys(form).filter((one) => one !== 'password');
  const field = names[at % Math.max(1, names.length)];
  if (kind === 'add' || field === undefined) return { ...form, ...Object.fromEntries([[name in form ? 'isAdmin' : name, value]]) };
  if (kind === 'list') return { ...form, [field]: [form[field], form[field]] };
  if (kind === 'unshown') return { ...form, [field]: json ? unshown : 'a\u0000b' };
  return { ...form, [field]: json ? { value } : ['a', 'b'] };
}

function asForm(form: Record<string, unknown>): Buffer {
  const said = Object.entries(form).flatMap(([name, value]) => listed(value).map((one) => [name, textOf(one)]));
  return Buffer.from(said.map(([name, value]) => `${encodeURIComponent(name!)}=${encodeURIComponent(value!)}`).join('&'));
}

/** A list is its values one after the other; an empty one would not be sent at all. */
function listed(value: unknown): unknown[] {
  return Array.isArray(value) && value.length > 0 ? value : [value];
}

function textOf(value: unknown): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).toWellFormed();
}

describe('D-10, S-51: what no form of ours sends', () => {
  const who = (): fc.Arbitrary<string> => fc.constantFrom(...Object.keys(cookies));

  it('a good form, spoiled in one way, by everybody, to every route that takes one: refused, never a fault of ours, nothing moves', async () => {
    const forms = routes.filter(({ method }) => method !== 'GET');
    expect(forms.map(({ path }) => path).filter((path) => !(path in FORMS))).toEqual([]);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...forms), who(), spoiling, encoding, async ({ method, path }, name, how, kind) => {
        const form = spoiled(FORMS[path]!, how, kind === 'json');
        const type = kind === 'json' ? 'application/json' : 'application/x-www-form-urlencoded';
        const body = kind === 'json' ? Buffer.from(JSON.stringify(form)) : asForm(form);
        const status = await send(cookies[name]!, { method, address: goodAddress(path), type, body });
        const refused = (status >= 400 && status < 500) || (status === 303 && !SIGNED_IN.has(name));
        expect([path, status, refused]).toEqual([path, status, true]);
      }),
      { numRuns: TRIES },
    );
    expect(movedRows(before, await businessRows(house.app.deps.db))).toEqual([]);
  }, 120_000);

  it('rubbish of any type and encoding, ids that are none, and queries of anything: never a fault of ours, nothing moves', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...routes), who(), badId, badQuery, rawBody, async ({ method, path }, name, id, query, raw) => {
        const address = path.replace(/:\w+/g, () => id) + query;
        const headers: Record<string, string> = raw.encoding ? { 'Content-Encoding': raw.encoding } : {};
        const status = await send(cookies[name]!, { method, address, type: raw.type, body: raw.body, headers });
        expect([address, status >= 500]).toEqual([address, false]);
      }),
      { numRuns: TRIES },
    );
    expect(movedRows(before, await businessRows(house.app.deps.db))).toEqual([]);
  }, 120_000);

  it('headers of anything', async () => {
    const header = fc.stringMatching(/^[\x21-\x7e]{0,200}$/);
    const names = fc.constantFrom(
      'Accept',
      'Accept-Language',
      'X-Live',
      'X-Live-Rows',
      'Sec-Purpose',
      'If-None-Match',
      'Range',
      'X-Forwarded-For',
      'Cookie',
      'Expect',
    );
    const pages = routes.filter(({ method }) => method === 'GET');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...pages), who(), names, header, async ({ path }, name, what, value) => {
        if (what === 'Expect') return;
        const cookie = what === 'Cookie' ? value : cookies[name]!;
        const sending = {
          method: 'GET',
          address: goodAddress(path),
          type: '',
          body: Buffer.alloc(0),
          headers: what === 'Cookie' ? {} : { [what]: value },
        };
        expect(await send(cookie, sending)).toBeLessThan(500);
      }),
      { numRuns: Math.ceil(TRIES / 3) },
    );
    const seen = movedRows(before, await businessRows(house.app.deps.db)).filter((line) => !/^[+-] referral(_event)? /.test(line));
    expect(seen).toEqual([]);
  }, 120_000);

  it('and the house still stands: the good form is taken', async () => {
    const { app, cast, hidden } = house;
    const claimer = await app.signIn(cast.claimer.email);
    const answer = await claimer
      .post(`/referrals/${hidden[0]!.referralId}/status`)
      .type('form')
      .send(FORMS['/referrals/:referralId/status']);
    expect(answer.status).toBe(303);
  });
});
