import { decideOnApp, listOfferedApps } from "@katkey/keys";
import { appDecisionInput, offeredAppsInput } from "../input/app-input.ts";
import { offeredAppViewsOf } from "../view/offered-app-view.ts";
import { operatedProcedure, operatorProcedure, router } from "./init.ts";

/** Which apps every organization may connect: the operator's to decide. */
export const appApprovalsRouter = router({
  list: operatorProcedure
    .input(offeredAppsInput)
    .query(async ({ ctx: { services }, input: { cursor, ...query } }) => {
      const from = cursor === undefined ? {} : { before: cursor };
      const { items, nextCursor } = await listOfferedApps(services.desk, { ...query, ...from });
      return { items: await offeredAppViewsOf(services.desk, items), nextCursor };
    }),

  /** `organizationId`: the owner's. */
  decide: operatedProcedure
    .input(appDecisionInput)
    .mutation(async ({ ctx: { services, act }, input: { organizationId: _, ...decision } }) => {
      const app = await decideOnApp(services.desk, act, decision);
      const [view] = await offeredAppViewsOf(services.desk, [app]);
      return view;
    }),
});
