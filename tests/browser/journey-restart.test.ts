import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restartingDatabase, type RestartingDatabase } from '../integration/live/restarting-database.ts';
import { appProcess, type AppProcess } from '../support/app-process.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { signInPage } from '../support/browser.ts';
import { createCast, type Cast } from '../support/cast.ts';
import { inSteps, openJourney, type Journey } from '../support/journey.ts';
import {
  followLink,
  hasStayed,
  openLive,
  openMail,
  saysLive,
  sendReferral,
  sentReferral,
  setStatus,
  shows,
} from '../support/journey-steps.ts';

/** Two processes of the application on one PostgreSQL, all of which may go away and come back under open pages (R3, R-22, R-30). */
describe('open pages, while processes and the database restart', () => {
  let database: RestartingDatabase;
  let here: AppProcess;
  let there: TestApp;
  let cast: Cast;
  let journey: Journey;
  let id: string;
  /** The Navigator and the Seeker's Status link look at one process, the Claimer at the other. */
  let navigator: Page;
  let link: Page;
  let claimer: Page;

  beforeAll(async () => {
    database = await restartingDatabase();
    there = await startApp({ database, live: true });
    cast = await createCast(there.deps.db);
    here = await appProcess(database);
    await here.start();
    journey = await openJourney();
    journey.expectAbsence();
  });
  afterAll(async () => {
    await journey.close();
    await here.stop();
    await there.close();
    await database.drop();
  });
  inSteps();

  const saysReconnecting = (page: Page): Promise<void> =>
    page.locator('.live--off:visible', { hasText: /^Reconnecting\. (List|Page) as of \d+:\d\d/ }).waitFor();

  it('what is done through one process is seen through the other at once, and the other way round', async () => {
    navigator = await journey.visitor();
    claimer = await journey.visitor();
    link = await journey.visitor();
    await signInPage(navigator, here.url, cast.navigator.email);
    await signInPage(claimer, there.url, cast.claimer.email);
    await navigator.goto(`${here.url}/programs/${cast.program.id}/connect`);
    const words = {
      firstName: 'Zoila',
      email: 'zoila.q@seekers.test',
      preference: 'Email' as const,
      comment: 'Two months behind on rent.',
    };
    await sendReferral(navigator, words);
    const sent = await sentReferral(navigator);
    id = sent.id;
    await openLive(navigator, `${here.url}/people/${sent.seekerId}`);
    await openMail(link, here.url, words.email, 'Your referral was sent');
    await followLink(link);
    await link.evaluate('window.stays = true');
    await openLive(claimer, `${there.url}/inbound/${cast.program.id}`);
    await setStatus(claimer, id, 'Pending');
    for (const page of [navigator, link]) await shows(page, id, 'pending');
    await openLive(claimer, claimer.url());
    await setStatus(navigator, id, 'Needs client action', 'She has to call them.');
    for (const page of [claimer, link]) await shows(page, id, 'needs_client_action');
    await openLive(navigator, navigator.url());
  });

  it('a process that restarts is missed, and found again with what happened meanwhile (R3, R-22)', async () => {
    expect(await here.stop()).toBe(0);
    await saysReconnecting(navigator);
    await journey.look(navigator, 'reconnecting');
    await setStatus(claimer, id, 'Eligible', 'While it was away.');
    await here.start();
    await saysLive(navigator);
    for (const page of [navigator, link]) await shows(page, id, 'eligible');
    await setStatus(claimer, id, 'No capacity');
    for (const page of [navigator, link]) await shows(page, id, 'no_capacity');
    for (const page of [navigator, link]) expect(await hasStayed(page)).toBe(true);
  });

  it('PostgreSQL that restarts is missed by all pages, and found again with what happened meanwhile (R3, R-30)', async () => {
    await openLive(claimer, claimer.url());
    const process = here.pid();
    await database.stop('immediate');
    for (const page of [navigator, claimer]) await saysReconnecting(page);
    await journey.look(claimer, 'reconnecting-inbound');
    await database.start();
    await saysLive(claimer);
    await setStatus(claimer, id, 'Pending', 'It is back.');
    for (const page of [navigator, link]) await shows(page, id, 'pending');
    await saysLive(navigator);
    await openLive(claimer, claimer.url());
    for (const page of [navigator, link]) expect(await hasStayed(page)).toBe(true);
    await setStatus(navigator, id, 'Got help');
    for (const page of [claimer, link]) await shows(page, id, 'got_help');
    expect(here.pid()).toBe(process);
  });

  it('left every console silent but for what was away, and every page within 320 px (S-50, U-04)', () => {
    expect(journey.faults()).toEqual([]);
  });
});
