import ejs from 'ejs';
import { t } from '../i18n/translate.ts';
import { ASSETS } from './asset-files.ts';

type Done = (error: unknown, html?: string) => void;

/**
 * EJS with a root, so that `include('/partials/…')` means the same from every view: EJS 7 takes the root from its own options
 * alone. A view sees `t`, which puts words into the answer's language,
 * `assets`, the address of this version's files, and the locals named here and nothing else, so that a missing one is an error and not an empty place.
 */
export function viewEngine(root: string): (path: string, locals: object, done: Done) => void {
  const options = {
    root,
    cache: true,
    compileDebug: false,
    _with: false,
    destructuredLocals: ['m', 'title', 'shell', 'body', 't', 'assets'],
  };
  return (path, locals, done) => {
    // Express adds its settings to the locals; each include would copy them along.
    const { m, title, shell, body } = locals as Record<string, unknown>;
    ejs.renderFile(path, { m, title, shell, body, t, assets: ASSETS }, options, done);
  };
}
