import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, type Cast, type Role } from '../../support/cast.ts';
import { connect, sent, unescaped, WELL } from '../../support/connect-form.ts';
import { linkForClaimer, linkForSeeker, openedIn } from '../status-links/link-visits.ts';

let app: TestApp;
let cast: Cast;
let referralId: string;
let words: string;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
  const person = { ...WELL, email: cast.seeker.email, contactPreference: 'email' };
  referralId = (await sent(await app.signIn(cast.navigator.email), cast.program.id, person)).referralId;
  words = (await app.deps.db.consent.findUniqueOrThrow({ where: { referralId } })).text;
});
afterAll(() => app.close());

describe('R23: the consent is shown on the referral', () => {
  test.each(['navigator', 'colleague', 'claimer'] as Role[])(
    'to the %s: its words, version and language, how it was given, who took it and when',
    async (role) => {
      const text = unescaped((await (await app.signIn(cast[role].email)).get(`/referrals/${referralId}`)).text);
      expect(text).toMatch(/Spoken, taken by Dana W\., \d/);
      expect(text).toContain(`<blockquote lang="en">${words}</blockquote>`);
      expect(text).toMatch(/In English\. Text 2026-11-spoken\./);
    },
  );

  test('to the Seeker in plain words, on the referral’s page and on Referrals for Me, folded away', async () => {
    const seeker = await app.signIn(cast.seeker.email);
    for (const page of [`/referrals/${referralId}`, '/for-me']) {
      const text = unescaped((await seeker.get(page)).text);
      expect(text).toMatch(/<summary>You agreed to this on \d/);
      expect(text).toContain(words);
      expect(text).toContain('Dana W. told you this, and you said yes.');
      expect(text).not.toContain('2026-11-spoken');
    }
  });

  test('who ticked the box themselves is told so', async () => {
    const seeker = await app.signIn(cast.seeker.email);
    await connect(seeker, cast.otherProgram.id, { ...WELL, email: cast.seeker.email, for: 'me' });
    const { id } = await app.deps.db.referral.findFirstOrThrow({ where: { source: 'self' } });
    expect((await seeker.get(`/referrals/${id}`)).text).toContain('You ticked the box on the form.');
    expect((await (await app.signIn(cast.claimer.email)).get(`/referrals/${id}`)).text).toContain('Given by ');
  });

  test('S-34: a Status link’s page shows none of it', async () => {
    for (const link of [await linkForClaimer(app, referralId, cast.claimer), await linkForSeeker(app, referralId, cast.seeker.email)]) {
      const { text } = await (await openedIn(app, link)).get(`/l/${link.publicId}`);
      expect(unescaped(text)).not.toContain(words);
    }
  });
});
