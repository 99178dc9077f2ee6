import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, type Cast } from '../../support/cast.ts';
import { linkForClaimer, makeLinkedReferral, openedIn } from '../status-links/link-visits.ts';
import { eventsOf, referralNow } from './referral-forms.ts';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});

afterAll(() => app.close());

const CHANGE = { status: 'needs_client_action', version: 1, reason: 'Bring the lease' };

type Door = (referralId: string) => Promise<number>;

const doors: Record<string, Door> = {
  form: async (id) => (await (await app.signIn(cast.claimer.email)).post(`/referrals/${id}/status`).type('form').send(CHANGE)).status,
  api: async (id) => (await (await app.signIn(cast.claimer.email)).post(`/referrals/${id}/status`).accept('json').send(CHANGE)).status,
  link: async (id) => {
    const link = await linkForClaimer(app, id, cast.claimer);
    return (await (await openedIn(app, link)).post(`/l/${link.publicId}`).type('form').send(CHANGE)).status;
  },
};

async function leftBehind(door: Door): Promise<object> {
  const { db } = app.deps;
  const id = await makeLinkedReferral(app, cast);
  expect([200, 303]).toContain(await door(id));
  const { status, version, seenAt } = await referralNow(app, id);
  const events = (await eventsOf(app, id)).map((event) => {
    const { kind, fromStatus, toStatus, reason, actorUserId, actorName, actorOrganization } = event;
    return { kind, fromStatus, toStatus, reason, version: event.version, actorUserId, actorName, actorOrganization };
  });
  const emails = await db.email.findMany({ where: { referralId: id }, orderBy: [{ party: 'asc' }, { toAddress: 'asc' }] });
  const jobs = await db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM pgboss.job WHERE singleton_key = ANY(${emails.map((email) => email.id)}::text[])`;
  const mail = emails.map(({ kind, toAddress, party, userId, language, state }) => ({ kind, toAddress, party, userId, language, state }));
  return { row: { status, version, seen: seenAt !== null }, events, mail, jobs: Number(jobs[0]!.count) };
}

test('R3: the same change by form, Status link and API leaves the same rows: status, history, mail and its jobs', async () => {
  const form = await leftBehind(doors['form']!);
  expect(form).toMatchObject({
    row: { status: 'needs_client_action', version: 2, seen: true },
    events: [{ kind: 'created' }, { kind: 'seen' }, { kind: 'status_changed', reason: 'Bring the lease', actorName: 'Maria G.' }],
  });
  expect(form).toMatchObject({ mail: [{ party: 'maker' }, { party: 'program' }, { party: 'program' }, { party: 'seeker' }], jobs: 4 });
  expect(await leftBehind(doors['link']!)).toEqual(form);
  expect(await leftBehind(doors['api']!)).toEqual(form);
});
