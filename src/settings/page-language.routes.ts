import { Router, type Response } from 'express';
import { rememberLanguage } from '../accounts/language.service.ts';
import type { Deps } from '../deps.ts';
import { keepForAYear } from '../http/cookies.ts';
import { parseForm } from '../http/forms.ts';
import { LANGUAGE_COOKIE } from '../http/language.ts';
import { t } from '../i18n/translate.ts';
import { PageLanguageForm } from './page-language.forms.ts';

/** The language of the pages, chosen on any of them; somebody signed in has it everywhere, their mail included (U-33). */
export function createPageLanguageRouter(deps: Deps): Router {
  const router = Router();
  router.post('/language', async (req, res) => {
    const form = parseForm(PageLanguageForm, req.body);
    if (!form.ok) {
      await refuse(res);
      return;
    }
    const { language, returnTo } = form.value;
    keepForAYear(res, deps.config, LANGUAGE_COOKIE, language);
    if (req.user) await rememberLanguage(deps, req.user, language);
    res.redirect(303, returnTo);
  });
  return router;
}

/** A form of buttons has nothing to correct. */
async function refuse(res: Response): Promise<void> {
  const heading = t('That is no language we have');
  const text = t('Go back and choose one of the languages on the page.');
  await res.page('errors/show', { heading, text, requestId: null }, { title: heading, status: 422 });
}
