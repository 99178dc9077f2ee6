import type { DemoPanel } from '../components/demo-panel.ts';
import type { Language } from '../i18n/languages.ts';
import type { Theme, ThemeSwitch } from './theme.ts';
import type { Link, Notice } from './components.ts';

/** What surrounds a page. */
export interface Shell {
  areas: Area[];
  /** Whose session it is; null for anybody. */
  account: ShellAccount | null;
  banner: SearchBanner | null;
  /** Null in production, beside real data, and wherever it is not certain. */
  demo: DemoPanel | null;
  notice: Notice | null;
  noindex: boolean;
  /** The page follows the server: somebody is signed in, or it is a Status link page. */
  live: boolean;
  /** The public id of the Status link a page belongs to. */
  liveLink: string | null;
  /** "Exit this page" is on top (P-11). */
  exit: boolean;
  /** Until the session ends unless it is used again (S-12); null when nobody is signed in. */
  sessionSeconds: number | null;
  /** Of all times on the page, for those that scripts add. */
  timeZone: string;
  /** Null where it is the installation's. */
  zoneNote: ZoneNote | null;
  language: Language;
  direction: 'ltr' | 'rtl';
  languages: LanguageSwitch | null;
  theme: Theme;
  /** Null where changing it would lose what was typed. */
  themes: ThemeSwitch | null;
}

/** Says at the foot by which clock the page's times are, and by which its opening hours. */
export interface ZoneNote {
  times: string;
  hours: string;
  /** Where to choose another; null without an account at hand. */
  change: string | null;
}

/** The other languages of a page. */
export interface LanguageSwitch {
  /** The page to come back to. */
  returnTo: string;
  /** The page answers a form: in another language that form is as it was before. */
  clears: boolean;
  /** The page answers a form and has none: another language is that of the page before. */
  leaves: boolean;
  others: { code: Language; name: string }[];
}

export interface ShellAccount {
  name: string;
  href: string;
  /** The rest of the settings; null where there is nothing but the account (R27). */
  settings: string | null;
}

export interface Area extends Link {
  current: boolean;
  /** How many wait there; null for none. */
  count: string | null;
}

/** "You are searching for Ana Ruiz", with the way out (R21). */
export interface SearchBanner {
  name: string;
  out: Link;
}
