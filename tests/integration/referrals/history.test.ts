import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Agent } from 'supertest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast, type Role } from '../../support/cast.ts';
import { eventsOf, setStatus } from './referral-forms.ts';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});

afterAll(() => app.close());

async function referralBy(maker: Role, programId = cast.program.id): Promise<string> {
  const made = await makeReferral(app.deps.db, {
    makerId: cast[maker].id,
    programId,
    seeker: { firstName: 'Ana', lastName: 'Ruiz', userId: cast.seeker.id },
  });
  return made.id;
}

async function lastName(id: string): Promise<{ name: string; organization: string | null }> {
  const event = (await eventsOf(app, id)).at(-1)!;
  return { name: event.actorName, organization: event.actorOrganization };
}

async function actsAs(role: Role, id: string, status: string): Promise<Agent> {
  const agent = await app.signIn(cast[role].email);
  expect(await setStatus(app, agent, id, status)).toBe(303);
  return agent;
}

describe('R7: who somebody is in history', () => {
  test('a Worker is named with the Site', async () => {
    const id = await referralBy('navigator');
    await actsAs('navigator', id, 'got_help');
    expect(await lastName(id)).toEqual({ name: 'Dana W.', organization: 'Riverside Clinic' });
  });

  test('a Claimer is named with the Program', async () => {
    const id = await referralBy('navigator');
    await actsAs('claimer', id, 'pending');
    expect(await lastName(id)).toEqual({ name: 'Maria G.', organization: 'Fair Oaks Rent & Home Help' });
  });

  test('a Worker who became a Claimer later is named with the Site, also when acting as a Claimer', async () => {
    const id = await referralBy('navigator');
    await actsAs('both', id, 'pending');
    expect(await lastName(id)).toEqual({ name: 'Thuy L.', organization: 'Riverside Clinic' });
  });

  test('a Claimer who became a Worker later is named with the Program', async () => {
    await app.deps.db.membership.create({
      data: { userId: cast.coclaimer.id, teamId: cast.frontDesk, joinedAt: new Date('2026-06-01T09:00:00Z') },
    });
    const id = await referralBy('navigator');
    await actsAs('coclaimer', id, 'pending');
    expect(await lastName(id)).toEqual({ name: 'Joel P.', organization: 'Fair Oaks Rent & Home Help' });
  });

  test('somebody in neither is named without an organization', async () => {
    const id = await referralBy('navigator');
    await actsAs('seeker', id, 'got_help');
    expect(await lastName(id)).toEqual({ name: 'Ana R.', organization: null });
  });

  test('what was true is kept: a new name, another Site and leaving change nothing', async () => {
    const { db } = app.deps;
    const id = await referralBy('outsider');
    await actsAs('outsider', id, 'pending');
    const before = await eventsOf(app, id);
    await db.user.update({ where: { id: cast.outsider.id }, data: { firstName: 'Helena', lastName: 'Zweig' } });
    await db.site.update({ where: { id: cast.siteId }, data: { name: 'Riverside Hospital' } });
    await db.membership.deleteMany({ where: { userId: cast.outsider.id } });
    expect(await eventsOf(app, id)).toEqual(before);
    const page = await (await app.signIn(cast.outsider.email)).get(`/referrals/${id}`);
    expect(page.text).toContain('<b>Lena K.</b>, Riverside Clinic');
    // The header names the reader as they are now.
    expect(page.text.split('data-history')[1]).not.toContain('Helena Z.');
    await db.site.update({ where: { id: cast.siteId }, data: { name: 'Riverside Clinic' } });
  });
});

