import { Prisma } from '../db/generated/client.ts';

/** What form and profile say about reaching the Seeker, as `reachSeeker` takes it: of referral `r` and its Seeker `k`. */
export const REACH_WORDS = Prisma.sql`
  jsonb_build_object('shared', jsonb_build_object('email', r.shared_email, 'preference', r.shared_preference), 'profile',
    jsonb_build_object('email', k.email, 'preference', k.contact_preference), 'profileIsNewer', k.updated_at > r.created_at)`;
