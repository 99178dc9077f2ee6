import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { removeFromTeam } from '../../src/teams/membership.service.ts';
import { makeReferral } from '../support/cast.ts';
import { startJourney, type AppJourney } from '../support/journey.ts';
import { hasStayed, openLive, rowOf, setStatus, shows } from '../support/journey-steps.ts';

let journey: AppJourney;

beforeAll(async () => {
  journey = await startJourney({ workers: false });
});
afterAll(() => journey.close());

/** Opens a list that has no line to say "Live" in yet. */
async function openEmpty(page: Page, address: string, says: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('heading', { name: says }).waitFor();
  await page.waitForFunction(() => 'Idiomorph' in window);
  await page.evaluate('window.stays = true');
}

it('an open list of people that becomes empty says so, and counts nobody above it (U-16, U-21)', async () => {
  const { app, cast, url } = journey;
  await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id });
  const nathaniel = await journey.signedIn('colleague');
  await openLive(nathaniel, `${url}/people`);
  await nathaniel.getByRole('heading', { name: '1 person' }).waitFor();
  await removeFromTeam(app.deps, await cast.actor('admin'), cast.familyNavigation, cast.colleague.id);
  await nathaniel.getByRole('heading', { name: 'You do not work with a Team here yet' }).waitFor();
  await nathaniel.getByRole('search').waitFor({ state: 'detached' });
  expect(await nathaniel.getByText('1 person').count()).toBe(0);
  expect(await hasStayed(nathaniel)).toBe(true);
});

it('an open list of people that gets its first row gets its search, filters and count with it (R16)', async () => {
  const { app, cast, url } = journey;
  const lena = await journey.signedIn('outsider');
  await openEmpty(lena, `${url}/people`, 'You are not helping anybody here yet');
  await makeReferral(app.deps.db, { makerId: cast.outsider.id, programId: cast.program.id, seeker: { firstName: 'Bo', lastName: 'Li' } });
  await lena.getByRole('heading', { name: '1 person' }).waitFor();
  await lena.getByRole('search').getByLabel('Name, phone or email').waitFor();
  await lena.getByRole('link', { name: 'Bo Li' }).waitFor();
  await lena.locator('[data-live-state]', { hasText: 'Live' }).waitFor();
  expect(await hasStayed(lena)).toBe(true);
});

it('an Inbound list that gets its first row offers it as a file, and its sender among the filters (R20)', async () => {
  const { app, cast, url } = journey;
  const maria = await journey.signedIn('claimer');
  await openLive(maria, `${url}/inbound/${cast.otherProgram.id}`);
  await maria.getByRole('heading', { name: 'Nobody has been referred yet' }).waitFor();
  await maria.getByLabel('Name, phone or email').fill('half-typ');
  await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.otherProgram.id });
  await maria.getByRole('heading', { name: '1 referral' }).waitFor();
  await maria.getByRole('link', { name: 'Export CSV' }).waitFor();
  expect(await maria.getByLabel('Name, phone or email').inputValue()).toBe('half-typ');
  await maria.getByLabel('Name, phone or email').fill('');
  await maria.getByLabel('Name, phone or email').blur();
  await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.otherProgram.id });
  await maria.getByRole('button', { name: 'Show 1 new referral' }).waitFor();
  expect(await maria.getByLabel('Referred by').locator('option').allInnerTexts()).toContain('Riverside Clinic');
  expect(await hasStayed(maria)).toBe(true);
});

it('a row that stays under a filter it no longer fits is counted while it is there (U-21)', async () => {
  const { cast, url, app } = journey;
  const { id } = await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id, status: 'no_capacity' });
  const maria = await journey.signedIn('claimer');
  const joel = await journey.signedIn('coclaimer');
  await openLive(maria, `${url}/inbound/${cast.program.id}?status=no_capacity`);
  await openLive(joel, `${url}/inbound/${cast.program.id}`);
  await setStatus(joel, id, 'Eligible');
  await shows(maria, id, 'eligible');
  await maria.getByRole('heading', { name: '1 referral, 1 filter' }).waitFor();
  await maria.getByText('1 to 1 of 1').waitFor();
  expect(await maria.getByText('No referral fits these filters').count()).toBe(0);
  await maria.reload();
  await maria.getByRole('heading', { name: '0 referrals, 1 filter' }).waitFor();
  await maria.getByText('No referral fits these filters').waitFor();
  expect(await rowOf(maria, id).count()).toBe(0);
  expect(journey.faults()).toEqual([]);
});
