import type { Request, Response } from 'express';
import { emptyForm, type FormState } from '../components/fields.ts';
import { fullName } from '../domain/display-name.ts';
import type { Deps } from '../deps.ts';
import type { Notice } from '../http/components.ts';
import { signedIn } from '../http/current-actor.ts';
import { newFormKeys } from '../http/form-key.ts';
import { keptSearch } from '../http/kept-search.ts';
import { isLive, rowsShown } from '../http/live-request.ts';
import { t } from '../i18n/translate.ts';
import { AddedQuery, type InboundFilter } from './inbound.forms.ts';
import { inboundPage, type BulkFailure } from './inbound.pages.ts';
import { readInbound } from './inbound.service.ts';
import { rowsById } from './inbound-row.store.ts';

export const AREA = '/inbound';

export interface InboundAnswer {
  programId: string;
  filter: InboundFilter;
  /** The form above the list after a failed try. */
  form?: FormState;
  /** A bulk change that could not be looked at. */
  failed?: BulkFailure;
}

/** The list; with 422 and everything as it was chosen after a failed try (U-13). */
export async function showInbound(deps: Deps, req: Request, res: Response, answer: InboundAnswer): Promise<void> {
  const { programId, filter, form, failed = null } = answer;
  const words = filter.search === null ? null : keptSearch(req, filter.search);
  const inbound = await readInbound(deps, signedIn(req), { programId, filter, words }, isLive(req) ? rowsShown(req) : null);
  const page = inboundPage({
    ...inbound,
    filter,
    form: form ?? (words === null ? emptyForm : { values: { q: words }, errors: {} }),
    failed,
    timeZone: deps.config.timeZone,
    now: deps.clock.now(),
    formKey: newFormKeys(),
  });
  const title = t('Inbound Referrals: {{program}}', { program: inbound.program.name });
  await res.page('inbound/list', page, {
    title: page.errors ? t('Error: {{title}}', { title }) : title,
    status: page.errors ? 422 : 200,
    area: AREA,
    known: { notUpdated: inbound.programs.reduce((sum, program) => sum + program.notUpdated, 0) },
    shell: { notice: await noticeFor(deps, req, programId) },
  });
}

/** After adding somebody: that they are on the list. Only for a referral of this Program. */
async function noticeFor(deps: Pick<Deps, 'db'>, req: Request, programId: string): Promise<Notice | null> {
  const { added } = AddedQuery.parse(req.query);
  if (added === null || isLive(req)) return null;
  const [row] = await rowsById(deps.db, signedIn(req), programId, [added]);
  if (!row) return null;
  const text = t('{{name}} is on the list. Everyone who works here sees it.', { name: fullName(row.firstName, row.lastName) });
  return { kind: 'done', text, link: { href: `/referrals/${row.id}`, label: t('Open the referral') } };
}
