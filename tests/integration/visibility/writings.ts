import type { Agent } from 'supertest';
import type { TestApp } from '../../support/app.ts';

/** What no page of anybody else may hold. */
export const WRITTEN = 'sleeps at the laundromat';

/** The ids of what helpers wrote about a Seeker among each other (R19, R24). */
export interface Writings {
  noteId: string;
  seekerNoteId: string;
  goalId: string;
}

/** A note on the referral, one on the profile, and a Goal: each says the same secret. */
export async function writeAbout(
  { deps: { db } }: TestApp,
  helper: Agent,
  { referralId, seekerId }: { referralId: string; seekerId: string },
): Promise<Writings> {
  const send = async (address: string, body: object): Promise<void> => {
    const { status, text } = await helper.post(address).type('form').send(body);
    if (status !== 303) throw new Error(`${address} was answered with ${String(status)}: ${text}`);
  };
  await send(`/referrals/${referralId}/notes`, { body: WRITTEN });
  await send(`/people/${seekerId}/notes`, { body: WRITTEN });
  await send(`/people/${seekerId}/goals`, { title: WRITTEN });
  const [note, seekerNote, goal] = await Promise.all([
    db.note.findFirstOrThrow({ where: { referralId } }),
    db.note.findFirstOrThrow({ where: { seekerId, referralId: null } }),
    db.goal.findFirstOrThrow({ where: { seekerId } }),
  ]);
  return { noteId: note.id, seekerNoteId: seekerNote.id, goalId: goal.id };
}
