import type { NavLink } from '../http/settings-components.ts';

declare module '../http/page.ts' {
  interface Pages {
    'settings/sure': SurePage;
  }
}

/** Says what will happen, and asks; or says why it cannot. */
export interface SurePage {
  nav: NavLink[];
  heading: string;
  paragraphs: string[];
  what: string[];
  /** Null where it cannot be done. */
  button: { action: string; label: string; idem: string } | null;
  back: { href: string; label: string };
}
