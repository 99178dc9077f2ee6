import compression from 'compression';
import express, { type Express } from 'express';
import { createAccountRouter } from './accounts/account.routes.ts';
import { createClaimDecisionRouter } from './claims/claim-decision.routes.ts';
import { createClaimRouter } from './claims/claim.routes.ts';
import { createForMeRouter } from './dashboards/for-me.routes.ts';
import { createHomeRouter } from './dashboards/home.routes.ts';
import { createBulkRouter } from './inbound/bulk.routes.ts';
import { createInboundExportRouter } from './inbound/inbound-export.routes.ts';
import { createInboundRouter } from './inbound/inbound.routes.ts';
import type { Deps } from './deps.ts';
import { createFirstStepsRouter } from './first-steps/first-steps.routes.ts';
import { createGoalRouter } from './goals/goal.routes.ts';
import { createReferralGoalRouter } from './goals/referral-goal.routes.ts';
import { createLeavingRouter } from './leaving/leaving.routes.ts';
import { assets } from './http/assets.ts';
import { errorPages, notFound } from './http/errors.ts';
import { healthRouter, type Readiness } from './http/health.ts';
import { languageOfAccount, languages } from './http/language.ts';
import { pages } from './http/page.ts';
import { requestLog } from './http/request-log.ts';
import { sameOrigin } from './http/same-origin.ts';
import { securityHeaders } from './http/security.ts';
import { sessions, type Sessions } from './http/session.ts';
import { viewEngine } from './http/view-engine.ts';
import { shellBuilder } from './dashboards/shell.service.ts';
import { createDevInboxRouter } from './mail/dev-inbox.routes.ts';
import { createSeekerNoteRouter } from './notes/seeker-note.routes.ts';
import { createReferralNoteRouter } from './notes/referral-note.routes.ts';
import { createLooksRouter } from './looks/look.routes.ts';
import { createPeopleRouter } from './people/people.routes.ts';
import { createProgramRouter } from './programs/program.routes.ts';
import { createArrivalRouter } from './referrals/arrival.routes.ts';
import { createConnectRouter } from './referrals/connect.routes.ts';
import { createReferralRouter } from './referrals/referral.routes.ts';
import { fromRoot } from './root.ts';
import { createAccountSettingsRouter } from './settings/account-settings.routes.ts';
import { createPageLanguageRouter } from './settings/page-language.routes.ts';
import { createPageThemeRouter } from './settings/page-theme.routes.ts';
import { createGroupSettingsRouter } from './settings/group.routes.ts';
import { createSiteSettingsRouter } from './settings/site.routes.ts';
import { createProgramSettingsRouter } from './settings/program-settings.routes.ts';
import { createStatusLinkRouter } from './status-links/status-link.routes.ts';
import { createStyleGuideRouter } from './styleguide/style-guide.routes.ts';
import { createInvitationRouter } from './teams/invitation.routes.ts';

export interface AppParts {
  session: Sessions;
  readiness: Readiness;
}

/** The life of a request, top to bottom; the server and every test use this one. Routers carry full paths. */
export function createApp(deps: Deps, { session, readiness }: AppParts): Express {
  const app = express();
  app.disable('x-powered-by').set('trust proxy', deps.config.trustProxy);
  app
    .engine('ejs', viewEngine(fromRoot('views')))
    .set('views', fromRoot('views'))
    .set('view engine', 'ejs')
    .enable('view cache')
    .set('etag', false);

  app.use(requestLog(deps.log), securityHeaders(deps.config));
  app.use(healthRouter(deps, readiness));
  app.use(compression(), assets());
  // Before whatever may fail, so that every error has its page, in the reader's language.
  app.use(languages(), pages(shellBuilder(deps)));
  app.use(sameOrigin(deps.config.origins, deps.log));
  app.use(express.urlencoded({ extended: false, limit: '64kb', parameterLimit: 200 }), express.json({ limit: '64kb' }));
  app.use(sessions(session), languageOfAccount());

  app.use(
    createHomeRouter(deps),
    createFirstStepsRouter(deps),
    createAccountRouter(deps),
    createAccountSettingsRouter(deps),
    createPageLanguageRouter(deps),
  );
  app.use(createPageThemeRouter(deps));
  app.use(createInvitationRouter(deps), createSiteSettingsRouter(deps), createGroupSettingsRouter(deps));
  app.use(createProgramRouter(deps), createConnectRouter(deps), createLeavingRouter());
  app.use(createClaimRouter(deps), createClaimDecisionRouter(deps), createProgramSettingsRouter(deps));
  app.use(createPeopleRouter(deps), createReferralRouter(deps));
  app.use(createReferralNoteRouter(deps), createSeekerNoteRouter(deps), createReferralGoalRouter(deps), createGoalRouter(deps));
  app.use(createInboundRouter(deps), createBulkRouter(deps), createInboundExportRouter(deps), createArrivalRouter(deps));
  app.use(createForMeRouter(deps), createLooksRouter(deps));
  app.use(createStatusLinkRouter(deps), createDevInboxRouter(deps), createStyleGuideRouter(deps));

  app.use(notFound, errorPages(deps.log));
  return app;
}
