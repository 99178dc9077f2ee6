import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { Router, type Response } from 'express';
import { readersZone } from '../domain/reader-zone.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../http/current-actor.ts';
import { keptSearch } from '../http/kept-search.ts';
import { t } from '../i18n/translate.ts';
import { cutWords, exportColumns, exportLine, exportName } from './inbound-export.pages.ts';
import { exportInbound, MOST_EXPORTED, type InboundExport } from './inbound-export.service.ts';
import { AREA } from './inbound-answers.routes.ts';
import { claimedOf } from './inbound.routes.ts';
import { InboundQuery } from './inbound.forms.ts';

/** The list as a file: exactly what its filter, search and order show, on all pages (R20). */
export function createInboundExportRouter(deps: Deps): Router {
  const router = Router();

  router.get('/inbound/:programId/export.csv', async (req, res) => {
    const programId = claimedOf(req);
    const query = InboundQuery.safeParse(req.query);
    const words = query.data?.search ? keptSearch(req, query.data.search) : null;
    // A file must never hold more than the page that leads to it showed: without its search or filter there is none.
    if (!query.success || (query.data.search !== null && words === null)) {
      res.redirect(303, `/inbound/${programId}`);
      return;
    }
    const timeZone = readersZone(req.user, deps.config);
    nameFile(res, timeZone, deps.clock.now());
    // Asked only what it would be: nothing is looked at.
    if (req.method === 'HEAD') {
      res.end();
      return;
    }
    const wait = await req.limits.exported.take(signedIn(req).userId);
    if (wait !== null) return refuse(res, wait);
    await sendFile(res, await exportInbound(deps, signedIn(req), { programId, filter: query.data, words }), timeZone);
  });

  return router;
}

function nameFile(res: Response, timeZone: string, now: Date): void {
  const name = exportName(timeZone, now);
  res.set({
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'no-store',
  });
}

/** attack: a session that was taken over must not carry a whole Program's people away again and again (S-06). */
async function refuse(res: Response, wait: number): Promise<void> {
  const minutes = { count: Math.ceil(wait / 60) };
  const text = t('You took this list along ten times within an hour. Take it again in {{count, number}} minutes.', minutes);
  const heading = t('Too many files');
  res.removeHeader('Content-Disposition');
  res.set('Retry-After', String(wait));
  await res.page('errors/show', { heading, text, requestId: null }, { title: heading, status: 429, area: AREA });
}

/** Line by line, so that a large file takes no more memory than its rows. */
async function sendFile(res: Response, { rows, cut }: InboundExport, timeZone: string): Promise<void> {
  const lines = function* (): Generator<string[]> {
    yield exportColumns(timeZone);
    for (const row of rows) yield exportLine(row, timeZone);
    if (cut) yield [cutWords(MOST_EXPORTED)];
  };
  // attack: a cell that begins like a formula is run by the spreadsheet that opens it (S-54).
  const csv = stringify({ escape_formulas: true, quoted_string: true, record_delimiter: 'windows', bom: true });
  await pipeline(Readable.from(lines()), csv, res);
}
