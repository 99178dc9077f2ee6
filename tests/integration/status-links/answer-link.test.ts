import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, type Cast } from '../../support/cast.ts';
import { HOUR } from '../../support/movable-clock.ts';
import { addressOf, routesOf } from '../../support/routes.ts';
import { eventsOf, formOf, referralNow, setStatus } from '../referrals/referral-forms.ts';
import { everything, linkForClaimer, linkForSeeker, makeLinkedReferral, openedIn, type SentLink } from './link-visits.ts';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});

afterAll(() => app.close());

describe('R3, R26: answering through a Status link', () => {
  test('choosing what the status is already changes nothing and says so (R4)', async () => {
    const id = await makeLinkedReferral(app, cast);
    const link = await linkForClaimer(app, id, cast.claimer);
    expect(await setStatus(app, await app.signIn(cast.coclaimer.email), id, 'pending')).toBe(303);
    const browser = await openedIn(app, link);
    const { fields } = formOf((await browser.get(`/l/${link.publicId}`)).text, `/l/${link.publicId}`);
    const answer = await browser
      .post(`/l/${link.publicId}`)
      .type('form')
      .send({ ...fields, status: 'pending', reason: '' });
    expect(answer.status).toBe(303);
    expect((await browser.get(answer.headers['location'] ?? '')).text).toContain('That is how it stands already');
    expect((await browser.get(`/l/${link.publicId}`)).text).not.toContain('how it stands already');
    expect(await referralNow(app, id)).toMatchObject({ status: 'pending', version: 2 });
  });

  test('but it is the Program’s first act, and the reason written with it is not lost: it is shown, with what to do (R6, ADR 0156)', async () => {
    const id = await makeLinkedReferral(app, cast);
    const link = await linkForClaimer(app, id, cast.claimer);
    await setStatus(app, await app.signIn(cast.navigator.email), id, 'pending');
    const browser = await openedIn(app, link);
    const press = { status: 'pending', version: 2, reason: 'We see her on Monday' };
    const answer = await browser.post(`/l/${link.publicId}`).type('form').send(press);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('The status is “Pending” already, so your reason was not saved.');
    expect(answer.text).toContain('value="We see her on Monday"');
    expect(formOf(answer.text, `/l/${link.publicId}`).chosen).toBeNull();
    expect((await eventsOf(app, id)).map(({ kind, actorName, via }) => [kind, actorName, via]).slice(2)).toEqual([
      ['seen', 'Maria G.', 'email_link'],
    ]);
    const { seenAt, version } = await referralNow(app, id);
    expect([seenAt === null, version]).toEqual([false, 2]);
  });

  test('a second press of what was saved, or of what history says already, is answered like the first', async () => {
    const id = await makeLinkedReferral(app, cast);
    const link = await linkForClaimer(app, id, cast.claimer);
    const browser = await openedIn(app, link);
    const press = { status: 'pending', version: 1, reason: 'We see her on Monday' };
    for (const version of [1, 1, 2]) {
      const answer = await browser
        .post(`/l/${link.publicId}`)
        .type('form')
        .send({ ...press, version });
      expect([answer.status, answer.headers['location']]).toEqual([303, `/l/${link.publicId}?saved=2`]);
    }
    expect((await eventsOf(app, id)).map(({ kind }) => kind)).toEqual(['created', 'seen', 'status_changed']);
  });

  test('the Seeker reads in plain words that what they wrote was not saved', async () => {
    const id = await makeLinkedReferral(app, cast, { status: 'got_help' });
    const link = await linkForSeeker(app, id);
    const browser = await openedIn(app, link);
    const answer = await browser.post(`/l/${link.publicId}`).type('form').send({ status: 'got_help', version: 2, reason: 'Since Monday' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('That is how it stands already, so what you wrote was not saved.');
    expect(answer.text).toContain('value="Since Monday"');
    expect(answer.text).not.toMatch(/note below|sign in to add/i);
    expect((await eventsOf(app, id)).filter(({ kind }) => kind === 'seen')).toEqual([]);
  });

  test('a Claimer’s choice is saved by name, as the first look too, and says what was saved and what happens next', async () => {
    const id = await makeLinkedReferral(app, cast);
    const link = await linkForClaimer(app, id, cast.claimer);
    const browser = await openedIn(app, link);
    const { fields } = formOf((await browser.get(`/l/${link.publicId}`)).text, `/l/${link.publicId}`);
    const answer = await browser
      .post(`/l/${link.publicId}`)
      .type('form')
      .send({ ...fields, status: 'pending', reason: 'Calling the landlord' });
    expect([answer.status, answer.headers['location']]).toEqual([303, `/l/${link.publicId}?saved=2`]);
    const events = await eventsOf(app, id);
    expect(
      events
        .map(({ kind, via, actorName, actorOrganization, actorUserId }) => ({ kind, via, actorName, actorOrganization, actorUserId }))
        .slice(1),
    ).toEqual(
      ['seen', 'status_changed'].map((kind) => ({
        kind,
        via: 'email_link',
        actorName: 'Maria G.',
        actorOrganization: 'Fair Oaks Rent & Home Help',
        actorUserId: cast.claimer.id,
      })),
    );
    const saved = await browser.get(`/l/${link.publicId}?saved=2`);
    expect(saved.text).toContain('Saved: Pending');
    expect(saved.text).toContain('Dana W. and Ana can see it now.');
  });

  test('a Seeker’s choice is saved by their name alone, and is no look of the Program', async () => {
    const id = await makeLinkedReferral(app, cast);
    const link = await linkForSeeker(app, id);
    const browser = await openedIn(app, link);
    await browser.post(`/l/${link.publicId}`).type('form').send({ status: 'got_help', version: 1, reason: 'We stay' });
    const events = await eventsOf(app, id);
    expect(events.map(({ kind }) => kind)).toEqual(['created', 'status_changed']);
    expect(events[1]).toMatchObject({
      actorName: 'Ana R.',
      actorOrganization: null,
      actorUserId: null,
      via: 'email_link',
      reason: 'We stay',
    });
    expect((await browser.get(`/l/${link.publicId}?saved=2`)).text).toContain('Saved: I got help');
  });

  test('what is not the Seeker’s to say is refused, and nothing moves', async () => {
    const id = await makeLinkedReferral(app, cast);
    const link = await linkForSeeker(app, id);
    const browser = await openedIn(app, link);
    for (const status of ['eligible', 'couldnt_contact', 'not_updated', 'referred_elsewhere']) {
      const answer = await browser.post(`/l/${link.publicId}`).type('form').send({ status, version: 1, reason: 'Kept text' });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('Kept text');
    }
    expect((await referralNow(app, id)).version).toBe(1);
  });

  test('R5: a choice from a stale page is asked again, with what changed and what was written', async () => {
    const id = await makeLinkedReferral(app, cast);
    const link = await linkForSeeker(app, id);
    const browser = await openedIn(app, link);
    await setStatus(app, await app.signIn(cast.claimer.email), id, 'eligible', 'Paperwork complete');
    const answer = await browser
      .post(`/l/${link.publicId}`)
      .type('form')
      .send({ status: 'no_capacity', version: 1, reason: 'They said full' });
    expect(answer.status).toBe(409);
    for (const shown of [
      'Maria G. changed this while you were choosing',
      'Paperwork complete',
      'They said full',
      'They were full',
      'You qualify. You have not been helped yet',
      'Keep it as it is now',
    ]) {
      expect(answer.text).toContain(shown);
    }
    expect(answer.text).not.toContain('Eligible');
    const { fields } = formOf(answer.text, `/l/${link.publicId}`);
    const kept = await browser
      .post(`/l/${link.publicId}`)
      .type('form')
      .send({ ...fields, status: 'eligible', reason: '' });
    expect(kept.status).toBe(303);
    expect((await referralNow(app, id)).version).toBe(2);
    await browser
      .post(`/l/${link.publicId}`)
      .type('form')
      .send({ ...fields, status: 'no_capacity', reason: 'They said full' });
    expect(await referralNow(app, id)).toMatchObject({ status: 'no_capacity', version: 3 });
  });

  test('D-13: 50 presses at once with one version: one winner, and the others are asked again', async () => {
    const id = await makeLinkedReferral(app, cast, { status: 'pending' });
    const link = await linkForClaimer(app, id, cast.claimer);
    const browser = await openedIn(app, link);
    const choices = ['eligible', 'got_help', 'no_capacity', 'not_eligible', 'couldnt_contact'];
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        browser
          .post(`/l/${link.publicId}`)
          .type('form')
          .send({ status: choices[at % 5], version: 2, reason: `Number ${String(at)}` }),
      ),
    );
    const { status, version } = await referralNow(app, id);
    expect(version).toBe(3);
    for (const [at, answer] of answers.entries()) {
      expect([choices[at % 5] === status ? 422 : 409, 303]).toContain(answer.status);
      if (answer.status !== 303) expect(answer.text).toContain(`Number ${String(at)}`);
    }
    expect(answers.filter((answer) => answer.status === 303)).toHaveLength(1);
    expect((await eventsOf(app, id)).filter((event) => event.version === 3)).toHaveLength(1);
  });
});

