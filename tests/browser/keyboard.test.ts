import { afterAll, beforeAll, expect, it } from 'vitest';
import { linkForSeeker, makeLinkedReferral } from '../integration/status-links/link-visits.ts';
import { makeReferral, PASSWORD, type MadeReferral, type Role } from '../support/cast.ts';
import { startJourney, type AppJourney } from '../support/journey.ts';
import { rowOf, saysWhatIsWrong } from '../support/journey-steps.ts';
import { handsOn, type Hands } from '../support/keyboard.ts';

let journey: AppJourney;
let ana: MadeReferral;

beforeAll(async () => {
  journey = await startJourney();
  const { app, cast } = journey;
  const seeker = { firstName: 'Ana', lastName: 'Ruiz', userId: cast.seeker.id };
  ana = await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id, seeker });
});
afterAll(() => journey.close());

const theirs = new Map<Role, Hands>();

/** Somebody's keyboard on this page, at its beginning. */
async function at(role: Role, path: string): Promise<Hands> {
  const hands = theirs.get(role) ?? handsOn(await journey.signedIn(role));
  theirs.set(role, hands);
  await hands.page.goto(journey.url + path);
  return hands;
}

const inbound = (): string => `/inbound/${journey.cast.program.id}`;

it('signs in, and skips what every page begins with', async () => {
  const hands = handsOn(await journey.visitor());
  const { page } = hands;
  await page.goto(`${journey.url}/login`);
  await hands.write(page.getByLabel('Email address'), journey.cast.claimer.email);
  await hands.write(page.getByLabel('Password', { exact: true }), PASSWORD);
  await hands.press(page.getByRole('button', { name: 'Sign in' }));
  await page.waitForURL('**/inbound/**');
  await page.keyboard.press('Tab');
  await hands.press(page.getByRole('link', { name: 'Skip to content' }));
  await page.locator('#main:focus').waitFor();
  await page.keyboard.press('Tab');
  expect(await page.locator('main :focus').count()).toBe(1);
  expect(hands.faults).toEqual([]);
});

it('opens the menu of the account, and leaves it by Escape', async () => {
  const { page, press, faults } = await at('navigator', '/people');
  await press(page.locator('details.account > summary'));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await page.locator('details.account:not([open]) > summary:focus').waitFor();
  expect(faults).toEqual([]);
});

it('finds a Program, refers somebody, and comes from what is missing to where it is missing: the consent (R21, R23)', async () => {
  const { page, press, write, pick, faults } = await at('navigator', '/programs');
  await write(page.getByLabel('Name or word'), 'rent');
  await press(page.getByRole('button', { name: 'Apply filters' }));
  await press(page.getByRole('link', { name: new RegExp(`^Connect ?: ${journey.cast.program.name}`) }));
  await write(page.getByLabel('First name'), 'Zoila');
  await pick(page.getByRole('radio', { name: /^Don’t reach out/ }));
  await write(page.getByLabel(/^Comment/), 'Needs mornings.');
  await press(page.getByRole('button', { name: 'Send referral' }));
  await saysWhatIsWrong(page);
  await press(page.locator('[data-error-summary] a'));
  await press(page.getByRole('checkbox', { name: /agreed/ }).and(page.locator(':focus')), 'Space');
  await press(page.getByRole('button', { name: 'Send referral' }));
  await page.getByText(`Sent to ${journey.cast.program.name}.`).waitFor();
  expect(faults).toEqual([]);
});

it('filters the Inbound list (R20)', async () => {
  const { page, press, choose, faults } = await at('claimer', inbound());
  await choose(page.getByLabel('Status', { exact: true }), 'Not updated');
  await press(page.getByRole('button', { name: 'Apply filters' }));
  await page.getByRole('heading', { name: '2 referrals, 1 filter' }).waitFor();
  await press(page.getByRole('link', { name: /^Not updated ?: remove/ }));
  await page.getByRole('heading', { name: '2 referrals', exact: true }).waitFor();
  expect(faults).toEqual([]);
});

it('changes a status with its reason (R3, R5)', async () => {
  const { page, press, pick, write, faults } = await at('claimer', inbound());
  const row = rowOf(page, ana.id);
  await press(row.locator('details.sc > summary'));
  await pick(row.getByRole('radio', { name: /^Pending/ }));
  await write(row.getByLabel(/^Reason/), 'Bring the lease.');
  await press(row.getByRole('button', { name: 'Save status' }));
  await row.getByText('Bring the lease.').waitFor();
  expect(faults).toEqual([]);
});

