import { readFileSync } from 'node:fs';
import { Router } from 'express';
import type { Deps } from '../deps.ts';
import { thisMachineOnly } from '../http/this-machine.ts';
import { fromRoot } from '../root.ts';
import { HERE } from './sample.ts';
import { SHELL, styleGuidePage } from './style-guide.pages.ts';
import { tokensIn } from './tokens.ts';

/** Every partial in each of its states, for whoever designs or builds a page; never in production. */
export function createStyleGuideRouter(deps: Deps): Router {
  const router = Router();
  if (deps.config.production) return router;
  router.use(HERE, thisMachineOnly);
  router.get(HERE, async (_req, res) => {
    const tokens = tokensIn(readFileSync(fromRoot('public/css/tokens.css'), 'utf8'));
    await res.page('styleguide/show', styleGuidePage(tokens), { title: 'Style guide', shell: SHELL });
  });
  // The buttons of the samples lead back to them.
  router.post(HERE, (_req, res) => res.redirect(303, HERE));
  return router;
}
