import {
  changeApiAccess,
  changePlan,
  changeRequestLimit,
  resume,
  surveyOrganization,
  surveyOrganizations,
  suspend,
} from "@katkey/keys";
import { z } from "zod";
import { planInput, requestLimitInput, surveyInput, suspensionInput } from "../input/instance-input.ts";
import type { Services } from "../services.ts";
import { healthViewOf } from "../view/health-view.ts";
import { organizationViewOf } from "../view/organization-view.ts";
import { surveyViewOf } from "../view/survey-view.ts";
import { appApprovalsRouter } from "./app-approvals.ts";
import { operatedProcedure, operatorProcedure, router } from "./init.ts";
import { installationLogRouter } from "./installation-log.ts";
import { peopleRouter } from "./people.ts";
import { serviceTokensRouter } from "./service-tokens.ts";

/** The operator's: all organizations of the installation, and how it is. */
export const instanceRouter = router({
  organizations: operatorProcedure.input(surveyInput).query(async ({ ctx, input: { cursor, ...query } }) => {
    const from = cursor === undefined ? {} : { after: cursor };
    const page = await surveyOrganizations(sourcesOf(ctx.services), { ...query, ...from, now: ctx.now });
    return { items: page.items.map(surveyViewOf), nextCursor: page.nextCursor };
  }),

  organization: operatedProcedure.query(async ({ ctx: { services, act } }) => {
    return surveyViewOf(await surveyOrganization(sourcesOf(services), act));
  }),

  changePlan: operatedProcedure.input(planInput).mutation(async ({ ctx: { services, act }, input }) => {
    return organizationViewOf(await changePlan(services.desk, act, input.plan));
  }),

  changeRequestLimit: operatedProcedure
    .input(requestLimitInput)
    .mutation(async ({ ctx: { services, act }, input }) => {
      return organizationViewOf(await changeRequestLimit(services.desk, act, input.requestsPerMinute));
    }),

  changeApiAccess: operatedProcedure
    .input(z.object({ apiAccess: z.boolean() }))
    .mutation(async ({ ctx: { services, act }, input }) => {
      return organizationViewOf(await changeApiAccess(services.desk, act, { apiAccess: input.apiAccess }));
    }),

  suspend: operatedProcedure.input(suspensionInput).mutation(async ({ ctx: { services, act }, input }) => {
    return organizationViewOf(await suspend(services.desk, act, input.reason));
  }),

  resume: operatedProcedure.mutation(async ({ ctx: { services, act } }) => {
    return organizationViewOf(await resume(services.desk, act));
  }),

  health: operatorProcedure.query(async ({ ctx: { services } }) =>
    healthViewOf(await services.health.read()),
  ),

  appApprovals: appApprovalsRouter,
  log: installationLogRouter,
  people: peopleRouter,
  serviceTokens: serviceTokensRouter,
});

function sourcesOf({ desk: { store, tenancy }, usage }: Services) {
  return { store, tenancy, usage };
}
