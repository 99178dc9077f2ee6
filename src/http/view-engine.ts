import ejs from 'ejs';

type Done = (error: unknown, html?: string) => void;

/**
 * EJS with a root, so that `include('/partials/…')` means the same from every view. EJS 7 takes the root from its own options
 * alone: Express' "view options" do not reach it.
 */
export function viewEngine(root: string): (path: string, locals: object, done: Done) => void {
  return (path, locals, done) => {
    ejs.renderFile(path, locals as ejs.Data, { root, cache: true }, done);
  };
}
