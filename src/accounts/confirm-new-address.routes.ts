import type { Request, Response, Router } from 'express';
import type { Deps } from '../deps.ts';
import { MY_ACCOUNT } from '../components/settings-nav.ts';
import { requireSignIn, signedIn } from '../http/current-actor.ts';
import { parseForm } from '../http/forms.ts';
import { tokenPageHeaders } from '../http/security.ts';
import { t } from '../i18n/translate.ts';
import type { AccountToken } from './account-token.store.ts';
import { ConfirmAddressForm } from './change-address.forms.ts';
import { confirmAddressPage } from './change-address.pages.ts';
import { confirmNewAddress } from './change-address.service.ts';
import { openedLink, showDead } from './mailed-link.routes.ts';
import { LINK_TITLE } from './mailed-link.pages.ts';
import { clearTokenCookie } from './token-cookie.ts';

const HERE = '/settings/account/email/confirm';
const title = LINK_TITLE.confirm_new_email;

/** What the mail to a new address leads to: only who asked, signed in, confirms it (ADR 0117). */
export function addConfirmNewAddressRoutes(router: Router, deps: Deps): void {
  router.get(HERE, tokenPageHeaders, requireSignIn, async (req, res) => {
    const token = await openedLink(deps, req, res, 'confirm_new_email');
    if (token) await res.page('accounts/address-confirm', confirmAddressPage(signedIn(req), token), { title: title() });
  });
  router.post('/settings/account/email/confirm', tokenPageHeaders, requireSignIn, async (req, res) => {
    const token = await openedLink(deps, req, res, 'confirm_new_email');
    if (token) await confirm(deps, req, res, token);
  });
}

async function confirm(deps: Deps, req: Request, res: Response, token: AccountToken): Promise<void> {
  const user = signedIn(req);
  const form = parseForm(ConfirmAddressForm, req.body);
  if (!form.ok || form.value.link !== token.id || token.userId !== user.userId) {
    await showAgain(
      req,
      res,
      token,
      422,
      form.ok ? t('You opened another link meanwhile. Look which address you are confirming.') : reload(),
    );
    return;
  }
  const change = await confirmNewAddress(deps, user, token);
  if (change === 'used') await showDead(res, 'confirm_new_email', 'used', 410);
  else if (change === 'taken')
    await showAgain(req, res, token, 409, t('Another account has this address. Yours keeps the address it has.'));
  else {
    clearTokenCookie(res, deps.config, 'confirm_new_email');
    deps.log.info({ event: 'email_changed', id: req.id, userId: user.userId }, 'address changed');
    res.redirect(303, `${MY_ACCOUNT}?after=email`);
  }
}

const reload = (): string => t('Open the link in the email again');

async function showAgain(req: Request, res: Response, token: AccountToken, status: number, words: string): Promise<void> {
  const model = confirmAddressPage(signedIn(req), token, { values: {}, errors: { form: words } });
  await res.page('accounts/address-confirm', model, { title: t('Error: {{title}}', { title: title() }), status });
}
