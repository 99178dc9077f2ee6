import { parse } from 'csv-parse/sync';
import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast } from '../../support/cast.ts';
import { linkForClaimer, linkForSeeker, openedIn } from '../status-links/link-visits.ts';

const NEW_YORK = 'America/New_York';
/** 9:05 am in Los Angeles, 12:05 pm in New York. */
const CHANGED = new Date('2026-12-02T17:05:00Z');
/** New York's clocks have just gone from 1:59 am to 3:00 am; in Los Angeles it is the day before. */
const CLOCKS_WENT_FORWARD = new Date('2026-03-08T07:00:00Z');

let app: TestApp;
let cast: Cast;
let navigator: Agent;
let claimer: Agent;
let id: string;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
  for (const role of ['claimer', 'seeker'] as const)
    await app.deps.db.user.update({ where: { id: cast[role].id }, data: { timeZone: NEW_YORK } });
  ({ id } = await referralAt(CHANGED));
  navigator = await app.signIn(cast.navigator.email);
  claimer = await app.signIn(cast.claimer.email);
});
afterAll(() => app.close());

function referralAt(createdAt: Date): Promise<{ id: string; seekerId: string }> {
  const { email, id: userId } = cast.seeker;
  const seeker = { firstName: 'Ana', lastName: 'Ruiz', email, userId, contactPreference: 'email' } as const;
  return makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id, seeker, status: 'pending', createdAt });
}

const read = async (browser: Agent, path: string): Promise<string> => (await browser.get(path)).text.replaceAll('\u00a0', ' ');
const zoneIn = (page: string): string | null => /<div class="zone">(.*?)<\/div>/.exec(page)?.[1]?.replace(/<[^>]*>/g, '|') ?? null;
const SAID = '|Time zone: Eastern (New York)||Opening hours: Pacific (Los Angeles)|';

describe('the zone of a page’s times (U-34)', () => {
  it('is its reader’s: a Claimer in New York and a Navigator in Los Angeles read the same change by their own clocks', async () => {
    const [east, west] = [await read(claimer, `/referrals/${id}`), await read(navigator, `/referrals/${id}`)];
    expect([east.includes('2 Dec 2026, 12:05 pm'), east.includes('9:05 am')]).toEqual([true, false]);
    expect([west.includes('2 Dec 2026, 9:05 am'), west.includes('12:05 pm')]).toEqual([true, false]);
    expect(zoneIn(east)).toBe(`${SAID}||Change time zone||`);
    expect(zoneIn(west)).toBeNull();
    expect([/data-time-zone="([^"]*)"/.exec(east)?.[1], /data-time-zone="([^"]*)"/.exec(west)?.[1]]).toEqual([
      NEW_YORK,
      'America/Los_Angeles',
    ]);
  });

  it('is so on lists', async () => {
    const list = await read(claimer, `/inbound/${cast.program.id}`);
    expect([list.includes('12:05 pm'), list.includes('9:05 am'), zoneIn(list) === null]).toEqual([true, false, false]);
  });

  it('is so in the answer to a form, which says it too', async () => {
    const answer = await claimer.post(`/referrals/${id}/status`).type('form').send({ status: 'pending' });
    expect([answer.status, zoneIn(answer.text)]).toEqual([422, `${SAID}||Change time zone||`]);
  });

  it('is the installation’s for whoever is not signed in', async () => {
    const page = await read(app.request(), `/programs/${cast.program.id}`);
    expect([zoneIn(page), page.includes('data-time-zone="America/Los_Angeles"')]).toEqual([null, true]);
  });

  it('is that of the account a Status link was sent to, and leads to no settings from there', async () => {
    for (const link of [await linkForClaimer(app, id, cast.claimer), await linkForSeeker(app, id, cast.seeker.email)]) {
      const page = await read(await openedIn(app, link), `/l/${link.publicId}`);
      expect([page.includes('12:05 pm'), zoneIn(page)]).toEqual([true, SAID]);
    }
    const other = await linkForClaimer(app, id, cast.coclaimer);
    const page = await read(await openedIn(app, other), `/l/${other.publicId}`);
    expect([page.includes('9:05 am'), zoneIn(page)]).toEqual([true, null]);
  });

  it('is that of whoever takes the list along as a file, whose heading says so', async () => {
    const received = async (browser: Agent): Promise<Record<string, string>> => {
      const { text } = await browser.get(`/inbound/${cast.program.id}/export.csv`);
      const [line = {}] = parse<Record<string, string>>(text, { bom: true, columns: true });
      return Object.fromEntries(Object.entries(line).filter(([column]) => column.startsWith('Received')));
    };
    expect(await received(claimer)).toEqual({ 'Received, Eastern (New York)': '2 Dec 2026, 12:05 pm' });
    expect(await received(await app.signIn(cast.coclaimer.email))).toEqual({ 'Received, Pacific (Los Angeles)': '2 Dec 2026, 9:05 am' });
  });

  it('follows the clocks of each zone on the day they change', async () => {
    const early = await referralAt(CLOCKS_WENT_FORWARD);
    expect(await read(claimer, `/referrals/${early.id}`)).toContain('8 Mar 2026, 3:00 am');
    expect(await read(navigator, `/referrals/${early.id}`)).toContain('7 Mar 2026, 11:00 pm');
    expect(await read(await app.signIn(cast.seeker.email), '/for-me')).toContain('8 Mar 2026');
    expect(await read(navigator, `/people/${early.seekerId}`)).toContain('7 Mar 2026');
  });

  it('does not move the opening hours: they are where the Program is', async () => {
    const spans = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      programId: cast.program.id,
      position: weekday,
      weekday,
      opensAt: '09:00',
      closesAt: '17:00',
    }));
    await app.deps.db.programSchedule.createMany({ data: spans });
    const words = (page: string): string[] => [...page.matchAll(/>((?:Open|Closed)[^<]*(?:am|pm)[^<]*)</g)].map(([, said = '']) => said);
    for (const path of [`/programs/${cast.program.id}`, `/referrals/${id}`]) {
      const east = words(await read(claimer, path));
      expect(east.length, path).toBeGreaterThan(0);
      expect(words(await read(navigator, path))).toEqual(east);
    }
  });
});
