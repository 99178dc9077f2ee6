import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, type Cast } from '../../support/cast.ts';
import { connect, tallies, valueOf, WELL } from '../../support/connect-form.ts';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());
afterEach(() => change({ acceptingReferrals: true, retiredAt: null }));

const change = (data: { acceptingReferrals?: boolean; retiredAt?: Date | null; referralEmail?: string | null }) =>
  app.deps.db.program.update({ where: { id: cast.program.id }, data });

describe('a Program that is not accepting referrals', () => {
  it('says so before anybody fills in the form, and shows the way on', async () => {
    await change({ acceptingReferrals: false });
    const page = await app.request().get(`/programs/${cast.program.id}/connect`);
    expect(page.text).toContain('is not accepting referrals right now');
    expect(page.text).not.toContain('Send referral');
    expect(page.text).toContain('href="/programs"');
  });

  it('refuses a form that was filled in meanwhile, keeps every word of it, and sends it once it accepts again', async () => {
    await change({ acceptingReferrals: false });
    const navigator = await app.signIn(cast.navigator.email);
    const before = await tallies(app.deps.db);
    const answer = await connect(navigator, cast.program.id, WELL);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('This Program has stopped accepting referrals, so nothing was sent');
    expect([valueOf(answer.text, 'firstName'), valueOf(answer.text, 'phone'), answer.text.includes(WELL.comment)]).toEqual([
      'Ana',
      WELL.phone,
      true,
    ]);
    expect(await tallies(app.deps.db)).toEqual(before);
    await change({ acceptingReferrals: true });
    expect((await connect(navigator, cast.program.id, WELL)).status).toBe(303);
  });
});

describe('a Program that is no longer listed', () => {
  it('is gone kindly, and takes no referral', async () => {
    await change({ retiredAt: new Date() });
    const page = await app.request().get(`/programs/${cast.program.id}/connect`);
    expect(page.status).toBe(410);
    expect(page.text).toContain('is no longer listed');
    const before = await tallies(app.deps.db);
    const answer = await connect(app.request(), cast.program.id, WELL);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('This Program is no longer listed, so nothing was sent');
    expect(await tallies(app.deps.db)).toEqual(before);
  });
});

describe('a Program nobody would hear from', () => {
  it('is said to be so before and after, instead of promising mail', async () => {
    const { db } = app.deps;
    const nobody = await db.program.create({
      data: {
        organizationId: (await db.organization.findFirstOrThrow()).id,
        source: 'test',
        sourceId: 'nobody',
        name: 'Quiet Shelter',
        phones: { create: { position: 0, number: '(650) 555-0100' } },
      },
    });
    const navigator = await app.signIn(cast.navigator.email);
    const form = await navigator.get(`/programs/${nobody.id}/connect`);
    expect(form.text).toContain('Nobody at Quiet Shelter gets email from here yet. Call them as well: (650)\u00a0555\u20110100.');
    const answer = await connect(navigator, nobody.id, WELL);
    expect((await navigator.get(answer.headers['location'] as string)).text).toContain('Nobody there gets email from here yet.');
    const alone = await app.request().get(`/programs/${nobody.id}/connect/sent?by=phone`);
    expect(alone.text).toContain('Nobody at Quiet Shelter gets email from here yet. Call them as well: (650)\u00a0555\u20110100.');
  });
});
