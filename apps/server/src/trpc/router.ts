import { accountRouter } from "./account.ts";
import { auditRouter } from "./audit.ts";
import { billingRouter } from "./billing.ts";
import { connectedAppsRouter } from "./connected-apps.ts";
import { homeRouter } from "./home.ts";
import { router } from "./init.ts";
import { instanceRouter } from "./instance.ts";
import { invitationsRouter } from "./invitations.ts";
import { keyTrafficRouter } from "./key-traffic.ts";
import { keysRouter } from "./keys.ts";
import { membersRouter } from "./members.ts";
import { organizationsRouter } from "./organizations.ts";
import { partnerAppsRouter } from "./partner-apps.ts";
import { passwordLinksRouter } from "./password-links.ts";
import { refusalsRouter } from "./refusals.ts";
import { sessionRouter } from "./session.ts";
import { setupRouter } from "./setup.ts";
import { usageRouter } from "./usage.ts";

export const appRouter = router({
  account: accountRouter,
  audit: auditRouter,
  billing: billingRouter,
  connectedApps: connectedAppsRouter,
  home: homeRouter,
  instance: instanceRouter,
  invitations: invitationsRouter,
  keys: keysRouter,
  keyTraffic: keyTrafficRouter,
  members: membersRouter,
  organizations: organizationsRouter,
  partnerApps: partnerAppsRouter,
  passwordLinks: passwordLinksRouter,
  refusals: refusalsRouter,
  session: sessionRouter,
  setup: setupRouter,
  usage: usageRouter,
});

/** What the web app knows of this server: types only. */
export type AppRouter = typeof appRouter;
