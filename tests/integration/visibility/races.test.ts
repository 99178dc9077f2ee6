import { request as httpRequest } from 'node:http';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropAccountTokens, issueAccountToken } from '../../../src/accounts/account-token.store.ts';
import { confirmAddress, lookAtConfirmLink } from '../../../src/accounts/confirm-address.service.ts';
import { findAddressOwner, takeOverAccount } from '../../../src/accounts/sign-up.store.ts';
import { referredSeeker } from '../../../src/referrals/referral-parties.service.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, PASSWORD, type Cast } from '../../support/cast.ts';
import { waitFor } from '../../support/wait-for.ts';
import { cookiesOf } from '../live/live-socket.ts';
import { addPerson } from './house.ts';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());

const PERSON = { firstName: 'Ana', lastName: 'Ruiz', phone: null, zip: null, language: 'en', contactPreference: 'email' } as const;

async function isWaitingForALock(): Promise<boolean> {
  const rows = await app.deps.db.$queryRaw<{ waits: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock') AS waits`;
  return rows[0]!.waits;
}

describe('R12: who confirms an address at the moment somebody is referred to it', () => {
  it('sees the referral all the same: neither misses the other', async () => {
    const { db } = app.deps;
    const ana = await addPerson(app, 'anaatonce');
    await db.user.update({ where: { id: ana.id }, data: { emailVerifiedAt: null } });
    const link = await lookAtConfirmLink(app.deps, await issueAccountToken(db, ana.id, 'confirm_email', app.clock.now()), null);
    const navigator = await cast.actor('navigator');
    let confirming: Promise<boolean> = Promise.resolve(false);
    const { id } = await db.$transaction(async (tx) => {
      const seeker = await referredSeeker(tx, navigator, { kind: 'new' }, { ...PERSON, email: ana.email }, app.clock.now());
      // The address is confirmed before the referral commits; or it waits for it.
      let done = false;
      confirming = confirmAddress(app.deps, link, PASSWORD).finally(() => (done = true));
      await waitFor(async () => done || (await isWaitingForALock()));
      return seeker;
    });
    expect(await confirming).toBe(true);
    expect(await db.seeker.findUniqueOrThrow({ where: { id } })).toMatchObject({ userId: ana.id });
  });
});

describe('S-30: who confirms an address at the moment somebody else signs up with it', () => {
  it('confirms nothing: the account has another password by then, and its old link is worth nothing', async () => {
    const { db } = app.deps;
    const ana = await addPerson(app, 'takenover');
    await db.user.update({ where: { id: ana.id }, data: { emailVerifiedAt: null } });
    const token = await issueAccountToken(db, ana.id, 'confirm_email', app.clock.now());
    const link = await lookAtConfirmLink(app.deps, token, null);
    expect(link.state).toBe('password_needed');
    let confirming: Promise<unknown> = Promise.resolve();
    await db.$transaction(async (tx) => {
      await findAddressOwner(tx, ana.email);
      await takeOverAccount(tx, ana.id, { ...ana, passwordHash: 'of somebody else', language: 'en' });
      await dropAccountTokens(tx, ana.id);
      let done = false;
      confirming = confirmAddress(app.deps, link, PASSWORD)
        .catch((error: unknown) => error)
        .finally(() => (done = true));
      await waitFor(async () => done || (await isWaitingForALock()));
    });
    expect(await confirming).not.toBe(true);
    expect(await db.user.findUniqueOrThrow({ where: { id: ana.id } })).toMatchObject({ emailVerifiedAt: null });
  });
});

describe('U-11: who follows the redirect of a search before its answer has ended, as browsers do', () => {
  it('finds the search kept: nothing is answered before', async () => {
    const { database, url } = app;
    const cookie = cookiesOf(await app.signIn(cast.navigator.email));
    const locked = new pg.Client({ connectionString: database.url });
    await locked.connect();
    await locked.query('BEGIN');
    await locked.query('SELECT 1 FROM session FOR UPDATE');
    const body = 'q=somebody';
    const headers = { Cookie: cookie, Origin: url, 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': body.length };
    let location: string | undefined;
    const sent = httpRequest(`${url}/people`, { method: 'POST', headers }, (answer) => (location = answer.headers.location));
    sent.end(body);
    await waitFor(isWaitingForALock);
    expect(location).toBeUndefined();
    await locked.query('COMMIT');
    await locked.end();
    await waitFor(() => location);
    expect((await app.request().get(location!).set('Cookie', cookie)).status).toBe(200);
  });
});
