import type { Request, Response, Router } from 'express';
import type { Deps } from '../deps.ts';
import type { FormState } from '../components/fields.ts';
import { newFormKey } from '../http/form-key.ts';
import { parseForm } from '../http/forms.ts';
import { networkOf } from '../http/network.ts';
import { tokenPageHeaders } from '../http/security.ts';
import { t } from '../i18n/translate.ts';
import { newToken } from '../secret-token.ts';
import type { AccountToken } from './account-token.store.ts';
import { beginSession } from './begin-session.ts';
import { openedLink, showDead } from './mailed-link.routes.ts';
import { AddressForm } from './password-reset.forms.ts';
import { askByAddressPage } from './password-reset.pages.ts';
import { SignInLinkForm } from './sign-in-link.forms.ts';
import { linkSentPage, signInByLinkPage } from './sign-in-link.pages.ts';
import { AFTER_ASKING_FOR_LINK, askForSignInLink, signInByLink, wasAskedHere } from './sign-in-link.service.ts';
import { waitWords } from './sign-in.pages.ts';
import { clearTokenCookie, setTokenCookie, tokenCookie } from './token-cookie.ts';

const askWords = (): string => t('Email me a sign-in link');
const signInWords = (): string => t('Sign in');

export function addSignInLinkRoutes(router: Router, deps: Deps): void {
  router.get('/login/link', async (_req, res) => {
    await res.page('accounts/link', askByAddressPage(newFormKey()), { title: askWords() });
  });
  router.post('/login/link', async (req, res) => {
    const form = parseForm(AddressForm, req.body);
    const wait = form.ok ? await req.limits.signInLink.take(networkOf(req.ip)) : null;
    if (!form.ok) await askAgain(res, form, 422);
    else if (wait !== null) await askAgain(res, { values: { email: form.value.email }, errors: { email: waitWords(wait) } }, 429);
    else {
      const { email, _idem: formKey = newFormKey() } = form.value;
      await ask(deps, req, res, email, formKey);
      res.redirect(303, AFTER_ASKING_FOR_LINK);
    }
  });
  router.get(AFTER_ASKING_FOR_LINK, async (_req, res) => {
    await res.page('accounts/link-sent', linkSentPage(), { title: t('Check your email') });
  });
  router.get('/sign-in', tokenPageHeaders, async (req, res) => {
    const link = await openedLink(deps, req, res, 'sign_in_link');
    if (link) await res.page('accounts/sign-in', signInByLinkPage(link, await isHere(deps, req, link)), { title: signInWords() });
  });
  router.post('/sign-in', tokenPageHeaders, async (req, res) => {
    const link = await openedLink(deps, req, res, 'sign_in_link');
    if (link) await signIn(deps, req, res, link);
  });
}

async function ask(deps: Deps, req: Request, res: Response, email: string, formKey: string): Promise<void> {
  // Whoever fills a letter box with our mail is told nothing: a made-up token looks like any other (S-05, S-06).
  const tooMany = (await req.limits.signInLinkMail.take(email.toLowerCase())) !== null;
  const here = tooMany ? newToken() : await askForSignInLink(deps, { email, formKey });
  if (here !== null) setTokenCookie(res, deps.config, 'link_asked_here', here);
}

async function askAgain(res: Response, form: FormState, status: number): Promise<void> {
  await res.page('accounts/link', askByAddressPage(newFormKey(), form), { title: t('Error: {{title}}', { title: askWords() }), status });
}

function isHere(deps: Deps, req: Request, link: AccountToken): Promise<boolean> {
  return wasAskedHere(deps, link, tokenCookie(req, deps.config, 'link_asked_here'));
}

async function signIn(deps: Deps, req: Request, res: Response, link: AccountToken): Promise<void> {
  const askedHere = await isHere(deps, req, link);
  const errors = problems(req.body, link, askedHere);
  if (errors) {
    const model = signInByLinkPage(link, askedHere, errors);
    await res.page('accounts/sign-in', model, { title: t('Error: {{title}}', { title: signInWords() }), status: 422 });
    return;
  }
  const user = await signInByLink(deps, link);
  clearTokenCookie(res, deps.config, 'sign_in_link');
  deps.log.info({ event: user ? 'sign_in_by_link' : 'sign_in_refused', userId: link.userId, id: req.id }, 'sign-in');
  if (!user) {
    await showDead(res, 'sign_in_link', 'used', 410);
    return;
  }
  clearTokenCookie(res, deps.config, 'link_asked_here');
  await beginSession(deps, req, user);
  res.redirect(303, '/');
}

/** attack: a mail scanner opens the link and presses the button; it does not know what to type (S-31). */
function problems(body: unknown, link: AccountToken, askedHere: boolean): FormState | null {
  const form = parseForm(SignInLinkForm, body);
  if (!form.ok) return form;
  const { email = '' } = form.value;
  if (form.value.link !== link.id) return { values: {}, errors: { form: t('You opened another link meanwhile. Look who is signing in.') } };
  if (askedHere || email.toLowerCase() === link.email.toLowerCase()) return null;
  const words = email === '' ? t('Enter your email address') : t('This link was sent to another address. Check what you typed');
  return { values: { email }, errors: { email: words } };
}
