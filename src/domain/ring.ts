import { categoryOf, closesLoop, type Status } from './referral-status.ts';

/** The ring of a referral: three open states and three outcomes (R4). */
export const RINGS = ['sent', 'seen', 'acted', 'got_help', 'unresolved', 'closed_unserved'] as const;
export type Ring = (typeof RINGS)[number];

/** Which ring a referral shows. A status that goes back to In progress opens the ring again (R4). */
export function ringOf(status: Status, seen: boolean): Ring {
  if (status === 'got_help') return 'got_help';
  if (categoryOf(status) === 'action') return closesLoop(status) ? 'closed_unserved' : 'unresolved';
  if (status === 'not_updated') return seen ? 'seen' : 'sent';
  return 'acted';
}

/** What the ring says where it stands alone. */
export const RING_NAMES: Record<Ring, string> = {
  sent: 'One of four steps done: sent. Outcome is open.',
  seen: 'Two of four steps done: sent, seen. Outcome is open.',
  acted: 'Three of four steps done: sent, seen, acted on. Outcome is open.',
  got_help: 'The loop is closed: got help.',
  unresolved: 'Answered, but not solved. The loop is open.',
  closed_unserved: 'The loop is closed: no longer interested.',
};

/** The sentence above the status on the referral's page. */
export const RING_HEADLINES: Record<Ring, string> = {
  sent: 'Sent. Not seen yet.',
  seen: 'Seen. Nobody has acted yet.',
  acted: 'Acted on. No outcome yet.',
  got_help: 'The loop is closed.',
  unresolved: 'Answered, but not solved.',
  closed_unserved: 'The loop is closed.',
};
