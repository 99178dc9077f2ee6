import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeReferral } from '../support/cast.ts';
import { BOTH_WAYS, inSteps, startJourney, type AppJourney } from '../support/journey.ts';
import { chooseStatus, hasStayed, openLive, rowOf, sees, setStatus, shows } from '../support/journey-steps.ts';
import { linkForClaimer } from '../integration/status-links/link-visits.ts';

describe.each(BOTH_WAYS)('with JavaScript: $javaScript (U-20)', ({ javaScript }) => {
  let journey: AppJourney;
  let navigator: Page;
  let claimer: Page;
  let seeker: Page;

  const INES = { firstName: 'Ines', lastName: 'Moreno', email: 'seeker@demo.test', phone: '+16505550142', zip: '94063' };

  beforeAll(async () => {
    journey = await startJourney({ javaScript });
    [navigator, claimer, seeker] = await Promise.all([
      journey.signedIn('navigator'),
      journey.signedIn('claimer'),
      journey.signedIn('seeker'),
    ]);
  });
  afterAll(() => journey.close());

  const made = () => {
    const { app, cast } = journey;
    const person = { ...INES, userId: cast.seeker.id, contactPreference: 'email' as const };
    return makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id, seeker: person });
  };

  describe('R6: the maker takes a referral back, and every open page says so', () => {
    inSteps();
    let id: string;
    let seekerId: string;
    let linked: Page;

    it('while the Program, the Seeker and the holder of a link have it open', async () => {
      const { app, cast, url } = journey;
      ({ id, seekerId } = await made());
      linked = await journey.visitor();
      await openLive(linked, url + (await linkForClaimer(app, id, cast.coclaimer)).path);
      await openLive(claimer, `${url}/inbound/${cast.program.id}`);
      await openLive(seeker, `${url}/referrals/${id}`);
      await openLive(navigator, `${url}/referrals/${id}`);
      await journey.look(navigator, 'withdraw-before');
      await navigator.getByRole('link', { name: 'Withdraw this referral' }).click();
      await navigator.getByRole('heading', { level: 1, name: 'Withdraw this referral' }).waitFor();
      await journey.look(navigator, 'withdraw-asked');
    });

    it('is asked for a reason first', async () => {
      await navigator.getByRole('button', { name: 'Withdraw this referral' }).click();
      await navigator.getByRole('link', { name: 'Write in a few words why' }).waitFor();
      await journey.look(navigator, 'withdraw-no-reason');
      await navigator.getByLabel('Why do you withdraw it?').fill('She moved to Fresno.');
      await navigator.getByRole('button', { name: 'Withdraw this referral' }).click();
      await navigator.waitForURL(`**/referrals/${id}`);
      await navigator.getByText('This referral was withdrawn.').waitFor();
      await journey.look(navigator, 'withdraw-done');
    });

    it('and each of the others sees it without a reload, with nothing left to press (R3)', async () => {
      await shows(claimer, id, 'no_longer_interested');
      await rowOf(claimer, id).getByText('Withdrawn by Dana W.').waitFor();
      expect(await rowOf(claimer, id).locator('details.sc').count()).toBe(0);
      expect(await hasStayed(claimer)).toBe(true);
      await sees(seeker, seeker.getByText('Dana W. withdrew it on'));
      await seeker.getByRole('button', { name: 'Save status' }).waitFor({ state: 'detached' });
      await journey.look(seeker, 'withdraw-seeker');
      await sees(linked, linked.getByRole('heading', { name: 'This referral was withdrawn' }));
      await journey.look(linked, 'withdraw-link');
      await navigator.goto(`${journey.url}/people/${seekerId}`);
      await journey.look(navigator, 'withdraw-profile');
    });

    it('a status that somebody had half chosen is refused with the reason', async () => {
      const other = await made();
      await openLive(claimer, `${journey.url}/referrals/${other.id}`);
      await chooseStatus(rowOf(claimer, other.id).first(), 'Eligible', 'Papers are complete.');
      await journey.app.deps.db.$executeRaw`
      UPDATE referral SET withdrawn_at = now(), withdrawn_reason = 'Moved', status = 'no_longer_interested', version = version + 1 WHERE id = ${other.id}::uuid`;
      await claimer.getByRole('button', { name: 'Save status' }).click();
      await claimer
        .getByRole('link', { name: 'This referral was withdrawn, so its status stays as it is. You wrote: “Papers are complete.”' })
        .waitFor();
      await journey.look(claimer, 'withdraw-too-late');
    });
  });

  describe('R4: "Referred elsewhere" leads on to another Program', () => {
    inSteps();
    let id: string;
    let seekerId: string;

    it('from where it was chosen, with the Seeker named on every page of the way (R21)', async () => {
      ({ id, seekerId } = await made());
      await openLive(navigator, `${journey.url}/people/${seekerId}`);
      await setStatus(navigator, id, 'Referred elsewhere');
      await shows(navigator, id, 'referred_elsewhere');
      await journey.look(navigator, 'forward-profile');
      await rowOf(navigator, id).getByRole('link', { name: 'Refer elsewhere' }).click();
      await navigator.getByText('You are searching for Ines Moreno').waitFor();
      expect(await navigator.getByLabel('ZIP').inputValue()).toBe('94063');
      await journey.look(navigator, 'forward-search');
      await navigator.getByRole('link', { name: journey.cast.otherProgram.name, exact: true }).click();
      await navigator.getByText('You are searching for Ines Moreno').waitFor();
      await navigator.getByRole('link', { name: /^Connect/ }).click();
      await navigator.getByText(`This continues the referral to ${journey.cast.program.name}.`).waitFor();
      await journey.look(navigator, 'forward-form');
    });

    it('filled in but for the consent; the old page says where it went, in an open browser too', async () => {
      await openLive(claimer, `${journey.url}/referrals/${id}`);
      expect(await navigator.getByLabel(/^Comment/).inputValue()).toBe('Two months behind on rent.');
      await navigator.getByRole('checkbox', { name: /agreed/ }).check();
      await navigator.getByRole('button', { name: 'Send referral' }).click();
      await navigator.waitForURL(/\?sent=/);
      const chain = claimer.locator('#chain');
      await sees(claimer, chain.getByText('Taken further to'));
      expect(await chain.getByRole('link').innerText()).toBe(journey.cast.otherProgram.name);
      await claimer.locator('[data-history]').getByText('Took it further to').waitFor();
      expect(await hasStayed(claimer)).toBe(true);
      await journey.look(claimer, 'forward-old');
    });

    it('and follows how the other end goes (R3)', async () => {
      const further = new URL(navigator.url()).searchParams.get('sent') ?? '';
      await navigator.goto(`${journey.url}/referrals/${further}`);
      await navigator.locator('#chain').getByText('Continues the referral to').waitFor();
      await setStatus(navigator, further, 'Pending');
      await sees(claimer, claimer.locator('#chain [data-status=pending]'));
      expect(await hasStayed(claimer)).toBe(true);
      await journey.look(navigator, 'forward-new');
      await seeker.goto(`${journey.url}/referrals/${id}`);
      await seeker.getByText('We asked another program for you:').waitFor();
      await journey.look(seeker, 'forward-seeker');
      await seeker.goto(`${journey.url}/for-me`);
      await journey.look(seeker, 'forward-for-me');
    });
  });

  describe('R15: who has looked', () => {
    it('is read by the maker from the profile, and by the Site’s admin from its settings', async () => {
      const { seekerId } = await made();
      await claimer.goto(`${journey.url}/people/${seekerId}`);
      await navigator.goto(`${journey.url}/people/${seekerId}`);
      await navigator.getByRole('link', { name: 'Who has looked' }).click();
      await navigator.getByRole('rowheader', { name: /Maria G\./ }).waitFor();
      await journey.look(navigator, 'looks-seeker');
      const admin = await journey.signedIn('admin');
      await admin.goto(`${journey.url}/settings/site/${journey.cast.siteId}`);
      await admin.getByRole('link', { name: 'Who has looked' }).click();
      await admin.getByLabel('Who looked').selectOption({ label: 'Dana Whitfield' });
      await admin.getByRole('button', { name: 'Apply filters' }).click();
      await admin
        .getByRole('rowheader', { name: /Dana W\./ })
        .first()
        .waitFor();
      expect(await admin.getByRole('rowheader', { name: /Maria G\./ }).count()).toBe(0);
      await journey.look(admin, 'looks-site');
    });
  });

  it('left every console silent, every page within 320 px and spoke to nobody else (S-33, S-50, U-04)', () => {
    expect(journey.faults().filter((fault) => !/status of 410/.test(fault))).toEqual([]);
  });
});
