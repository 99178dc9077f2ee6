import { type Request, type Response, Router } from 'express';
import type { Deps } from '../deps.ts';
import { NotFound } from '../domain/errors.ts';
import { readersZone } from '../domain/reader-zone.ts';
import { isId } from '../http/forms.ts';
import { thisMachineOnly } from '../http/this-machine.ts';
import { type DevMailRow, findDevMail, listDevMail } from './dev-mail.store.ts';
import { devInboxPage, devMailPage } from './dev-inbox.pages.ts';

const PAGE_SIZE = 50;

/** The dev inbox: every mail that would have been sent. It exists only where nothing is sent, and never in production. */
export function createDevInboxRouter(deps: Deps): Router {
  const router = Router();
  if (deps.config.smtpUrl || deps.config.production) return router;
  router.use('/dev', thisMachineOnly);
  router.get('/dev/mail', async (req, res) => {
    const page = pageOf(req);
    const found = await listDevMail(deps.db, page, PAGE_SIZE);
    await res.page('mail/inbox', devInboxPage({ ...found, page, size: PAGE_SIZE }, readersZone(req.user, deps.config)), {
      title: 'Dev inbox',
    });
  });
  router.get('/dev/mail/:id', async (req, res) => {
    const mail = await mailOf(deps, req);
    allowFrame(res);
    await res.page('mail/message', devMailPage(mail, readersZone(req.user, deps.config)), { title: 'Mail in the dev inbox' });
  });
  router.get('/dev/mail/:id/html', async (req, res) => {
    const { html } = await mailOf(deps, req);
    sandboxed(res).type('html').send(html);
  });
  return router;
}

async function mailOf({ db }: Deps, req: Request): Promise<DevMailRow> {
  const { id } = req.params;
  const mail = isId(id) ? await findDevMail(db, id) : null;
  if (!mail) throw new NotFound();
  return mail;
}

function pageOf({ query }: Request): number {
  const page = typeof query['page'] === 'string' && /^\d{1,4}$/.test(query['page']) ? Number(query['page']) : 1;
  return Math.max(1, page);
}

/** The message page frames the mail's own HTML. */
function allowFrame(res: Response): void {
  const policy = res.getHeader('Content-Security-Policy');
  if (typeof policy === 'string') res.set('Content-Security-Policy', `${policy};frame-src 'self'`);
}

/**
 * A mail brings its own styles, which pages here may not; so it gets a policy of its own and nothing else.
 * attack: what a mail holds cannot run, send, load or leave its frame.
 */
function sandboxed(res: Response): Response {
  res.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox");
  return res.set('X-Frame-Options', 'SAMEORIGIN').set('Referrer-Policy', 'no-referrer');
}
