import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast } from '../../support/cast.ts';

const FAX = { number: '(650) 555-0191', kind: 'fax' };
const TEXTS = { number: '(650) 555-0192', kind: 'sms' };
const DESK = { number: '(650) 555-0193', kind: null };

let app: TestApp;
let cast: Cast;
let referralId: string;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
  const seeker = { firstName: 'Ana', lastName: 'Ruiz', email: cast.seeker.email, userId: cast.seeker.id };
  referralId = (await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: await programOf([FAX, TEXTS, DESK]), seeker })).id;
});
afterAll(() => app.close());

/** A Program that nobody answers for, so that whoever refers to it is told to call; its first place is without an address. */
async function programOf(lines: readonly { number: string; kind: string | null }[]): Promise<string> {
  const sourceId = lines.map(({ number }) => number).join();
  const { id: organizationId } = await app.deps.db.organization.create({ data: { source: 'test', sourceId, name: 'Fax First' } });
  const phones = { create: lines.map((line, position) => ({ ...line, position })) };
  const locations = {
    create: [
      { position: 0, name: 'By appointment' },
      { position: 1, address: '12 Elm St', city: 'Redwood City' },
    ],
  };
  const data = { organizationId, source: 'test', sourceId, name: 'Fax First Pantry', searchText: 'pantry', phones, locations };
  return (await app.deps.db.program.create({ data, select: { id: true } })).id;
}

const pageOf = async (who: 'navigator' | 'seeker', path: string): Promise<string> =>
  (await (await app.signIn(cast[who].email)).get(path)).text;
const programId = async (): Promise<string> => (await app.deps.db.referral.findUniqueOrThrow({ where: { id: referralId } })).programId;

describe('whom a page tells somebody to call at a Program', () => {
  it.each<[string, 'navigator' | 'seeker', () => string | Promise<string>]>([
    ['the Navigator on the referral', 'navigator', () => `/referrals/${referralId}`],
    ['the Seeker on the referral', 'seeker', () => `/referrals/${referralId}`],
    ['the Seeker under Referrals for Me', 'seeker', () => '/for-me'],
    ['whoever fills in a Connect form', 'navigator', async () => `/programs/${await programId()}/connect`],
  ])('%s: a line somebody answers, never the fax, and a text line only where there is no other', async (_who, role, path) => {
    await app.deps.db.referral.update({ where: { id: referralId }, data: { createdAt: new Date(Date.now() - 20 * 86_400_000) } });
    const page = await pageOf(role, await path());
    expect(page).toContain('0193');
    expect(page).not.toMatch(/0191|0192/);
  });

  it('also where the Program’s page says that a referral there is only logged, and lists every line', async () => {
    const page = await pageOf('navigator', `/programs/${await programId()}`);
    expect(page).toContain('so call them: (650)\u00a0555\u20110193.');
    expect(page).toContain('0191');
  });

  it('nobody where a fax is all there is', async () => {
    const { id } = await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: await programOf([FAX]) });
    expect(await pageOf('navigator', `/referrals/${id}`)).not.toContain('0191');
  });

  it('and where to go is the first place that has an address', async () => {
    expect(await pageOf('navigator', `/referrals/${referralId}`)).toContain('12 Elm St, Redwood City');
  });
});
