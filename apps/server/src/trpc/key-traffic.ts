import {
  breakDownKeyUsage,
  listClients,
  previewEdit,
  previewOverlapEnd,
  previewRevocation,
  previewRevocations,
  reviewScopes,
  type Evidence,
} from "@katkey/keys";
import { z } from "zod";
import { idInput } from "../input/id.ts";
import { dashboardEditInput, manyKeysInput } from "../input/key-input.ts";
import { keyUsageRangeInput, usageRangeOf } from "../input/usage-range-input.ts";
import { scopesOfRoute } from "../rest/scopes-of-route.ts";
import { clientsViewOf, previewViewOf, scopeReviewViewOf } from "../view/key-traffic-view.ts";
import { usageViewOf } from "../view/usage-view.ts";
import type { Context } from "./context.ts";
import { memberProcedure, router } from "./init.ts";

/** As many as a table shows. */
const mostGroups = 50;
const mostClients = 50;

const keyInput = z.object({ keyId: idInput("key") });
const usageInput = keyInput.extend({ range: keyUsageRangeInput, groupBy: z.enum(["route", "status"]) });
const narrowing = dashboardEditInput.pick({
  scopes: true,
  addresses: true,
  expiresAt: true,
  responsibleMemberId: true,
});

/** What a key is used for, and what a change of it would have refused. */
export const keyTrafficRouter = router({
  usage: memberProcedure.input(usageInput).query(async ({ ctx, input }) => {
    const { keyId, range, groupBy } = input;
    const asked = { ...usageRangeOf(range, ctx.now), keyId, groupBy, most: mostGroups };
    const usage = await breakDownKeyUsage(evidenceOf(ctx), ctx.act, asked);
    return { granularity: asked.granularity, ...(await usageViewOf(ctx.services, ctx.act, usage)) };
  }),

  /** For every member, as the last use of a key is. */
  clients: memberProcedure.input(keyInput).query(async ({ ctx, input: { keyId } }) => {
    return clientsViewOf(await listClients(evidenceOf(ctx), ctx.act, { keyId, most: mostClients }));
  }),

  scopes: memberProcedure.input(keyInput).query(async ({ ctx, input }) => {
    return scopeReviewViewOf(await reviewScopes(evidenceOf(ctx), ctx.act, input.keyId));
  }),

  previewRevocation: memberProcedure.input(keyInput).query(async ({ ctx, input }) => {
    return previewViewOf(await previewRevocation(evidenceOf(ctx), ctx.act, input.keyId));
  }),

  previewRevocations: memberProcedure.input(manyKeysInput).query(async ({ ctx, input }) => {
    return previewViewOf(await previewRevocations(evidenceOf(ctx), ctx.act, input.keyIds));
  }),

  previewOverlapEnd: memberProcedure.input(keyInput).query(async ({ ctx, input }) => {
    return previewViewOf(await previewOverlapEnd(evidenceOf(ctx), ctx.act, input.keyId));
  }),

  previewEdit: memberProcedure
    .input(keyInput.extend({ patch: narrowing }))
    .query(async ({ ctx, input: { keyId, patch } }) => {
      return previewViewOf(await previewEdit(evidenceOf(ctx), ctx.act, { keyId, ...patch }));
    }),
});

function evidenceOf({ services: { desk, usage } }: Context): Evidence {
  return { desk, usage, scopesOf: scopesOfRoute };
}
