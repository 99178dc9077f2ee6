import type { Link } from './components.ts';

/** One part of the settings, in the row of links above each of their pages. */
export interface NavLink extends Link {
  current: boolean;
}
