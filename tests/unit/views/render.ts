import ejs from 'ejs';
import { ASSETS } from '../../../src/http/asset-files.ts';
import { t } from '../../../src/i18n/translate.ts';
import { fromRoot } from '../../../src/root.ts';

/** Renders one partial with its model, as a page does. */
export function renderPartial(name: string, model: unknown): Promise<string> {
  const views = fromRoot('views');
  return ejs.renderFile(fromRoot('views', 'partials', `${name}.ejs`), { m: model, t, assets: ASSETS }, { root: [views], views: [views] });
}
