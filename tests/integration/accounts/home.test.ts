import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast, type Role } from '../../support/cast.ts';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
  const { db } = app.deps;
  for (const programId of [cast.program.id, cast.program.id, cast.otherProgram.id])
    await makeReferral(db, { makerId: cast.navigator.id, programId });
  await makeReferral(db, { makerId: cast.navigator.id, programId: cast.program.id, status: 'pending' });
});
afterAll(() => app.close());

/** The areas in the header, with their counts. */
async function areasOf(role: Role): Promise<string[]> {
  const browser = await app.signIn(cast[role].email);
  const { text } = await browser.get('/settings/account');
  const list = /<nav class="areas"[^>]*>([\s\S]*?)<\/nav>/.exec(text)?.[1] ?? '';
  return [...list.matchAll(/<a [^>]*>([\s\S]*?)<\/a>/g)].map((match) => (match[1] ?? '').replace(/<[^>]+>/g, '').trim());
}

describe('the front door', () => {
  it.each<[Role, string]>([
    ['navigator', '/people'],
    ['both', '/people'],
    ['admin', '/people'],
    ['claimer', '/inbound'],
    ['seeker', '/for-me'],
    ['stranger', '/for-me'],
  ])('sends %s to %s', async (role, area) => {
    const answer = await (await app.signIn(cast[role].email)).get('/');
    expect([answer.status, answer.headers['location']]).toEqual([303, area]);
  });

  it('shows strangers where to find help and where to sign in', async () => {
    const { status, text } = await app.request().get('/');
    expect(status).toBe(200);
    for (const href of ['/programs', '/login', '/signup']) expect(text).toContain(`href="${href}"`);
    expect(text.match(/<h1/g)).toHaveLength(1);
  });
});

describe('the areas of the header', () => {
  it('are those of what somebody is, with what nobody has updated over their Programs (R20)', async () => {
    expect(await areasOf('navigator')).toEqual(['People I’m Helping', 'Find programs']);
    expect(await areasOf('claimer')).toEqual(['People I’m Helping', 'Inbound Referrals , 3 not updated', 'Find programs']);
    expect(await areasOf('coclaimer')).toEqual(['People I’m Helping', 'Inbound Referrals , 2 not updated', 'Find programs']);
    expect(await areasOf('stranger')).toEqual(['Referrals for Me', 'Find programs']);
  });

  it('gain "Referrals for Me" with a referral of one’s own (R25)', async () => {
    await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.otherProgram.id, seeker: { userId: cast.colleague.id } });
    expect(await areasOf('colleague')).toContain('Referrals for Me');
  });

  it('gain "People I’m Helping" with a referral made for somebody', async () => {
    await makeReferral(app.deps.db, { makerId: cast.seeker.id, programId: cast.otherProgram.id });
    expect(await areasOf('seeker')).toEqual(['People I’m Helping', 'Referrals for Me', 'Find programs']);
  });
});
