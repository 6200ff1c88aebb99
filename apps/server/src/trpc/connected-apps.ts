import { disconnectApp, listGrants } from "@katkey/keys";
import { grantInput } from "../input/app-input.ts";
import { connectedAppViewsOf } from "../view/connected-app-view.ts";
import { memberProcedure, router } from "./init.ts";

/** The apps that work with the organization's data: every member sees them, as they see keys. */
export const connectedAppsRouter = router({
  list: memberProcedure.query(async ({ ctx: { services, act } }) => {
    return connectedAppViewsOf(services, act.organizationId, await listGrants(services.desk, act));
  }),

  disconnect: memberProcedure
    .input(grantInput)
    .mutation(async ({ ctx: { services, act }, input: { grantId } }) => {
      await disconnectApp(services.desk, act, grantId);
      return { id: grantId };
    }),
});
