import type { Request, Response } from 'express';
import { emptyForm, type FormState } from '../components/fields.ts';
import { fullName } from '../domain/display-name.ts';
import { readersZone } from '../domain/reader-zone.ts';
import type { Deps } from '../deps.ts';
import type { Notice } from '../http/components.ts';
import { signedIn } from '../http/current-actor.ts';
import { newFormKeys } from '../http/form-key.ts';
import { keptSearch } from '../http/kept-search.ts';
import { isLive, rowsShown } from '../http/live-request.ts';
import { t } from '../i18n/translate.ts';
import { leftNotice } from './inbound-left.pages.ts';
import { DoneQuery, queryOf, type InboundFilter } from './inbound.forms.ts';
import { inboundPage, type BulkFailure, type InboundFacts } from './inbound.pages.ts';
import { readInbound, type Inbound } from './inbound.service.ts';
import { rowsById, type InboundRow } from './inbound-row.store.ts';
import { here, lastPage } from './inbound-tally.pages.ts';

export const AREA = '/inbound';

export interface InboundAnswer {
  programId: string;
  filter: InboundFilter;
  /** The form above the list after a failed try. */
  form?: FormState;
  /** A bulk change that could not be looked at. */
  failed?: BulkFailure;
}

/** The list; with 422 and everything as it was chosen after a failed try (U-13). Past its last page, that one. */
export async function showInbound(deps: Deps, req: Request, res: Response, answer: InboundAnswer): Promise<void> {
  const { programId, filter, form, failed = null } = answer;
  const words = filter.search === null ? null : keptSearch(req, filter.search);
  const inbound = await readInbound(deps, signedIn(req), { programId, filter, words }, isLive(req) ? rowsShown(req) : null);
  if (isPastTheEnd(req, filter, inbound)) {
    res.redirect(303, here(programId, queryOf(filter, lastPage(inbound.total))));
    return;
  }
  const done = await doneHere(deps, req, answer, inbound);
  const page = inboundPage({
    ...inbound,
    filter,
    changed: done.changed,
    form: form ?? (words === null ? emptyForm : { values: { q: words }, errors: {} }),
    failed,
    timeZone: readersZone(req.user, deps.config),
    now: deps.clock.now(),
    formKey: newFormKeys(),
  });
  const title = t('Inbound Referrals: {{program}}', { program: inbound.program.name });
  await res.page('inbound/list', page, {
    title: page.errors ? t('Error: {{title}}', { title }) : title,
    status: page.errors ? 422 : 200,
    area: AREA,
    known: { notUpdated: inbound.programs.reduce((sum, program) => sum + program.notUpdated, 0) },
    shell: { notice: done.notice },
  });
}

/** Others changed what stood there, or somebody typed it; an open page keeps what it shows. */
function isPastTheEnd(req: Request, { page }: InboundFilter, { rows }: Inbound): boolean {
  return req.method === 'GET' && !isLive(req) && page > 1 && rows.length === 0;
}

interface DoneHere {
  notice: Notice | null;
  /** Said where its row was. */
  changed: InboundFacts['changed'];
}

/** What was done just before: somebody was added, or a status saved that took its row off the page. Only of referrals of this Program. */
async function doneHere(deps: Pick<Deps, 'db'>, req: Request, answer: InboundAnswer, { rows }: Inbound): Promise<DoneHere> {
  const { programId, filter } = answer;
  const { added, changed, at } = DoneQuery.parse(req.query);
  const id = changed !== null && !rows.some((row) => row.id === changed) ? changed : added;
  const [row] = id === null || isLive(req) ? [] : await rowsById(deps.db, signedIn(req), programId, [id]);
  if (!row) return { notice: null, changed: null };
  if (row.id !== changed) return { notice: addedNotice(row), changed: null };
  // Where there are no rows it stands above what is said instead.
  return rows.length === 0 ? { notice: leftNotice(row, filter), changed: null } : { notice: null, changed: { row, at } };
}

function addedNotice(row: InboundRow): Notice {
  const text = t('{{name}} is on the list. Everyone who works here sees it.', { name: fullName(row.firstName, row.lastName) });
  return { kind: 'done', text, link: { href: `/referrals/${row.id}`, label: t('Open the referral') } };
}
