import type { Request, Response, Router } from 'express';
import type { Deps } from '../deps.ts';
import { parseForm } from '../http/forms.ts';
import { networkOf } from '../http/network.ts';
import { tokenPageHeaders } from '../http/security.ts';
import { t } from '../i18n/translate.ts';
import { ConfirmForm } from './confirm-address.forms.ts';
import { confirmPage, deadConfirmPage } from './confirm-address.pages.ts';
import { confirmAddress, lookAtConfirmLink } from './confirm-address.service.ts';
import type { ConfirmLink } from './confirm-link.ts';
import { takeSignInTry } from './sign-in-limits.ts';
import { waitWords } from './sign-in.pages.ts';
import { clearTokenCookie, tokenCookie } from './token-cookie.ts';

const title = (): string => t('Confirm your email address');
const DONE = '/login?after=confirm';

export function addConfirmRoutes(router: Router, deps: Deps): void {
  router.get('/confirm/:token', tokenPageHeaders, async (req: Request<{ token: string }>, res) => {
    const link = await lookAtConfirmLink(deps, req.params.token, tokenCookie(req, deps.config, 'signed_up_here'));
    if (!(await answerDead(req, res, link))) await res.page('accounts/confirm', confirmPage(req.params.token, link), { title: title() });
  });
  router.post('/confirm/:token', tokenPageHeaders, async (req: Request<{ token: string }>, res) => {
    const link = await lookAtConfirmLink(deps, req.params.token, tokenCookie(req, deps.config, 'signed_up_here'));
    if (await answerDead(req, res, link)) return;
    const refusal = await confirm(deps, req, link);
    if (refusal) {
      const model = confirmPage(req.params.token, link, { values: {}, errors: { password: refusal.words } });
      await res.page('accounts/confirm', model, { title: t('Error: {{title}}', { title: title() }), status: refusal.status });
      return;
    }
    clearTokenCookie(res, deps.config, 'signed_up_here');
    res.redirect(303, DONE);
  });
}

async function confirm(deps: Deps, req: Request, link: ConfirmLink): Promise<{ status: number; words: string } | null> {
  const form = parseForm(ConfirmForm, req.body);
  if (!form.ok) return { status: 422, words: Object.values(form.errors)[0] ?? '' };
  const tries = await takeSignInTry(req, link.token?.email ?? '');
  if (tries.wait !== null) return { status: 429, words: waitWords(tries.wait) };
  if (!(await confirmAddress(deps, link, form.value.password))) return { status: 422, words: wrong() };
  await tries.wasRight();
  return null;
}

const wrong = (): string => t('That is not the password you chose. Try again.');

/** Answers for links that confirm nothing (any more); true when it did. */
async function answerDead(req: Request, res: Response, link: ConfirmLink): Promise<boolean> {
  if (link.state === 'ready' || link.state === 'password_needed') return false;
  if (link.state === 'done') {
    res.redirect(303, DONE);
    return true;
  }
  const wait = link.state === 'unknown' ? await req.limits.wrongLink.take(networkOf(req.ip)) : null;
  const status = wait === null ? (link.state === 'unknown' ? 404 : 410) : 429;
  await res.page('accounts/confirm-dead', deadConfirmPage(link.state), { title: title(), status });
  return true;
}
