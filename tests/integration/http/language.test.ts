import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageAddress } from '../../../src/http/page-address.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast } from '../../support/cast.ts';
import { routesOf } from '../../support/routes.ts';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());

const pageOf = (text: string): string => /<html lang="(\w+)" dir="(\w+)"/.exec(text)?.slice(1).join(' ') ?? '';

describe('the language of a page (U-31, U-33)', () => {
  test('is the browser’s, then the one chosen on any page, which leads back to that page', async () => {
    const visitor = supertest.agent(app.url);
    const first = await visitor.get('/programs?zip=94063').set('Accept-Language', 'es-MX,en;q=0.5');
    expect(pageOf(first.text)).toBe('es ltr');
    expect([first.headers['content-language'], first.headers['vary']]).toEqual(['es', expect.stringContaining('Accept-Language')]);
    expect(first.text).toContain('name="returnTo" value="/programs?zip=94063"');
    const form = { language: 'ar', returnTo: '/programs?zip=94063' };
    const answer = await visitor.post('/language').set('Origin', app.url).type('form').send(form);
    expect([answer.status, answer.headers['location']]).toEqual([303, '/programs?zip=94063']);
    expect(pageOf((await visitor.get('/programs').set('Accept-Language', 'es')).text)).toBe('ar rtl');
  });

  test('is the account’s for whoever is signed in, and stays chosen at the next sign-in', async () => {
    const agent = await app.signIn(cast.navigator.email);
    expect(pageOf((await agent.get('/people').set('Accept-Language', 'es')).text)).toBe('en ltr');
    await agent.post('/language').set('Origin', app.url).type('form').send({ language: 'es', returnTo: '/people' });
    expect(pageOf((await agent.get('/people')).text)).toBe('es ltr');
    expect(pageOf((await (await app.signIn(cast.navigator.email)).get('/people')).text)).toBe('es ltr');
    expect((await app.deps.db.user.findUniqueOrThrow({ where: { id: cast.colleague.id } })).language).toBe('en');
  });

  test('is never one a page is not written in: those who help read English instead of Arabic', async () => {
    const agent = await app.signIn(cast.colleague.email);
    await agent.post('/language').set('Origin', app.url).type('form').send({ language: 'ar', returnTo: '/for-me' });
    expect([pageOf((await agent.get('/people')).text), pageOf((await agent.get('/for-me')).text)]).toEqual(['en ltr', 'ar rtl']);
  });

  test('is not chosen by an address of another site, nor by anything that is no language', async () => {
    const visitor = supertest.agent(app.url);
    for (const form of [{ language: 'es', returnTo: '//evil.example' }, { language: 'xx', returnTo: '/' }, {}]) {
      const answer = await visitor.post('/language').set('Origin', app.url).type('form').send(form);
      expect([answer.status, answer.headers['set-cookie']]).toEqual([422, undefined]);
    }
  });

  test('is switched on an answer to a form, too: to the page of that form, which says first that it comes empty (U-31)', async () => {
    const visitor = app.request();
    const failed = await visitor.post('/login').type('form').send({ email: 'ana@example.org', password: '' });
    expect(failed.status).toBe(422);
    expect(failed.text).toContain('name="returnTo" value="/login"');
    expect(failed.text).toContain('Clears this form:');
    expect((await visitor.get('/login')).text).not.toContain('Clears this form:');
    const gone = await visitor
      .post(`/l/${'a'.repeat(16)}`)
      .type('form')
      .send({ version: '1' });
    expect([gone.status, gone.text.includes('Clears this form:')]).toEqual([404, false]);
  });

  test('is that of refusals given to scripts, too', async () => {
    const { id } = await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id });
    const claimer = await app.signIn(cast.claimer.email);
    await claimer.post('/language').type('form').send({ language: 'es', returnTo: '/' });
    const asked = (form: object): Promise<{ body: unknown }> =>
      claimer.post(`/referrals/${id}/status`).set('Accept', 'application/json').type('form').send(form);
    expect((await asked({ version: '1' })).body).toMatchObject({ error: 'Eso no se puede guardar' });
    await asked({ version: '1', status: 'pending' });
    expect((await asked({ version: '1', status: 'eligible' })).body).toMatchObject({ error: 'Cambió mientras tanto' });
  });

  test('of whatever is answered to any form leads to a page that can be read', () => {
    const routes = routesOf(app.app);
    const pages = new Set(routes.filter(({ method }) => method === 'GET').map(({ path }) => path));
    const lost = routes.filter(({ method, path }) => method === 'POST' && !pages.has(pageAddress(path)));
    expect(lost).toEqual([]);
  });

  test('may be Arabic on a Seeker’s own referral, whose address those who help have as well', async () => {
    const referral = { makerId: cast.navigator.id, programId: cast.program.id };
    const seeker = { firstName: 'Ana', lastName: 'Ruiz', email: cast.seeker.email, userId: cast.seeker.id };
    const { id } = await makeReferral(app.deps.db, { ...referral, seeker });
    const [own, helpers] = [await app.signIn(cast.seeker.email), await app.signIn(cast.navigator.email)];
    expect((await own.get(`/referrals/${id}`)).text).toContain('العربية');
    const failed = await own.post(`/referrals/${id}/status`).type('form').send({ version: '1' });
    expect([failed.status, failed.text.includes('العربية')]).toEqual([422, true]);
    expect(failed.text).toContain(`name="returnTo" value="/referrals/${id}"`);
    await own
      .post('/language')
      .type('form')
      .send({ language: 'ar', returnTo: `/referrals/${id}` });
    expect(pageOf((await own.get(`/referrals/${id}`)).text)).toBe('ar rtl');
    expect((await helpers.get(`/referrals/${id}`)).text).not.toContain('العربية');
  });
});
