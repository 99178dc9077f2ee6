import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeReferral, type Cast } from '../../support/cast.ts';
import { routesOf } from '../../support/routes.ts';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app.deps.db);
});
afterAll(() => app.close());

describe('R19: a note cannot be edited', () => {
  it('no route there is changes one: they are added, and deleted, by POST', () => {
    const routes = routesOf(app.app).flatMap(({ method, path }) => (path.includes('notes') ? [`${method} ${path}`] : []));
    expect(routes.sort()).toEqual([
      'POST /people/:seekerId/goals/:goalId/notes',
      'POST /people/:seekerId/notes',
      'POST /people/:seekerId/notes/:seekerNoteId/delete',
      'POST /referrals/:referralId/notes',
      'POST /referrals/:referralId/notes/:noteId/delete',
    ]);
  });

  it('nor does the database let anybody: its text may be taken once, with who and when, and nothing else', async () => {
    const { db } = app.deps;
    const { id: referralId } = await makeReferral(db, { makerId: cast.navigator.id, programId: cast.program.id });
    const navigator = await app.signIn(cast.navigator.email);
    await navigator.post(`/referrals/${referralId}/notes`).type('form').send({ body: 'As it was said' });
    const note = await db.note.findFirstOrThrow({ where: { referralId } });
    const where = { id: note.id };
    const refused = [
      () => db.note.update({ where, data: { body: 'Something else' } }),
      () => db.note.update({ where, data: { ownSideOnly: true } }),
      () => db.note.update({ where, data: { authorName: 'Somebody else' } }),
      () => db.note.update({ where, data: { body: null, deletedAt: new Date(), authorName: 'Somebody else' } }),
      () => db.note.delete({ where }),
    ];
    for (const change of refused) await expect(change()).rejects.toThrow(/never edited/);
    expect(await db.note.findFirst({ where })).toEqual(note);
    await db.note.update({ where, data: { body: null, deletedAt: new Date(), deletedByName: 'Dana W.' } });
    await expect(db.note.update({ where, data: { body: 'Back again', deletedAt: null } })).rejects.toThrow(/never edited/);
    await expect(db.note.update({ where, data: { deletedByName: 'Somebody else' } })).rejects.toThrow(/never edited/);
  });

  it('only a note on a referral has another side to be kept from', async () => {
    const { db } = app.deps;
    const { seekerId } = await makeReferral(db, { makerId: cast.navigator.id, programId: cast.program.id });
    const data = { seekerId, body: 'On the profile', side: 'referring' as const, authorId: cast.navigator.id, authorName: 'Dana W.' };
    await expect(db.note.create({ data: { ...data, ownSideOnly: true } })).rejects.toThrow(/note_own_side_check/);
    await expect(db.note.create({ data: { ...data, side: 'program' } })).rejects.toThrow(/note_side_check/);
  });
});
