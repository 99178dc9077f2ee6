import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadZips } from '../../src/directory/zip.store.ts';
import { BOTH_WAYS, inSteps, PHONE, startJourney, type AppJourney } from '../support/journey.ts';
import { followLink, openLive, openMail, sees, sendReferral, shows } from '../support/journey-steps.ts';
import { placeAt } from '../support/programs.ts';

const EMAIL = 'rosa.m@seekers.test';
const PASSWORD = 'a long walk to the river';

describe.each(BOTH_WAYS)(
  'referring oneself, and the account that finds it again, with JavaScript: $javaScript (R12, R22, R23, U-20)',
  ({ javaScript }) => {
    let journey: AppJourney;
    let rosa: Page;
    let inbound: Page;
    let id: string;

    beforeAll(async () => {
      journey = await startJourney({ javaScript });
      const { app, cast } = journey;
      await loadZips(app.deps.db);
      await app.deps.db.programLocation.create({ data: { programId: cast.program.id, position: 0, ...placeAt(37.4852, -122.2364) } });
      rosa = await journey.visitor({ viewport: PHONE });
      inbound = await openLive(await journey.signedIn('claimer'), `${journey.url}/inbound/${cast.program.id}`);
    });
    afterAll(() => journey.close());
    inSteps();

    it('goes from the first page through the search to “Sent”, without an account', async () => {
      const { cast } = journey;
      await rosa.goto(journey.url);
      await journey.look(rosa, 'self-landing');
      await rosa.getByRole('link', { name: 'Find programs' }).filter({ visible: true }).first().click();
      await rosa.getByLabel('ZIP').fill('94063');
      await rosa.getByLabel('Name or word').fill('rent');
      await rosa.getByRole('button', { name: 'Apply filters' }).click();
      await rosa.getByText('1 program near 94063').waitFor();
      await journey.look(rosa, 'self-search');
      await rosa.getByRole('link', { name: new RegExp(`^Connect ?: ${cast.program.name}`) }).click();
      await rosa.getByRole('heading', { level: 1, name: `Ask ${cast.program.name} for help` }).waitFor();
      await journey.look(rosa, 'self-connect');
      await sendReferral(rosa, { firstName: 'Rosa', lastName: 'Marsh', email: EMAIL, preference: 'Email', comment: 'I need a deposit.' });
      await rosa.getByRole('heading', { level: 1, name: `Sent to ${cast.program.name}` }).waitFor();
      expect(rosa.url()).not.toMatch(/rosa|marsh/i);
      await journey.look(rosa, 'self-sent');
    });

    it('is on the Program’s open page at once, as somebody who asked themselves (R1)', async () => {
      const row = inbound.locator('#rows [data-referral]');
      await sees(inbound, row.getByRole('link', { name: 'Rosa Marsh' }));
      id = (await row.getAttribute('data-referral')) ?? '';
      await shows(inbound, id, 'not_updated');
      await journey.look(inbound, 'self-inbound');
    });

    it('is not in an account that has not confirmed its address, and the page says what to do', async () => {
      await rosa.goto(`${journey.url}/signup`);
      await rosa.getByLabel('First name').fill('Rosa');
      await rosa.getByLabel('Last name').fill('Marsh');
      await rosa.getByLabel('Email address').fill(EMAIL);
      await rosa.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await journey.look(rosa, 'self-signup');
      await rosa.getByRole('button', { name: 'Create account' }).click();
      await rosa.getByRole('heading', { level: 1, name: 'Check your email' }).waitFor();
      await journey.look(rosa, 'self-signup-sent');
      await signIn();
      await rosa.getByRole('link', { name: 'Your email address is not confirmed yet.' }).waitFor();
      await journey.look(rosa, 'self-unconfirmed');
    });

    const signIn = async (): Promise<void> => {
      await rosa.goto(`${journey.url}/login`);
      await rosa.getByLabel('Email address').fill(EMAIL);
      await rosa.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await rosa.getByRole('button', { name: 'Sign in' }).click();
    };

    it('is under Referrals for Me once the link in the mail was confirmed (R12)', async () => {
      await openMail(rosa, journey.url, EMAIL, 'Confirm your email address');
      await followLink(rosa);
      await journey.look(rosa, 'self-confirm');
      await rosa.getByRole('button', { name: 'Confirm my address' }).click();
      await rosa.getByText('Your email address is confirmed.').waitFor();
      await signIn();
      await rosa.waitForURL('**/for-me');
      await shows(rosa, id, 'not_updated');
      await rosa.getByText('“I need a deposit.”').waitFor();
      await journey.look(rosa, 'self-for-me');
      await rosa.getByRole('link', { name: 'What happened so far' }).click();
      await rosa.locator('[data-history]').getByText('Rosa M.').waitFor();
      await journey.look(rosa, 'self-referral');
    });

    it('left every console silent, every page within 320 px and spoke to nobody else (S-33, S-50, U-04)', () => {
      expect(journey.faults()).toEqual([]);
    });
  },
);
