import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeReferral, type MadeReferral } from '../support/cast.ts';
import { hasStayed, openLive, sees } from '../support/journey-steps.ts';
import { BOTH_WAYS, inSteps, startJourney, type AppJourney } from '../support/journey.ts';

describe.each(BOTH_WAYS)('with JavaScript: $javaScript (U-20)', ({ javaScript }) => {
  let journey: AppJourney;
  let referral: MadeReferral;
  let navigator: Page;
  let colleague: Page;
  let claimer: Page;
  const at = (): string => `${journey.url}/referrals/${referral.id}`;
  const profileAt = (): string => `${journey.url}/people/${referral.seekerId}`;

  beforeAll(async () => {
    journey = await startJourney({ javaScript });
    const { app, cast } = journey;
    const seeker = { firstName: 'Ana', lastName: 'Ruiz', userId: cast.seeker.id };
    referral = await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id, seeker, seen: true });
    navigator = await journey.signedIn('navigator');
    colleague = await journey.signedIn('colleague');
    claimer = await journey.signedIn('claimer');
  });
  afterAll(() => journey.close());

  /** Opens "Add Note", writes and saves. */
  async function addNote(page: Page, body: string, onlyMyTeam = false): Promise<void> {
    await page.getByText('Add Note', { exact: true }).click();
    await page.getByLabel('Note', { exact: true }).fill(body);
    if (onlyMyTeam) await page.getByLabel('Only my team').check();
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Save note' }).click()]);
  }

  describe('R19, R24: notes and Goals, in the browsers of those who help', () => {
    inSteps();

    it('a note the Claimer writes appears on the Navigator’s open page, with its entry in history', async () => {
      await openLive(navigator, at());
      await claimer.goto(at());
      await addNote(claimer, 'The landlord answers before 10');
      await sees(navigator, navigator.getByText('The landlord answers before 10'));
      await navigator.locator('[data-history]').getByText('Added a note').waitFor();
      expect(await hasStayed(navigator)).toBe(true);
    });

    it('the form says who will read it, and says something else as soon as "Only my team" is ticked', async () => {
      await navigator.getByText('Add Note', { exact: true }).click();
      const [all, own] = [navigator.locator('.readers-all'), navigator.locator('.readers-own')];
      await all.getByText('Maria G., Joel P. and Thuy L. at Fair Oaks Rent & Home Help').waitFor();
      expect(await own.isVisible()).toBe(false);
      await navigator.getByLabel('Only my team').check();
      await own.getByText('you and everyone in Family Navigation. Not the others at Fair Oaks').waitFor();
      expect(await all.isVisible()).toBe(false);
      await journey.look(navigator, 'note-form');
    });

    it('what somebody is writing stays while a note of another comes in; theirs, kept to the team, reaches no Claimer', async () => {
      await navigator.getByLabel('Note', { exact: true }).fill('Between us: her sister');
      await openLive(colleague, at());
      await addNote(claimer, 'Paperwork is in');
      if (javaScript) await navigator.getByText('Paperwork is in').waitFor();
      expect(await navigator.getByLabel('Note', { exact: true }).inputValue()).toBe('Between us: her sister');
      expect(await navigator.getByLabel('Only my team').isChecked()).toBe(true);
      await openLive(claimer, at());
      await Promise.all([navigator.waitForEvent('load'), navigator.getByRole('button', { name: 'Save note' }).click()]);
      await sees(colleague, colleague.getByText('Between us: her sister'));
      await claimer.reload();
      expect(await claimer.locator('main').innerText()).not.toContain('Between us');
    });

    it('the trash can takes a note from every open page, and history keeps that it was there', async () => {
      await openLive(colleague, at());
      await claimer.goto(at());
      const note = claimer.locator('.note', { hasText: 'Paperwork is in' });
      await Promise.all([claimer.waitForEvent('load'), note.getByRole('button', { name: 'Delete note' }).click()]);
      await sees(colleague, colleague.locator('[data-history]').getByText('Deleted a note'));
      expect(await colleague.getByText('Paperwork is in').count()).toBe(0);
      expect(await hasStayed(colleague)).toBe(true);
    });

    it('a Goal is added on the profile and stands on the colleague’s open profile', async () => {
      await openLive(colleague, profileAt());
      await navigator.goto(profileAt());
      await navigator.getByText('Add Goal', { exact: true }).click();
      await navigator.getByLabel('Goal', { exact: true }).fill('Keep the apartment');
      await Promise.all([navigator.waitForEvent('load'), navigator.locator('.sec-h').getByRole('button', { name: 'Save Goal' }).click()]);
      await sees(colleague, colleague.getByRole('link', { name: 'Keep the apartment', exact: true }));
      expect(await hasStayed(colleague)).toBe(true);
    });

    it('so does a note on the profile, between the referrals', async () => {
      await navigator.goto(profileAt());
      await addNote(navigator, 'Not at her workplace');
      await sees(colleague, colleague.locator('#out > li.entry--note').getByText('Not at her workplace'));
      expect(await colleague.locator('#out > li').first().getAttribute('class')).toContain('entry--note');
      expect(await hasStayed(colleague)).toBe(true);
      await journey.look(colleague, 'profile-work');
    });

    it('the one control adds the referral to the Goal, and its page shows it, with the status as it changes', async () => {
      await navigator.goto(at());
      await navigator.getByText('+ Add to a Goal').click();
      await navigator.getByRole('radio', { name: 'Keep the apartment' }).check();
      await journey.look(navigator, 'goal-control');
      await Promise.all([navigator.waitForEvent('load'), navigator.getByRole('button', { name: 'Save Goal' }).click()]);
      await navigator.locator('[data-history]').getByText('Keep the apartment').waitFor();
      await colleague.getByRole('link', { name: 'Keep the apartment', exact: true }).first().click();
      await openLive(colleague, colleague.url());
      await claimer.goto(at());
      await claimer.locator('details.sc > summary').click();
      await claimer.getByRole('radio', { name: /^Eligible/ }).check();
      await Promise.all([claimer.waitForEvent('load'), claimer.getByRole('button', { name: 'Save status' }).click()]);
      await sees(colleague, colleague.locator(`[data-referral="${referral.id}"] [data-status="eligible"]`));
      await journey.look(colleague, 'goal');
    });

    it('completed, it folds away; the Program and the Seeker never see it, nor a note', async () => {
      await navigator.goto(profileAt());
      await Promise.all([navigator.waitForEvent('load'), navigator.getByRole('button', { name: /^Complete/ }).click()]);
      await navigator.getByText('1 completed goal').click();
      await navigator.getByRole('button', { name: /^Reopen/ }).waitFor();
      await claimer.reload();
      expect(await claimer.locator('main').innerText()).not.toMatch(/Keep the apartment|Add to a Goal/);
      const seeker = await journey.signedIn('seeker');
      await seeker.goto(at());
      expect(await seeker.locator('main').innerText()).not.toMatch(/Keep the apartment|landlord answers|[Nn]ote/);
      await journey.look(navigator, 'profile-goals-done');
    });

    it('a note for the Program alone is read and deleted by it; both sentences about the readers are in the page', async () => {
      const plain = await journey.signedIn('coclaimer');
      await plain.goto(at());
      expect(await plain.locator('.readers p').allTextContents()).toHaveLength(2);
      await addNote(plain, 'Kept to ourselves', true);
      await plain.getByText('Only the Program reads this').waitFor();
      const note = plain.locator('.note', { hasText: 'Kept to ourselves' });
      await note.getByRole('button', { name: 'Delete note' }).click();
      await plain.getByText('Deleted a note that only the Program read').waitFor();
    });

    it('without a complaint from any browser', () => {
      expect(journey.faults()).toEqual([]);
    });
  });
});
