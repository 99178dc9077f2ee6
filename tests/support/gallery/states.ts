import type { Page, WebSocketRoute } from 'playwright-core';
import { setStatus } from '../../integration/referrals/referral-forms.ts';
import { linkForSeeker, makeLinkedReferral } from '../../integration/status-links/link-visits.ts';
import { makeReferral } from '../cast.ts';
import { PERSON } from '../connect-form.ts';
import { after, at, pressed, type Shown } from './open.ts';
import type { World } from './world.ts';

const inboundOf = ({ cast }: World): string => `/inbound/${cast.program.id}`;
const INBOUND = at('claimer', 'inbound', inboundOf);

const opened = (selector: string) => async (page: Page) => {
  for (const one of await page.locator(selector).all()) await one.evaluate((fold) => ((fold as HTMLDetailsElement).open = true));
};
const isLive = (page: Page): Promise<void> =>
  page.locator('[data-live-state]:not([hidden]):not(.live--off)').first().waitFor({ state: 'attached' });

const another = async ({ app, cast }: World): Promise<string> =>
  (await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id })).id;

/** The list while others work: one row has just changed, two are offered (U-21). */
const followed = (shown: Shown): Shown => ({
  ...shown,
  name: 'inbound-live',
  open: async (page, world) => {
    const changed = await another(world);
    const status = await shown.open(page, world);
    await isLive(page);
    await another(world);
    await another(world);
    await page.locator('.newrows').waitFor({ state: 'attached' });
    await setStatus(world.app, await world.app.signIn(world.cast.navigator.email), changed, 'pending');
    await page.locator('.is-fresh').waitFor({ state: 'attached' });
    return status;
  },
});

/** Where no socket gets in. Its person has no other page, as this stays so. */
const cutOff = (shown: Shown): Shown => ({
  ...shown,
  open: async (page, world) => {
    const sockets: WebSocketRoute[] = [];
    let cut = false;
    await page.routeWebSocket(/./, (socket) => {
      sockets.push(socket);
      if (cut) return socket.close();
      socket.connectToServer();
    });
    const status = await shown.open(page, world);
    // Only what was live is missed at once.
    await page.locator('[data-live-state]:not([hidden]) span').first().waitFor({ state: 'attached' });
    cut = true;
    for (const socket of sockets) await socket.close();
    await page.locator('.live--off').first().waitFor({ state: 'attached' });
    return status;
  },
});

/** By the clock of an account that is not the installation's (U-34). Its person has no other page, as this stays so. */
const inNewYork = (shown: Shown): Shown => ({
  ...shown,
  open: async (page, world) => {
    await world.app.deps.db.user.update({ where: { id: world.cast.both.id }, data: { timeZone: 'America/New_York' } });
    return shown.open(page, world);
  },
});

/** The warning before a session ends, as it comes by itself two minutes before (S-12). */
const warned = async (page: Page): Promise<void> => {
  await page.route('**/session', (route) => route.fulfill({ json: { secondsLeft: 100 } }));
  await page.evaluate(
    `import(new URL('session-warning.js', document.querySelector('script[src$="/session.js"]').src).href).then(({ ask }) => ask())`,
  );
  await page.locator('.stay').waitFor();
  await page.unroute('**/session');
};

/** What a colleague changed while the Navigator was writing (R17). */
const changedMeanwhile: Shown = {
  name: 'profile-edit-conflict',
  as: 'navigator',
  status: 409,
  open: async (page, world) => {
    const { seekerId, app, cast } = world;
    const address = `/people/${seekerId}/edit`;
    const { version } = await app.deps.db.seeker.findUniqueOrThrow({ where: { id: seekerId } });
    const words = { ...PERSON, email: cast.seeker.email, language: 'en', version: String(version) };
    const theirs = { ...words, phone: `(650) 555-01${String(60 + version)}` };
    await (await app.signIn(cast.colleague.email)).post(address).type('form').send(theirs);
    return pressed('navigator', '', address, () => words).open(page, world);
  },
};

export const SEEKERS_STATES: readonly Shown[] = [
  after(at(null, 'programs', '/programs'), 'programs-filters', opened('details.more')),
  at(null, 'sent', ({ cast }) => `/programs/${cast.program.id}/connect/sent`),
  {
    name: 'status-link-saved',
    as: null,
    status: 200,
    open: async (page, world) => {
      const { path } = await linkForSeeker(world.app, await makeLinkedReferral(world.app, world.cast));
      const answer = await page.goto(world.url + path);
      await page.locator('.answer [value=got_help]').check();
      await Promise.all([page.waitForEvent('load'), page.locator('.answer button[type=submit]').click()]);
      return answer?.status();
    },
  },
];

export const WORK_STATES: readonly Shown[] = [
  after(at(null, 'styleguide', '/dev/styleguide'), 'styleguide-open', opened('.sg-piece:not(#sg-p-confirmation) details')),
  pressed(null, 'password-sent', '/password/forgot', () => ({ email: 'nobody@example.org' }), 303),
  after(at('navigator', 'people', '/people'), 'menu-open', opened('header details')),
  after(at('navigator', 'people', '/people'), 'people-filters', opened('details.fold')),
  at('navigator', 'profile-sent', ({ seekerId, answered }) => `/people/${seekerId}?sent=${answered}`),
  after(
    at('navigator', 'profile', ({ seekerId }) => `/people/${seekerId}`),
    'profile-forms-open',
    opened('main details'),
  ),
  after(at('navigator', 'settings-account', '/settings/account'), 'session-ends', warned),
  changedMeanwhile,
  at('coclaimer', 'claim-waiting', ({ cast }) => `/programs/${cast.otherProgram.id}/claim`),
  after(INBOUND, 'inbound-status-open', opened('tr:first-child details.sc')),
  after(INBOUND, 'inbound-ticked', (page) => page.locator('[name=pick]').first().check()),
  after(INBOUND, 'inbound-keys', async (page) => {
    await page.keyboard.press('?');
    await page.locator('#keys[open]').waitFor();
  }),
  after(INBOUND, 'inbound-filters', opened('details.fold')),
  at('claimer', 'inbound-none-fit', (world) => `${inboundOf(world)}?status=no_longer_interested`),
  {
    name: 'bulk-result',
    as: 'claimer',
    status: 200,
    open: async (page, world) => {
      const words = { pick: `${await another(world)}.1`, to: 'pending' };
      return pressed('claimer', '', `${inboundOf(world)}/bulk/apply`, () => words).open(page, world);
    },
  },
  followed(INBOUND),
  cutOff(at('coclaimer', 'inbound-reconnecting', inboundOf)),
  inNewYork(at('both', 'inbound-elsewhere', inboundOf)),
];
