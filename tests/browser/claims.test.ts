import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeReferral } from '../support/cast.ts';
import { BOTH_WAYS, DESK, inSteps, startJourney, type AppJourney } from '../support/journey.ts';
import { catchUp, followLink, hasStayed, openLive, openMail, rowOf } from '../support/journey-steps.ts';

describe.each(BOTH_WAYS)('with JavaScript: $javaScript (U-20)', ({ javaScript }) => {
  let journey: AppJourney;
  let programId: string;
  let referralId: string;
  beforeAll(async () => {
    journey = await startJourney({ javaScript });
    const { db } = journey.app.deps;
    const organization = await db.organization.findFirstOrThrow();
    const program = await db.program.create({
      data: {
        organizationId: organization.id,
        source: 'test',
        sourceId: 'quiet-shelter',
        name: 'Quiet Shelter',
        description: 'Beds for families, all year.',
        url: 'https://quietshelter.example.org',
        searchText: 'quiet shelter',
        phones: { create: { position: 0, number: '(650) 555-0133', kind: 'voice' } },
        locations: { create: { position: 0, address: '12 Oak Street', city: 'Redwood City', state: 'CA', zip: '94063' } },
      },
    });
    programId = program.id;
    referralId = (await makeReferral(db, { makerId: journey.cast.navigator.id, programId, comment: 'Three children, needs two rooms.' }))
      .id;
  });
  afterAll(() => journey.close());

  describe('a Program nobody has claimed: somebody works there, and is let in (R27)', () => {
    inSteps();
    let sam: Page;
    let alma: Page;
    let dana: Page;

    it('the maker of a referral reads that it is logged, and whom to call', async () => {
      dana = await journey.signedIn('navigator');
      await openLive(dana, `${journey.url}/referrals/${referralId}`);
      await dana.getByText('Logged, not sent.').waitFor();
      await dana.getByText('Tell them by phone.').waitFor();
      await journey.look(dana, 'claims-logged');
    });

    it('somebody finds their Program, is sent through signing in, and comes back to say how they belong to it', async () => {
      sam = await journey.visitor({ viewport: DESK });
      await sam.goto(`${journey.url}/programs?q=quiet`);
      await sam.getByRole('link', { name: 'Quiet Shelter', exact: true }).click();
      await journey.look(sam, 'claims-program');
      await sam.getByRole('link', { name: 'I work here' }).click();
      await sam.getByRole('heading', { level: 1, name: 'Do you work at Quiet Shelter?' }).waitFor();
      await journey.look(sam, 'claims-sign-in');
      await sam.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
      await sam.getByLabel('Email address').fill(journey.cast.stranger.email);
      await sam.getByLabel('Password', { exact: true }).fill('throughline-demo');
      await sam.getByRole('button', { name: 'Sign in' }).click();
      await sam.waitForURL(`**/programs/${programId}/claim`);
      await sam.getByRole('button', { name: 'Ask to join' }).click();
      await sam.getByText('There is a problem').waitFor();
      await journey.look(sam, 'claims-ask');
      await sam.getByLabel('How do you belong to it?').fill('I run the front office. Call (650) 555-0133.');
      await sam.getByRole('button', { name: 'Ask to join' }).click();
      await sam.getByRole('heading', { level: 1, name: 'Your request is on its way' }).waitFor();
      await journey.look(sam, 'claims-waiting');
    });

    it('a Site admin follows the mail in another browser, checks it and approves', async () => {
      alma = await journey.signedIn('admin');
      await openMail(alma, journey.url, journey.cast.admin.email, 'Somebody asks to join a Program');
      await followLink(alma);
      await alma.getByRole('heading', { level: 1, name: 'Sam Stone asks to answer referrals' }).waitFor();
      await alma.getByRole('link', { name: /Call/ }).waitFor();
      await journey.look(alma, 'claims-decide');
      await alma.getByRole('link', { name: 'Claims', exact: true }).first().click();
      await journey.look(alma, 'claims-list');
      await alma.getByRole('link', { name: 'Quiet Shelter' }).click();
      await alma.getByRole('button', { name: 'Approve' }).click();
      await alma.getByText('They can answer the referrals now').waitFor();
    });

    it('the Claimer has what was sent before at once, and the maker’s open page says so no more', async () => {
      await openMail(sam, journey.url, journey.cast.stranger.email, 'You can answer referrals now');
      await followLink(sam);
      await sam.waitForURL(`**/inbound/${programId}`);
      await rowOf(sam, referralId).waitFor();
      await journey.look(sam, 'claims-inbound');
      await sam.getByRole('link', { name: 'Inbound Referrals' }).first().waitFor();
      await rowOf(sam, referralId).getByRole('link').first().click();
      await sam.getByText('Three children, needs two rooms.').first().waitFor();
      await catchUp(dana);
      await dana.getByText('Logged, not sent.').waitFor({ state: 'detached' });
      expect(await hasStayed(dana)).toBe(true);
    });

    it('the first Claimer looks after the Program: the team, the switch, its note', async () => {
      await sam.goto(`${journey.url}/settings/programs/${programId}`);
      await journey.look(sam, 'claims-settings');
      await sam.getByRole('radio', { name: /^Not now/ }).check();
      await sam.getByLabel(/^What to say/).fill('Again from Monday');
      await sam.getByRole('button', { name: 'Save Program' }).click();
      await sam.getByText('Saved.').waitFor();
      await dana.goto(`${journey.url}/programs/${programId}`);
      await dana.getByText('Again from Monday').waitFor();
      await journey.look(dana, 'claims-closed');
      await sam.getByRole('link', { name: /^Leave/ }).click();
      await sam.getByText('You are the only Program Admin.').waitFor();
      await journey.look(sam, 'claims-last-admin');
    });

    it('and no page on the way complained, spoke to others or scrolled sideways', () => {
      expect(journey.faults()).toEqual([]);
    });
  });
});
