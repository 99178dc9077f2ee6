import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast } from '../../support/cast.ts';
import { cookiesOf, listenAs, listenTo, soon, writeEntry, type Listening } from './live-socket.ts';

describe('who may open a socket', () => {
  let app: TestApp;
  let cast: Cast;
  let cookie: string;
  const open: Listening[] = [];

  beforeAll(async () => {
    app = await startApp({ live: true });
    cast = await createCast(app.deps.db);
    cookie = cookiesOf(await app.signIn('navigator@demo.test'));
  });
  afterAll(async () => {
    for (const one of open) one.close();
    await app.close();
  });

  it('is somebody signed in, on a page of ours (S-40)', async () => {
    const listening = listenTo(app, { cookie });
    open.push(listening);
    await listening.started();
    expect(listening.ended).toBeNull();
  });

  it.each([
    ['another site', () => 'https://evil.example'],
    ['"null", as a sandboxed frame or a file has', () => 'null'],
    ['no origin', () => null],
    ['our address as the beginning of theirs', () => `${app.url}.evil.example`],
    ['our address as the end of theirs', () => app.url.replace('127.0.0.1', 'evil127.0.0.1')],
    ['our address as user name', () => app.url.replace('127.0.0.1', '127.0.0.1@evil.example')],
    ['our address in their path', () => `https://evil.example/${app.url}`],
    ['another port of this machine', () => 'http://127.0.0.1:1'],
    ['another scheme', () => app.url.replace('http:', 'https:')],
    ['ours with a slash', () => `${app.url}/`],
    ['two origins', () => `${app.url}, https://evil.example`],
  ])('is refused with the victim’s cookies from %s (S-40, T1)', async (_what, origin) => {
    const listening = listenTo(app, { cookie, origin: origin() });
    await listening.refused();
    expect(listening.sent).toEqual([]);
  });

  it.each([
    ['nobody', undefined],
    ['a made-up session', 'sid=s%3Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb'],
    ['rubbish', 'sid=%00%ff; ;;=;'],
  ])('is refused for %s (S-41)', async (_what, wrong) => {
    const listening = listenTo(app, wrong === undefined ? {} : { cookie: wrong });
    await listening.refused();
    expect(listening.sent).toEqual([]);
  });

  it('is refused for a link that is none, and the session does not help (S-34)', async () => {
    const listening = listenTo(app, { cookie, link: 'abcdefghijkl' });
    await listening.refused();
    expect(listening.sent).toEqual([]);
  });

  it('gets no answer by polling, and none to a connection that claims an existing one (S-40)', async () => {
    const polling = await app.request().get('/socket.io/?EIO=4&transport=polling').set('Cookie', cookie);
    expect(polling.status).toBe(400);
    const first = await listenAs(app, 'navigator@demo.test');
    const sid = first.socket.io.engine.id;
    expect(await upgrade(`${app.url}/socket.io/?EIO=4&transport=websocket&sid=${sid}`)).toBe(400);
    expect(first.socket.connected).toBe(true);
    first.close();
  });

  it('is in no room because it asks for one: the server alone names them (S-41)', async () => {
    const referral = await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id });
    const stranger = await listenAs(app, 'stranger@demo.test');
    for (const event of ['join', 'subscribe', 'room', 'referral:changed']) {
      stranger.socket.emit(event, `id:${referral.id}`, `programId:${cast.program.id}`, { room: `madeById:${cast.navigator.id}` });
    }
    const navigator = await listenAs(app, 'navigator@demo.test');
    await writeEntry(app.deps.db, referral.id);
    await vi.waitFor(() => expect(navigator.ids()).toEqual([referral.id]), soon);
    expect(stranger.ids()).toEqual([]);
    expect(stranger.socket.connected).toBe(true);
    navigator.close();
    stranger.close();
  });

  it('loses it by flooding it, or by a message above 10 KB (S-41)', async () => {
    const flooding = await listenAs(app, 'outsider@demo.test');
    for (let count = 0; count < 100; count += 1) flooding.socket.emit('noise', count);
    await flooding.cut();
    const shouting = await listenAs(app, 'outsider@demo.test');
    shouting.socket.emit('noise', 'x'.repeat(11_000));
    await shouting.cut();
  });

  it('has at most twenty of them, and the first ones stay (S-41)', async () => {
    const both = cookiesOf(await app.signIn('both@demo.test'));
    const twenty = Array.from({ length: 20 }, () => listenTo(app, { cookie: both }));
    open.push(...twenty);
    await Promise.all(twenty.map((one) => one.started()));
    const more = listenTo(app, { cookie: both });
    await more.cut();
    expect(more.sent).toEqual([]);
    expect(twenty.every((one) => one.socket.connected)).toBe(true);
  });
});

/** What the server answers to a bare WebSocket handshake of another site. */
function upgrade(url: string): Promise<number | undefined> {
  const headers = {
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    Origin: 'https://evil.example',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
  };
  return new Promise((resolve, reject) => {
    const asking = request(url, { headers });
    asking.on('response', (response) => resolve(response.statusCode));
    asking.on('upgrade', (response) => resolve(response.statusCode));
    asking.on('error', reject);
    asking.end();
  });
}
