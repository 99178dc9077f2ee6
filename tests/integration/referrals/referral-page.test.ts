import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast, type Role } from '../../support/cast.ts';

let app: TestApp;
let cast: Cast;
let referralId: string;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
  const wish = {
    makerId: cast.navigator.id,
    programId: cast.program.id,
    teamIds: [cast.familyNavigation],
    comment: 'Two weeks behind on rent',
  };
  referralId = (await makeReferral(app.deps.db, wish)).id;
});
afterAll(() => app.close());

async function pageFor(role: Role): Promise<{ status: number; text: string }> {
  return (await app.signIn(cast[role].email)).get(`/referrals/${referralId}`);
}

describe('the referral page (R18)', () => {
  test.each<Role>(['navigator', 'colleague', 'claimer', 'coclaimer'])(
    'shows %s the Program, the comment, the status with its control, the notes and the history',
    async (role) => {
      const { status, text } = await pageFor(role);
      expect(status).toBe(200);
      expect(text.match(/<h1/g)).toHaveLength(1);
      expect(text).toContain(cast.program.name.replace('&', '&amp;'));
      expect(text).toContain('Two weeks behind on rent');
      for (const part of ['data-status="', 'Save status', 'Add Note', 'data-history']) expect(text, part).toContain(part);
    },
  );

  test('offers a Goal to those who refer, and says nothing of Goals to the Program (R11, R24)', async () => {
    expect((await pageFor('colleague')).text).toContain('+ Add to a Goal');
    expect((await pageFor('claimer')).text).not.toMatch(/\bgoals?\b/i);
  });

  test.each<Role>(['outsider', 'admin', 'stranger', 'seeker'])('does not exist for %s (R13)', async (role) => {
    expect((await pageFor(role)).status).toBe(404);
  });
});
