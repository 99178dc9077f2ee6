import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Shell } from './shell-components.ts';
import { knowingTheWayBack } from './kept-list.ts';

/**
 * Every page and the model its view takes. Each feature adds its own pages here, beside the functions that make the models:
 *   declare module '../http/page.ts' { interface Pages { '<feature>/<page>': ThePage } }
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by declaration merging
export interface Pages {}

export type PageName = keyof Pages;

export interface PageOptions {
  /** What the browser's tab says; a failed form's begins with "Error: ". */
  title: string;
  status?: number;
  layout?: 'main' | 'seeker';
  /** The address of the area to mark as current in the header. */
  area?: string;
  shell?: Partial<Shell>;
  known?: KnownFacts;
}

/** What a page has read already and its header need not read again. */
export interface KnownFacts {
  /** Inbound referrals not updated, over all Programs of the reader. */
  notUpdated?: number;
}

export type ShellBuilder = (req: Request, known?: KnownFacts) => Promise<Shell>;

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the way Express declares its own
  namespace Express {
    interface Response {
      /** Renders views/pages/<name>.ejs in its layout. */
      page<K extends PageName>(name: K, model: Pages[K], options: PageOptions): Promise<void>;
    }
  }
}

/** Gives every response `res.page`. */
export function pages(shellFor: ShellBuilder): RequestHandler {
  return (req: Request, res: Response, next: NextFunction) => {
    res.page = async (name, model, options) => {
      const shell = { ...(await shellFor(req, options.known)), ...options.shell };
      const status = options.status ?? res.statusCode;
      const body = await render(res, `pages/${name}`, { m: knowingTheWayBack(req, model) });
      const html = await render(res, `layouts/${options.layout ?? 'main'}`, {
        title: options.title,
        shell: marked(truly(shell, status, body), options.area),
        body,
      });
      // Whatever keeps pages may take one for another language's (U-33).
      res.vary('Accept-Language').set('Content-Language', shell.language);
      res.status(status).type('html').send(html);
    };
    next();
  };
}

/** Answers to a form on which it stands again. */
const WITH_FORM: ReadonlySet<number> = new Set([200, 409, 422, 429]);

/** What somebody fills in. */
const FIELD = /<(?:select|textarea)\b|<input\b(?![^>]*type="hidden")/;

/** Where there is no form, nothing is cleared; where one was answered that is no more, its answer is left. */
function truly(shell: Shell, status: number, body: string): Shell {
  const { languages } = shell;
  if (!languages?.clears || (WITH_FORM.has(status) && FIELD.test(body))) return shell;
  return { ...shell, languages: { ...languages, clears: false, leaves: WITH_FORM.has(status) } };
}

function marked(shell: Shell, area: string | undefined): Shell {
  return area ? { ...shell, areas: shell.areas.map((one) => ({ ...one, current: one.href === area })) } : shell;
}

function render(res: Response, view: string, locals: object): Promise<string> {
  return new Promise((resolve, reject) => {
    res.render(view, locals, (error: Error | null, html?: string) => {
      if (error) reject(error);
      else resolve(html ?? '');
    });
  });
}
