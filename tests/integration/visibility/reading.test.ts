import type { Agent, Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, routesOf } from '../../support/routes.ts';
import { openedIn } from '../status-links/link-visits.ts';
import { crawl } from './crawl.ts';
import { openHouse, type House } from './house.ts';
import { businessRows, movedRows, type Rows } from './rows.ts';

/** Ends the session, on purpose, as a plain link must (P-11). Left for the end. */
const EXIT = '/exit';

let house: House;
let addresses: string[];
let before: Rows;
beforeAll(async () => {
  house = await openHouse();
  addresses = everyAddress(house);
  before = await businessRows(house.app.deps.db);
});
afterAll(() => house.app.close());

const moved = async (): Promise<string[]> => movedRows(before, await businessRows(house.app.deps.db));

/** Every GET route with the ids of everything there is, and the queries pages make of them. */
function everyAddress({
  app,
  cast,
  hidden,
  links,
  sessionKey,
  confirmToken,
  devMailId,
  claimId,
  otherClaimId,
  goalId,
  otherSite,
}: House): string[] {
  const values: Record<string, string[]> = {
    referralId: hidden.map(({ referralId }) => referralId),
    seekerId: hidden.map(({ seekerId }) => seekerId),
    programId: [cast.program.id, cast.otherProgram.id],
    publicId: links.map(({ publicId }) => publicId),
    sessionKey: [sessionKey],
    claimId: [claimId, otherClaimId],
    id: [devMailId],
    siteId: [cast.siteId, otherSite.siteId],
    teamId: [cast.familyNavigation, otherSite.teamId],
    invitationId: [otherSite.invitationId],
  };
  const paths = routesOf(app.app).flatMap(({ method, path }) => (method === 'GET' && path !== EXIT ? [path] : []));
  return paths.flatMap((path) => {
    const name = /:(\w+)/.exec(path)?.[1];
    if (!name) return [path];
    const ids = name === 'token' ? tokensFor(path, links, [confirmToken, otherSite.invitationToken]) : values[name];
    if (!ids) throw new Error(`GET ${path}: say which ids there are for "${name}"`);
    const plain = ids.map((id) => addressOf(path, { goalId, userId: cast.colleague.id, [name]: id }));
    return [...plain, `${plain[0]!}?history=all&saved=1&sent=${ids[0]!}&search=${ids[0]!}`];
  });
}

function tokensFor(path: string, links: House['links'], others: string[]): string[] {
  return path.startsWith('/l/') ? links.map(({ token }) => token) : others;
}

/** Reads every address in one way, and tells which answered with a fault of ours. */
async function readAll(browser: Agent, read: (browser: Agent, address: string) => PromiseLike<Response>): Promise<string[]> {
  const faults: string[] = [];
  for (const address of addresses) {
    const { status } = await read(browser, address);
    if (status >= 500 && address !== '/readyz') faults.push(`${address} -> ${String(status)}`);
  }
  return faults;
}

const get = (browser: Agent, address: string) => browser.get(address);
const WAYS: Record<string, typeof get> = {
  HEAD: (browser, address) => browser.head(address),
  OPTIONS: (browser, address) => browser.options(address),
  'an open page that refreshes itself': (browser, address) => browser.get(address).set('X-Live', '1'),
  'a browser that reads ahead': (browser, address) => browser.get(address).set('Sec-Purpose', 'prefetch'),
};

describe('S-22: reading changes nothing', { timeout: 120_000 }, () => {
  it('by any way of reading but the opening of a page, whoever reads', async () => {
    const { app, cast, ana } = house;
    const faults: string[] = [];
    for (const { email } of [cast.claimer, cast.navigator, ana]) {
      const browser = await app.signIn(email);
      for (const read of Object.values(WAYS)) faults.push(...(await readAll(browser, read)));
    }
    expect(faults).toEqual([]);
    expect(await moved()).toEqual([]);
  });

  it('by opening every page there is, and every link on it: as everybody but the Program', async () => {
    const { app, cast, ana, links } = house;
    const browsers = [app.request(), ...(await Promise.all(links.map((link) => openedIn(app, link))))];
    const people = [cast.navigator, cast.colleague, cast.outsider, cast.admin, cast.stranger, ana];
    for (const { email } of people) browsers.push(await app.signIn(email));
    const faults: string[] = [];
    for (const browser of browsers) faults.push(...(await readAll(browser, get)));
    const read = await Promise.all(browsers.slice(-people.length).map((browser) => crawl(browser, ['/'])));
    expect(faults).toEqual([]);
    expect(Math.min(...read.map(({ size }) => size))).toBeGreaterThan(5);
    expect(await moved()).toEqual([]);
  });

  it('but for one thing: that the Program saw a referral for the first time is written, once, when a Claimer opens its page (R6)', async () => {
    const { app, cast, hidden, pantry } = house;
    const people = [cast.claimer, cast.coclaimer, cast.both, pantry];
    for (const { email } of people) {
      const browser = await app.signIn(email);
      expect(await readAll(browser, get)).toEqual([]);
      await crawl(browser, ['/inbound', '/']);
    }
    const changes = (await moved()).map((line) => {
      const [, sign, table, row] = /^([+-]) (\S+) (.*)$/s.exec(line) ?? [];
      return { sign, table, row: JSON.parse(row!) as Record<string, unknown> };
    });
    const ids = hidden.map(({ referralId }) => referralId).sort();
    const events = changes
      .filter(({ table }) => table === 'referral_event')
      .map(({ sign, row }) => [sign, row['kind'], row['referral_id']]);
    expect(events.sort()).toEqual(ids.map((id) => ['+', 'seen', id]));
    const referrals = changes.filter(({ table }) => table === 'referral');
    for (const id of ids) {
      const [gone, come] = ['-', '+'].map((sign) => referrals.find(({ sign: its, row }) => its === sign && row['id'] === id)?.row);
      expect(gone?.['seen_at']).toBeNull();
      expect({ ...come, seen_at: null }).toEqual(gone);
    }
    expect(changes).toHaveLength(ids.length * 3);
  });

  it('and leaving by "Exit this page" ends the session, and nothing else', async () => {
    const { app, ana } = house;
    const now = await businessRows(app.deps.db);
    const browser = await app.signIn(ana.email);
    expect((await browser.get(EXIT)).status).toBe(303);
    expect((await browser.get('/for-me')).status).toBe(303);
    expect(movedRows(now, await businessRows(app.deps.db))).toEqual([]);
  });
});
