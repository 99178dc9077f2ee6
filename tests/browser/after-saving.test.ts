import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeReferral, makeSeeker, type MadeReferral } from '../support/cast.ts';
import { startJourney, type AppJourney } from '../support/journey.ts';
import { chooseStatus, openLive, rowOf, setStatus } from '../support/journey-steps.ts';

let journey: AppJourney;
let maria: Page;
let list: string;
/** As the list has them. */
const made: MadeReferral[] = [];
const NAMES = ['Ana', 'Ben', 'Cleo', 'Dov', 'Eva', 'Fay', 'Gil', 'Hana', 'Ivo', 'Jo', 'Kai', 'Lea', 'Mo', 'Nia'];

beforeAll(async () => {
  journey = await startJourney({ workers: false });
  const { app, cast } = journey;
  for (const firstName of [...NAMES].reverse()) {
    const wish = { makerId: cast.navigator.id, programId: cast.program.id, seeker: { firstName, lastName: 'Ng' } };
    made.unshift(await makeReferral(app.deps.db, wish));
  }
  list = `${journey.url}/inbound/${cast.program.id}`;
  maria = await journey.signedIn('claimer');
});
afterAll(() => journey.close());

const row = (page: Page, at: number): Locator => rowOf(page, made[at]!.id);
const focused = (one: Locator): Promise<void> => one.and(one.page().locator(':focus')).waitFor();
const says = (page: Page, words: string): Promise<void> =>
  page.locator('[data-live-say]', { hasText: words }).waitFor({ state: 'attached' });
const topOf = (one: Locator): Promise<number> => one.evaluate((element) => element.getBoundingClientRect().top);
const inSight = (one: Locator): Promise<boolean> =>
  one.evaluate((element) => element.getBoundingClientRect().top >= 0 && element.getBoundingClientRect().bottom <= innerHeight);
/** Opens a row's status control with the row where it is on the screen. */
async function choose(page: Page, at: number, status: string): Promise<number> {
  await row(page, at).evaluate((element) => scrollBy(0, element.getBoundingClientRect().top - 150));
  await chooseStatus(row(page, at), status);
  return topOf(row(page, at));
}
const save = async (page: Page, at: number): Promise<void> => {
  await Promise.all([page.waitForEvent('load'), row(page, at).getByRole('button', { name: 'Save status' }).click()]);
};

it('leaves a saved row where it is, with the focus, and says once that it is saved (U-02, U-21)', async () => {
  await openLive(maria, list);
  const top = await choose(maria, 7, 'Pending');
  await save(maria, 7);
  await focused(row(maria, 7).locator('.person'));
  await says(maria, 'Saved. Status of Hana Ng: Pending');
  expect(Math.abs((await topOf(row(maria, 7))) - top)).toBeLessThan(3);
  expect(await row(maria, 7).getAttribute('class')).toContain('is-fresh');
  await maria.keyboard.press('j');
  await focused(row(maria, 8).locator('.person'));
  await journey.look(maria, 'after-saving-row');
});

it('says in its place that a row left the filtered list, and goes on with the next (U-10)', async () => {
  await openLive(maria, `${list}?status=not_updated`);
  const top = await choose(maria, 6, 'Eligible');
  await save(maria, 6);
  const left = maria.locator('tr.left');
  await focused(left.getByRole('alert'));
  await left.getByText('Gil Ng is Eligible now, and no longer in this list.').waitFor();
  expect(Math.abs((await topOf(left)) - top)).toBeLessThan(3);
  await journey.look(maria, 'after-saving-left');
  await maria.keyboard.press('j');
  await focused(row(maria, 8).locator('.person'));
});

