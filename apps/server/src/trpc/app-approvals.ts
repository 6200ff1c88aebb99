import { blockApp, decideOnApp, listOfferedApps, unblockApp } from "@katkey/keys";
import { appDecisionInput, appInput, offeredAppsInput } from "../input/app-input.ts";
import { offeredAppViewsOf } from "../view/offered-app-view.ts";
import { operatedProcedure, operatorProcedure, router } from "./init.ts";

/** Which apps every organization may connect, and which none: the operator's to decide. */
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

  /** Stops it everywhere, at its owner's too. */
  block: operatedProcedure.input(appInput).mutation(async ({ ctx: { services, act }, input: { appId } }) => {
    const [view] = await offeredAppViewsOf(services.desk, [await blockApp(services.desk, act, appId)]);
    return view;
  }),

  unblock: operatedProcedure
    .input(appInput)
    .mutation(async ({ ctx: { services, act }, input: { appId } }) => {
      const [view] = await offeredAppViewsOf(services.desk, [await unblockApp(services.desk, act, appId)]);
      return view;
    }),
});
