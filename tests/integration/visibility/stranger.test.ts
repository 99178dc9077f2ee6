import type { Agent, Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { routesOf, type Route } from '../../support/routes.ts';
import { filesBelow } from '../../architecture/sources.ts';
import { cookiesOf, listenAs, listenTo, soon, writeEntry, type Listening } from '../live/live-socket.ts';
import { callsOf, isOpen, MAY, OPEN, unknownOf, type Call } from './doors.ts';
import { everybodyElse, openHouse, SECRETS, type House, type Visitor } from './house.ts';
import { businessRows, movedRows, type Rows } from './rows.ts';

let house: House;
let visitors: Visitor[];
let withIds: Route[];
let before: Rows;
let looksBefore: unknown;
const sockets: { visitor: Visitor; socket: Listening }[] = [];

beforeAll(async () => {
  house = await openHouse();
  visitors = await everybodyElse(house);
  withIds = routesOf(house.app.app).filter(({ path }) => path.includes(':'));
  for (const visitor of visitors) {
    if (!visitor.hears) continue;
    const link = visitor.link ? { link: visitor.link.publicId } : {};
    const socket = listenTo(house.app, { cookie: cookiesOf(visitor.browser), ...link });
    await socket.started();
    sockets.push({ visitor, socket });
  }
  before = await businessRows(house.app.deps.db);
  looksBefore = await looks();
});
afterAll(async () => {
  for (const { socket } of sockets) socket.close();
  await house.app.close();
});

const looks = () => house.app.deps.db.accessLog.findMany({ where: { seekerId: { in: house.hidden.map(({ seekerId }) => seekerId) } } });
const OTHER_METHODS = ['HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

async function ask(browser: Agent, { method, address, body }: Call, accept: string): Promise<Response> {
  const asking = browser[method.toLowerCase() as 'get'](address).set('Accept', accept);
  return body === null ? asking : asking.type('form').send(body);
}

/** What an answer says, but for the number each answer has. */
function said({ status, text, headers }: Response, { ids }: Call): string {
  const words = [status, headers['location'] ?? '', headers['content-type'] ?? '', headers['set-cookie'] ?? '', text].join('\n');
  return masked(words, ids);
}

/** A page without what was asked for, the keys of its forms and how much of the session is left. */
function masked(text: string, ids: readonly string[]): string {
  const plain = text.replace(/name="_idem" value="[^"]*"/g, '').replace(/data-session-seconds="\d+"/, '');
  return ids.reduce((rest, id) => rest.replaceAll(id, '…'), plain);
}

/** Not found; or, for who is not signed in, the way to sign in that every such address leads to. */
function isHidden(visitor: Visitor, answer: Response, accept: string): boolean {
  if (answer.status === 404) return true;
  if (visitor.signedIn) return false;
  return accept === 'text/html'
    ? answer.status === 303 && String(answer.headers['location']).startsWith('/login?returnTo=')
    : answer.status === 401;
}

describe('R13: a referral, and all that is reached through it, does not exist for anybody else', { timeout: 120_000 }, () => {
  it('every route with an id is known here, with what its form says: a new one is tested the day it is born', () => {
    expect(withIds.filter((route) => !isOpen(route)).flatMap(unknownOf)).toEqual([]);
    const names = withIds.map(({ method, path }) => `${method} ${path}`);
    expect(Object.keys(OPEN).filter((name) => !names.includes(name))).toEqual([]);
    // The walk sees routes; what is mounted under a path with an id, or takes all methods, it would not.
    const unseen = filesBelow('src', '.ts').filter(({ text }) => /\.(?:use|all|param)\(\s*['"`][^'"`]*[:*{]/.test(text));
    expect(unseen.map(({ path }) => path)).toEqual([]);
  });

  it('every route says "not found" to every one of them, and the same for what is there as for what is not', async () => {
    const wrong: string[] = [];
    const routes = withIds.filter((route) => !isOpen(route));
    for (const visitor of visitors) {
      for (const accept of ['text/html', 'application/json']) {
        const most = accept === 'text/html' ? Infinity : 1;
        for (const { there, notThere } of routes.flatMap((route) => callsOf(house, route).slice(0, most))) {
          if (MAY[visitor.who]?.includes(`${there.method} ${there.route}`)) continue;
          const [seen, unseen] = [await ask(visitor.browser, there, accept), await ask(visitor.browser, notThere, accept)];
          const same = said(seen, there) === said(unseen, notThere);
          const told = SECRETS.filter((secret) => seen.text.includes(secret));
          if (isHidden(visitor, seen, accept) && same && told.length === 0) continue;
          wrong.push(`${visitor.who}, ${accept}: ${there.method} ${there.route} -> ${String([seen.status, unseen.status, same, told])}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('nor by any other method', async () => {
    const wrong: string[] = [];
    const paths = [...new Set(withIds.map(({ path }) => path))].filter((path) => !isOpen({ method: 'GET', path }));
    for (const visitor of visitors.filter(({ who }) => ['a stranger', 'who left the Program', 'nobody in particular'].includes(who))) {
      for (const path of paths) {
        for (const method of OTHER_METHODS.filter((one) => !withIds.some((route) => route.path === path && route.method === one))) {
          const { there, notThere } = callsOf(house, { method, path })[0]!;
          const [seen, unseen] = [await ask(visitor.browser, there, 'text/html'), await ask(visitor.browser, notThere, 'text/html')];
          if (isHidden(visitor, seen, 'text/html') && said(seen, there) === said(unseen, notThere)) continue;
          wrong.push(`${visitor.who}: ${method} ${path} -> ${String([seen.status, unseen.status])}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('what is open on purpose says nothing of it either', async () => {
    const { browser } = visitors[0]!;
    const { cast, devMailId, confirmToken } = house;
    const opened = new Set<string>();
    const open = async (route: string, address: string, status: number): Promise<void> => {
      const answer = route.startsWith('GET') ? await browser.get(address) : await browser.post(address).type('form').send({});
      expect([route, answer.status], answer.text).toEqual([route, status]);
      if (!route.includes('/dev/') && !route.includes('/confirm/')) expect(SECRETS.filter((one) => answer.text.includes(one))).toEqual([]);
      opened.add(route);
    };
    await open('GET /programs/:programId', `/programs/${cast.program.id}`, 200);
    await open('GET /programs/:programId/connect', `/programs/${cast.program.id}/connect`, 200);
    await open('GET /programs/:programId/connect/sent', `/programs/${cast.program.id}/connect/sent?by=email`, 200);
    await open('GET /programs/:programId/claim', `/programs/${cast.program.id}/claim`, 200);
    await open('POST /programs/:programId/claim', `/programs/${cast.program.id}/claim`, 422);
    await open('GET /dev/mail/:id', `/dev/mail/${devMailId}`, 200);
    await open('GET /dev/mail/:id/html', `/dev/mail/${devMailId}/html`, 200);
    await open('GET /confirm/:token', `/confirm/${confirmToken}`, 200);
    await open('POST /confirm/:token', `/confirm/${confirmToken}`, 422);
    for (const place of ['password/reset', 'sign-in', 'new-address']) await open(`GET /${place}/:token`, `/${place}/${confirmToken}`, 404);
    expect([...opened].sort()).toEqual(Object.keys(OPEN).sort());
  });

  it('ids in queries and headers open nothing either: the search, the Connect form, cursors and what a page says it shows', async () => {
    const { cast, hidden } = house;
    const nothing = '0197a000-0000-7000-8000-000000000000';
    const wrong: string[] = [];
    for (const { who, browser } of visitors) {
      for (const { seekerId, referralId } of hidden) {
        const places = [
          ['/programs?seekerId=', seekerId],
          [`/programs/${cast.program.id}?seekerId=`, seekerId],
          [`/programs/${cast.program.id}/connect?seekerId=`, seekerId],
          ['/people?older=9999999999999-', seekerId],
          ['/programs?forwardedFrom=', referralId],
          [`/programs/${cast.program.id}?forwardedFrom=`, referralId],
          [`/programs/${cast.program.id}/connect?forwardedFrom=`, referralId],
          ['/people?search=', seekerId],
          [`/inbound/${cast.otherProgram.id}?status=`, referralId],
          [`/for-me?page=`, referralId],
        ] as const;
        for (const [place, id] of places) {
          const rows = { 'X-Live': '1', 'X-Live-Rows': referralId };
          const [seen, unseen] = [await browser.get(place + id).set(rows), await browser.get(place + nothing).set(rows)];
          const [a, b] = [seen, unseen].map(({ text }) => masked(text, [id, nothing]));
          const told = [...SECRETS, referralId, seekerId].filter((secret) => a!.includes(secret));
          if (seen.status !== unseen.status || told.length > 0 || a !== b) wrong.push(`${who}: ${place} -> ${String([seen.status, told])}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('and after all of that nothing has moved, and nobody is said to have looked (R15)', async () => {
    expect(movedRows(before, await businessRows(house.app.deps.db))).toEqual([]);
    expect(await looks()).toEqual(looksBefore);
  });

  it('nor does any page of theirs that is open hear when it changes, while those who see it do (R3, S-41)', async () => {
    const { app, cast, hidden } = house;
    const colleague = await listenAs(app, cast.colleague.email);
    const coclaimer = await listenAs(app, cast.coclaimer.email);
    const claimer = await app.signIn(cast.claimer.email);
    for (const { referralId } of hidden) {
      const change = { status: 'pending', version: 1 };
      expect((await claimer.post(`/referrals/${referralId}/status`).type('form').send(change)).status).toBe(303);
    }
    const ids = hidden.map(({ referralId }) => referralId);
    await vi.waitFor(() => expect(coclaimer.ids()).toEqual(expect.arrayContaining(ids)), soon);
    await vi.waitFor(() => expect(colleague.ids()).toContain(ids[0]), soon);
    for (const { visitor } of sockets) await writeEntry(app.deps.db, visitor.hears!.id);
    for (const { visitor, socket } of sockets) {
      await vi.waitFor(() => expect(socket.ids(), visitor.who).toContain(visitor.hears!.id), soon);
      expect(
        socket.ids().filter((id) => ids.includes(id)),
        visitor.who,
      ).toEqual([]);
    }
    expect(colleague.ids()).not.toContain(ids[1]);
    for (const socket of [colleague, coclaimer]) socket.close();
  });
});
