import { Router, type Request, type Response } from 'express';
import { readersZone } from '../domain/reader-zone.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../http/current-actor.ts';
import { newFormKey } from '../http/form-key.ts';
import { parseForm } from '../http/forms.ts';
import { t } from '../i18n/translate.ts';
import { BulkForm, BulkRest, type BulkInput } from './bulk.forms.ts';
import { bulkResultPage, bulkReviewPage, type BulkFacts } from './bulk.pages.ts';
import { changeMany, reviewBulk } from './bulk.service.ts';
import type { BulkReview } from './bulk.store.ts';
import { AREA, showInbound } from './inbound-answers.routes.ts';
import { claimedOf } from './inbound.routes.ts';

/** Many status changes at once: look at them, then save them (R20, U-15). */
export function createBulkRouter(deps: Deps): Router {
  const router = Router();

  router.post('/inbound/:programId/bulk', async (req, res) => {
    const programId = claimedOf(req);
    const input = await readBulk(deps, req, res, programId);
    if (input) await showReview(deps, req, res, { programId, input, error: null });
  });

  router.post('/inbound/:programId/bulk/apply', async (req, res) => {
    const programId = claimedOf(req);
    const input = await readBulk(deps, req, res, programId);
    if (!input) return;
    const review = await changeMany(deps, signedIn(req), { programId, picks: input.pick, to: input.to, reason: input.reason });
    const page = bulkResultPage(factsOf(deps, req, programId, input, review));
    await res.page('inbound/bulk-result', page, { title: t('Changes saved'), area: AREA });
  });

  // Both answer to a form: whoever comes back by the address goes to the list.
  for (const path of ['/inbound/:programId/bulk', '/inbound/:programId/bulk/apply']) {
    router.get(path, (req, res) => {
      res.redirect(303, `/inbound/${claimedOf(req)}`);
    });
  }

  return router;
}

interface Reviewed {
  programId: string;
  input: BulkInput;
  error: string | null;
}

async function showReview(deps: Deps, req: Request, res: Response, { programId, input, error }: Reviewed): Promise<void> {
  const { pick: picks, to, reason } = input;
  const review = await reviewBulk(deps, signedIn(req), { programId, picks, to, reason });
  const page = bulkReviewPage({ ...factsOf(deps, req, programId, input, review), error });
  const title = t('Review changes');
  const said = error === null ? { title, status: 200 } : { title: t('Error: {{title}}', { title }), status: 422 };
  await res.page('inbound/bulk-review', page, { ...said, area: AREA });
}

function factsOf({ config, clock }: Deps, req: Request, programId: string, input: BulkInput, review: BulkReview): BulkFacts {
  const { to, reason, list: filter } = input;
  const when = { timeZone: readersZone(req.user, config), now: clock.now() };
  return { programId, review, to, reason: reason ?? '', error: null, filter, formKey: newFormKey(), ...when };
}

/** The form, or null after answering what is wrong with it: on the page with the reason, else on the list. */
async function readBulk(deps: Deps, req: Request, res: Response, programId: string): Promise<BulkInput | null> {
  const parsed = parseForm(BulkForm, req.body);
  if (parsed.ok) return parsed.value;
  const { errors, values } = parsed;
  const rest = BulkForm.safeParse({ ...(req.body as object | undefined), reason: '' });
  if (rest.success) {
    const input = { ...rest.data, reason: values['reason'] ?? '' };
    await showReview(deps, req, res, { programId, input, error: errors['reason'] ?? null });
    return null;
  }
  const { pick, to, list } = BulkRest.parse(req.body ?? {});
  const failed = { picked: new Set(pick.map(({ id }) => id)), chosen: to, errors };
  await showInbound(deps, req, res, { programId, filter: list, failed });
  return null;
}
