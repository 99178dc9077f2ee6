import { parse } from 'csv-parse/sync';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeReferral, type MadeReferral } from '../support/cast.ts';
import { BOTH_WAYS, DESK, inSteps, PHONE, startJourney, type AppJourney } from '../support/journey.ts';
import { chooseStatus, hasStayed, openLive, rowOf, saysWhatIsWrong, sees, setStatus, shows, takeNew } from '../support/journey-steps.ts';

const soon = { timeout: 20_000, interval: 20 };

describe.each(BOTH_WAYS)('a day at the Inbound Referrals, with JavaScript: $javaScript (U-20)', ({ javaScript }) => {
  let journey: AppJourney;
  let maria: Page;
  let joel: Page;
  let list: string;
  let rosa: MadeReferral;
  let bart: MadeReferral;
  let priya: MadeReferral;

  beforeAll(async () => {
    journey = await startJourney({ javaScript });
    const { app, cast } = journey;
    const make = (firstName: string, lastName: string, day: number, wish: object = {}): Promise<MadeReferral> =>
      makeReferral(app.deps.db, {
        makerId: cast.navigator.id,
        programId: cast.program.id,
        createdAt: new Date(Date.UTC(2026, 10, day, 17)),
        comment: 'Two months behind after hours were cut. Prefers Spanish, after 3 pm.',
        ...wish,
        seeker: {
          firstName,
          lastName,
          phone: `(650) 555-01${String(day).padStart(2, '0')}`,
          email: `${lastName.toLowerCase().replace(/\W/g, '.')}@example.org`,
        },
      });
    rosa = await make('Rosa', 'Delgado', 1);
    bart = await make('Bartholomew', 'Okonkwo-Featherstonehaugh', 2);
    priya = await make('Priya', 'Natarajan', 3, { makerId: cast.outsider.id });
    await make('José Luis', 'Ibarra Montes', 4, { status: 'got_help' });
    await make('Wei-Ling', 'Chen', 5, { makerId: null });
    list = `${journey.url}/inbound/${cast.program.id}`;
    maria = await journey.signedIn('claimer');
    joel = await journey.signedIn('coclaimer');
  });
  afterAll(() => journey.close());
  inSteps();

  const names = async (page: Page): Promise<string[]> => page.locator('tbody .person').allInnerTexts();
  const tick = (page: Page, name: string): Promise<void> => page.getByRole('checkbox', { name: `Select ${name}` }).check();

  it('finds somebody by their number, with the words in the box and not in the address (R20, U-11)', async () => {
    await openLive(maria, list);
    await maria.getByLabel('Name, phone or email').fill('(650) 555-0104');
    await maria.getByRole('button', { name: 'Apply filters' }).click();
    await maria.getByRole('heading', { name: '1 referral, 1 filter' }).waitFor();
    expect(await names(maria)).toEqual(['José Luis Ibarra Montes']);
    expect(maria.url()).not.toMatch(/555|0104/);
    expect(await maria.getByLabel('Name, phone or email').inputValue()).toBe('(650) 555-0104');
    await journey.look(maria, 'inbound-search');
    await maria.getByRole('link', { name: 'Clear filters' }).click();
    await maria.getByRole('heading', { name: '5 referrals' }).waitFor();
  });

  it('filters by who referred them, sorts by a click on a column’s name, and back again by the next (R20, U-10)', async () => {
    await maria.getByLabel('Referred by').selectOption('Self');
    await maria.getByRole('button', { name: 'Apply filters' }).click();
    await maria.getByRole('link', { name: /^Self ?: remove/ }).waitFor();
    expect(await names(maria)).toEqual(['Wei-Ling Chen']);
    await maria.getByRole('link', { name: /^Self ?: remove/ }).click();
    await maria.getByRole('link', { name: 'Person inquiring' }).click();
    await maria.locator('th[aria-sort=ascending]', { hasText: 'Person inquiring' }).waitFor();
    expect((await names(maria))[0]).toBe('Wei-Ling Chen');
    await maria.getByRole('link', { name: 'Person inquiring' }).click();
    await maria.locator('th[aria-sort=descending]', { hasText: 'Person inquiring' }).waitFor();
    expect((await names(maria))[0]).toMatch(/^Bartholomew/);
    await maria.setViewportSize(PHONE);
    await maria.locator('summary', { hasText: 'Last name, Z to A' }).click();
    await journey.look(maria, 'inbound-sort-open');
    await maria.setViewportSize(PHONE);
    await maria.getByRole('link', { name: 'Received, oldest first' }).click();
    await maria.locator('summary', { hasText: 'Received, oldest first' }).waitFor();
    expect((await names(maria))[0]).toBe('Rosa Delgado');
    await maria.setViewportSize(DESK);
  });

  it.runIf(javaScript)('keeps what is ticked, and the order, while others work on the same list (U-21)', async () => {
    await openLive(maria, `${list}?sort=status`);
    await openLive(joel, list);
    const before = await names(maria);
    await tick(maria, 'Rosa Delgado');
    await tick(maria, 'Priya Natarajan');
    await maria.getByText('2 selected').waitFor();
    await setStatus(joel, bart.id, 'Pending', 'Called once.');
    await shows(maria, bart.id, 'pending');
    await setStatus(joel, rosa.id, 'Eligible');
    await shows(maria, rosa.id, 'eligible');
    expect(await names(maria)).toEqual(before);
    expect(await rowOf(maria, rosa.id).getByRole('checkbox').isChecked()).toBe(true);
    await maria.getByText('2 selected').waitFor();
    const late = await makeReferral(journey.app.deps.db, { makerId: journey.cast.navigator.id, programId: journey.cast.program.id });
    await maria.getByRole('button', { name: 'Show 1 new referral' }).waitFor();
    expect(await names(maria)).toEqual(before);
    await maria.getByRole('button', { name: 'Show 1 new referral' }).click();
    await shows(maria, late.id, 'not_updated');
    await maria.getByText('2 selected').waitFor();
    expect(await hasStayed(maria)).toBe(true);
    await journey.look(maria, 'inbound-ticked');
  });

  it.runIf(javaScript)('ticks all on the page at once, and none', async () => {
    const all = maria.getByRole('checkbox', { name: 'Select all on this page' });
    await maria.locator('thead input:indeterminate').waitFor();
    await all.check();
    await maria.getByRole('button', { name: 'Review 6 changes' }).waitFor();
    await all.uncheck();
    await vi.waitFor(async () => expect(await maria.locator('.bulk').isVisible()).toBe(false), soon);
    await tick(maria, 'Rosa Delgado');
    await maria.getByRole('button', { name: 'Review 1 change' }).waitFor();
    await maria.getByRole('button', { name: 'Clear selection' }).click();
    await vi.waitFor(async () => expect(await maria.locator('.bulk').isVisible()).toBe(false), soon);
  });

  it('reviews what will change before anything is saved, and says afterwards what came of each (R5, U-15)', async () => {
    await openLive(maria, list);
    for (const name of ['Rosa Delgado', 'Priya Natarajan', 'Wei-Ling Chen', 'José Luis Ibarra Montes']) await tick(maria, name);
    await maria.getByLabel('Set status to').selectOption('Got help');
    await journey.look(maria, 'inbound-bulk-bar');
    await maria.getByRole('button', { name: javaScript ? 'Review 4 changes' : 'Review changes' }).click();
    await maria.getByRole('heading', { level: 1, name: 'Review 3 changes' }).waitFor();
    await rowOf(maria, rosa.id).getByText('Changes to Got help').waitFor();
    await maria.getByText('It is Got help already').waitFor();
    await maria.getByLabel(/^Reason/).fill('Rent is paid.');
    await journey.look(maria, 'inbound-bulk-review');
    // Meanwhile, at another desk.
    await setStatus(joel, priya.id, 'No capacity', 'Funds are spent.');
    await shows(joel, priya.id, 'no_capacity');
    await openLive(joel, list);
    await maria.getByRole('button', { name: 'Set 3 referrals to Got help' }).click();
    await maria.getByRole('heading', { level: 1, name: '2 of 3 referrals set to Got help' }).waitFor();
    await rowOf(maria, priya.id)
      .getByText(/^Not changed: Joel P\. changed it to No capacity/)
      .waitFor();
    await rowOf(maria, rosa.id).getByText('Changed to Got help').waitFor();
    await journey.look(maria, 'inbound-bulk-result');
    await shows(joel, rosa.id, 'got_help');
    await sees(joel, rowOf(joel, rosa.id).getByText('Rent is paid.'));
    await shows(joel, priya.id, 'no_capacity');
    expect(await hasStayed(joel)).toBe(true);
    await maria.getByRole('button', { name: 'Review 1 referral again' }).click();
    await rowOf(maria, priya.id).getByText('Changes to Got help').waitFor();
    await maria.getByRole('link', { name: 'Cancel' }).click();
    await shows(maria, priya.id, 'no_capacity');
  });

  it('adds somebody who came in, and they stand on the other Claimer’s open page (R1, R20)', async () => {
    await maria.getByRole('link', { name: 'Add an inbound referral' }).click();
    await journey.look(maria, 'inbound-add');
    await maria.getByRole('button', { name: 'Add referral' }).click();
    await saysWhatIsWrong(maria);
    await journey.look(maria, 'inbound-add-missing');
    await maria.getByRole('radio', { name: 'Walk-in' }).check();
    await maria.getByLabel('First name').fill('Tevita');
    await maria.getByLabel(/^Last name/).fill('Faleafine');
    await maria.getByRole('textbox', { name: /^Phone/ }).fill('(650) 555-0118');
    await maria.getByRole('radio', { name: 'Phone', exact: true }).check();
    await maria.getByRole('checkbox', { name: /agreed/ }).check();
    await maria.getByRole('button', { name: 'Add referral' }).click();
    await maria.getByText('Tevita Faleafine is on the list.').waitFor();
    await journey.look(maria, 'inbound-added');
    await takeNew(joel);
    const row = joel.locator('tr', { hasText: 'Tevita Faleafine' });
    await row.getByText('Added here').waitFor();
    await row.locator('[data-status=not_updated]').waitFor();
    expect(await hasStayed(joel)).toBe(true);
  });

  it('takes along what is shown as a file (R20)', async () => {
    await openLive(maria, `${list}?status=help&sort=person`);
    const shown = await names(maria);
    const [download] = await Promise.all([maria.waitForEvent('download'), maria.getByRole('link', { name: 'Export CSV' }).click()]);
    expect(download.suggestedFilename()).toMatch(/^inbound-referrals-\d{4}-\d\d-\d\d\.csv$/);
    const lines = parse<Record<string, string>>(await readFile(await download.path()), { bom: true, columns: true });
    expect(lines.map((line) => line['Person inquiring'])).toEqual(shown);
  });

  it('reviews and changes on a narrow screen and by keyboard, too (U-02)', async () => {
    const plain = await journey.signedIn('claimer', { viewport: PHONE });
    await plain.goto(list);
    const box = plain.getByRole('checkbox', { name: 'Select Tevita Faleafine' });
    await box.focus();
    await plain.keyboard.press('Space');
    await plain.getByRole('button', { name: /^Review/ }).click();
    await plain.getByRole('link', { name: 'Choose a status' }).waitFor();
    expect(await box.isChecked()).toBe(true);
    await journey.look(plain, 'inbound-bulk-missing');
    await plain.setViewportSize(PHONE);
    await plain.getByLabel('Set status to').selectOption('Pending');
    await plain.getByRole('button', { name: /^Review/ }).click();
    await plain.getByRole('button', { name: 'Set 1 referral to Pending' }).click();
    await plain.getByRole('heading', { level: 1, name: '1 referral set to Pending' }).waitFor();
    await plain.getByRole('link', { name: 'Back to the list' }).click();
    await plain.locator('tr', { hasText: 'Tevita Faleafine' }).locator('[data-status=pending]').first().waitFor();
  });

  it('opens the status control of a ticked row as ever, and leaves the tick alone (R3)', async () => {
    await openLive(maria, list);
    await tick(maria, 'Priya Natarajan');
    await chooseStatus(rowOf(maria, priya.id), 'Pending');
    expect(await rowOf(maria, priya.id).getByRole('checkbox').isChecked()).toBe(true);
    await journey.look(maria, 'inbound-ticked-open');
  });

  it('left every console silent, every page within 320 px and spoke to nobody else (S-33, S-50, U-04)', () => {
    expect(journey.faults()).toEqual([]);
  });
});
