import type { Request, Response, Router } from 'express';
import type { Deps } from '../deps.ts';
import type { FormState } from '../components/fields.ts';
import { MY_ACCOUNT } from '../components/settings-nav.ts';
import { requireSignIn, signedIn } from '../http/current-actor.ts';
import { newFormKey } from '../http/form-key.ts';
import { parseForm } from '../http/forms.ts';
import { t } from '../i18n/translate.ts';
import { beginSession } from './begin-session.ts';
import { changePasswordForm, KeyedPressForm } from './change-password.forms.ts';
import { changePasswordPage } from './change-password.pages.ts';
import { askForOwnReset, changePassword, hasPassword } from './change-password.service.ts';
import { withOwnPassword } from './own-password.ts';
import { AFTER_ASKING } from './password-reset.service.ts';
import { loadUserActor } from './user.store.ts';

const HERE = '/settings/account/password';
const title = (): string => t('Change password');

/** My account (R27): the password. */
export function addChangePasswordRoutes(router: Router, deps: Deps): void {
  router.get(HERE, requireSignIn, async (req, res) => {
    await show(deps, req, res, 200);
  });
  router.post('/settings/account/password', requireSignIn, async (req, res) => {
    const user = signedIn(req);
    const form = parseForm(changePasswordForm(user), req.body);
    if (!form.ok) {
      await show(deps, req, res, 422, form);
      return;
    }
    const { current, password: next } = form.value;
    const refusal = await withOwnPassword(req, user.email, () => changePassword(deps, user, { current, next }));
    if (refusal) await show(deps, req, res, refusal.status, { values: {}, errors: { current: refusal.words } });
    else await goOn(deps, req, res, user.userId);
  });
  router.post('/settings/account/password/mail', requireSignIn, async (req, res) => {
    const form = parseForm(KeyedPressForm, req.body);
    if (!form.ok) {
      await show(deps, req, res, 422, form);
      return;
    }
    const user = signedIn(req);
    const enough = (await req.limits.passwordResetMail.take(user.email.toLowerCase())) !== null;
    if (!enough) await askForOwnReset(deps, user, form.value._idem);
    res.redirect(303, AFTER_ASKING);
  });
}

/** All sessions are ended; this browser begins a new one (S-11). */
async function goOn(deps: Deps, req: Request, res: Response, userId: string): Promise<void> {
  deps.log.info({ event: 'password_changed', id: req.id, userId }, 'password changed');
  const user = await loadUserActor(deps.db, userId);
  if (user) await beginSession(deps, req, user);
  res.redirect(303, `${MY_ACCOUNT}?after=password`);
}

async function show(deps: Deps, req: Request, res: Response, status: number, form?: FormState): Promise<void> {
  const user = signedIn(req);
  const model = changePasswordPage(user, await hasPassword(deps, user), newFormKey(), form);
  await res.page('accounts/password', model, { title: form ? t('Error: {{title}}', { title: title() }) : title(), status });
}
