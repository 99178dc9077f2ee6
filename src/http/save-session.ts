import type { Request } from 'express';

/** Saves what a request keeps in its session: when this resolves, the page that a redirect leads to knows of it. */
export async function saveSession(req: Request): Promise<void> {
  const signedIn = req.session.passport?.user;
  // The whole session is written, as it was read: that it was used meanwhile must stay in it (S-12).
  if (signedIn && req.sessionSeenAt !== undefined) signedIn.seenAt = req.sessionSeenAt;
  await new Promise<void>((resolve, reject) => {
    req.session.save((error: unknown) => {
      if (error) reject(error instanceof Error ? error : new Error('The session could not be saved'));
      else resolve();
    });
  });
}
