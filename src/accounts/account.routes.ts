import { Router } from 'express';
import type { Deps } from '../deps.ts';
import { addChangeAddressRoutes } from './change-address.routes.ts';
import { addChangePasswordRoutes } from './change-password.routes.ts';
import { addConfirmRoutes } from './confirm-address.routes.ts';
import { addConfirmNewAddressRoutes } from './confirm-new-address.routes.ts';
import { addMailedLinkRoutes } from './mailed-link.routes.ts';
import { addPasswordResetRoutes } from './password-reset.routes.ts';
import { addSessionRoutes } from './session.routes.ts';
import { addSignInLinkRoutes } from './sign-in-link.routes.ts';
import { addSignInRoutes } from './sign-in.routes.ts';
import { addSignUpRoutes } from './sign-up.routes.ts';

/** Signing up, in and out, and what a mail to an account leads to. */
export function createAccountRouter(deps: Deps): Router {
  const router = Router();
  addSignInRoutes(router, deps);
  addSignUpRoutes(router, deps);
  addConfirmRoutes(router, deps);
  addSignInLinkRoutes(router, deps);
  addPasswordResetRoutes(router, deps);
  addMailedLinkRoutes(router, deps);
  addChangePasswordRoutes(router, deps);
  addChangeAddressRoutes(router, deps);
  addConfirmNewAddressRoutes(router, deps);
  addSessionRoutes(router, deps);
  return router;
}
