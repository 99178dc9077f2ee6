import type { Link } from '../http/components.ts';
import type { Conflict } from '../http/referral-components.ts';

declare module '../http/page.ts' {
  interface Pages {
    'status-links/conflict': LinkConflictPage;
  }
}

/** Somebody changed the status while the link's holder was choosing (R5). */
export interface LinkConflictPage {
  id: string;
  heading: string;
  conflict: Conflict;
  back: Link;
}
