import { Router, type Response } from 'express';
import type { Deps } from '../deps.ts';
import { parseForm } from '../http/forms.ts';
import { cookieOf, isSecure } from '../http/session.ts';
import { THEME_COOKIE, type Theme } from '../http/theme.ts';
import { t } from '../i18n/translate.ts';
import { PageThemeForm } from './page-theme.forms.ts';

const YEAR_MS = 365 * 86_400_000;

/** Light or dark, chosen on any page for this browser, with or without an account (U-23). */
export function createPageThemeRouter(deps: Deps): Router {
  const router = Router();
  const { cookie } = cookieOf(isSecure(deps.config.publicUrl));
  router.post('/theme', async (req, res) => {
    const form = parseForm(PageThemeForm, req.body);
    if (!form.ok) {
      await refuse(res);
      return;
    }
    remember(res, form.value.theme, cookie);
    res.redirect(303, form.value.returnTo);
  });
  return router;
}

/** Whoever goes by their device has nothing to keep. */
function remember(res: Response, theme: Theme, cookie: object): void {
  if (theme === 'system') res.clearCookie(THEME_COOKIE, cookie);
  else res.cookie(THEME_COOKIE, theme, { ...cookie, maxAge: YEAR_MS });
}

/** A form of buttons has nothing to correct. */
async function refuse(res: Response): Promise<void> {
  const heading = t('Those are no colors we have');
  const text = t('Go back and choose light or dark at the foot of the page.');
  await res.page('errors/show', { heading, text, requestId: null }, { title: heading, status: 422 });
}
