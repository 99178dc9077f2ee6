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
afterEach(() => change({ acceptingReferrals: true, acceptingNote: null, retiredAt: null }));

const change = (data: {
  acceptingReferrals?: boolean;
  acceptingNote?: string | null;
  retiredAt?: Date | null;
  referralEmail?: string | null;
}) => app.deps.db.program.update({ where: { id: cast.program.id }, data });

describe('a Program that is not accepting referrals', () => {
  it('says so before anybody fills in the form, and shows the way on', async () => {
    await change({ acceptingReferrals: false, acceptingNote: 'Again from Monday' });
    const page = await app.request().get(`/programs/${cast.program.id}/connect`);
    expect(page.text).toContain('is not accepting referrals right now');
    expect(page.text).toContain('They say: “Again from Monday”');
    for (const before of [`/programs/${cast.program.id}`, '/programs?q=fair']) {
      expect((await app.request().get(before)).text).toContain('Not accepting referrals<small>Again from Monday</small>');
    }
    expect(page.text).not.toContain('Send referral');
    expect(page.text).toContain('href="/programs"');
  });

  it('refuses a form that was filled in meanwhile, keeps every word of it, says what to do, and sends it once it accepts again', async () => {
    await change({ acceptingReferrals: false, acceptingNote: 'Again from Monday' });
    const navigator = await app.signIn(cast.navigator.email);
    const before = await tallies(app.deps.db);
    const answer = await connect(navigator, cast.program.id, WELL);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('This Program has stopped accepting referrals, so nothing was sent');
    expect(answer.text).toContain('has stopped accepting referrals: “Again from Monday”');
    expect(answer.text).toContain('What you wrote stays here.');
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
    const words = 'Nobody at Quiet Shelter gets email from here yet. We keep this referral; call them: (650)\u00a0555\u20110100.';
    const navigator = await app.signIn(cast.navigator.email);
    expect((await navigator.get('/programs')).text).toContain(
      'Gets no email from here yet. Call them as well: <a class="lnk" href="tel:6505550100"><bdi>(650)\u00a0555\u20110100</bdi></a>',
    );
    expect((await navigator.get(`/programs/${nobody.id}`)).text).toContain(
      'A referral to them is kept here, so call them: (650)\u00a0555\u20110100.',
    );
    const form = await navigator.get(`/programs/${nobody.id}/connect`);
    expect(form.text).toContain(words);
    expect(form.text).not.toContain('gets an email with a link');
    const answer = await connect(navigator, nobody.id, WELL);
    const profile = await navigator.get(answer.headers['location'] as string);
    expect(profile.text).toContain(`Logged for Quiet Shelter. ${words}`);
    const alone = await app.request().get(`/programs/${nobody.id}/connect/sent?by=phone`);
    expect(alone.text).toContain('<h1>Logged for Quiet Shelter</h1>');
    expect(alone.text).toContain(words);
  });
});
