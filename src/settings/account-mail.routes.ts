import type { Request, Response, Router } from 'express';
import type { z } from 'zod';
import { rememberLanguage } from '../accounts/language.service.ts';
import type { PreferenceChange } from '../accounts/preferences.store.ts';
import type { FormState } from '../components/fields.ts';
import { MY_ACCOUNT } from '../components/settings-nav.ts';
import { isNavigator } from '../domain/membership.ts';
import type { Deps } from '../deps.ts';
import { requireSignIn, signedIn } from '../http/current-actor.ts';
import { newFormKey } from '../http/form-key.ts';
import { parseForm } from '../http/forms.ts';
import { t } from '../i18n/translate.ts';
import { LanguageForm, NotificationsForm, TimeZoneForm } from './account-mail.forms.ts';
import { accountMailPage } from './account-mail.pages.ts';
import { changeMailPreferences, ownMailPreferences } from './account-mail.service.ts';

const HERE = '/settings/account/notifications';
const title = (): string => t('Email, language and time zone');

/** My account (R27): when email comes, in what language, and by which clock. */
export function addAccountMailRoutes(router: Router, deps: Deps): void {
  router.get(HERE, requireSignIn, async (req, res) => {
    await show(deps, req, res);
  });
  router.post('/settings/account/notifications', requireSignIn, async (req, res) => {
    const user = signedIn(req);
    const helps = isNavigator(user);
    const form = helps ? parseForm(NotificationsForm, req.body) : parseForm(TimeZoneForm, req.body);
    if (!form.ok) {
      await show(deps, req, res, form);
      return;
    }
    const wish = wishOf(form.value);
    if (await changeMailPreferences(deps, user, wish)) res.redirect(303, `${MY_ACCOUNT}?after=${helps ? 'notifications' : 'zone'}`);
    else await show(deps, req, res, { values: chosen(wish), errors: { timeZone: t('Choose another place in the same zone') } });
  });
  router.post('/settings/account/language', requireSignIn, async (req, res) => {
    const form = parseForm(LanguageForm, req.body);
    if (!form.ok) {
      await show(deps, req, res, form);
      return;
    }
    await rememberLanguage(deps, signedIn(req), form.value.language);
    res.redirect(303, `${MY_ACCOUNT}?after=language`);
  });
}

type Chosen = z.output<typeof NotificationsForm> | z.output<typeof TimeZoneForm>;

function wishOf(form: Chosen): PreferenceChange {
  const { timeZone } = form;
  return 'notifications' in form ? { notifications: form.notifications, timeZone } : { timeZone };
}

/** What stands chosen in the form once more. */
function chosen({ notifications }: PreferenceChange): FormState['values'] {
  return notifications === undefined ? {} : { notifications };
}

async function show(deps: Deps, req: Request, res: Response, form?: FormState): Promise<void> {
  const user = signedIn(req);
  const preferences = await ownMailPreferences(deps, user);
  const facts = { user, preferences, timeZone: deps.config.timeZone, idem: newFormKey() };
  await res.page('settings/account-mail', accountMailPage(facts, form), {
    title: form ? t('Error: {{title}}', { title: title() }) : title(),
    status: form ? 422 : 200,
  });
}
