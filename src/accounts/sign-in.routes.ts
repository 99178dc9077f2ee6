import type { Response, Router } from 'express';
import type { Deps } from '../deps.ts';
import type { FormState } from '../components/fields.ts';
import { parseForm } from '../http/forms.ts';
import { ownPath } from '../http/own-path.ts';
import { t } from '../i18n/translate.ts';
import { beginSession } from './begin-session.ts';
import { forgetReturn, keptReturn } from './return-cookie.ts';
import { attemptSignIn } from './sign-in-attempt.ts';
import { SignInForm } from './sign-in.forms.ts';
import { loginNotice, loginPage } from './sign-in.pages.ts';

const title = (): string => t('Sign in');

export function addSignInRoutes(router: Router, deps: Deps): void {
  router.get('/login', async (req, res) => {
    const kept = req.query['after'] === 'confirm' ? keptReturn(req, deps.config) : null;
    const returnTo = ownPath(req.query['returnTo']) ?? kept;
    if (req.user) res.redirect(303, returnTo ?? '/');
    else await res.page('accounts/login', loginPage(returnTo), { title: title(), shell: { notice: loginNotice(req.query['after']) } });
  });
  router.post('/login', async (req, res) => {
    const form = parseForm(SignInForm, req.body);
    if (!form.ok) {
      await showAgain(res, form, 422);
      return;
    }
    const { email, returnTo = '' } = form.value;
    req.body = form.value;
    const attempt = await attemptSignIn(deps, req, res, email);
    const signedIn = 'user' in attempt ? { event: 'sign_in', userId: attempt.user.userId } : { event: 'sign_in_refused' };
    deps.log.info({ ...signedIn, id: req.id }, 'sign-in');
    if ('user' in attempt) {
      await beginSession(deps, req, attempt.user);
      forgetReturn(req, res, deps.config);
      res.redirect(303, ownPath(returnTo) ?? '/');
      return;
    }
    if (attempt.retryAfter) res.set('Retry-After', String(attempt.retryAfter));
    await showAgain(res, { values: { email, returnTo }, errors: { email: attempt.words } }, attempt.status);
  });
}

async function showAgain(res: Response, form: FormState, status: number): Promise<void> {
  await res.page('accounts/login', loginPage(ownPath(form.values['returnTo']), form), {
    title: t('Error: {{title}}', { title: title() }),
    status,
  });
}
