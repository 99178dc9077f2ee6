import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Prisma } from '../../../src/db/generated/client.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast, type ReferralWish } from '../../support/cast.ts';
import { layOut } from './inbound-pages.ts';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());

/** What a Claimer's Inbound page says, rows in order. */
async function inbound(email: string, programId: string, query = ''): Promise<{ status: number; html: string; rows: string[] }> {
  const agent = await app.signIn(email);
  const { status, text } = await agent.get(`/inbound/${programId}${query}`);
  return { status, html: text, rows: [...text.matchAll(/<tr data-referral="([^"]+)"/g)].map((match) => match[1]!) };
}

describe('Inbound Referrals (R20)', () => {
  it('R10: every Claimer of the Program sees every inbound referral, newest first, and nobody else has the page', async () => {
    const older = await makeReferral(app.deps.db, { ...someone('Older'), createdAt: inDays(1) });
    const newer = await makeReferral(app.deps.db, { ...someone('Newer'), createdAt: inDays(2) });
    const forClaimer = await inbound(cast.claimer.email, cast.program.id);
    const forCoclaimer = await inbound(cast.coclaimer.email, cast.program.id);
    expect(forClaimer.rows.slice(0, 2)).toEqual([newer.id, older.id]);
    expect(forCoclaimer.rows).toEqual(forClaimer.rows);
    for (const email of [cast.navigator.email, cast.stranger.email, cast.seeker.email, cast.admin.email]) {
      expect((await inbound(email, cast.program.id)).status).toBe(404);
    }
    expect((await inbound(cast.coclaimer.email, cast.otherProgram.id)).status).toBe(404);
  });

  it('R20: counts what is not updated beside each Program of the chooser, and in the header over all of them', async () => {
    await makeReferral(app.deps.db, { ...someone('Waiting'), programId: cast.otherProgram.id });
    const { html } = await inbound(cast.claimer.email, cast.program.id);
    const counts = await app.deps.db.referral.groupBy({ by: ['programId'], where: { status: 'not_updated' }, _count: true });
    const countOf = (id: string): number => counts.find(({ programId }) => programId === id)?._count ?? 0;
    const rail = /<nav class="rail".*?<\/nav>/s.exec(html)?.[0] ?? '';
    const shown = [...rail.matchAll(/class="n[^"]*">(\d+)</g)].map((match) => Number(match[1]));
    expect(shown.sort()).toEqual([countOf(cast.program.id), countOf(cast.otherProgram.id)].sort());
    const all = countOf(cast.program.id) + countOf(cast.otherProgram.id);
    expect(html).toMatch(new RegExp(`Inbound Referrals <span class="n"[^>]*><span class="vh">, </span>${String(all)}<`));
  });

  it('R20: counts up to five hundred and says when there are more, and every page of them can be reached', async () => {
    const { id } = await makeReferral(app.deps.db, { ...someone('Multiplied'), programId: cast.otherProgram.id, status: 'no_capacity' });
    const page = (number: number) => inbound(cast.claimer.email, cast.otherProgram.id, `?status=no_capacity&page=${String(number)}`);
    await multiply(id, 499);
    expect((await page(1)).html).toContain('500 referrals, 1 filter');
    expect((await page(1)).html).toContain('Page 1 of 20');
    await multiply(id, 30);
    const first = (await page(1)).html;
    expect(first).toContain('500+ referrals, 1 filter');
    expect(first).toContain('1 to 25 of 500+');
    expect(first).not.toContain('Page 1 of');
    const [later, last] = [await page(21), await page(22)];
    expect(later.html).toContain('501 to 525 of 525+');
    expect(later.html).toContain('page=22');
    expect(last.html).toContain('526 to 530 of 530');
    expect(last.html).not.toContain('page=23');
    await layOut(app, Prisma.sql`UPDATE referral SET status = 'not_updated' WHERE program_id = ${cast.otherProgram.id}::uuid`);
    const { html } = await inbound(cast.claimer.email, cast.program.id);
    expect(/<nav class="rail".*?<\/nav>/s.exec(html)?.[0]).toContain('>500+<');
    expect(html).toMatch(/Inbound Referrals <span class="n"[^>]*><span class="vh">, <\/span>500\+</);
    await layOut(app, Prisma.sql`UPDATE referral SET status = 'got_help' WHERE program_id = ${cast.otherProgram.id}::uuid`);
  });

  it('R20: filters by status and by category, says how many, and each chip takes its filter away', async () => {
    const helped = await makeReferral(app.deps.db, { ...someone('Helped'), status: 'got_help' });
    const full = await makeReferral(app.deps.db, { ...someone('Full'), status: 'no_capacity' });
    const gotHelp = await inbound(cast.claimer.email, cast.program.id, '?status=help');
    expect(gotHelp.rows).toEqual([helped.id]);
    expect(gotHelp.html).toContain('1 referral, 1 filter');
    expect(gotHelp.html).toContain(`href="/inbound/${cast.program.id}"`);
    const both = await inbound(cast.claimer.email, cast.program.id, '?status=help&status=no_capacity');
    expect(both.rows.sort()).toEqual([helped.id, full.id].sort());
    expect(both.html).toContain(`href="/inbound/${cast.program.id}?status=no_capacity"`);
  });

  it('answers an address it does not understand with the whole list, never with an error', async () => {
    const agent = await app.signIn(cast.claimer.email);
    for (const query of ['?status=nonsense', '?page=-1', '?page=x', '?received=9', '?status[a]=b', '?status=help&page=999999999999']) {
      const answer = await agent.get(`/inbound/${cast.program.id}${query}`);
      expect([200, 303], query).toContain(answer.status);
    }
    expect((await agent.get('/inbound/not-an-id')).status).toBe(404);
  });

  it('R14: shows only the name of somebody who asked not to be reached, whether the form or the profile says so', async () => {
    const form = await makeReferral(app.deps.db, someone('Quiet', { contactPreference: 'dont_reach_out', phone: '(650) 555-0777' }));
    const profile = await makeReferral(app.deps.db, someone('Later', { phone: '(650) 555-0778' }));
    await app.deps.db.seeker.update({ where: { id: profile.seekerId }, data: { contactPreference: 'dont_reach_out' } });
    const { html, rows } = await inbound(cast.claimer.email, cast.program.id);
    expect(rows).toContain(form.id);
    expect(rows).toContain(profile.id);
    expect(html).not.toContain('0777');
    expect(html).not.toContain('0778');
    expect(html).toContain('Quiet');
  });

  it('U-21: a live re-read keeps the rows the reader has on the screen, though they no longer fit the filter', async () => {
    const moved = await makeReferral(app.deps.db, { ...someone('Moved'), status: 'pending' });
    const elsewhere = await makeReferral(app.deps.db, { ...someone('Elsewhere'), programId: cast.otherProgram.id });
    const agent = await app.signIn(cast.coclaimer.email);
    const reread = await agent
      .get(`/inbound/${cast.program.id}?status=help`)
      .set('X-Live', '1')
      .set('X-Live-Rows', `${moved.id},${elsewhere.id}`);
    expect(reread.text).toMatch(new RegExp(`data-referral="${moved.id}"[^>]*data-live-kept`));
    expect(reread.text).not.toContain(elsewhere.id);
    const opened = await agent.get(`/inbound/${cast.program.id}?status=help`).set('X-Live-Rows', moved.id);
    expect(opened.text).not.toContain(moved.id);
  });

  it('shows 25 to a page, with the rest behind "Next page"', async () => {
    for (let i = 0; i < 26; i += 1) await makeReferral(app.deps.db, { ...someone(`Many${String(i)}`), programId: cast.otherProgram.id });
    const first = await inbound(cast.claimer.email, cast.otherProgram.id);
    const second = await inbound(cast.claimer.email, cast.otherProgram.id, '?page=2');
    expect(first.rows).toHaveLength(25);
    expect(first.html).toContain('Next page');
    expect(second.rows.length).toBeGreaterThan(0);
    expect(second.rows.filter((id) => first.rows.includes(id))).toEqual([]);
  });

  it('leads a Claimer to the Program with most to do, and tells anybody else how to get one', async () => {
    const claimer = await app.signIn(cast.claimer.email);
    const led = await claimer.get('/inbound');
    expect(led.status).toBe(303);
    expect(led.headers['location']).toBe(`/inbound/${cast.otherProgram.id}`);
    const navigator = await app.signIn(cast.navigator.email);
    const none = await navigator.get('/inbound');
    expect(none.status).toBe(200);
    expect(none.text).toContain('You do not work on a Program here yet');
  });
});

function someone(firstName: string, words: ReferralWish['seeker'] = {}): ReferralWish {
  return { makerId: cast.navigator.id, programId: cast.program.id, seeker: { ...words, firstName, lastName: 'Person' } };
}

/** Later than anything else the tests of this file make. */
function inDays(days: number): Date {
  return new Date(app.deps.clock.now().getTime() + days * 86_400_000);
}

/** As many copies of a referral. */
async function multiply(id: string, copies: number): Promise<void> {
  await layOut(
    app,
    Prisma.sql`INSERT INTO referral SELECT copy.* FROM referral r, generate_series(1, ${copies}::int) n,
      LATERAL jsonb_populate_record(r, jsonb_build_object('id', md5(n::text || random()::text)::uuid)) copy WHERE r.id = ${id}::uuid`,
  );
}