describe('a reason written on a page whose link has died meanwhile', () => {
  const press = (browser: Awaited<ReturnType<typeof openedIn>>, { publicId }: SentLink) =>
    browser.post(`/l/${publicId}`).type('form').send({ status: 'pending', version: 1, reason: 'We see her <on> Monday' });
  const shown = 'This was not saved: “We see her &lt;on&gt; Monday”. Copy it before you leave this page.';

  test('is shown back: half an hour after the link was opened, and after the referral was withdrawn', async () => {
    const id = await makeLinkedReferral(app, cast);
    const link = await linkForClaimer(app, id, cast.claimer);
    const browser = await openedIn(app, link);
    app.clock.forward(HOUR);
    const late = await press(browser, link);
    expect([late.status, late.text.includes(shown)]).toEqual([404, true]);
    const again = await openedIn(app, link);
    await (await app.signIn(cast.navigator.email)).post(`/referrals/${id}/withdraw`).type('form').send({ version: 1, reason: 'Moved' });
    const dead = await press(again, link);
    expect([dead.status, dead.text.includes(shown)]).toEqual([410, true]);
    expect((await again.get(`/l/${link.publicId}`)).text).not.toContain('This was not saved');
  });

  test('and nothing else of what is sent there', async () => {
    const [id, browser] = [await makeLinkedReferral(app, cast), app.request()];
    const link = await linkForClaimer(app, id, cast.claimer);
    for (const reason of ['', ' ', 'x'.repeat(281)]) {
      const answer = await browser.post(`/l/${link.publicId}`).type('form').send({ reason });
      expect([answer.status, answer.text.includes('This was not saved')]).toEqual([404, false]);
    }
  });
});

