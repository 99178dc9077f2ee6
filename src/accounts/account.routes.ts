import { Router } from 'express';
import type { Deps } from '../deps.ts';
import { addConfirmRoutes } from './confirm-address.routes.ts';
import { addSessionRoutes } from './session.routes.ts';
import { addSignInRoutes } from './sign-in.routes.ts';
import { addSignUpRoutes } from './sign-up.routes.ts';

/** Signing up, in and out. */
export function createAccountRouter(deps: Deps): Router {
  const router = Router();
  addSignInRoutes(router, deps);
  addSignUpRoutes(router, deps);
  addConfirmRoutes(router, deps);
  addSessionRoutes(router, deps);
  return router;
}
