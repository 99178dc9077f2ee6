import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, type Cast } from '../../support/cast.ts';
import { linkForClaimer, linkForSeeker, makeLinkedReferral, openedIn, type SentLink } from './link-visits.ts';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());

const show = async (link: SentLink) => (await (await openedIn(app, link)).get(`/l/${link.publicId}`)).text;
const headingIn = (html: string) => /<h1[^>]*>([^<]+)/.exec(html)?.[1];

describe('what a Status link’s page says', () => {
  test('R4: it asks while the loop is open, and no more once it is closed', async () => {
    for (const [status, claimers, seekers] of [
      ['not_updated', 'A referral needs your answer', 'Did you get help?'],
      ['no_capacity', 'A referral needs your answer', 'Did you get help?'],
      ['got_help', 'This referral is closed', 'You can still change your answer'],
      ['no_longer_interested', 'This referral is closed', 'You can still change your answer'],
    ] as const) {
      const id = await makeLinkedReferral(app, cast, { status });
      const claimer = await show(await linkForClaimer(app, id, cast.claimer));
      expect([headingIn(claimer), /<title>([^<]+)/.exec(claimer)?.[1]?.startsWith(claimers)]).toEqual([claimers, true]);
      const seeker = await show(await linkForSeeker(app, id));
      expect(headingIn(seeker)).toBe(seekers);
      expect(seeker).toMatch(/<title>One page/);
    }
  });

  test('the question follows the status while the page is open (R3), and the page says whether it does (U-21)', async () => {
    const id = await makeLinkedReferral(app, cast);
    const text = await show(await linkForClaimer(app, id, cast.claimer));
    expect(text).toMatch(/<div id="asked" data-live><h1>/);
    expect(text).toContain('data-live-state');
  });

  test('who chose nothing is asked in their own words', async () => {
    const id = await makeLinkedReferral(app, cast);
    for (const [link, words, others] of [
      [await linkForSeeker(app, id), 'Choose what happened', 'Choose a status'],
      [await linkForClaimer(app, id, cast.claimer), 'Choose a status', 'Choose what happened'],
    ] as const) {
      const answer = await (await openedIn(app, link)).post(`/l/${link.publicId}`).type('form').send({ version: 1 });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain(words);
      expect(answer.text).not.toContain(others);
    }
  });

  test('so is a Seeker on their own page', async () => {
    const id = await makeLinkedReferral(app, cast, { seeker: { userId: cast.seeker.id, email: cast.seeker.email } });
    const answer = await (await app.signIn(cast.seeker.email)).post(`/referrals/${id}/status`).type('form').send({ version: 1 });
    expect(answer.text).toContain('Choose what happened');
  });

  test('a status that is no choice of a Seeker’s is quoted without its full stop', async () => {
    const id = await makeLinkedReferral(app, cast, { status: 'needs_client_action' });
    const link = await linkForSeeker(app, id);
    const browser = await openedIn(app, link);
    const saved = await browser.post(`/l/${link.publicId}`).type('form').send({ status: 'got_help', version: 2 });
    const { text } = await browser.get(saved.headers['location'] as string);
    expect(text).toContain('“They need something from you first” is not one of your choices.');
  });
});
