import { Router, type Request, type Response } from 'express';
import { doneNotice, type DoneWords } from '../components/done-notice.ts';
import { hasPassword } from '../accounts/change-password.service.ts';
import { endOtherSessions, endOwnSession, ownSessions } from '../accounts/session.service.ts';
import type { FormState } from '../components/fields.ts';
import { readersZone } from '../domain/reader-zone.ts';
import type { Deps } from '../deps.ts';
import type { Notice } from '../http/components.ts';
import { requireSignIn, signedIn } from '../http/current-actor.ts';
import { newFormKey } from '../http/form-key.ts';
import { parseForm } from '../http/forms.ts';
import { PressForm } from '../http/press-form.ts';
import { t } from '../i18n/translate.ts';
import { addAccountMailRoutes } from './account-mail.routes.ts';
import { ownMailPreferences } from './account-mail.service.ts';
import { NameForm } from './account-settings.forms.ts';
import { accountSettingsPage } from './account-settings.pages.ts';
import { changeOwnName } from './account-settings.service.ts';

const HERE = '/settings/account';
const DONE: DoneWords = {
  name: () => t('Your name is changed.'),
  session: () => t('That session is ended.'),
  sessions: () => t('All other sessions are ended.'),
  password: () => t('Your password is changed. You are signed out everywhere else.'),
  email: () => t('Your email address is changed.'),
  notifications: () => t('Your email settings and time zone are saved.'),
  zone: () => t('Your time zone is saved.'),
  language: () => t('Your language is saved.'),
};

/** My account (R27): name, address, and where one is signed in (S-15). */
export function createAccountSettingsRouter(deps: Deps): Router {
  const router = Router();
  addAccountMailRoutes(router, deps);
  router.get(HERE, requireSignIn, async (req, res) => {
    await show(deps, req, res, doneNotice(DONE, req.query['after']));
  });
  router.post('/settings/account/name', requireSignIn, async (req, res) => {
    const form = parseForm(NameForm, req.body);
    if (!form.ok) {
      await show(deps, req, res, null, form);
      return;
    }
    await changeOwnName(deps, signedIn(req), form.value);
    res.redirect(303, `${HERE}?after=name`);
  });
  router.post('/settings/account/sessions/end-others', requireSignIn, async (req, res) => {
    if (!(await isButton(deps, req, res))) return;
    await endOtherSessions(deps, signedIn(req), req.sessionID);
    res.redirect(303, `${HERE}?after=sessions`);
  });
  router.post('/settings/account/sessions/:sessionKey/end', requireSignIn, async (req: Request<{ sessionKey: string }>, res) => {
    if (!(await isButton(deps, req, res))) return;
    await endOwnSession(deps, signedIn(req), req.params.sessionKey);
    res.redirect(303, `${HERE}?after=session`);
  });
  return router;
}

async function isButton(deps: Deps, req: Request<object>, res: Response): Promise<boolean> {
  const form = parseForm(PressForm, req.body);
  if (!form.ok) await show(deps, req, res, null, form);
  return form.ok;
}

async function show(deps: Deps, req: Request<object>, res: Response, notice: Notice | null, form?: FormState): Promise<void> {
  const user = signedIn(req as Request);
  const sessions = await ownSessions(deps, user);
  const facts = {
    user,
    sessions,
    currentSessionId: req.sessionID,
    timeZone: readersZone(user, deps.config),
    hasPassword: await hasPassword(deps, user),
    notifications: (await ownMailPreferences(deps, user)).notifications,
    idem: newFormKey(),
  };
  const title = form ? t('Error: {{title}}', { title: t('My account') }) : t('My account');
  await res.page('settings/account', accountSettingsPage(facts, form), {
    title,
    status: form ? 422 : 200,
    shell: { notice },
  });
}
