import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast } from '../../support/cast.ts';
import { linkForSeeker, openedIn } from '../status-links/link-visits.ts';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());

type Visitor = ReturnType<TestApp['request']>;

/** What the page says to the browser's style, and to the browser before any style is there; and which button is pressed. */
function themeIn(text: string): (string | undefined)[] {
  const chosen = /<html [^>]*data-theme="(\w+)"/.exec(text)?.[1];
  const scheme = /<meta name="color-scheme" content="([a-z ]+)">/.exec(text)?.[1];
  const pressed = /name="theme" value="(\w+)" aria-pressed="true"/.exec(text)?.[1];
  return [chosen, scheme, pressed];
}

const choose = (visitor: Visitor, form: object) => visitor.post('/theme').set('Origin', app.url).type('form').send(form);

describe('light or dark (U-23)', () => {
  test('is as the device says until it is chosen, leads back to the page, and stays from page to page', async () => {
    const visitor = supertest.agent(app.url);
    const first = await visitor.get('/programs?zip=94063');
    expect(themeIn(first.text)).toEqual([undefined, 'light dark', 'system']);
    expect(first.text).toContain('name="returnTo" value="/programs?zip=94063"');
    const answer = await choose(visitor, { theme: 'dark', returnTo: '/programs?zip=94063' });
    expect([answer.status, answer.headers['location']]).toEqual([303, '/programs?zip=94063']);
    expect(String(answer.headers['set-cookie'])).toMatch(/^theme=dark; Max-Age=\d{8}; Path=\/;.*HttpOnly; SameSite=Lax/);
    for (const path of ['/programs', '/login', '/nowhere']) {
      expect(themeIn((await visitor.get(path)).text)).toEqual(['dark', 'dark', 'dark']);
    }
  });

  test('goes by the device again, and keeps nothing then', async () => {
    const visitor = supertest.agent(app.url);
    await choose(visitor, { theme: 'light', returnTo: '/' });
    expect(themeIn((await visitor.get('/')).text)).toEqual(['light', 'light', 'light']);
    await choose(visitor, { theme: 'system', returnTo: '/' });
    const page = await visitor.get('/');
    expect(themeIn(page.text)).toEqual([undefined, 'light dark', 'system']);
  });

  test('is of the browser: signing in and out keeps it, and a colleague’s is their own', async () => {
    const agent = await app.signIn(cast.navigator.email);
    await choose(agent, { theme: 'dark', returnTo: '/people' });
    expect(themeIn((await agent.get('/people')).text)[0]).toBe('dark');
    await agent.post('/logout').set('Origin', app.url);
    expect(themeIn((await agent.get('/login')).text)[0]).toBe('dark');
    expect(themeIn((await (await app.signIn(cast.colleague.email)).get('/people')).text)[0]).toBeUndefined();
  });

  test('is there on Seekers’ pages, with a Status link too', async () => {
    const seeker = await app.signIn(cast.seeker.email);
    await choose(seeker, { theme: 'dark', returnTo: '/for-me' });
    expect(themeIn((await seeker.get('/for-me')).text)).toEqual(['dark', 'dark', 'dark']);
    const { id } = await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id });
    const link = await linkForSeeker(app, id, cast.seeker.email);
    const [visitor, path] = [await openedIn(app, link), `/l/${link.publicId}`];
    await choose(visitor, { theme: 'light', returnTo: path });
    expect(themeIn((await visitor.get(path)).text)).toEqual(['light', 'light', 'light']);
  });

  test('is chosen by no other site, leads to no other site, and is nothing we do not have', async () => {
    const visitor = supertest.agent(app.url);
    const forms = [
      { theme: 'dark', returnTo: '//evil.example' },
      { theme: 'dark', returnTo: 'https://evil.example/' },
      { theme: 'x', returnTo: '/' },
      {},
    ];
    for (const form of forms) {
      const answer = await choose(visitor, form);
      expect([answer.status, answer.headers['set-cookie'], answer.headers['location']]).toEqual([422, undefined, undefined]);
    }
    const afar = await visitor.post('/theme').set('Sec-Fetch-Site', 'cross-site').type('form').send({ theme: 'dark', returnTo: '/' });
    expect([afar.status, afar.headers['set-cookie']]).toEqual([403, undefined]);
    const forged = await visitor.get('/programs').set('Cookie', 'theme="><script>');
    expect(themeIn(forged.text)).toEqual([undefined, 'light dark', 'system']);
  });

  test('is not offered where going away would lose what was typed', async () => {
    const answer = await app.request().post('/login').set('Origin', app.url).type('form').send({ email: 'x', password: '' });
    expect(answer.status).toBe(422);
    expect(answer.text).not.toContain('action="/theme"');
  });
});
