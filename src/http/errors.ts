import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { IdempotencyMismatch, NotAllowed, NotFound, SignInNeeded, StillWorking } from '../domain/errors.ts';
import { isDatabaseAway } from '../db/failure.ts';
import { said, t } from '../i18n/translate.ts';
import type { Log } from '../logger.ts';
import { ownPath } from './own-path.ts';
import { pageAddress } from './page-address.ts';

declare module './page.ts' {
  interface Pages {
    'errors/show': ErrorPage;
  }
}

export interface ErrorPage {
  heading: string;
  text: string;
  /** Shown when the fault is ours. */
  requestId: string | null;
}

interface Answer extends ErrorPage {
  status: number;
  retryAfter?: number;
}

/** No route took the request. */
export const notFound: RequestHandler = () => {
  throw new NotFound();
};

/** The one place where errors become answers; a fault of ours shows a request id and never a stack (S-55). */
export function errorPages(log: Log): ErrorRequestHandler {
  return async (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    if (error instanceof SignInNeeded && !wantsJson(req)) {
      sendToSignIn(req, res);
      return;
    }
    const answer = answerFor(error, req);
    if (answer.status >= 500) log.error({ err: error, id: req.id }, 'request failed');
    if (answer.retryAfter) res.set('Retry-After', String(answer.retryAfter));
    await sendError(req, res, answer, log);
  };
}

async function sendError(req: Request, res: Response, answer: Answer, log: Log): Promise<void> {
  const { status, heading, text, requestId } = answer;
  if (wantsJson(req)) {
    res.status(status).json({ error: heading, detail: text, requestId });
    return;
  }
  try {
    await res.page('errors/show', { heading, text, requestId }, { title: heading, status });
  } catch (error) {
    // The page itself needs the database (the header's counts); without it, plain words.
    if (!isDatabaseAway(error)) log.error({ err: error, id: req.id }, 'error page failed');
    res.status(status).type('text').send(`${heading}\n\n${text}\n`);
  }
}

/** Whoever sent a form comes back to its page, and is told that nothing was saved: what somebody signed out wrote is kept nowhere. */
function sendToSignIn(req: Request, res: Response): void {
  const reads = req.method === 'GET' || req.method === 'HEAD';
  const here = reads ? req.originalUrl : (formPage(req) ?? pageAddress(req.originalUrl, req.body));
  res.redirect(303, `/login?returnTo=${encodeURIComponent(here)}${reads ? '' : '&after=unsent'}`);
}

/** A form that stands on several pages says on which. */
function formPage(req: Request): string | null {
  const body: unknown = req.body;
  return typeof body === 'object' && body !== null && 'returnTo' in body ? ownPath(body.returnTo) : null;
}

export function wantsJson(req: Request): boolean {
  return req.accepts(['html', 'json']) === 'json';
}

function answerFor(error: unknown, req: Request): Answer {
  if (isDatabaseAway(error)) return away();
  if (error instanceof NotFound) return nothingHere();
  if (error instanceof SignInNeeded) return plain(401, t('Sign in first'), t('You are not signed in, or were signed out.'));
  if (error instanceof NotAllowed) return plain(403, t('That is not possible'), said(error.message));
  if (error instanceof IdempotencyMismatch)
    return plain(422, t('This form was already sent'), t('Go back, reload the page and fill it in again.'));
  if (error instanceof StillWorking)
    return plain(409, t('Still sending'), t('This form is being sent. Wait a moment, then look at the page again.'));
  return clientError(error) ?? ourFault(req);
}

function away(): Answer {
  return {
    status: 503,
    heading: t('Back in a moment'),
    text: t('The database cannot be reached right now. Nothing you did before is lost. Wait a minute and reload the page.'),
    requestId: null,
    retryAfter: 10,
  };
}

function nothingHere(): Answer {
  return {
    status: 404,
    heading: t('Nothing here'),
    text: t('There is no such page, or it is not one you can see. Check the address, or start again.'),
    requestId: null,
  };
}

/** Errors of Express and its body parser: the sender's fault, in plain words. */
function clientError(error: unknown): Answer | null {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  if (status === 413) return plain(413, t('Too much at once'), t('What you sent is too long. Shorten it and send it again.'));
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return plain(status, t('That cannot be read'), t('What was sent is not a form this page knows. Reload the page and try again.'));
  }
  return null;
}

function ourFault(req: Request): Answer {
  return {
    status: 500,
    heading: t('Something went wrong on our side'),
    text: t('Nothing was changed. Try again; if it happens again, tell your administrator the number below.'),
    requestId: req.id,
  };
}

function plain(status: number, heading: string, text: string): Answer {
  return { status, heading, text, requestId: null };
}
