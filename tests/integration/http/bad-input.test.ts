import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, PASSWORD, type Cast, type MadeReferral } from '../../support/cast.ts';
import { addressOf, routesOf, type Route } from '../../support/routes.ts';

let app: TestApp;
let cast: Cast;
let referral: MadeReferral;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
  referral = await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id });
});
afterAll(() => app.close());

const FORM = 'application/x-www-form-urlencoded';
const bytes = Buffer.from(Array.from({ length: 2_000 }, (_, index) => (index * 73) % 256));

/** What no form of ours ever sends. */
const RUBBISH: { what: string; type: string; body: Buffer; status?: number }[] = [
  { what: '1 MB of form', type: FORM, body: Buffer.from(`comment=${'x'.repeat(1_000_000)}`), status: 413 },
  { what: '1 MB of JSON', type: 'application/json', body: Buffer.from(JSON.stringify({ comment: 'x'.repeat(1_000_000) })), status: 413 },
  {
    what: '300 fields',
    type: FORM,
    body: Buffer.from(Array.from({ length: 300 }, (_, index) => `f${String(index)}=1`).join('&')),
    status: 413,
  },
  { what: 'binary rubbish as a form', type: FORM, body: bytes },
  { what: 'binary rubbish as JSON', type: 'application/json', body: bytes, status: 400 },
  { what: 'half a JSON', type: 'application/json', body: Buffer.from('{"status":'), status: 400 },
  { what: 'a JSON list', type: 'application/json', body: Buffer.from('["status"]') },
  { what: 'deep JSON', type: 'application/json', body: Buffer.from('{"a":'.repeat(5_000) + '1' + '}'.repeat(5_000)) },
  { what: 'an unknown field', type: FORM, body: Buffer.from('isAdmin=true&role=admin&__proto__=x') },
  {
    what: 'lists in place of texts',
    type: FORM,
    body: Buffer.from('status=got_help&status=pending&version=1&version=2&email=a&email=b&firstName=A&firstName=B'),
  },
  { what: 'NUL and lone surrogates', type: FORM, body: Buffer.from('status=%00&body=%ED%A0%80&firstName=%00&reason=%FF%FE') },
  { what: 'broken escapes', type: FORM, body: Buffer.from('status=%&version=%zz&reason=%E0%A4%A') },
  { what: 'an unknown charset', type: `${FORM}; charset=x-nothing`, body: Buffer.from('status=pending'), status: 415 },
  { what: 'another kind of body', type: 'text/xml', body: Buffer.from('<a/>') },
  { what: 'no body at all', type: FORM, body: Buffer.alloc(0) },
];

/** Routes whose press needs no field: they do what they are for. */
const BUTTONS = new Set([
  '/logout',
  '/session/stay',
  '/dev/styleguide',
  '/settings/account/sessions/end-others',
  '/people/:seekerId/archive',
  '/people/:seekerId/restore',
]);

/** Forms that may be sent with nothing in them: a search for anybody, and putting the first steps away. */
const MAY_BE_EMPTY = new Set(['/start/dismiss', '/people', '/inbound/:programId', '/programs/:programId/connect/before']);

async function everything(): Promise<string> {
  const { db } = app.deps;
  const rows = await Promise.all([
    db.user.findMany({ orderBy: { id: 'asc' } }),
    db.seeker.findMany({ orderBy: { id: 'asc' } }),
    db.referral.findMany({ orderBy: { id: 'asc' } }),
    db.referralEvent.count(),
    db.membership.count(),
    db.consent.count(),
    db.email.count(),
    db.statusLink.count(),
    db.accountToken.count(),
  ]);
  return JSON.stringify(rows);
}

function send({ method, path }: Route, cookie: string, type: string, body: Buffer): Promise<number> {
  const headers = { 'Content-Type': type, 'Content-Length': body.length, Origin: app.url, ...(cookie ? { Cookie: cookie } : {}) };
  const address = addressOf(path, { referralId: referral.id, seekerId: referral.seekerId, programId: cast.program.id });
  return new Promise((resolve, reject) => {
    const sent = httpRequest(app.url + address, { method, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function cookieOf(email: string): Promise<string> {
  const answer = await app.request().post('/login').type('form').send({ email, password: PASSWORD });
  return [answer.headers['set-cookie'] ?? []].flat()[0]?.split(';')[0] ?? '';
}

describe('bad input', () => {
  it('on every route that changes something: an answer of 4xx, never 5xx, and nothing is changed (S-51)', async () => {
    const changing = routesOf(app.app).filter(({ method, path }) => !['GET', 'HEAD'].includes(method) && !BUTTONS.has(path));
    const before = await everything();
    const wrong: string[] = [];
    for (const cookie of ['', await cookieOf(cast.navigator.email), await cookieOf(cast.claimer.email)]) {
      for (const route of changing) {
        for (const { what, type, body, status } of RUBBISH) {
          const got = await send(route, cookie, type, body);
          const fine = status
            ? got === status
            : (got >= 400 && got < 500) || (got === 303 && cookie === '') || (got < 400 && MAY_BE_EMPTY.has(route.path));
          if (!fine) wrong.push(`${route.method} ${route.path}: ${what} -> ${String(got)}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(await everything()).toBe(before);
  }, 120_000);

  it('in addresses: what is no id is not found, on every route', async () => {
    const browser = await app.signIn(cast.navigator.email);
    const withIds = routesOf(app.app).filter(({ path }) => path.includes(':') && !path.includes(':token'));
    const names = [
      '1',
      '-1',
      'me',
      '%00',
      '%ff',
      "'%20OR%201=1--",
      '..%2f..',
      'x'.repeat(3_000),
      '00000000-0000-0000-0000-000000000000',
      '%F0%9F%A6%8A',
    ];
    const wrong: string[] = [];
    for (const { method, path } of withIds) {
      for (const name of names) {
        const address = path.replace(/:\w+/g, name);
        const answer = await browser[method.toLowerCase() as 'get'](address);
        if (![400, 404, 422].includes(answer.status)) wrong.push(`${method} ${path} with ${name.slice(0, 40)} -> ${String(answer.status)}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('in queries: lists, objects, huge numbers and rubbish break no page', async () => {
    const browser = await app.signIn(cast.claimer.email);
    const pages = routesOf(app.app).filter(({ method, path }) => method === 'GET' && !['/exit', '/readyz'].includes(path));
    const queries = [
      '?q=a&q=b',
      '?page=-1&offset=99999999999999999999',
      '?zip[]=94063&status[a]=b',
      '?status=%00&q=%F0%9F',
      '?sort=;drop table&page=NaN',
      `?q=${'x'.repeat(8_000)}`,
    ];
    const wrong: string[] = [];
    for (const { path } of pages) {
      for (const query of queries) {
        const answer = await browser.get(
          addressOf(path, { referralId: referral.id, seekerId: referral.seekerId, programId: cast.program.id }) + query,
        );
        if (answer.status >= 500) wrong.push(`${path}${query.slice(0, 40)} -> ${String(answer.status)}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});
