import { auditRouter } from "./audit.ts";
import { router } from "./init.ts";
import { invitationsRouter } from "./invitations.ts";
import { keysRouter } from "./keys.ts";
import { membersRouter } from "./members.ts";
import { organizationsRouter } from "./organizations.ts";
import { sessionRouter } from "./session.ts";
import { setupRouter } from "./setup.ts";

export const appRouter = router({
  audit: auditRouter,
  invitations: invitationsRouter,
  keys: keysRouter,
  members: membersRouter,
  organizations: organizationsRouter,
  session: sessionRouter,
  setup: setupRouter,
});

/** What the web app knows of this server: types only. */
export type AppRouter = typeof appRouter;
