import type { Request, Response, Router } from 'express';
import type { Deps } from '../deps.ts';
import type { FormState } from '../components/fields.ts';
import { newFormKey } from '../http/form-key.ts';
import { parseForm } from '../http/forms.ts';
import { networkOf } from '../http/network.ts';
import { tokenPageHeaders } from '../http/security.ts';
import { t } from '../i18n/translate.ts';
import type { AccountToken } from './account-token.store.ts';
import { openedLink, showDead } from './mailed-link.routes.ts';
import { TooBusy } from './password-hash.ts';
import { AddressForm, newPasswordForm } from './password-reset.forms.ts';
import { askByAddressPage, passwordSentPage, resetPage } from './password-reset.pages.ts';
import { AFTER_ASKING, askForReset, resetPassword } from './password-reset.service.ts';
import { forgetTries } from './sign-in-limits.ts';
import { tooBusy, waitWords } from './sign-in.pages.ts';
import { clearTokenCookie } from './token-cookie.ts';

const forgot = (): string => t('Forgot your password?');
const choose = (): string => t('Choose a new password');

export function addPasswordResetRoutes(router: Router, deps: Deps): void {
  router.get('/password/forgot', async (_req, res) => {
    await res.page('accounts/forgot', askByAddressPage(newFormKey()), { title: forgot() });
  });
  router.post('/password/forgot', async (req, res) => {
    const form = parseForm(AddressForm, req.body);
    const wait = form.ok ? await req.limits.passwordReset.take(networkOf(req.ip)) : null;
    if (!form.ok) await askAgain(res, form, 422);
    else if (wait !== null) await askAgain(res, { values: { email: form.value.email }, errors: { email: waitWords(wait) } }, 429);
    else {
      const { email, _idem: formKey = newFormKey() } = form.value;
      // Whoever fills a letter box with our mail is told nothing (S-05, S-06).
      if ((await req.limits.passwordResetMail.take(email.toLowerCase())) === null) await askForReset(deps, { email, formKey });
      deps.log.info({ event: 'password_reset_asked', id: req.id }, 'password reset');
      res.redirect(303, AFTER_ASKING);
    }
  });
  router.get(AFTER_ASKING, async (_req, res) => {
    await res.page('accounts/password-sent', passwordSentPage(), { title: t('Check your email') });
  });
  router.get('/password/reset', tokenPageHeaders, async (req, res) => {
    const token = await openedLink(deps, req, res, 'password_reset');
    if (token) await res.page('accounts/reset', resetPage(token), { title: choose() });
  });
  router.post('/password/reset', tokenPageHeaders, async (req, res) => {
    const token = await openedLink(deps, req, res, 'password_reset');
    if (token) await reset(deps, req, res, token);
  });
}

async function askAgain(res: Response, form: FormState, status: number): Promise<void> {
  await res.page('accounts/forgot', askByAddressPage(newFormKey(), form), { title: t('Error: {{title}}', { title: forgot() }), status });
}

async function reset(deps: Deps, req: Request, res: Response, token: AccountToken): Promise<void> {
  const form = parseForm(newPasswordForm(token), req.body);
  if (!form.ok || form.value.link !== token.id) {
    const errors = form.ok ? { form: t('You opened another link meanwhile. Look whose password you are choosing.') } : form.errors;
    await chooseAgain(res, token, errors, 422);
    return;
  }
  const done = await resetUnlessBusy(deps, token, form.value.password);
  if (done === null) await chooseAgain(res, token, { password: tooBusy() }, 503);
  else if (!done) await showDead(res, 'password_reset', 'used', 410);
  else {
    // Who locked the owner out with wrong passwords has not locked them out of the new one (S-06).
    await forgetTries(req, token.email);
    clearTokenCookie(res, deps.config, 'password_reset');
    deps.log.info({ event: 'password_reset', id: req.id, userId: token.userId }, 'password reset');
    res.redirect(303, '/login?after=reset');
  }
}

async function resetUnlessBusy(deps: Deps, token: AccountToken, password: string): Promise<boolean | null> {
  try {
    return await resetPassword(deps, token, password);
  } catch (error) {
    if (error instanceof TooBusy) return null;
    throw error;
  }
}

async function chooseAgain(res: Response, token: AccountToken, errors: FormState['errors'], status: number): Promise<void> {
  await res.page('accounts/reset', resetPage(token, { values: {}, errors }), { title: t('Error: {{title}}', { title: choose() }), status });
}
