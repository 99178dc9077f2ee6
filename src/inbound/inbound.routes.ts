import { Router } from 'express';
import { NotFound } from '../domain/errors.ts';
import { claimedProgramIds } from '../domain/membership.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../http/current-actor.ts';
import { newFormKeys } from '../http/form-key.ts';
import { isId } from '../http/forms.ts';
import { rowsShown } from '../http/live-request.ts';
import { InboundQuery } from './inbound.forms.ts';
import { NOT_A_CLAIMER } from './inbound-empty.pages.ts';
import { inboundPage } from './inbound.pages.ts';
import { readInbound } from './inbound.service.ts';
import { inboundPrograms, type InboundProgram } from './inbound.store.ts';

const AREA = '/inbound';

/** Inbound Referrals (R20). */
export function createInboundRouter(deps: Deps): Router {
  const router = Router();

  router.get('/inbound', async (req, res) => {
    const first = mostToDo(await inboundPrograms(deps.db, claimedProgramIds(signedIn(req))));
    if (first) res.redirect(303, `/inbound/${first.id}`);
    else await res.page('inbound/none', NOT_A_CLAIMER, { title: 'Inbound Referrals', area: AREA });
  });

  router.get('/inbound/:programId', async (req, res) => {
    const { programId } = req.params;
    const actor = signedIn(req);
    const query = InboundQuery.safeParse(req.query);
    if (!isId(programId)) throw new NotFound();
    if (!query.success) {
      res.redirect(303, `/inbound/${programId}`);
      return;
    }
    const inbound = await readInbound(deps, actor, programId, query.data, rowsShown(req));
    const facts = { ...inbound, filter: query.data, timeZone: deps.config.timeZone, now: deps.clock.now(), formKey: newFormKeys() };
    const known = { notUpdated: inbound.programs.reduce((sum, program) => sum + program.notUpdated, 0) };
    await res.page('inbound/list', inboundPage(facts), { title: `Inbound Referrals: ${inbound.program.name}`, area: AREA, known });
  });

  return router;
}

/** Where somebody of several Programs begins: at the one with most work to do. */
function mostToDo(programs: readonly InboundProgram[]): InboundProgram | undefined {
  return [...programs].sort((a, b) => b.notUpdated - a.notUpdated)[0];
}
