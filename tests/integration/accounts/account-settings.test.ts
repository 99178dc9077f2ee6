import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Agent } from 'supertest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, PASSWORD, type Cast } from '../../support/cast.ts';
import { MINUTE } from '../../support/movable-clock.ts';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());

const PAGE = '/settings/account';
const endLinks = async (browser: Agent): Promise<string[]> =>
  [...(await browser.get(PAGE)).text.matchAll(/action="(\/settings\/account\/sessions\/[\w-]{43}\/end)"/g)].map((match) => match[1] ?? '');

describe('my account (R27)', () => {
  it('asks strangers to sign in, and changes nothing for them', async () => {
    expect((await app.request().get(PAGE)).headers['location']).toBe('/login?returnTo=%2Fsettings%2Faccount');
    for (const path of ['/name', '/sessions/end-others', `/sessions/${'x'.repeat(43)}/end`]) {
      const answer = await app
        .request()
        .post(PAGE + path)
        .type('form')
        .send({ firstName: 'No', lastName: 'Body' });
      expect([answer.status, answer.headers['location']]).toEqual([303, '/login?returnTo=%2Fsettings%2Faccount&after=unsent']);
    }
    expect(await app.deps.db.user.count({ where: { firstName: 'No' } })).toBe(0);
  });

  it('shows the name and the address, and changes the name', async () => {
    const browser = await app.signIn(cast.both.email);
    const page = await browser.get(PAGE);
    expect(page.text).toContain('value="Thuy"');
    expect(page.text).toContain(cast.both.email);
    const answer = await browser.post(`${PAGE}/name`).type('form').send({ firstName: ' Thúy ', lastName: 'Lê' });
    expect([answer.status, answer.headers['location']]).toEqual([303, `${PAGE}?after=name`]);
    expect((await browser.get(`${PAGE}?after=name`)).text).toContain('Your name is changed.');
    expect((await browser.get(PAGE)).text).toContain('Thúy L.');
  });

  it('history keeps the name of its moment (R7)', async () => {
    const { id } = await makeReferral(app.deps.db, { makerId: cast.colleague.id, programId: cast.program.id });
    const browser = await app.signIn(cast.colleague.email);
    await browser.post(`${PAGE}/name`).type('form').send({ firstName: 'Nat', lastName: 'Changed' });
    const [event] = await app.deps.db.referralEvent.findMany({ where: { referralId: id } });
    expect(event?.actorName).toBe('Nathaniel B.');
  });

  it('refuses a name that cannot be one, and keeps what was typed', async () => {
    const browser = await app.signIn(cast.outsider.email);
    const answer = await browser.post(`${PAGE}/name`).type('form').send({ firstName: '', lastName: 'Typed' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Enter your first name');
    expect(answer.text).toContain('value="Typed"');
    const mass = await browser.post(`${PAGE}/name`).type('form').send({ firstName: 'A', lastName: 'B', email: 'x@example.org' });
    expect(mass.status).toBe(422);
    const user = await app.deps.db.user.findUniqueOrThrow({ where: { id: cast.outsider.id } });
    expect([user.firstName, user.email]).toEqual(['Lena', cast.outsider.email]);
  });
});

describe('where I am signed in (S-15)', () => {
  it('lists one’s own sessions, and names none of them by its secret', async () => {
    const [here, there] = [await app.signIn(cast.claimer.email), await app.signIn(cast.claimer.email)];
    await app.signIn(cast.coclaimer.email);
    expect(await endLinks(here)).toHaveLength(1);
    const page = await there.get(PAGE);
    expect(page.text.match(/Signed in <\/span>/g)).toHaveLength(2);
    for (const { sid } of await app.deps.db.session.findMany()) expect(page.text).not.toContain(sid);
  });

  it('says where each was begun, and keeps nothing else a browser says of itself', async () => {
    const phone = app.request().set('User-Agent', 'Mozilla/5.0 (Android 14; Mobile; rv:133.0) Gecko/133.0 Firefox/133.0 secret-word');
    await phone.post('/login').type('form').send({ email: cast.coclaimer.email, password: PASSWORD });
    expect((await phone.get(PAGE)).text).toContain('<td>Firefox on Android</td>');
    const kept = JSON.stringify(await app.deps.db.session.findMany({ select: { sess: true } }));
    expect([kept.includes('Firefox on Android'), kept.includes('secret-word')]).toEqual([true, false]);
  });

  it('does not list what ended without use (S-12)', async () => {
    await app.signIn(cast.both.email);
    app.clock.forward(31 * MINUTE);
    const here = await app.signIn(cast.both.email);
    expect((await here.get(PAGE)).text).toContain('You are signed in here only.');
  });

  it('ends one, at once', async () => {
    const [here, there] = [await app.signIn(cast.admin.email), await app.signIn(cast.admin.email)];
    const [link = ''] = await endLinks(here);
    const answer = await here.post(link).type('form').send({});
    expect([answer.status, answer.headers['location']]).toEqual([303, `${PAGE}?after=session`]);
    expect((await there.get(PAGE)).status).toBe(303);
    expect((await here.get(PAGE)).status).toBe(200);
  });

  it('ends all others', async () => {
    const others = [await app.signIn(cast.seeker.email), await app.signIn(cast.seeker.email)];
    const here = await app.signIn(cast.seeker.email);
    await here.post(`${PAGE}/sessions/end-others`).type('form').send({});
    for (const other of others) expect((await other.get(PAGE)).status).toBe(303);
    expect((await here.get(PAGE)).status).toBe(200);
  });

  it('ends nobody else’s: it is not there (R13)', async () => {
    const [mine, theirs] = [await app.signIn(cast.navigator.email), await app.signIn(cast.stranger.email)];
    await app.signIn(cast.navigator.email);
    const [link = ''] = await endLinks(mine);
    expect((await theirs.post(link).type('form').send({})).status).toBe(404);
    expect(await endLinks(mine)).toEqual([link]);
  });
});
