import { randomBytes } from 'node:crypto';
import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, type Cast } from '../../support/cast.ts';
import { connect, tallies, unescaped, valueOf, WELL } from '../../support/connect-form.ts';

let app: TestApp;
let cast: Cast;
let navigator: Agent;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
  navigator = await app.signIn(cast.navigator.email);
});
afterAll(() => app.close());

const long = (length: number): string => 'a'.repeat(length);
const PHONE = 'Enter a phone number with area code';
const EMAIL = 'Enter one email address, like name@example.org';
const ZIP = 'Enter a ZIP code of five digits, like 94063';

describe('a Connect form that cannot be sent says so beside the field and keeps everything', () => {
  it.each([
    ['no first name', { firstName: '  ' }, 'firstName', 'Enter a first name'],
    ['a first name of 101 letters', { firstName: long(101) }, 'firstName', 'Use at most 100 characters'],
    ['a first name with control characters', { firstName: 'A\u0000na' }, 'firstName', 'Leave out characters that cannot be shown'],
    ['a last name of 101 letters', { lastName: long(101) }, 'lastName', 'Use at most 100 characters'],
    ['Text without a phone', { phone: '' }, 'phone', PHONE],
    ['Phone without a phone', { phone: '', contactPreference: 'phone' }, 'phone', PHONE],
    ['a phone without area code', { phone: '555-0173' }, 'phone', PHONE],
    ['a phone without area code, though nobody would call', { phone: '555-0173', contactPreference: 'email' }, 'phone', PHONE],
    ['a phone of 41 characters', { phone: `${long(31)}6505550173` }, 'phone', 'Use at most 40 characters'],
    ['Email without an address', { email: '', contactPreference: 'email' }, 'email', EMAIL],
    ['two addresses (S-70)', { email: 'ana@example.org,b@example.org' }, 'email', EMAIL],
    ['a name with the address (S-70)', { email: 'Ana <ana@example.org>' }, 'email', EMAIL],
    ['a header behind the address (S-70)', { email: 'ana@example.org\r\nBcc: b@example.org' }, 'email', EMAIL],
    ['an address at a domain that is not ASCII (S-70)', { email: 'ana@exämple.org' }, 'email', EMAIL],
    ['a ZIP of four digits', { zip: '9406' }, 'zip', ZIP],
    ['a ZIP of letters', { zip: 'SW1A 1AA' }, 'zip', ZIP],
    ['a language of another list', { language: 'klingon' }, 'language', 'Choose a language from the list'],
    ['no preference', { contactPreference: '' }, 'contactPreference', 'Choose how to reach them'],
    ['an unknown preference', { contactPreference: 'pigeon' }, 'contactPreference', 'Choose how to reach them'],
    ['a comment of 2001 letters', { comment: long(2001) }, 'comment', 'Use at most 2000 characters'],
    ['no consent', { consent: '' }, 'consent', 'Tick the box once they have agreed'],
    ['a consent of another kind', { consent: 'no' }, 'consent', 'Tick the box once they have agreed'],
  ])('%s', async (_what, wrong, field, words) => {
    const before = await tallies(app.deps.db);
    const answer = await connect(navigator, cast.program.id, { ...WELL, ...wrong });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('<title>Error: Connect');
    const page = unescaped(answer.text);
    expect(page).toContain('There is a problem');
    expect(page).toContain(`<a href="#${field}">${words}</a>`);
    expect(page).toMatch(new RegExp(`id="${field}-error"[\\s\\S]{0,200}${words}`));
    if (field !== 'lastName') expect(valueOf(answer.text, 'lastName')).toBe('Ruiz');
    if (field !== 'comment') expect(page).toContain(WELL.comment);
    expect(await tallies(app.deps.db)).toEqual(before);
  });

  it('says everything there is to mend at once, in the order of the fields', async () => {
    const answer = await connect(navigator, cast.program.id, { firstName: '', contactPreference: 'text' });
    const summary = /<div class="errsum"[\s\S]*?<\/div>/.exec(answer.text)?.[0] ?? '';
    expect([...summary.matchAll(/href="#(\w+)"/g)].map(([, field]) => field)).toEqual(['firstName', 'phone', 'consent']);
  });
});

