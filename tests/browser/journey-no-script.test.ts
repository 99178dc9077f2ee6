import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSeeker } from '../support/cast.ts';
import { inSteps, PHONE, startJourney, type AppJourney } from '../support/journey.ts';
import { followLink, openMail, rowOf, sentReferral, setStatus, shows } from '../support/journey-steps.ts';

/** The same loop where no script runs: every step is a page and a form (U-20). */
describe('the loop without JavaScript', () => {
  let journey: AppJourney;
  let navigator: Page;
  let claimer: Page;
  let seeker: Page;
  let seekerId: string;
  let id: string;

  beforeAll(async () => {
    journey = await startJourney();
    const { app, cast } = journey;
    const ana = {
      userId: cast.seeker.id,
      firstName: 'Ana',
      lastName: 'Ruiz',
      email: cast.seeker.email,
      contactPreference: 'email' as const,
    };
    seekerId = await makeSeeker(app.deps.db, ana, cast.navigator.id);
    navigator = await journey.signedIn('navigator', { js: false });
    claimer = await journey.signedIn('claimer', { js: false });
    seeker = await journey.signedIn('seeker', { js: false, viewport: PHONE });
  });
  afterAll(() => journey.close());
  inSteps();

  const reload = async (page: Page): Promise<void> => {
    await page.reload();
  };

  it('a Navigator refers Ana from her profile, and is asked again for what is missing (R21, R23)', async () => {
    await navigator.goto(`${journey.url}/people/${seekerId}`);
    await navigator.getByRole('link', { name: 'Start a Referral' }).first().click();
    await navigator.getByText('You are searching for Ana Ruiz').waitFor();
    await navigator.getByRole('link', { name: new RegExp(`^Connect ?: ${journey.cast.program.name}`) }).click();
    await navigator.getByLabel(/^Comment/).fill('Two months behind on rent.');
    await navigator.getByRole('button', { name: 'Send referral' }).click();
    await navigator.getByRole('link', { name: 'Tick the box once Ana has agreed' }).click();
    await navigator.getByRole('checkbox', { name: /agreed/ }).check();
    await navigator.getByRole('button', { name: 'Send referral' }).click();
    ({ id } = await sentReferral(navigator));
    await shows(navigator, id, 'not_updated');
  });

  it('the Claimer finds it, opens it and says why it is pending; the others read it when they look again (R3, R5)', async () => {
    await claimer.goto(`${journey.url}/inbound/${journey.cast.program.id}`);
    await setStatus(claimer, id, 'Pending', 'Bring the lease on Monday.');
    await shows(claimer, id, 'pending');
    await journey.look(claimer, 'no-script-inbound');
    await reload(navigator);
    await rowOf(navigator, id).getByText('Bring the lease on Monday.').waitFor();
    await seeker.goto(`${journey.url}/for-me`);
    await shows(seeker, id, 'pending');
  });

  it('a stale choice is answered with what changed, and saved when it is meant (R5)', async () => {
    const row = rowOf(navigator, id);
    await row.locator('details.sc > summary').click();
    await row.getByRole('radio', { name: /^No capacity/ }).check();
    await setStatus(claimer, id, 'Eligible');
    await row.getByRole('button', { name: 'Save status' }).click();
    await navigator.getByRole('heading', { name: 'Maria G. changed this while you were choosing' }).waitFor();
    await journey.look(navigator, 'no-script-conflict');
    await navigator.getByRole('button', { name: 'Save my choice' }).click();
    await shows(navigator, id, 'no_capacity');
  });

  it('the Seeker answers in plain words, on a phone (R4, R25)', async () => {
    await reload(seeker);
    const asked = rowOf(seeker, id);
    await asked.getByRole('radio', { name: 'I’m still waiting' }).check();
    await journey.look(seeker, 'no-script-for-me');
    await asked.getByRole('button', { name: 'Save status' }).click();
    await shows(seeker, id, 'pending');
    await reload(claimer);
    await shows(claimer, id, 'pending');
  });

  it('a Status link answers, and can be undone (R26, S-31)', async () => {
    const link = await journey.visitor({ js: false, viewport: PHONE });
    await openMail(link, journey.url, journey.cast.seeker.email, 'Your referral was sent');
    await followLink(link);
    expect(new URL(link.url()).pathname).toMatch(/^\/l\/[\w-]{1,30}$/);
    await link.getByRole('button', { name: 'Save status' }).click();
    await link.getByRole('link', { name: /^Choose/ }).waitFor();
    await journey.look(link, 'no-script-link-without-choice');
    await link.getByRole('radio', { name: 'I got help' }).check();
    await link.getByRole('button', { name: 'Save status' }).click();
    await link.getByRole('heading', { name: 'Saved: I got help' }).waitFor();
    await reload(navigator);
    await navigator.getByText('1 referral: 1 loop closed, 0 open').waitFor();
    await link.getByRole('button', { name: 'Undo' }).click();
    await link.getByRole('heading', { name: 'Saved: I’m still waiting' }).waitFor();
    await navigator.getByRole('link', { name: journey.cast.program.name }).click();
    await shows(navigator, id, 'pending');
    expect(await navigator.locator('[data-history] li').count()).toBe(8);
    await journey.look(navigator, 'no-script-referral');
  });

  it('left every console silent, every page within 320 px and spoke to nobody else (S-33, S-50, U-04)', () => {
    expect(journey.faults()).toEqual([]);
  });
});
