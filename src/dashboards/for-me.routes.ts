import { Router, type Request } from 'express';
import { z } from 'zod';
import { readersZone } from '../domain/reader-zone.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../http/current-actor.ts';
import { newFormKey } from '../http/form-key.ts';
import { isId } from '../http/forms.ts';
import { rowsShown } from '../http/live-request.ts';
import { t } from '../i18n/translate.ts';
import { savedAnswer, type SavedAnswer } from './for-me-saved.store.ts';
import { forMePage, unconfirmedForMe } from './for-me.pages.ts';
import { keptOwnReferrals, ownReferrals } from './for-me.store.ts';

const PAGE_SIZE = 25;

const Page = z.coerce.number().int().min(1).max(1_000).catch(1);

/** Referrals for Me: the Seeker's own dashboard (R25). */
export function createForMeRouter(deps: Deps): Router {
  const router = Router();

  router.get('/for-me', async (req, res) => {
    const user = signedIn(req);
    const options = { title: t('Your page'), layout: 'seeker', area: '/for-me', shell: { exit: true } } as const;
    if (!user.emailVerified) {
      await res.page('dashboards/for-me', unconfirmedForMe(user.email), options);
      return;
    }
    const page = Page.parse(req.query['page']);
    const found = await ownReferrals(deps.db, user, { limit: PAGE_SIZE + 1, offset: (page - 1) * PAGE_SIZE });
    const rows = found.slice(0, PAGE_SIZE);
    const saved = await savedFor(deps, req);
    const shown = saved ? [...rowsShown(req), saved.id] : rowsShown(req);
    const missing = shown.filter((id) => !rows.some((row) => row.id === id));
    const kept = missing.length > 0 ? await keptOwnReferrals(deps.db, user, missing) : [];
    const facts = { page, saved, timeZone: readersZone(user, deps.config), now: deps.clock.now(), formKey: newFormKey };
    await res.page('dashboards/for-me', forMePage({ ...facts, rows, kept, more: found.length > PAGE_SIZE }), options);
  });

  return router;
}

/** After an answer its form leads here; nothing is said of what is not the reader's (R13). */
async function savedFor(deps: Deps, req: Request): Promise<SavedAnswer | null> {
  const { saved, version } = req.query;
  return isId(saved) ? savedAnswer(deps.db, signedIn(req), saved, Number(version)) : null;
}