it('does so after a conflict, too (R5)', async () => {
  const joel = await journey.signedIn('coclaimer');
  await openLive(maria, `${list}?status=not_updated`);
  await openLive(joel, list);
  await choose(maria, 3, 'Eligible');
  await setStatus(joel, made[3]!.id, 'No capacity');
  await row(maria, 3).getByText('changed this to No capacity').waitFor();
  await save(maria, 3);
  await maria.getByRole('button', { name: 'Save my choice' }).click();
  await focused(maria.locator('tr.left').getByRole('alert'));
  expect(await inSight(maria.locator('tr.left'))).toBe(true);
});

it('goes on by J from the row one came back to, else from the first on the screen', async () => {
  await openLive(maria, `${list}#row-${made[10]!.id}`);
  await maria.keyboard.press('j');
  await focused(row(maria, 10).locator('.person'));
  await openLive(maria, `${list}?sort=person`);
  await row(maria, 4).evaluate((element) => scrollBy(0, element.getBoundingClientRect().top - 20));
  await maria.keyboard.press('j');
  await focused(row(maria, 4).locator('.person'));
  await openLive(maria, `${list}?sort=-person`);
  await maria.keyboard.press('j');
  await focused(row(maria, 13).locator('.person'));
});

it('has the focus on what was saved on the profile, the referral and a note, and on what came of many changes', async () => {
  const { app, cast } = journey;
  const dana = await journey.signedIn('navigator');
  const seekerId = await makeSeeker(app.deps.db, { firstName: 'Rosa', lastName: 'Delgado' }, cast.navigator.id);
  const { id } = await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id, seekerId });
  await openLive(dana, `${journey.url}/people/${seekerId}`);
  await setStatus(dana, id, 'Got help');
  await focused(rowOf(dana, id).getByRole('heading').getByRole('link'));
  await says(dana, 'Saved. Status of Rosa Delgado: Got help');
  await openLive(dana, `${journey.url}/referrals/${id}`);
  await setStatus(dana, id, 'Couldn’t get help');
  await focused(rowOf(dana, id).locator('summary'));
  await says(dana, 'Saved. Status of Rosa Delgado: Couldn’t get help');
  await dana.getByText('Add Note').first().click();
  await dana.getByRole('textbox', { name: 'Note' }).fill('Call again on Monday.');
  await Promise.all([dana.waitForEvent('load'), dana.locator('form[action$=notes] button[type=submit]').click()]);
  await focused(dana.locator('.note', { hasText: 'Call again on Monday.' }));
  await says(dana, 'Saved.');
  await openLive(maria, list);
  await row(maria, 11).getByRole('checkbox').check();
  await maria.getByLabel('Set status to').selectOption('Pending');
  await maria.getByRole('button', { name: 'Review 1 change' }).click();
  await maria.getByRole('button', { name: 'Set 1 referral to Pending' }).click();
  await focused(maria.getByRole('heading', { level: 1, name: '1 referral set to Pending' }));
});

it('says nothing is saved where nothing was: after an error, and on a page that is looked at again', async () => {
  await openLive(maria, list);
  await row(maria, 12).locator('summary').click();
  await row(maria, 12).getByRole('button', { name: 'Save status' }).click();
  await focused(maria.locator('[data-error-summary]'));
  await journey.look(maria, 'after-saving-422');
  expect(await maria.locator('[data-live-say]').textContent()).toBe('');
  await maria.goto(`${list}#row-${made[12]!.id}`);
  expect(await maria.evaluate('document.activeElement.tagName')).toBe('BODY');
});

it('needs no scripts: the address leads to the row, or to what is said in its place (U-20)', async () => {
  const plain = await journey.signedIn('claimer', { js: false });
  await plain.goto(`${list}?status=not_updated`);
  await setStatus(plain, made[10]!.id, 'Pending');
  const left = plain.locator('tr.left', { hasText: 'Kai Ng is Pending now, and no longer in this list.' });
  expect(await inSight(left)).toBe(true);
  await left.getByRole('link', { name: 'Open the referral' }).click();
  await plain.waitForURL(`**/referrals/${made[10]!.id}`);
  expect(journey.faults()).toEqual([]);
});
