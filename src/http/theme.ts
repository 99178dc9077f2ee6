import type { Request } from 'express';
import { cookieIn } from './cookies.ts';

export const THEME_COOKIE = 'theme';
/** `system` is what the device says. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The buttons for it. */
export interface ThemeSwitch {
  /** The page to come back to. */
  returnTo: string;
  choices: { value: Theme; label: string; current: boolean }[];
}

/** The colors somebody chose for this browser (U-23): the server writes them into the page, so that none shows the others first. */
export function themeOf(req: Pick<Request, 'headers'>): Theme {
  const chosen = cookieIn(req, THEME_COOKIE);
  return THEMES.find((theme) => theme === chosen) ?? 'system';
}