it('changes many at once (U-15)', async () => {
  const { page, press, choose, faults } = await at('claimer', inbound());
  await press(page.getByRole('checkbox', { name: 'Select all on this page' }), 'Space');
  await choose(page.getByLabel('Set status to'), 'Eligible');
  await press(page.getByRole('button', { name: 'Review 2 changes' }));
  await press(page.getByRole('button', { name: 'Set 2 referrals to Eligible' }));
  await page.getByRole('heading', { level: 1, name: '2 referrals set to Eligible' }).waitFor();
  expect(faults).toEqual([]);
});

it('writes a note (R24)', async () => {
  const { page, press, write, faults } = await at('navigator', `/referrals/${ana.id}`);
  await press(page.locator('summary', { hasText: 'Add Note' }));
  await write(page.getByLabel('Note', { exact: true }), 'The landlord answers before 10.');
  await press(page.getByRole('button', { name: 'Save note' }));
  await page.locator('.note', { hasText: 'The landlord answers before 10.' }).waitFor();
  expect(faults).toEqual([]);
});

it('adds a Goal (R19)', async () => {
  const { page, press, write, faults } = await at('navigator', `/people/${ana.seekerId}`);
  await press(page.locator('summary', { hasText: 'Add Goal' }));
  await write(page.getByLabel('Goal', { exact: true }), 'Keep the apartment');
  await press(page.locator('.sec-h').getByRole('button', { name: 'Save Goal' }));
  await page.getByRole('link', { name: 'Keep the apartment', exact: true }).waitFor();
  expect(faults).toEqual([]);
});

it('corrects Personal Information (R17)', async () => {
  const { page, press, write, faults } = await at('navigator', `/people/${ana.seekerId}`);
  await press(page.getByRole('link', { name: 'Edit Personal Information' }));
  await write(page.getByLabel(/^ZIP/), '94061');
  await press(page.getByRole('button', { name: 'Save changes' }));
  await page.locator('#panel', { hasText: '94061' }).waitFor();
  expect(faults).toEqual([]);
});

it('withdraws a referral, told first that a reason is missing (R6)', async () => {
  const { app, cast } = journey;
  const { id } = await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id });
  const { page, press, write, faults } = await at('navigator', `/referrals/${id}/withdraw`);
  await press(page.getByRole('button', { name: 'Withdraw this referral' }));
  await saysWhatIsWrong(page);
  await press(page.locator('[data-error-summary] a'));
  await write(page.getByLabel('Why do you withdraw it?').and(page.locator(':focus')), 'She moved.');
  await press(page.getByRole('button', { name: 'Withdraw this referral' }));
  await page.getByText('This referral was withdrawn.').waitFor();
  expect(faults).toEqual([]);
});

it('answers by a Status link (R26)', async () => {
  const id = await makeLinkedReferral(journey.app, journey.cast);
  const { page, press, pick, faults } = handsOn(await journey.visitor());
  await page.goto(journey.url + (await linkForSeeker(journey.app, id)).path);
  await pick(page.getByRole('radio', { name: 'I’m still waiting' }));
  await press(page.getByRole('button', { name: 'Save status' }));
  await page.getByRole('heading', { name: 'Saved: I’m still waiting' }).waitFor();
  expect(faults).toEqual([]);
});

it('answers as the Seeker in their own list (R25)', async () => {
  const { page, press, pick, faults } = await at('seeker', '/for-me');
  const asked = rowOf(page, ana.id);
  await pick(asked.getByRole('radio', { name: 'I got help' }));
  await press(asked.getByRole('button', { name: 'Save status' }));
  await asked.getByText('You got help.').waitFor();
  expect(faults).toEqual([]);
});

it('invites a Worker (R27)', async () => {
  const { page, press, write, choose, faults } = await at('admin', `/settings/site/${journey.cast.siteId}`);
  await write(page.getByLabel('Email address'), 'rosa@demo.test');
  await choose(page.getByLabel('Invite as'), 'Worker in Family');
  await press(page.getByRole('button', { name: 'Send invitation' }));
  await page.getByText('The invitation is on its way.').waitFor();
  expect(faults).toEqual([]);
  expect(journey.faults()).toEqual([]);
});
