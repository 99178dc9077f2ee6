import type { Request, Response, Router } from 'express';
import type { Deps } from '../deps.ts';
import type { FormState } from '../components/fields.ts';
import { newFormKey } from '../http/form-key.ts';
import { parseForm } from '../http/forms.ts';
import { networkOf } from '../http/network.ts';
import { ownPath } from '../http/own-path.ts';
import { languageNow } from '../i18n/speaking.ts';
import { t } from '../i18n/translate.ts';
import { keepReturn } from './return-cookie.ts';
import { SignUpForm } from './sign-up.forms.ts';
import { signUpPage, signUpSentPage } from './sign-up.pages.ts';
import { AFTER_SIGN_UP, signUp, type SignUpRequest } from './sign-up.service.ts';
import { TooBusy } from './password-hash.ts';
import { tooBusy, waitWords } from './sign-in.pages.ts';
import { setTokenCookie } from './token-cookie.ts';

const title = (): string => t('Create an account');

export function addSignUpRoutes(router: Router, deps: Deps): void {
  router.get('/signup', async (req, res) => {
    const returnTo = ownPath(req.query['returnTo']);
    if (returnTo !== null) keepReturn(res, deps.config, returnTo);
    if (req.user) res.redirect(303, returnTo ?? '/');
    else await res.page('accounts/signup', signUpPage(newFormKey()), { title: title() });
  });
  router.post('/signup', async (req, res) => {
    const form = parseForm(SignUpForm, req.body);
    if (!form.ok) {
      await showAgain(res, form, 422);
      return;
    }
    const { _idem: formKey = newFormKey(), ...person } = form.value;
    const refusal = await refused(deps, req, res, { ...person, formKey });
    if (refusal) await showAgain(res, { values: { ...person }, errors: { email: refusal.words } }, refusal.status);
    else res.redirect(303, person.password === '' ? `${AFTER_SIGN_UP}?by=link` : AFTER_SIGN_UP);
  });
  router.get(AFTER_SIGN_UP, async (req, res) => {
    await res.page('accounts/signup-sent', signUpSentPage(req.query['by'] === 'link'), { title: t('Check your email') });
  });
}

type Person = Omit<SignUpRequest, 'language'>;

/** Null when the mail is on its way, or would be: whoever fills a letter box with our mail is told nothing (S-05, S-06). */
async function refused(deps: Deps, req: Request, res: Response, person: Person): Promise<{ status: number; words: string } | null> {
  const wait = await req.limits.signUp.take(networkOf(req.ip));
  if (wait !== null) return { status: 429, words: waitWords(wait) };
  if ((await req.limits.accountMail.take(person.email.toLowerCase())) !== null) return null;
  try {
    const here = await signUp(deps, { ...person, language: languageNow() });
    if (here !== null) setTokenCookie(res, deps.config, here.purpose, here.token);
    return null;
  } catch (error) {
    if (error instanceof TooBusy) return { status: 503, words: tooBusy() };
    throw error;
  }
}

async function showAgain(res: Response, form: FormState, status: number): Promise<void> {
  await res.page('accounts/signup', signUpPage(newFormKey(), form), { title: t('Error: {{title}}', { title: title() }), status });
}
