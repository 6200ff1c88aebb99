import { disconnectApp, listEndedGrants, listGrants } from "@katkey/keys";
import { endedGrantsInput, grantInput } from "../input/app-input.ts";
import { connectedAppViewsOf } from "../view/connected-app-view.ts";
import { memberProcedure, router } from "./init.ts";

/** The apps that work with the organization's data: every member sees them, as they see keys. */
export const connectedAppsRouter = router({
  list: memberProcedure.query(async ({ ctx: { services, act } }) => {
    return connectedAppViewsOf(services, act.organizationId, await listGrants(services.desk, act));
  }),

  /** Those that ended, however many. */
  ended: memberProcedure
    .input(endedGrantsInput)
    .query(async ({ ctx: { services, act }, input: { cursor, limit } }) => {
      const from = cursor === undefined ? {} : { before: cursor };
      const { items, nextCursor } = await listEndedGrants(services.desk, act, { limit, ...from });
      return { items: await connectedAppViewsOf(services, act.organizationId, items), nextCursor };
    }),

  disconnect: memberProcedure
    .input(grantInput)
    .mutation(async ({ ctx: { services, act }, input: { grantId } }) => {
      await disconnectApp(services.desk, act, grantId);
      return { id: grantId };
    }),
});
