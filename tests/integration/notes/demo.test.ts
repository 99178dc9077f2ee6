import { afterAll, beforeAll, expect, it } from 'vitest';
import { seedDemo } from '../../../prisma/seed/demo.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { unescaped } from '../../support/connect-form.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await seedDemo(app.deps);
});
afterAll(() => app.close());

it('the demo’s story shows notes and Goals, each to those who may see them (R11, R19, R24)', async () => {
  const { db } = app.deps;
  const note = await db.note.findFirstOrThrow({ where: { body: { startsWith: 'Ana can bring' } } });
  const read = async (who: string, address: string): Promise<string> =>
    unescaped((await (await app.signIn(`${who}@demo.test`)).get(address)).text);
  const page = `/referrals/${note.referralId!}`;
  const navigator = await read('navigator', page);
  for (const words of ['Ana can bring', 'county fund', 'Landlord answers', 'Keep the apartment on Hess Road', 'Deleted a note'])
    expect(navigator).toContain(words);
  const claimer = await read('claimer', page);
  expect(claimer).toContain('Ana can bring');
  expect(claimer).not.toMatch(/county fund|Hess Road/);
  expect(await read('seeker', page)).not.toMatch(/Ana can bring|county fund|Landlord answers|Hess Road/);
  const profile = await read('colleague', `/people/${note.seekerId}`);
  for (const words of ['Ana asked us not to call', '1 completed goal', 'English for the nursing course']) expect(profile).toContain(words);
}, 120_000);
