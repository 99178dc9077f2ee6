import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeReferral } from '../support/cast.ts';
import { runsScripts } from '../support/browser.ts';
import { BOTH_WAYS, startJourney, type AppJourney } from '../support/journey.ts';
import { chooseStatus, openLive, rowOf, shows } from '../support/journey-steps.ts';

/** Two people have the control open, and both choose (R5). */
describe.each(BOTH_WAYS)('a choice made from a page that is no longer true, with JavaScript: $javaScript (U-20)', ({ javaScript }) => {
  let journey: AppJourney;
  let navigator: Page;
  let claimer: Page;

  beforeAll(async () => {
    journey = await startJourney({ javaScript, workers: false });
    [navigator, claimer] = await Promise.all([journey.signedIn('navigator'), journey.signedIn('claimer')]);
  });
  afterAll(() => journey.close());

  const save = async (page: Page, id: string): Promise<void> => {
    await Promise.all([page.waitForEvent('load'), rowOf(page, id).getByRole('button', { name: 'Save status' }).click()]);
  };

  /** The Navigator on the Profile and the Claimer on the Inbound list; the Claimer is quicker. */
  const bothChoose = async (): Promise<string> => {
    const { app, cast } = journey;
    const { id, seekerId } = await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id });
    await openLive(navigator, `${journey.url}/people/${seekerId}`);
    await openLive(claimer, `${journey.url}/inbound/${cast.program.id}`);
    await chooseStatus(rowOf(navigator, id), 'Couldn’t get help', 'Her landlord refused.');
    await chooseStatus(rowOf(claimer, id), 'Eligible', 'Papers are complete.');
    await save(claimer, id);
    // Without scripts the answer is the first to say so.
    if (runsScripts(navigator)) await navigator.getByText('Maria G. changed this to Eligible just now.').waitFor();
    await journey.look(navigator, 'stale-meanwhile');
    const answer = navigator.waitForResponse((response) => response.request().method() === 'POST');
    await save(navigator, id);
    expect((await answer).status()).toBe(409);
    await navigator.getByRole('heading', { name: 'Maria G. changed this while you were choosing' }).waitFor();
    await journey.look(navigator, 'stale-conflict');
    const conflict = navigator.locator('.conflict');
    expect(((await conflict.textContent()) ?? '').replace(/\s+/g, ' ')).toMatch(
      new RegExp(
        `Not updated Eligible Maria G\\., ${cast.program.name}, .*: “Papers are complete\\.” Your choice, Couldn’t get help, is not saved\\.`,
      ),
    );
    expect(await conflict.getByRole('textbox').inputValue()).toBe('Her landlord refused.');
    await shows(claimer, id, 'eligible');
    return id;
  };

  const historyOf = async (page: Page, id: string): Promise<string[]> => {
    await page.goto(`${journey.url}/referrals/${id}`);
    return page.locator('[data-history] .tl-what').allInnerTexts();
  };

  it('is asked again with what happened and what was written, and saved when it is meant (R5)', async () => {
    const id = await bothChoose();
    await navigator.getByRole('button', { name: 'Save my choice' }).click();
    await navigator.waitForURL('**/people/**');
    await shows(navigator, id, 'couldnt_get_help');
    await shows(claimer, id, 'couldnt_get_help');
    await rowOf(claimer, id).getByText('Her landlord refused.').waitFor();
    const texts = (await historyOf(navigator, id)).map((text) => text.replace(/\s+/g, ' '));
    expect(texts.slice(0, 2)).toEqual(['Eligible Couldn’t get help', 'Not updated Eligible']);
  });

  it('or left: “Keep” writes nothing (R4, R5)', async () => {
    const id = await bothChoose();
    await navigator.getByRole('button', { name: 'Keep Eligible' }).click();
    await navigator.waitForURL('**/people/**');
    await shows(navigator, id, 'eligible');
    expect((await historyOf(navigator, id)).some((text) => text.includes('Couldn’t get help'))).toBe(false);
  });

  it('left every console silent, every page within 320 px and spoke to nobody else (S-33, S-50, U-04)', () => {
    expect(journey.faults()).toEqual([]);
  });
});
