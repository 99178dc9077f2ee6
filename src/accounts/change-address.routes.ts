import type { Request, Response, Router } from 'express';
import type { Deps } from '../deps.ts';
import type { FormState } from '../components/fields.ts';
import { requireSignIn, signedIn } from '../http/current-actor.ts';
import { newFormKey } from '../http/form-key.ts';
import { parseForm } from '../http/forms.ts';
import { keptSession } from '../http/session.ts';
import { isFreshSession } from '../domain/session-life.ts';
import { t } from '../i18n/translate.ts';
import { pendingAddress } from './address.store.ts';
import { newAddressForm } from './change-address.forms.ts';
import { changeAddressPage, type Proof } from './change-address.pages.ts';
import { askToChangeAddress, keepAddress } from './change-address.service.ts';
import { KeyedPressForm } from './change-password.forms.ts';
import { hasPassword, isOwnPassword } from './change-password.service.ts';
import { withOwnPassword, type PasswordRefusal } from './own-password.ts';
import { waitWords } from './sign-in.pages.ts';

const HERE = '/settings/account/email';
const title = (): string => t('Change email address');

/** My account (R27): asking for another address. */
export function addChangeAddressRoutes(router: Router, deps: Deps): void {
  router.get(HERE, requireSignIn, async (req, res) => {
    await show(deps, req, res, 200);
  });
  router.post('/settings/account/email', requireSignIn, async (req, res) => {
    const user = signedIn(req);
    const form = parseForm(newAddressForm(user.email), req.body);
    if (!form.ok) {
      await show(deps, req, res, 422, form);
      return;
    }
    const { email, current, _idem: formKey = newFormKey() } = form.value;
    const refusal = await refused(deps, req, current);
    if (refusal) {
      await show(deps, req, res, refusal.status, { values: { email }, errors: { [refusal.field]: refusal.words } });
      return;
    }
    // Whoever fills a letter box with our mail is told nothing (S-05, S-06).
    const enough = (await req.limits.accountMail.take(email.toLowerCase())) !== null;
    await askToChangeAddress(deps, user, email, enough ? null : formKey);
    res.redirect(303, HERE);
  });
  router.post('/settings/account/email/cancel', requireSignIn, async (req, res) => {
    const form = parseForm(KeyedPressForm, req.body);
    if (!form.ok) {
      await show(deps, req, res, 422, form);
      return;
    }
    await keepAddress(deps, signedIn(req));
    res.redirect(303, HERE);
  });
}

/** Whether it is not the owner who asks, as far as one can tell (S-08), or somebody who asks too often. */
async function refused(
  deps: Deps,
  req: Request,
  current: string,
): Promise<(PasswordRefusal & { field: 'email' | 'current' | 'form' }) | null> {
  const user = signedIn(req);
  const proof = await proofFor(deps, req);
  if (proof === 'sign_in_again') return { status: 422, field: 'form', words: t('Sign in again with a new link first') };
  if (proof === 'password') {
    const refusal = await withOwnPassword(req, user.email, () => isOwnPassword(deps, user, current));
    if (refusal) return { ...refusal, field: 'current' };
  }
  const wait = await req.limits.newAddress.take(user.userId);
  return wait === null ? null : { status: 429, field: 'email', words: waitWords(wait) };
}

async function proofFor(deps: Deps, req: Request): Promise<Proof> {
  if (await hasPassword(deps, signedIn(req))) return 'password';
  const kept = keptSession(req);
  return kept && isFreshSession(kept, deps.clock.now()) ? 'recent_link' : 'sign_in_again';
}

async function show(deps: Deps, req: Request, res: Response, status: number, form?: FormState): Promise<void> {
  const user = signedIn(req);
  const pending = await pendingAddress(deps.db, user.userId, deps.clock.now());
  const facts = { user, pending, proof: await proofFor(deps, req), idem: newFormKey() };
  await res.page('accounts/address', changeAddressPage(facts, form), {
    title: form ? t('Error: {{title}}', { title: title() }) : title(),
    status,
  });
}