describe('R6: the page’s history', () => {
  test('is newest first, with when, who, what, through what and why', async () => {
    const id = await referralBy('navigator');
    await actsAs('claimer', id, 'needs_client_action');
    const agent = await app.signIn(cast.claimer.email);
    await agent
      .post(`/referrals/${id}/status`)
      .set('Accept', 'application/json')
      .send({ status: 'eligible', version: 2, reason: 'Lease <b>here</b>' });
    const { text } = await agent.get(`/referrals/${id}`);
    const history = /<ol[^>]*data-history[\s\S]*?<\/ol>/.exec(text)?.[0] ?? '';
    const entries = history.split('<li').slice(1);
    expect(entries).toHaveLength(4);
    expect(entries[0]).toContain('by API');
    expect(entries[0]).toContain('Lease &lt;b&gt;here&lt;/b&gt;');
    expect(entries[0]).toMatch(/data-status="needs_client_action"[\s\S]*data-status="eligible"/);
    expect(entries[1]).toMatch(/Maria G\.<\/b>, Fair Oaks/);
    for (const entry of entries.slice(1)) expect(entry).toContain('in the dashboard');
    const own = (await (await app.signIn(cast.seeker.email)).get(`/referrals/${id}`)).text;
    expect(own.split('data-history')[1]).toContain('on this site');
    expect(own).not.toContain('dashboard');
    expect(entries[2]).toContain('Seen for the first time');
    expect(entries[3]).toContain('Sent');
    expect(entries.every((entry) => /<time[^>]*datetime="\d{4}-/.test(entry))).toBe(true);
  });

  test('shows goals to the referring side alone (R11), and that a note was written to everybody but the Seeker (R12)', async () => {
    const id = await referralBy('navigator');
    const base = {
      referralId: id,
      via: 'dashboard' as const,
      actorUserId: cast.navigator.id,
      actorName: 'Dana W.',
      actorOrganization: 'Riverside Clinic',
    };
    await app.deps.db.referralEvent.createMany({
      data: [
        { ...base, kind: 'goal_added' },
        { ...base, kind: 'goal_moved' },
        { ...base, kind: 'goal_removed' },
        { ...base, kind: 'note_added' },
      ],
    });
    for (const role of ['navigator', 'colleague', 'claimer', 'seeker'] as const) {
      const { text } = await (await app.signIn(cast[role].email)).get(`/referrals/${id}`);
      expect(text.includes('goal')).toBe(role === 'navigator' || role === 'colleague');
      expect(text.includes('Added a note')).toBe(role !== 'seeker');
    }
  });

  test('a long history is shown in part, and whole when asked for', async () => {
    const id = await referralBy('navigator');
    const base = { referralId: id, kind: 'note_added' as const, via: 'dashboard' as const, actorName: 'Dana W.' };
    await app.deps.db.referralEvent.createMany({ data: Array.from({ length: 120 }, () => base) });
    const agent = await app.signIn(cast.navigator.email);
    const entries = (text: string): number => text.split('id="event-').length - 1;
    const part = await agent.get(`/referrals/${id}`);
    expect(entries(part.text)).toBe(100);
    expect(part.text).toContain('Show the whole history');
    expect(entries((await agent.get(`/referrals/${id}?history=all`)).text)).toBe(121);
  });
});

describe('R6: append-only down to the database', () => {
  test('the app’s role may not change or delete an entry, nor the access log', async () => {
    const { db } = app.deps;
    const id = await referralBy('navigator');
    await (await app.signIn(cast.navigator.email)).get(`/referrals/${id}`);
    const before = await eventsOf(app, id);
    await expect(db.referralEvent.updateMany({ where: { referralId: id }, data: { actorName: 'Nobody' } })).rejects.toThrow();
    await expect(db.referralEvent.deleteMany({ where: { referralId: id } })).rejects.toThrow();
    await expect(db.accessLog.deleteMany({ where: { referralId: id } })).rejects.toThrow();
    await expect(db.accessLog.updateMany({ where: { referralId: id }, data: { userName: 'Nobody' } })).rejects.toThrow();
    expect(await eventsOf(app, id)).toEqual(before);
    expect(await db.accessLog.count({ where: { referralId: id } })).toBe(1);
  });
});
