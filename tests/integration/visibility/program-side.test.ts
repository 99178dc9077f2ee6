import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { EmailState } from '../../../src/db/generated/enums.ts';
import { newId } from '../../../src/db/new-id.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast } from '../../support/cast.ts';
import { sent, unescaped, WELL } from '../../support/connect-form.ts';
import { listenAs, soon } from '../live/live-socket.ts';

let app: TestApp;
let cast: Cast;
let claimer: Agent;
let navigator: Agent;
beforeAll(async () => {
  app = await startApp({ live: true });
  cast = await createCast(app.deps.db);
  [claimer, navigator] = [await app.signIn(cast.claimer.email), await app.signIn(cast.navigator.email)];
});
afterAll(() => app.close());

const SHARED = 'ana.shared@seekers.test';

async function referral(contactPreference: 'email' | 'phone' = 'email'): Promise<string> {
  const seeker = { firstName: 'Ana', lastName: 'Ruiz', email: SHARED, contactPreference };
  return (await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id, seeker })).id;
}

async function mailed(referralId: string, toAddress: string, state: EmailState, lastError: string | null = null): Promise<void> {
  await app.deps.db.email.create({
    data: { kind: 'referral_made', dedupeKey: newId(), toAddress, referralId, party: 'seeker', state, lastError, sentAt: new Date() },
  });
}

/** What the page says of the mail to the Seeker, without the times. */
async function mailLines(browser: Agent, referralId: string): Promise<string[]> {
  const page = unescaped((await browser.get(`/referrals/${referralId}`)).text);
  return [...page.matchAll(/To Ana[\s\S]*?<\/(?:dd|li|p|div)>/g)].map(([line]) =>
    line
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

describe('R11: the Program knows of a Seeker what the form shared, also by what became of their mail (R29)', () => {
  it('not that the address changed since', async () => {
    const id = await referral();
    await mailed(id, SHARED, 'suppressed', 'address_changed');
    await mailed(id, 'ana.secret@seekers.test', 'sent');
    expect((await mailLines(navigator, id)).join()).toMatch(/Their address has changed.*Sent |Sent .*Their address has changed/s);
    const told = await mailLines(claimer, id);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^To Ana Not sent\.$/);
  });

  it('not that they want to be reached in another way now', async () => {
    const [wantedMail, wantsMail] = [await referral('email'), await referral('phone')];
    await mailed(wantedMail, SHARED, 'suppressed', 'preference_changed');
    await mailed(wantsMail, SHARED, 'sent');
    expect(await mailLines(claimer, wantedMail)).toEqual(['To Ana Not sent.']);
    expect(await mailLines(claimer, wantsMail)).toEqual(['To Ana None. They asked for calls.']);
    expect((await mailLines(navigator, wantsMail)).join()).toContain('Sent');
  });

  it('but that they asked not to be reached, and that mail does not get through to the address it was given', async () => {
    const [quiet, broken] = [await referral(), await referral()];
    await mailed(quiet, SHARED, 'suppressed', 'dont_reach_out');
    await mailed(broken, SHARED, 'failed', 'address_refused');
    expect(await mailLines(claimer, quiet)).toEqual(['To Ana Not sent. They asked not to be reached.']);
    expect((await mailLines(claimer, broken)).join()).toContain('Not delivered. The address does not take mail.');
  });

  it('nor whether they have an account', async () => {
    const [without, withOne] = [await referral(), await referral()];
    const { seekerId } = await app.deps.db.referral.findUniqueOrThrow({ where: { id: withOne } });
    await app.deps.db.seeker.update({ where: { id: seekerId }, data: { userId: cast.seeker.id } });
    const who = async (id: string): Promise<string | undefined> =>
      /[^>]*and the Program’s Claimers\./.exec(unescaped((await claimer.get(`/referrals/${id}`)).text))?.[0];
    expect(await who(without)).toBe('Dana W., the team it was shared with, Ana and the Program’s Claimers.');
    expect(await who(withOne)).toBe(await who(without));
  });
});

describe('R14: a Program’s page that is open when somebody asks not to be reached', () => {
  it('hears of it, and shows the name alone when it reads itself again', async () => {
    const id = await referral('phone');
    const { seekerId } = await app.deps.db.referral.findUniqueOrThrow({ where: { id } });
    const coclaimer = await listenAs(app, cast.coclaimer.email);
    const stranger = await listenAs(app, cast.stranger.email);
    const page = () => coclaimer.browser.get(`/referrals/${id}`).set('X-Live', '1');
    expect((await page()).text).toContain(SHARED);
    const quiet = { ...WELL, seekerId, contactPreference: 'dont_reach_out', saveProfile: 'on', profileVersion: '1' };
    await sent(navigator, cast.otherProgram.id, quiet);
    await vi.waitFor(() => expect(coclaimer.ids()).toContain(id), soon);
    expect((await page()).text).not.toContain(SHARED);
    expect(stranger.ids()).toEqual([]);
    for (const one of [coclaimer, stranger]) one.close();
  });
});

describe('P-03: the tab and the browser’s history name nobody', () => {
  it('on no page of the signed-in, whoever reads', async () => {
    const id = await referral();
    const { seekerId } = await app.deps.db.referral.findUniqueOrThrow({ where: { id } });
    const named: string[] = [];
    for (const browser of [claimer, navigator]) {
      for (const address of [
        `/referrals/${id}`,
        `/people/${seekerId}`,
        `/people`,
        `/inbound/${cast.program.id}`,
        `/programs?seekerId=${seekerId}`,
      ]) {
        const title = /<title>([^<]*)/.exec((await browser.get(address)).text)?.[1] ?? '';
        if (/Ana|Ruiz/.test(title)) named.push(`${address}: ${title}`);
      }
      const refused = await browser.post(`/referrals/${id}/status`).type('form').send({ version: 1 });
      expect(/<title>([^<]*)/.exec(refused.text)?.[1]).toMatch(/^Error: Referral/);
    }
    expect(named).toEqual([]);
  });
});
