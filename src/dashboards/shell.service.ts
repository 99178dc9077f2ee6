import { demoPanel } from '../components/demo-panel.ts';
import { MY_ACCOUNT, settingsHref } from '../components/settings-nav.ts';
import { zoneFacts } from '../components/zone-note.ts';
import type { UserActor } from '../domain/actor.ts';
import type { Deps } from '../deps.ts';
import { isDemo } from '../demo/demo.service.ts';
import { shortName } from '../domain/display-name.ts';
import { isNavigator } from '../domain/membership.ts';
import { isDatabaseAway } from '../db/failure.ts';
import type { Shell } from '../http/shell-components.ts';
import { languagesOf } from '../http/language.ts';
import { pageAddress } from '../http/page-address.ts';
import type { ShellBuilder } from '../http/page.ts';
import { sessionEndOf } from '../http/session.ts';
import { themeOf, THEMES, type Theme } from '../http/theme.ts';
import { directionOf, ENDONYMS } from '../i18n/languages.ts';
import { languageNow } from '../i18n/speaking.ts';
import { t } from '../i18n/translate.ts';
import { areasOf } from './areas.ts';
import { noShellFacts, shellFacts, type ShellFacts } from './shell.store.ts';

/** What surrounds every page, for whoever asks. Without the database it still stands, only without counts. */
export function shellBuilder(deps: Pick<Deps, 'config' | 'db' | 'clock'>): ShellBuilder {
  return async (req, known) => {
    const { user } = req;
    const end = user ? sessionEndOf(req) : null;
    return {
      areas: areasOf(user, user ? await factsOrNone(deps, user, known?.notUpdated) : noShellFacts),
      account: user ? { name: shortName(user.firstName, user.lastName), href: MY_ACCOUNT, settings: settingsHref(user) } : null,
      banner: null,
      demo: (await isDemo(deps)) ? demoPanel(user, req.path === '/login') : null,
      notice: null,
      noindex: false,
      live: user !== undefined,
      liveLink: null,
      exit: isForThemselves(req.path, user),
      sessionSeconds: end === null ? null : Math.floor((end - deps.clock.now().getTime()) / 1_000),
      ...zoneFacts(user, deps.config, true),
      ...languageFacts(req),
      ...themeFacts(req),
    };
  };
}

/** Where people look for help and follow what came of it. Who works here does so for others, and needs no way out in a hurry (P-11). */
function isForThemselves(path: string, user: UserActor | undefined): boolean {
  const worksHere = user !== undefined && (isNavigator(user) || user.isOperator);
  return !worksHere && /^\/(?:programs|for-me|l|referrals|settings\/account)(?:\/|$)/.test(path);
}

/** An answer to a form cannot be asked for again: in another language it is the page of that form, as it was before. */
function languageFacts(req: Parameters<ShellBuilder>[0]): Pick<Shell, 'language' | 'direction' | 'languages'> {
  const language = languageNow();
  const others = languagesOf(req).filter((other) => other !== language);
  const clears = req.method !== 'GET';
  const returnTo = clears ? pageAddress(req.originalUrl, req.body) : req.originalUrl;
  const languages = { returnTo, clears, leaves: false, others: others.map((code) => ({ code, name: ENDONYMS[code] })) };
  return { language, direction: directionOf(language), languages };
}

const THEME_NAMES: Record<Theme, () => string> = {
  system: () => t('Same as my device'),
  light: () => t('Light'),
  dark: () => t('Dark'),
};

function themeFacts(req: Parameters<ShellBuilder>[0]): Pick<Shell, 'theme' | 'themes'> {
  const theme = themeOf(req);
  const choices = THEMES.map((value) => ({ value, label: THEME_NAMES[value](), current: value === theme }));
  return { theme, themes: req.method === 'GET' ? { returnTo: req.originalUrl, choices } : null };
}

async function factsOrNone(deps: Pick<Deps, 'db'>, user: UserActor, notUpdated: number | undefined): Promise<ShellFacts> {
  try {
    return await shellFacts(deps.db, user, notUpdated);
  } catch (error) {
    if (isDatabaseAway(error)) return noShellFacts;
    throw error;
  }
}