describe('S-31: undo', () => {
  test('for 24 hours the status before can be had back, through the same door, and is history', async () => {
    const id = await makeLinkedReferral(app, cast, { status: 'eligible' });
    const link = await linkForClaimer(app, id, cast.claimer);
    const browser = await openedIn(app, link);
    await browser.post(`/l/${link.publicId}`).type('form').send({ status: 'got_help', version: 2 });
    const saved = await browser.get(`/l/${link.publicId}?saved=3`);
    expect(saved.text).toContain('the status becomes “Eligible” again');
    const { fields } = formOf(saved.text, `/l/${link.publicId}`);
    await browser.post(`/l/${link.publicId}`).type('form').send(fields);
    expect(await referralNow(app, id)).toMatchObject({ status: 'eligible', version: 4 });
    expect((await eventsOf(app, id)).at(-1)).toMatchObject({
      fromStatus: 'got_help',
      toStatus: 'eligible',
      via: 'email_link',
      actorName: 'Maria G.',
    });
  });

  test('is not offered for "Not updated", which nobody may choose, nor for a status that is not the Seeker’s to choose', async () => {
    const id = await makeLinkedReferral(app, cast);
    const link = await linkForSeeker(app, id);
    const browser = await openedIn(app, link);
    await browser.post(`/l/${link.publicId}`).type('form').send({ status: 'got_help', version: 1 });
    const first = (await browser.get(`/l/${link.publicId}?saved=2`)).text;
    expect(first).not.toContain('>Undo<');
    expect(first).toContain('It cannot go back to “No answer yet”');
    await setStatus(app, await app.signIn(cast.claimer.email), id, 'eligible');
    await browser.post(`/l/${link.publicId}`).type('form').send({ status: 'no_capacity', version: 3 });
    expect((await browser.get(`/l/${link.publicId}?saved=4`)).text).not.toContain('>Undo<');
  });

  test('is not offered after 24 hours, after somebody else’s change, or for somebody else’s change', async () => {
    const id = await makeLinkedReferral(app, cast, { status: 'eligible' });
    const link = await linkForClaimer(app, id, cast.claimer);
    const browser = await openedIn(app, link);
    await browser.post(`/l/${link.publicId}`).type('form').send({ status: 'got_help', version: 2 });
    app.clock.forward(25 * HOUR);
    const late = (await (await openedIn(app, link)).get(`/l/${link.publicId}`)).status;
    expect(late).toBe(200);
    const again = await openedIn(app, link);
    expect((await again.get(`/l/${link.publicId}?saved=3`)).text).not.toContain('>Undo<');
    await setStatus(app, await app.signIn(cast.navigator.email), id, 'pending');
    for (const version of ['3', '4', '99', '-1', 'x', '1e3']) {
      expect((await again.get(`/l/${link.publicId}?saved=${version}`)).text).not.toContain('>Undo<');
    }
    expect((await again.get(`/l/${link.publicId}?saved=4`)).text).not.toContain('Saved:');
  });
});

