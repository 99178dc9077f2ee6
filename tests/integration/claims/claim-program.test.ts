import type { Agent, Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueAccountToken } from '../../../src/accounts/account-token.store.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, type Cast } from '../../support/cast.ts';
import { unclaimedProgram } from './unclaimed-program.ts';

let app: TestApp;
let cast: Cast;
let programId: string;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
  programId = await unclaimedProgram(app, 'Redwood Legal Aid');
});
afterAll(() => app.close());

const MESSAGE = 'I run the front office. Call (650) 555-0133 and ask for me.';
const ask = (browser: Agent, id: string, body: Record<string, unknown> = { message: MESSAGE }): Promise<Response> =>
  Promise.resolve(browser.post(`/programs/${id}/claim`).type('form').send(body));
const claims = () => app.deps.db.claimRequest.findMany({ orderBy: { createdAt: 'asc' } });
const mails = () => app.deps.db.email.findMany({ where: { kind: 'claim_requested' }, orderBy: { toAddress: 'asc' } });

describe('"I work here" on a Program’s page (R27)', () => {
  it('leads somebody who is not signed in through signing in and back, and keeps nothing before that', async () => {
    const page = await app.request().get(`/programs/${programId}`);
    expect(page.text).toContain(`<a class="lnk" href="/programs/${programId}/claim">I work here</a>`);
    const way = await app.request().get(`/programs/${programId}/claim`);
    const back = `returnTo=${encodeURIComponent(`/programs/${programId}/claim`)}`;
    expect(way.text).toContain(`href="/login?${back}"`);
    expect(way.text).toContain(`href="/signup?${back}"`);
    expect((await ask(app.request(), programId)).headers['location']).toBe(`/login?${back}&after=unsent`);
    expect(await claims()).toEqual([]);
  });

  it('and somebody without an account through making one and confirming its address, to the request (S-23: to no other site)', async () => {
    const browser = app.request();
    const claim = `/programs/${programId}/claim`;
    await browser.get(`/signup?returnTo=${encodeURIComponent(claim)}`);
    const person = { firstName: 'Nora', lastName: 'New', email: 'nora@legalaid.test', password: 'a quiet river in spring' };
    expect((await browser.post('/signup').type('form').send(person)).status).toBe(303);
    const { id } = await app.deps.db.user.findUniqueOrThrow({ where: { email: person.email } });
    const token = await issueAccountToken(app.deps.db, id, 'confirm_email', app.clock.now());
    const confirmed = await browser.post(`/confirm/${token}`).type('form').send({});
    const signIn = await browser.get(confirmed.headers['location'] as string);
    expect(signIn.text).toContain(`name="returnTo" value="${claim}"`);
    const { email, password } = person;
    expect((await browser.post('/login').type('form').send({ email, password, returnTo: claim })).headers['location']).toBe(claim);
    expect((await browser.get('/login?after=confirm')).headers['location']).toBe('/');
    await browser.post('/logout');
    await browser.get(`/signup?returnTo=${encodeURIComponent('https://evil.example')}`);
    expect((await browser.get('/login?after=confirm')).text).not.toContain('evil');
  });

  it('asks how they belong to it, keeps the request, and shows its state on the Program’s page and in the settings', async () => {
    const stranger = await app.signIn(cast.stranger.email);
    expect((await stranger.get(`/programs/${programId}/claim`)).text).toContain('How do you belong to it?');
    const answer = await ask(stranger, programId);
    expect([answer.status, answer.headers['location']]).toEqual([303, `/programs/${programId}/claim`]);
    expect(await claims()).toMatchObject([{ programId, userId: cast.stranger.id, message: MESSAGE, state: 'pending' }]);
    expect((await stranger.get(`/programs/${programId}/claim`)).text).toContain('Your request is on its way');
    expect((await stranger.get(`/programs/${programId}`)).text).toContain('Nobody has decided yet.');
    expect((await stranger.get('/settings/claims')).text).toContain('Waiting for a decision.');
  });

  it('tells the Site admins and operators by mail, once each, and nobody else', async () => {
    expect((await mails()).map(({ toAddress, userId }) => [toAddress, userId])).toEqual([[cast.admin.email, cast.admin.id]]);
    await app.deps.db.user.update({ where: { id: cast.outsider.id }, data: { operator: true } });
    const other = await unclaimedProgram(app, 'Second Harvest');
    await ask(await app.signIn(cast.stranger.email), other);
    await app.deps.db.user.update({ where: { id: cast.outsider.id }, data: { operator: false } });
    expect((await mails()).slice(1).map(({ toAddress }) => toAddress)).toEqual([cast.admin.email, cast.outsider.email]);
  });

  it('asked twice is asked once, and said kindly: no second row, no second mail', async () => {
    const before = [await claims(), await mails()];
    const stranger = await app.signIn(cast.stranger.email);
    const answers = await Promise.all([ask(stranger, programId), ask(stranger, programId)]);
    for (const { headers } of answers) expect(headers['location']).toBe(`/programs/${programId}/claim?asked=before`);
    expect((await stranger.get(`/programs/${programId}/claim?asked=before`)).text).toContain('You have asked already');
    expect([await claims(), await mails()]).toEqual(before);
  });

  it('two presses at the same moment make one request', async () => {
    const seeker = await app.signIn(cast.seeker.email);
    const answers = await Promise.all([ask(seeker, programId), ask(seeker, programId), ask(seeker, programId)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect((await claims()).filter(({ userId }) => userId === cast.seeker.id)).toHaveLength(1);
  });

  it('says that the Program Admin can invite them where somebody works there already; asking stays possible', async () => {
    const stranger = await app.signIn(cast.stranger.email);
    expect((await stranger.get(`/programs/${cast.program.id}/claim`)).text).toContain('Its Program Admin can invite you');
    expect((await ask(stranger, cast.program.id)).status).toBe(303);
    expect((await stranger.get(`/programs/${programId}/claim`)).text).not.toContain('Its Program Admin can invite you');
  });

  it('is nothing a Claimer has to do, and does nothing for them', async () => {
    const before = await claims();
    const claimer = await app.signIn(cast.claimer.email);
    expect((await claimer.get(`/programs/${cast.program.id}/claim`)).text).toContain('There is nothing to ask for');
    expect((await ask(claimer, cast.program.id)).status).toBe(303);
    expect((await claimer.get(`/programs/${cast.program.id}`)).text).toContain('You answer its referrals.');
    expect(await claims()).toEqual(before);
  });
});

describe('what no request is made of', () => {
  it('without a word on how they belong to it, with too many, or with fields that are none: refused, and what was written is kept', async () => {
    const outsider = await app.signIn(cast.outsider.email);
    const before = await claims();
    for (const body of [
      {},
      { message: '  ' },
      { message: 'x'.repeat(1_001) },
      { message: MESSAGE, state: 'approved' },
      { message: ['a', 'b'] },
    ]) {
      expect((await ask(outsider, programId, body)).status).toBe(422);
    }
    const answer = await ask(outsider, programId, { message: MESSAGE, userId: cast.admin.id });
    expect(answer.text).toContain(MESSAGE);
    expect(answer.text).toContain('Error: I work here');
    expect(await claims()).toEqual(before);
  });

  it('a Program that is not there, or is no longer listed', async () => {
    const outsider = await app.signIn(cast.outsider.email);
    const retired = await unclaimedProgram(app, 'Gone Shelter', { retiredAt: new Date() });
    const before = await claims();
    for (const id of [retired, '0197a000-0000-7000-8000-000000000000', 'me']) {
      expect((await outsider.get(`/programs/${id}/claim`)).status).toBe(404);
      expect((await ask(outsider, id)).status).toBe(404);
    }
    expect((await outsider.get(`/programs/${retired}`)).text).not.toContain('I work here');
    expect(await claims()).toEqual(before);
  });

  it('the eleventh Program in a day: each request is mail to others', async () => {
    const navigator = await app.signIn(cast.navigator.email);
    for (let count = 0; count < 10; count += 1) {
      expect((await ask(navigator, await unclaimedProgram(app, `Program ${String(count)}`))).status).toBe(303);
    }
    const before = [await claims(), await mails()];
    const answer = await ask(navigator, programId);
    expect([answer.status, answer.text.includes('Ask for this one tomorrow.'), answer.text.includes(MESSAGE)]).toEqual([422, true, true]);
    expect([await claims(), await mails()]).toEqual(before);
  });

  it('more than ten a day by pressing many at the same moment', async () => {
    const coclaimer = await app.signIn(cast.coclaimer.email);
    const programs: string[] = [];
    for (let count = 0; count < 16; count += 1) programs.push(await unclaimedProgram(app, `At once ${String(count)}`));
    const before = (await mails()).length;
    const answers = await Promise.all(programs.map((id) => ask(coclaimer, id)));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(6);
    expect((await claims()).filter(({ userId }) => userId === cast.coclaimer.id)).toHaveLength(10);
    expect((await mails()).length - before).toBe(10);
  });
});