describe('a Connect form that can be sent', () => {
  it.each([
    ['nothing but a name for "Don’t reach out" (R14)', { firstName: 'Ana', contactPreference: 'dont_reach_out', consent: 'yes' }],
    ['ZIP+4 and a phone as people write it', { ...WELL, zip: '94063-1234', phone: '+1 650.555.0173 ask for Ana' }],
    ['names in other scripts and with apostrophes', { ...WELL, firstName: 'Nguyễn', lastName: 'O’Neil-Ωμέγα' }],
    ['a comment of 2000 letters', { ...WELL, comment: long(2000) }],
    ['an empty address where it is not needed', { ...WELL, email: '' }],
    ['a consent box as browsers send it', { ...WELL, consent: 'on' }],
  ])('%s', async (_what, body) => {
    expect((await connect(navigator, cast.program.id, body)).status).toBe(303);
  });

  it('keeps the phone as it was typed, and of ZIP+4 the first five digits', async () => {
    await connect(navigator, cast.program.id, { ...WELL, zip: '94063-1234', phone: ' 650.555.0173 x2 ' });
    const referral = await app.deps.db.referral.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
    expect([referral.sharedPhone, referral.sharedZip]).toEqual(['650.555.0173 x2', '94063']);
  });
});

describe('what is not a Connect form at all changes nothing and is never our fault (S-51)', () => {
  const post = (body: string, type = 'application/x-www-form-urlencoded') =>
    navigator.post(`/programs/${cast.program.id}/connect`).set('Content-Type', type).send(body);
  const well = new URLSearchParams(WELL).toString();

  it.each([
    ['fields it does not know', () => post(`${well}&status=got_help&madeById=${cast.stranger.id}`), 422],
    ['two values where one belongs', () => post(`${well}&firstName=Berta`), 422],
    ['two Seekers', () => post(`${well}&seekerId=a&seekerId=b`), 404],
    ['a Seeker that cannot be one', () => post(`${well}&seekerId=1%27%20OR%201=1`), 404],
    ['a Seeker there is not', () => post(`${well}&seekerId=01990000-0000-7000-8000-000000000000`), 404],
    ['a key that is none', () => post(`${well}&_idem=${'x'.repeat(300)}`), 422],
    ['a version that is none', () => post(`${well}&profileVersion=99999999999`), 422],
    ['nothing', () => post(''), 422],
    ['a list', () => post('[1,2]', 'application/json'), 422],
    ['JSON of other shapes', () => post('{"firstName":{"a":1},"email":["x"]}', 'application/json'), 422],
    ['broken JSON', () => post('{"firstName":', 'application/json'), 400],
    ['binary rubbish', () => post(randomBytes(2_000).toString('latin1')), 422],
    ['a megabyte', () => post(`comment=${long(1_000_000)}`), 413],
    ['300 fields', () => post(Array.from({ length: 300 }, (_, index) => `f${String(index)}=1`).join('&')), 413],
  ])('%s', async (_what, send, status) => {
    const before = await tallies(app.deps.db);
    expect((await send()).status).toBe(status);
    expect(await tallies(app.deps.db)).toEqual(before);
  });

  it.each(['not-an-id', '01990000-0000-7000-8000-000000000000', '..%2F..%2Fetc', '%00'])(
    'a Program "%s" there is not',
    async (programId) => {
      for (const path of ['connect', 'connect/sent']) {
        const { status } = await navigator.get(`/programs/${programId}/${path}`);
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
      }
      expect((await connect(navigator, programId, WELL)).status).toBeLessThan(500);
    },
  );
});
