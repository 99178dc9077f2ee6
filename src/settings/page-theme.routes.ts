import { Router, type Response } from 'express';
import type { Deps } from '../deps.ts';
import { cookiePlace, keepForAYear } from '../http/cookies.ts';
import { parseForm } from '../http/forms.ts';
import { THEME_COOKIE } from '../http/theme.ts';
import { t } from '../i18n/translate.ts';
import { PageThemeForm } from './page-theme.forms.ts';

/** Light or dark, chosen on any page for this browser, with or without an account (U-23). */
export function createPageThemeRouter(deps: Deps): Router {
  const router = Router();
  router.post('/theme', async (req, res) => {
    const form = parseForm(PageThemeForm, req.body);
    if (!form.ok) {
      await refuse(res);
      return;
    }
    const { theme, returnTo } = form.value;
    // Whoever goes by their device has nothing to keep.
    if (theme === 'system') res.clearCookie(THEME_COOKIE, cookiePlace(deps.config));
    else keepForAYear(res, deps.config, THEME_COOKIE, theme);
    res.redirect(303, returnTo);
  });
  return router;
}

/** A form of buttons has nothing to correct. */
async function refuse(res: Response): Promise<void> {
  const heading = t('Those are no colors we have');
  const text = t('Go back and choose light or dark at the foot of the page.');
  await res.page('errors/show', { heading, text, requestId: null }, { title: heading, status: 422 });
}
