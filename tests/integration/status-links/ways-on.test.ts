import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, type Cast } from '../../support/cast.ts';
import { formOf } from '../referrals/referral-forms.ts';
import { linkForClaimer, linkForSeeker, makeLinkedReferral, openedIn, type SentLink } from './link-visits.ts';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await startApp({ env: { HELP_PHONE: '650 555 0100' } });
  cast = await createCast(app.deps.db);
});

afterAll(async () => app.close());

const FIND = 'href="/programs">Find programs</a>';
const SIGN_IN = /href="\/login[^"]*">Sign in<\/a>/;

/** The page of a link that is too old. */
async function tooOld(link: SentLink): Promise<string> {
  const browser = await openedIn(app, link);
  await app.deps.db.statusLink.updateMany({ where: { publicId: link.publicId }, data: { expiresAt: new Date(0) } });
  return (await browser.get(`/l/${link.publicId}`)).text;
}

describe('a link that opens nothing leads on (R30)', () => {
  test('nobody knows whose it is: to the search, to the sign-in, to a telephone, and out', async () => {
    const { text } = await app.request().get('/l/nothing-like-a-token-of-ours');
    expect(text).toContain(FIND);
    expect(text).toMatch(SIGN_IN);
    expect(text).toContain('href="tel:6505550100"');
    expect(text).toContain('class="exit"');
  });

  test('the Seeker to the search, the Program to its list', async () => {
    const id = await makeLinkedReferral(app, cast);
    const seeker = await tooOld(await linkForSeeker(app, id));
    expect(seeker).toContain(FIND);
    expect(seeker).not.toMatch(SIGN_IN);
    expect(seeker).toContain('class="exit"');
    const program = await tooOld(await linkForClaimer(app, id, cast.claimer));
    expect(program).not.toContain(FIND);
    expect(program).toMatch(SIGN_IN);
    expect(program).not.toContain('class="exit"');
  });
});

describe('whoever got no help is led on (R4)', () => {
  const answered = async (status: string, link: (id: string) => Promise<SentLink>): Promise<string> => {
    const { path, publicId } = await link(await makeLinkedReferral(app, cast));
    const browser = await openedIn(app, { path, publicId, token: '' });
    const { fields } = formOf((await browser.get(`/l/${publicId}`)).text, `/l/${publicId}`);
    const sent = await browser
      .post(`/l/${publicId}`)
      .type('form')
      .send({ ...fields, status });
    return (await browser.get(sent.headers['location']!)).text;
  };

  test.each([
    ['no_capacity', true],
    ['not_eligible', true],
    ['couldnt_get_help', true],
    ['no_longer_interested', false],
    ['got_help', false],
  ])('a Seeker who says %s: %s', async (status, leads) => {
    const page = await answered(status, (id) => linkForSeeker(app, id));
    expect(page).toContain('Saved: ');
    expect(page.includes('href="/programs">Find other programs</a>')).toBe(leads);
    expect(page).toContain(`<strong><bdi>${cast.program.name.replace('&', '&amp;')}</bdi></strong>`);
  });

  test('and not the Program, which answers for itself', async () => {
    expect(await answered('no_capacity', (id) => linkForClaimer(app, id, cast.claimer))).not.toContain('Find other programs');
  });
});
