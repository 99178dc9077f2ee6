import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadZips } from '../../src/directory/zip.store.ts';
import { makeReferral, makeSeeker } from '../support/cast.ts';
import { BOTH_WAYS, inSteps, PHONE, startJourney, type AppJourney } from '../support/journey.ts';
import {
  catchUp,
  hasStayed,
  openLive,
  rowOf,
  saysWhatIsWrong,
  sees,
  sentReferral,
  setStatus,
  shows,
  takeNew,
} from '../support/journey-steps.ts';
import { placeAt } from '../support/programs.ts';

const soon = { timeout: 20_000, interval: 20 };

describe.each(BOTH_WAYS)('the loop, from dashboard to dashboard, with JavaScript: $javaScript (U-20)', ({ javaScript }) => {
  let journey: AppJourney;
  let seekerId: string;
  let id: string;
  let navigator: Page;
  let referral: Page;
  let inbound: Page;
  let profile: Page;
  let forMe: Page;
  let people: Page;

  beforeAll(async () => {
    journey = await startJourney({ javaScript });
    const { app, cast } = journey;
    const { db } = app.deps;
    await loadZips(db);
    await db.programLocation.create({ data: { programId: cast.program.id, position: 0, ...placeAt(37.4852, -122.2364) } });
    const ana = {
      userId: cast.seeker.id,
      firstName: 'Ana',
      lastName: 'Ruiz',
      email: cast.seeker.email,
      contactPreference: 'email' as const,
    };
    seekerId = await makeSeeker(db, ana, cast.navigator.id);
    // Somebody else waits in the same list, and the Claimer knows Ana from the pantry.
    await makeReferral(db, { makerId: cast.outsider.id, programId: cast.program.id });
    await makeReferral(db, { makerId: cast.navigator.id, programId: cast.otherProgram.id, seekerId, status: 'eligible' });
    navigator = await journey.signedIn('navigator');
    const claimer = await journey.signedIn('claimer');
    inbound = await openLive(claimer, `${journey.url}/inbound/${cast.program.id}`);
    profile = await openLive(await claimer.context().newPage(), `${journey.url}/people/${seekerId}`);
    forMe = await openLive(await journey.signedIn('seeker', { viewport: PHONE }), `${journey.url}/for-me`);
    people = await openLive(await journey.signedIn('colleague'), `${journey.url}/people`);
  });
  afterAll(() => journey.close());
  inSteps();

  const badges = (): Promise<string[]> =>
    Promise.all(
      ['#rail [aria-current] .n', '#areas .n'].map(async (badge) => ((await inbound.textContent(badge)) ?? '').replace(/\D/g, '')),
    );
  const open = async (): Promise<string> => (await people.locator(`#person-${seekerId} .c-open`).innerText()).trim();

  it('begins at the profile: the search is at the Seeker’s ZIP, below a banner, and the form is filled in (R21, R23)', async () => {
    const { cast } = journey;
    await navigator.goto(`${journey.url}/people`);
    await navigator.getByRole('link', { name: 'Ana Ruiz' }).click();
    await journey.look(navigator, 'profile-before');
    await navigator.getByRole('link', { name: 'Start a Referral' }).click();
    const banner = navigator.getByText('You are searching for Ana Ruiz');
    await banner.waitFor();
    expect(await navigator.getByLabel('ZIP', { exact: false }).first().inputValue()).toBe('94063');
    await journey.look(navigator, 'search');
    await navigator
      .getByRole('listitem')
      .filter({ hasText: cast.program.name })
      .filter({ hasText: /2\.3\smi from 94063/ })
      .waitFor();
    await navigator.getByRole('link', { name: cast.program.name, exact: true }).click();
    await banner.waitFor();
    await journey.look(navigator, 'program');
    await navigator.getByRole('link', { name: `Connect with ${cast.program.name}` }).click();
    await banner.waitFor();
    const filled = Promise.all(['firstName', 'lastName', 'email', 'zip'].map((name) => navigator.inputValue(`[name=${name}]`)));
    expect(await filled).toEqual(['Ana', 'Ruiz', cast.seeker.email, '94063']);
    expect(await navigator.getByRole('radio', { name: 'Email', exact: true }).isChecked()).toBe(true);
    await journey.look(navigator, 'connect');
  });

  it('needs consent, and then stands in the Navigator’s history of Ana (R1, R23)', async () => {
    const send = navigator.getByRole('button', { name: 'Send referral' });
    await navigator.getByLabel(/^Comment/).fill('Two months behind on rent.');
    await send.click();
    await saysWhatIsWrong(navigator);
    await journey.look(navigator, 'connect-without-consent');
    expect(await navigator.getByLabel(/^Comment/).inputValue()).toBe('Two months behind on rent.');
    await navigator.getByRole('checkbox', { name: /Ana Ruiz heard this text and agreed\. Taken by Dana W\./ }).check();
    await send.click();
    ({ id } = await sentReferral(navigator));
    await navigator.getByText(`Sent to ${journey.cast.program.name}.`).waitFor();
    await shows(navigator, id, 'not_updated');
    await journey.look(navigator, 'profile-sent');
  });

  it('is offered on the open pages of the Program and of the Seeker, and counted at once (R1, R3, R20)', async () => {
    expect(await navigator.locator('#loops').innerText()).toContain('2 referrals: 0 loops closed, 2 open');
    await catchUp(inbound);
    await vi.waitFor(async () => expect(await badges()).toEqual(['2', '2']), soon);
    for (const page of [inbound, profile, forMe]) {
      await takeNew(page);
      await shows(page, id, 'not_updated');
      expect(await hasStayed(page)).toBe(true);
    }
    await rowOf(inbound, id).getByText('Two months behind on rent.').waitFor();
    await rowOf(forMe, id).getByText('Sent. No answer yet.').waitFor();
    await catchUp(people);
    await vi.waitFor(async () => expect(await open()).toBe('2 In progress'), soon);
    await journey.look(inbound, 'inbound-new');
    await journey.look(forMe, 'for-me-new');
  });

  it('is Pending by the Claimer’s word, with the reason, on every open page, history included (R3, R6)', async () => {
    const { cast } = journey;
    await openLive(navigator, `${journey.url}/people/${seekerId}`);
    referral = await openLive(await navigator.context().newPage(), `${journey.url}/referrals/${id}`);
    await sees(referral, referral.getByText('Sent. Not seen yet.'));
    await journey.look(referral, 'referral-sent');
    await setStatus(inbound, id, 'Pending', 'Bring the lease on Monday.');
    await inbound.evaluate('window.stays = true');
    for (const page of [inbound, profile, navigator, referral, forMe]) await shows(page, id, 'pending');
    const entry = referral.locator('[data-history] li', { hasText: 'Bring the lease on Monday.' });
    expect((await entry.innerText()).replace(/\s+/g, ' ')).toContain(
      `Maria G., ${cast.program.name} · in the dashboard Not updated Pending`,
    );
    await referral.getByText('Acted on. No outcome yet.').waitFor();
    await rowOf(navigator, id).getByText('Bring the lease on Monday.').waitFor();
    await rowOf(forMe, id).getByText('They are working on it.').waitFor();
    await vi.waitFor(async () => expect(await badges()).toEqual(['1', '1']), soon);
    await journey.look(inbound, 'inbound-pending');
    await journey.look(referral, 'referral-pending');
    for (const page of [profile, navigator, referral, forMe]) expect(await hasStayed(page)).toBe(true);
  });

  it('is closed by the Seeker’s “I got help”, for everybody (R4, R25)', async () => {
    const asked = rowOf(forMe, id);
    await journey.look(forMe, 'for-me-asking');
    await asked.getByRole('radio', { name: 'I got help' }).check();
    await asked.getByRole('textbox').fill('They paid one month.');
    await Promise.all([forMe.waitForEvent('load'), asked.getByRole('button', { name: 'Save status' }).click()]);
    for (const page of [forMe, inbound, profile, navigator, referral]) await shows(page, id, 'got_help');
    await referral.getByText('The loop is closed.').waitFor();
    await referral.locator('[data-history] li', { hasText: 'Ana R.' }).getByText('They paid one month.').waitFor();
    await navigator.getByText('2 referrals: 1 loop closed, 1 open').waitFor();
    await rowOf(forMe, id).getByText('You got help.').waitFor();
    await catchUp(people);
    await vi.waitFor(async () => expect(await open()).toMatch(/^1 In progress\s+1 loop closed$/), soon);
    for (const page of [inbound, profile, navigator, referral, people]) expect(await hasStayed(page)).toBe(true);
    for (const [name, page] of Object.entries({ navigator, referral, inbound, profile, forMe, people }))
      await journey.look(page, `closed-${name}`);
  });

  it('left every console silent, every page within 320 px and spoke to nobody else (S-33, S-50, U-04)', () => {
    expect(journey.faults()).toEqual([]);
  });
});
