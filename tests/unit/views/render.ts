import ejs from 'ejs';
import { fromRoot } from '../../../src/root.ts';

/** Renders one partial with its model, as a page does. */
export function renderPartial(name: string, model: unknown): Promise<string> {
  const views = fromRoot('views');
  return ejs.renderFile(fromRoot('views', 'partials', `${name}.ejs`), { m: model }, { root: [views], views: [views] });
}
