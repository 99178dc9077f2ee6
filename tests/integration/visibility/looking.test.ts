import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast } from '../../support/cast.ts';
import { HOUR } from '../../support/movable-clock.ts';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());

const seeker = async (): Promise<string> =>
  (await makeReferral(app.deps.db, { makerId: cast.navigator.id, programId: cast.program.id })).seekerId;
const looksAt = (seekerId: string) => app.deps.db.accessLog.count({ where: { seekerId } });

describe('R15: nobody reads a Seeker’s Personal Information without a trace', () => {
  it('by calling every reading of the profile a refresh: a refresh of a page nobody opened is a look', async () => {
    const seekerId = await seeker();
    const colleague = await app.signIn(cast.colleague.email);
    for (let time = 0; time < 3; time += 1) expect((await colleague.get(`/people/${seekerId}`).set('X-Live', '1')).status).toBe(200);
    expect(await looksAt(seekerId)).toBe(1);
    app.clock.forward(13 * HOUR);
    await (await app.signIn(cast.colleague.email)).get(`/people/${seekerId}`).set('X-Live', '1');
    expect(await looksAt(seekerId)).toBe(2);
  });

  it('by opening the Connect form that is filled in from it', async () => {
    const seekerId = await seeker();
    const colleague = await app.signIn(cast.colleague.email);
    const { text } = await colleague.get(`/programs/${cast.otherProgram.id}/connect?seekerId=${seekerId}`);
    expect(text).toContain('(650) 555-0142');
    expect(await looksAt(seekerId)).toBe(1);
    await colleague.get(`/people/${seekerId}`);
    expect(await looksAt(seekerId)).toBe(1);
  });
});
