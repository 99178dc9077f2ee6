import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast } from '../../support/cast.ts';
import { unescaped, WELL } from '../../support/connect-form.ts';
import { addressOf, routesOf } from '../../support/routes.ts';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());

const LOGIN = /^\/login\?returnTo=([^&]*)&after=unsent$/;
async function led(path: string, body: object = {}): Promise<string | null> {
  const answer = await app.request().post(path).type('form').send(body);
  const place = LOGIN.exec(String(answer.headers['location']))?.[1];
  return answer.status === 303 && place !== undefined ? decodeURIComponent(place) : null;
}
const canBeRead = (path: string): boolean =>
  routesOf(app.app).some(
    ({ method, path: known }) => method === 'GET' && new RegExp(`^${known.replace(/:\w+/g, '[^/]+')}$`).test(path.replace(/\?.*/, '')),
  );

describe('a form sent after its session ended (S-12, U-13)', () => {
  it('leads through signing in back to its own page, whatever form it is', async () => {
    const places: [string, string][] = [];
    for (const { method, path } of routesOf(app.app)) {
      const place = method === 'POST' ? await led(addressOf(path)) : null;
      if (place !== null) places.push([path, place]);
    }
    expect(places.length).toBeGreaterThan(50);
    expect(places.filter(([, place]) => !canBeRead(place))).toEqual([]);
    const nowhere = places.filter(([, place]) => place === '/').map(([path]) => path);
    const invitations = ['resend', 'withdraw'].map((what) => `/settings/invitations/:invitationId/${what}`);
    expect(nowhere).toEqual(['/session/stay', ...invitations]);
  });

  it('and to the list it stands on, where it says so; to no other site (S-23)', async () => {
    const { id } = await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id });
    const status = { status: 'pending', version: 1, reason: 'She called' };
    expect(await led(`/referrals/${id}/status`, { ...status, returnTo: '/inbound?status=help' })).toBe('/inbound?status=help');
    expect(await led(`/referrals/${id}/status`, { ...status, returnTo: 'https://evil.example/' })).toBe(`/referrals/${id}`);
    expect(await led(`/referrals/${id}/status`, { ...status, returnTo: ['/a', '/b'] })).toBe(`/referrals/${id}`);
  });

  it('says there that nothing was saved; nothing was, and what was written is kept nowhere', async () => {
    const { id } = await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id });
    const browser = app.request();
    const answer = await browser.post(`/referrals/${id}/notes`).type('form').send({ body: 'A canary of a note' });
    const page = await browser.get(String(answer.headers['location']));
    expect(page.text).toContain('You were signed out, so nothing was saved.');
    expect(page.text).toContain(`name="returnTo" value="/referrals/${id}"`);
    expect([answer.text + page.text + JSON.stringify(answer.headers)].join()).not.toContain('canary');
    expect(await app.deps.db.note.count()).toBe(0);
    const form = { email: cast.navigator.email, password: 'throughline-demo', returnTo: `/referrals/${id}` };
    expect((await browser.post('/login').type('form').send(form)).headers['location']).toBe(`/referrals/${id}`);
    const json = await app.request().post(`/referrals/${id}/notes`).set('Accept', 'application/json').send({ body: 'A canary' });
    expect(json.status).toBe(401);
  });

  it('a Connect form comes back to the same Seeker', async () => {
    const { seekerId } = await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id });
    const connect = `/programs/${cast.otherProgram.id}/connect`;
    const page = (await (await app.signIn(cast.navigator.email)).get(`${connect}?seekerId=${seekerId}`)).text;
    const action = unescaped(/<form class="form" action="([^"]*)"/.exec(page)?.[1] ?? '');
    expect(await led(action, { ...WELL, seekerId })).toBe(`${connect}?seekerId=${seekerId}`);
  });

  it('one for somebody new is not sent as if its writer asked for themselves: what was written stays, and they are told', async () => {
    const connect = `/programs/${cast.program.id}/connect`;
    const before = await app.deps.db.referral.count();
    const answer = await app
      .request()
      .post(connect)
      .type('form')
      .send({ ...WELL, known: 'ask' });
    expect(answer.status).toBe(401);
    expect(answer.text).toContain('You were signed out');
    expect(answer.text).toContain(WELL.comment);
    expect(answer.text).not.toContain('name="for"');
    expect(await app.deps.db.referral.count()).toBe(before);
  });
});
