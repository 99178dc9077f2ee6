import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, type Cast } from '../../support/cast.ts';
import { linkForClaimer, linkForSeeker, makeLinkedReferral, openedIn, type SentLink } from '../status-links/link-visits.ts';
import { businessRows, movedRows } from '../visibility/rows.ts';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});

afterAll(() => app.close());

const CHANGE = { status: 'not_eligible', version: 1, reason: 'They need the lease' };

interface Row {
  sign: string;
  table: string;
  row: Record<string, unknown>;
}

/** Sends the change through the door prepared for a new referral, and tells every row of every table that it left. */
async function leftBehind(prepare: (referralId: string) => Promise<() => Promise<number>>): Promise<Row[]> {
  const door = await prepare(await makeLinkedReferral(app, cast, { seeker: ANA }));
  const before = await businessRows(app.deps.db);
  expect([200, 303]).toContain(await door());
  return movedRows(before, await businessRows(app.deps.db))
    .map(withoutWho)
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

const ANA = { firstName: 'Ana', lastName: 'Ruiz', email: 'ana@seekers.test', contactPreference: 'email' as const };

/** A row without ids, times, and through what and by whom it was made. */
function withoutWho(line: string): Row {
  const [, sign = '', table = '', row = ''] = /^([+-]) (\S+) (.*)$/s.exec(line) ?? [];
  const plain = row.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id').replace(/\d{4}-\d\d-\d\dT[\d:.]+\+00:00/g, 'time');
  const facts = Object.entries(JSON.parse(plain) as Record<string, unknown>);
  return { sign, table, row: Object.fromEntries(facts.filter(([name]) => !['via', 'sequence', 'actor_user_id'].includes(name))) };
}

const byForm = (email: string) => async (id: string) => {
  const browser = await app.signIn(email);
  return async () => (await browser.post(`/referrals/${id}/status`).type('form').send(CHANGE)).status;
};
const byApi = (email: string) => async (id: string) => {
  const browser = await app.signIn(email);
  return async () => (await browser.post(`/referrals/${id}/status`).accept('json').send(CHANGE)).status;
};
const byLink = (linkFor: (id: string) => Promise<SentLink>) => async (id: string) => {
  const link = await linkFor(id);
  const browser = await openedIn(app, link);
  return async () => (await browser.post(`/l/${link.publicId}`).type('form').send(CHANGE)).status;
};

describe('R3: the same change by form, Status link and API leaves the same rows in every table', () => {
  test('of a Claimer: status, what was seen, history, mail and its jobs', async () => {
    const form = await leftBehind(byForm(cast.claimer.email));
    const tables = form.map(({ sign, table, row }) => [sign, table, row['kind'] ?? row['status']].join(' ').trim());
    expect(tables).toEqual([
      ...['+ email status_changed', '+ email status_changed', '+ email status_changed', '+ email status_changed'],
      ...['+ pgboss.job', '+ pgboss.job', '+ pgboss.job', '+ pgboss.job'],
      ...['+ referral not_eligible', '+ referral_event seen', '+ referral_event status_changed', '- referral not_updated'],
    ]);
    expect(form).toContainEqual({
      sign: '+',
      table: 'referral_event',
      row: expect.objectContaining({ actor_name: 'Maria G.', from_status: 'not_updated', reason: CHANGE.reason, version: 2 }) as unknown,
    });
    expect(await leftBehind(byLink((id) => linkForClaimer(app, id, cast.claimer)))).toEqual(form);
    expect(await leftBehind(byApi(cast.claimer.email))).toEqual(form);
  });

  test('of the Seeker: nobody is told back what they said themselves', async () => {
    await app.deps.db.user.update({ where: { id: cast.seeker.id }, data: { email: ANA.email } });
    const withAccount = (prepare: ReturnType<typeof byForm>) => async (id: string) => {
      const { seekerId } = await app.deps.db.referral.findUniqueOrThrow({ where: { id } });
      await app.deps.db.seeker.update({ where: { id: seekerId }, data: { userId: cast.seeker.id } });
      return prepare(id);
    };
    const form = await leftBehind(withAccount(byForm(ANA.email)));
    expect(form.filter(({ table }) => table === 'email').map(({ row }) => row['party'])).toEqual([
      'maker',
      'program',
      'program',
      'program',
    ]);
    expect(await leftBehind(withAccount(byLink((id) => linkForSeeker(app, id))))).toEqual(form);
    expect(await leftBehind(withAccount(byApi(ANA.email)))).toEqual(form);
  });
});
