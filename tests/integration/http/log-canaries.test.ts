import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, PASSWORD, type Cast } from '../../support/cast.ts';
import { cuttable, type CuttableLine } from '../../support/cuttable.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';
import { addressOf, routesOf } from '../../support/routes.ts';
import { linkForClaimer, openedIn } from '../status-links/link-visits.ts';
import { waitFor } from '../../support/wait-for.ts';

const lines: string[] = [];
const logTo = new Writable({
  write: (chunk: Buffer, _encoding, done) => {
    lines.push(chunk.toString());
    done();
  },
});

let database: FreshDatabase;
let line: CuttableLine;
let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  database = await freshDatabase();
  line = await cuttable(database.url);
  app = await startApp({ database: { ...database, url: line.url }, logTo, workers: true });
  cast = await createCast(app.deps.db);
});
afterAll(async () => {
  await app.close();
  await line.close();
  await database.drop();
});

/** Words that stand for what must not be logged, wherever a person or a browser can put them. */
const CANARY = 'canary7291';
const everywhere = {
  'User-Agent': `ua-${CANARY}`,
  Referer: `http://example.org/ref-${CANARY}`,
  'X-Forwarded-For': '203.0.113.77',
  'Accept-Language': `x-${CANARY}`,
};
const form = {
  firstName: `Fn${CANARY}`,
  lastName: `Ln${CANARY}`,
  email: `${CANARY}@example.org`,
  password: `seven cats ${CANARY} at noon`,
  comment: CANARY,
  status: CANARY,
  reason: CANARY,
  q: CANARY,
  zip: CANARY,
  body: CANARY,
};

describe('the log (S-60)', () => {
  it('holds ids, methods, route patterns and codes, and nothing a person typed or a browser said', async () => {
    const referral = await makeReferral(app.deps.db, {
      makerId: cast.navigator.id,
      programId: cast.program.id,
      comment: CANARY,
      seeker: { firstName: `Seeker${CANARY}` },
    });
    const values = {
      referralId: referral.id,
      seekerId: referral.seekerId,
      programId: cast.program.id,
      token: `${CANARY}${'x'.repeat(33)}`,
    };
    for (const browser of [app.request(), await app.signIn(cast.claimer.email)]) {
      for (const { method, path } of routesOf(app.app)) {
        if (path === '/logout' || path === '/exit') continue;
        const address = `${addressOf(path, values)}?q=${CANARY}&returnTo=/${CANARY}`;
        await browser[method.toLowerCase() as 'post'](address)
          .set(everywhere)
          .type('form')
          .send(method === 'GET' ? undefined : form);
      }
      await browser.get(`/nothing/${CANARY}`).set(everywhere);
      await browser.post('/login').type('form').send({ email: form.email, password: form.password });
      await browser.post('/login').set('Content-Type', 'application/json').send(`{"email": "${CANARY}`);
    }
    await app
      .request()
      .post('/signup')
      .type('form')
      .send({ firstName: form.firstName, lastName: form.lastName, email: form.email, password: form.password });
    await waitFor(() => app.deps.db.email.findFirst({ where: { state: 'sent' } }));
    line.cut();
    await app.request().get(`/programs?q=${CANARY}`).set('Cookie', `sid=${CANARY}`);
    await app.request().post('/login').type('form').send({ email: form.email, password: form.password });
    line.mend();
    await waitFor(async () => (await app.request().get('/programs')).status === 200);

    expect(lines.length).toBeGreaterThan(50);
    const secrets = [CANARY, '203.0.113.77', PASSWORD, 'demo.test', 'Gutierrez', 'Maria', 'Rosa'];
    expect(lines.filter((one) => secrets.some((secret) => one.includes(secret)))).toEqual([]);
    const sessions = await app.deps.db.session.findMany();
    expect(sessions.length).toBeGreaterThan(0);
    for (const { sid } of sessions) expect(lines.some((one) => one.includes(sid))).toBe(false);
  }, 120_000);

  it('names the route by its pattern, and whose request it was by id', async () => {
    lines.length = 0;
    const browser = await app.signIn(cast.navigator.email);
    await browser.get(`/programs/${cast.program.id}`);
    const entry = lines.map((one) => JSON.parse(one) as Record<string, unknown>).find((one) => one['route'] === '/programs/:programId');
    expect(entry).toMatchObject({ msg: 'request', method: 'GET', status: 200, userId: cast.navigator.id });
  });

  it('says which Status link was opened and used, and nothing of who has it (S-61)', async () => {
    const { id: referralId } = await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id });
    const link = await linkForClaimer(app, referralId, cast.claimer);
    lines.length = 0;
    const browser = await openedIn(app, link);
    const answer = { status: 'pending', version: '1', reason: '', _idem: 'abcdefghijklmnopqrstuv' };
    expect((await browser.post(`/l/${link.publicId}`).type('form').send(answer)).status).toBe(303);
    const said = lines.map((one) => JSON.parse(one) as Record<string, unknown>).filter(({ msg }) => msg === 'Status link');
    const { id: linkId } = await app.deps.db.statusLink.findUniqueOrThrow({ where: { publicId: link.publicId } });
    expect(said).toMatchObject([
      { event: 'link_opened', linkId, referralId },
      { event: 'link_used', linkId, referralId },
    ]);
    expect(lines.filter((one) => one.includes(link.token) || one.includes(cast.claimer.email))).toEqual([]);
  });

  it('says who signed in, who was refused and who signed out, without a name (S-61)', async () => {
    lines.length = 0;
    const browser = await app.signIn(cast.navigator.email);
    await browser.post('/logout');
    await app.request().post('/login').type('form').send({ email: cast.navigator.email, password: 'not the password at all' });
    const events = lines.map((one) => (JSON.parse(one) as { event?: string }).event).filter(Boolean);
    expect(events).toEqual(['sign_in', 'sign_out', 'sign_in_refused']);
    expect(lines.map((one) => JSON.parse(one) as object)).toContainEqual(
      expect.objectContaining({ event: 'sign_in', userId: cast.navigator.id }),
    );
  });
});
