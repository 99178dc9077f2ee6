import { Router, type Request, type Response } from 'express';
import { doneNotice, type DoneWords } from '../components/done-notice.ts';
import { mayDecideClaimOf } from '../domain/claim-policy.ts';
import { NotFound } from '../domain/errors.ts';
import { readersZone } from '../domain/reader-zone.ts';
import { settingsNav } from '../components/settings-nav.ts';
import { mayDecideClaims } from '../domain/team-policy.ts';
import type { FormState } from '../components/fields.ts';
import type { Deps } from '../deps.ts';
import { requireSignIn, signedIn } from '../http/current-actor.ts';
import { newFormKey } from '../http/form-key.ts';
import { isId, parseForm } from '../http/forms.ts';
import { PressForm } from '../http/press-form.ts';
import { t } from '../i18n/translate.ts';
import { claimDecisionPage, refusalWords } from './claim-decision.pages.ts';
import { approveClaim, ClaimDecided, claimToDecide, refuseClaim } from './claim-decision.service.ts';
import { waitingClaims } from './claim-decision.store.ts';
import type { ClaimRefusal } from './claim-refusal.ts';
import { RefuseForm } from './claim.forms.ts';
import { ownClaims } from './claim.store.ts';
import { claimsPage } from './claims-list.pages.ts';

const HERE = '/settings/claims';
const DONE: DoneWords = {
  approved: () => t('Approved. They can answer the referrals now, and get an email that says so.'),
  refused: () => t('Refused. They get an email, and read the reason after signing in.'),
};

/** Deciding whether somebody works at a Program (R27), and what one has asked for oneself. */
export function createClaimDecisionRouter(deps: Deps): Router {
  const router = Router();
  router.get(HERE, requireSignIn, async (req, res) => {
    const user = signedIn(req);
    const waiting = mayDecideClaims(user) ? (await waitingClaims(deps.db)).filter((one) => mayDecideClaimOf(user, one.userId)) : null;
    const own = await ownClaims(deps.db, user.userId);
    const model = claimsPage({ nav: settingsNav(user, HERE), waiting, own, timeZone: readersZone(user, deps.config) });
    await res.page('settings/claims', model, { title: t('Claims'), shell: { notice: doneNotice(DONE, req.query['after']) } });
  });
  router.get('/settings/claims/:claimId', requireSignIn, async (req: ClaimRequest, res) => {
    await show(deps, req, res);
  });
  router.post('/settings/claims/:claimId/approve', requireSignIn, async (req: ClaimRequest, res) => {
    const claimId = idOf(req);
    await claimToDecide(deps, signedIn(req as Request), claimId);
    const form = parseForm(PressForm, req.body);
    if (!form.ok) return show(deps, req, res, { form, status: 422 });
    await answer(deps, req, res, { values: {}, errors: {} }, 'approved', () => approveClaim(deps, signedIn(req as Request), claimId));
  });
  router.post('/settings/claims/:claimId/refuse', requireSignIn, async (req: ClaimRequest, res) => {
    const claimId = idOf(req);
    await claimToDecide(deps, signedIn(req as Request), claimId);
    const form = parseForm(RefuseForm, req.body);
    if (!form.ok) return show(deps, req, res, { form, status: 422 });
    const { reason } = form.value;
    const kept = { values: { reason }, errors: {} };
    await answer(deps, req, res, kept, 'refused', () => refuseClaim(deps, signedIn(req as Request), claimId, reason));
  });
  return router;
}

type ClaimRequest = Request<{ claimId: string }>;

function idOf(req: ClaimRequest): string {
  if (!isId(req.params.claimId)) throw new NotFound();
  return req.params.claimId;
}

/** The second of two is told who decided; what cannot be done is said on the same page. */
async function answer(
  deps: Deps,
  req: ClaimRequest,
  res: Response,
  kept: FormState,
  done: string,
  decide: () => Promise<ClaimRefusal>,
): Promise<void> {
  try {
    const refusal = await decide();
    if (refusal) {
      await show(deps, req, res, { form: { ...kept, errors: { form: refusalWords(refusal) } }, status: 422 });
      return;
    }
    res.redirect(303, `${HERE}?after=${done}`);
  } catch (error) {
    if (!(error instanceof ClaimDecided)) throw error;
    await show(deps, req, res, { form: kept, late: true, status: 409 });
  }
}

interface Showing {
  form?: FormState;
  late?: boolean;
  status?: number;
}

async function show(deps: Deps, req: ClaimRequest, res: Response, { form, late = false, status = 200 }: Showing = {}): Promise<void> {
  const user = signedIn(req as Request);
  const claim = await claimToDecide(deps, user, idOf(req));
  const facts = { nav: settingsNav(user, HERE), claim, late, idem: newFormKey(), timeZone: readersZone(user, deps.config) };
  await res.page('settings/claim', claimDecisionPage(facts, form), {
    title: status === 422 ? t('Error: {{title}}', { title: t('Claims') }) : t('Claims'),
    status,
  });
}