describe('S-31, T5: robots', () => {
  let links: SentLink[];

  beforeAll(async () => {
    const id = await makeLinkedReferral(app, cast, { status: 'pending' });
    links = [await linkForClaimer(app, id, cast.claimer), await linkForSeeker(app, id)];
  });

  test('R26: opening a link with HEAD and GET, many times, changes no row of any table', async () => {
    const before = await everything(app);
    for (const link of links) {
      const visit = async (): Promise<void> => {
        await app.request().head(link.path);
        const browser = await openedIn(app, link);
        await browser.get(`/l/${link.publicId}`);
        await browser.head(`/l/${link.publicId}`);
        await browser.get(`/l/${link.publicId}?saved=2`);
      };
      for (let round = 0; round < 25; round += 1) await Promise.all(Array.from({ length: 5 }, visit));
    }
    expect(await everything(app)).toEqual(before);
  });

  test('pressing every button of every page once without choosing changes no row of any table', async () => {
    const before = await everything(app);
    for (const link of links) {
      const browser = await openedIn(app, link);
      const { fields } = formOf((await browser.get(`/l/${link.publicId}`)).text, `/l/${link.publicId}`);
      const answer = await browser
        .post(`/l/${link.publicId}`)
        .type('form')
        .send({ ...fields, reason: '' });
      expect(answer.status).toBe(422);
      expect(answer.text).toMatch(/Choose a status|Choose what happened/);
      const again = formOf(answer.text, `/l/${link.publicId}`);
      expect(again.chosen).toBeNull();
      await browser
        .post(`/l/${link.publicId}`)
        .type('form')
        .send({ ...again.fields, reason: '' });
      await browser.post(`/l/${link.publicId}/fresh`).type('form').send({});
    }
    expect(await everything(app)).toEqual(before);
  });
});

describe('S-34: a link is a capability for one referral, not a login', () => {
  test('its cookie opens nothing else: every other route answers as to a stranger, and nothing moves', async () => {
    const id = await makeLinkedReferral(app, cast);
    const link = await linkForClaimer(app, id, cast.claimer);
    const browser = await openedIn(app, link);
    const { seekerId } = await app.deps.db.referral.findUniqueOrThrow({ where: { id } });
    const values = { referralId: id, seekerId, programId: cast.program.id };
    const before = await everything(app);
    for (const { method, path } of routesOf(app.app).filter((route) => !route.path.startsWith('/l/'))) {
      const address = addressOf(path, values);
      const ask = (agent: typeof browser) =>
        method === 'GET' ? agent.get(address) : agent.post(address).type('form').send({ status: 'got_help', version: 1 });
      const [held, plain] = [await ask(browser), await ask(app.request())];
      expect({ path, status: held.status, location: held.headers['location'] }).toEqual({
        path,
        status: plain.status,
        location: plain.headers['location'],
      });
      expect(JSON.stringify(held)).not.toContain('Ana R');
    }
    expect(await everything(app)).toEqual(before);
  });

  test('the token itself is no login either, nor does one link answer for another', async () => {
    const [one, two] = [await makeLinkedReferral(app, cast), await makeLinkedReferral(app, cast)];
    const [first, second] = [await linkForClaimer(app, one, cast.claimer), await linkForClaimer(app, two, cast.claimer)];
    const browser = await openedIn(app, first);
    await browser.get(second.path);
    await browser.post(`/l/${first.publicId}`).type('form').send({ status: 'got_help', version: 1 });
    expect((await referralNow(app, one)).status).toBe('got_help');
    expect((await referralNow(app, two)).status).toBe('not_updated');
    const stranger = app.request().set('Cookie', `sid=${first.token}; link-${second.publicId}=${first.token}`);
    expect((await stranger.get(`/l/${second.publicId}`)).status).toBe(404);
    expect((await stranger.get(`/referrals/${one}`)).status).toBe(303);
  });
});
