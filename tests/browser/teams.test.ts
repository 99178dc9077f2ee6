import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeReferral } from '../support/cast.ts';
import { BOTH_WAYS, DESK, inSteps, PHONE, startJourney, type AppJourney } from '../support/journey.ts';
import { catchUp, followLink, openLive, openMail } from '../support/journey-steps.ts';
import { waitFor } from '../support/wait-for.ts';

const ROSA = 'rosa@demo.test';

describe.each(BOTH_WAYS)('with JavaScript: $javaScript (U-20)', ({ javaScript }) => {
  let journey: AppJourney;
  let admin: Page;
  let rosa: Page;
  let shared: string;
  beforeAll(async () => {
    journey = await startJourney({ javaScript });
    const { app, cast } = journey;
    const wish = { makerId: cast.navigator.id, programId: cast.program.id, teamIds: [cast.familyNavigation] };
    ({ id: shared } = await makeReferral(app.deps.db, { ...wish, seeker: { firstName: 'Ana', lastName: 'Ruiz' } }));
    admin = await journey.signedIn('admin', { viewport: DESK });
    rosa = await journey.visitor({ viewport: PHONE });
  });
  afterAll(() => journey.close());

  describe('a Worker, from the invitation to the last day (R9, R27)', () => {
    inSteps();

    it('the Site’s admin finds the Workers in the menu and invites one', async () => {
      await admin.locator('.account > summary').click();
      await admin.locator('.account').getByRole('link', { name: 'Settings' }).click();
      await admin.getByRole('heading', { level: 1, name: 'Riverside Clinic' }).waitFor();
      await admin.getByLabel('Email address').fill(ROSA);
      await admin.getByLabel('Invite as').selectOption({ label: 'Worker in Family Navigation' });
      await admin.getByRole('button', { name: 'Send invitation' }).click();
      await admin.getByText('The invitation is on its way.').waitFor();
      await admin.getByRole('row', { name: /rosa@demo\.test/ }).waitFor();
      await journey.look(admin, 'teams-1-invited');
    });

    it('inviting them twice is told, and the first can be sent again', async () => {
      await admin.getByLabel('Email address').fill(ROSA);
      await admin.getByRole('button', { name: 'Send invitation' }).click();
      await admin.getByRole('heading', { name: 'There is a problem' }).waitFor();
      await journey.look(admin, 'teams-2-twice');
      await admin.getByRole('button', { name: 'Send it again' }).click();
      await admin.getByText('on its way again').waitFor();
    });

    it('the Worker opens the newest mail, makes an account and joins, on a phone', async () => {
      await openInvitation(rosa);
      expect(new URL(rosa.url()).pathname).toMatch(/^\/invitations\/[0-9a-f-]{36}$/);
      await journey.look(rosa, 'teams-3-invitation');
      await rosa.getByLabel('First name').fill('Rosa');
      await rosa.getByLabel('Last name').fill('Delgado');
      await rosa.getByLabel('Password', { exact: true }).fill('a quiet river in spring');
      await rosa.getByRole('button', { name: 'Create account and join' }).click();
      await rosa.getByRole('heading', { level: 1, name: 'You have joined Family Navigation, Riverside Clinic' }).waitFor();
      await journey.look(rosa, 'teams-4-joined');
    });

    it('and sees at once what the Group already shares', async () => {
      await rosa.getByRole('link', { name: 'Open People I’m Helping' }).click();
      await rosa.getByRole('link', { name: 'Ana Ruiz' }).click();
      await rosa.locator(`[data-referral="${shared}"]`).first().waitFor();
      await openLive(rosa, `${journey.url}/referrals/${shared}`);
    });

    it('taken out of the Group, they lose the page they have open', async () => {
      await admin.reload();
      await admin
        .getByRole('row', { name: /Rosa Delgado/ })
        .getByRole('link', { name: 'Family Navigation' })
        .click();
      await admin
        .getByRole('row', { name: /Rosa Delgado/ })
        .getByRole('link', { name: 'Remove' })
        .click();
      await journey.look(admin, 'teams-5-remove');
      await admin.getByRole('button', { name: 'Remove' }).click();
      await admin.getByText('They are out of the Group').waitFor();
      await catchUp(rosa);
      await rosa.getByRole('heading', { level: 1, name: 'Nothing here' }).waitFor();
      await rosa.goto(`${journey.url}/people`);
      expect(await rosa.getByText('Ana Ruiz').count()).toBe(0);
    });

    it('nobody’s page complained or was too wide', () => {
      expect(journey.faults().filter((fault) => !fault.includes(`/referrals/${shared}`))).toEqual([]);
    });
  });

  it('an admin switches Team Navigation and is shown what somebody else changed meanwhile (R-02)', async () => {
    const { app, cast, url } = journey;
    const page = await journey.signedIn('admin', { viewport: PHONE });
    await page.goto(`${url}/settings/groups/${cast.familyNavigation}`);
    await page.getByLabel(/^Off/).check();
    await app.deps.db.team.update({ where: { id: cast.familyNavigation }, data: { name: 'Families', version: 2 } });
    await page.getByRole('button', { name: 'Save Group' }).click();
    await page.getByRole('heading', { name: 'Somebody else changed this Group meanwhile' }).waitFor();
    await page.getByText('The name is now “Families”.').waitFor();
    await journey.look(page, 'teams-6-meanwhile');
    await page.getByRole('button', { name: 'Save Group' }).click();
    await page.getByText('Saved.').waitFor();
    expect(await app.deps.db.team.findUniqueOrThrow({ where: { id: cast.familyNavigation } })).toMatchObject({
      name: 'Family Navigation',
      teamNavigation: false,
    });
  });

  /** Opens the newest mail in the dev inbox, once all are sent, and follows its link, as its reader would. */
  async function openInvitation(page: Page): Promise<void> {
    const { db } = journey.app.deps;
    await waitFor(async () => (await db.email.count({ where: { kind: 'invitation', state: { in: ['queued', 'sending'] } } })) === 0);
    await openMail(page, journey.url, ROSA, 'You are invited');
    await followLink(page);
  }
});
