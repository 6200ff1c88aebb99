import {
  changeApiAccess,
  changeKeyRules,
  changeLeakPolicy,
  createOrganization,
  renameOrganization,
} from "@katkey/keys";
import { TRPCError } from "@trpc/server";
import { z } from "zod";
import { keyRulesInput, leakPolicyInput } from "../input/organization-input.ts";
import { lineInput } from "../input/text.ts";
import { wholeInput } from "../input/whole.ts";
import { organizationViewOf } from "../view/organization-view.ts";
import { memberProcedure, router, userProcedure } from "./init.ts";

/** With the revision that was seen the change is refused if the organization has another one by now. */
const seenInput = z.object({ revision: wholeInput(0).exactOptional() });

const dayMs = 24 * 60 * 60 * 1_000;

export const organizationsRouter = router({
  get: memberProcedure.query(async ({ ctx: { organization, act, services } }) => ({
    ...organizationViewOf(organization),
    keysInUse: await services.desk.store.countInUse(organization.id, act.now),
    role: act.actor.role,
    memberId: act.actor.memberId,
  })),

  /** How many keys were used within the last 24 hours: what turning the API off would stop. */
  keysUsed: memberProcedure.query(async ({ ctx: { act, services } }) => {
    const count = await services.usage.countKeysUsed(act.organizationId, act.now - dayMs);
    return { count };
  }),

  rename: memberProcedure
    .input(seenInput.extend({ name: lineInput(80) }))
    .mutation(async ({ ctx: { services, act }, input: { organizationId: _, ...change } }) => {
      return organizationViewOf(await renameOrganization(services.desk, act, change));
    }),

  editKeyRules: memberProcedure
    .input(seenInput.extend({ keyRules: keyRulesInput }))
    .mutation(async ({ ctx: { services, act }, input: { organizationId: _, keyRules, ...seen } }) => {
      return organizationViewOf(await changeKeyRules(services.desk, act, { ...keyRules, ...seen }));
    }),

  changeApiAccess: memberProcedure
    .input(seenInput.extend({ apiAccess: z.boolean() }))
    .mutation(async ({ ctx: { services, act }, input: { organizationId: _, ...change } }) => {
      return organizationViewOf(await changeApiAccess(services.desk, act, change));
    }),

  changeLeakPolicy: memberProcedure
    .input(seenInput.extend({ leakPolicy: leakPolicyInput }))
    .mutation(async ({ ctx: { services, act }, input: { organizationId: _, ...change } }) => {
      return organizationViewOf(await changeLeakPolicy(services.desk, act, change));
    }),

  /** For the operator, who becomes its first owner. */
  create: userProcedure.input(z.object({ name: lineInput(80) })).mutation(async ({ ctx, input }) => {
    const { user } = ctx.session;
    if (!user.operator) {
      throw new TRPCError({ code: "FORBIDDEN", message: "Only the operator makes organizations." });
    }
    const { now, address, requestId, services } = ctx;
    const { organization } = await createOrganization(services.desk, {
      name: input.name,
      plan: "standard",
      owner: { userId: user.id, email: user.email },
      now,
      address,
      requestId,
    });
    return { id: organization.id };
  }),
});
