import { createOrganization, limitsOf, requestsPerMinuteOf } from "@katkey/keys";
import { TRPCError } from "@trpc/server";
import { z } from "zod";
import { lineInput } from "../input/text.ts";
import { memberProcedure, router, userProcedure } from "./init.ts";

export const organizationsRouter = router({
  get: memberProcedure.query(async ({ ctx: { organization, act, services } }) => ({
    id: organization.id,
    name: organization.name,
    plan: organization.plan,
    keyLimit: limitsOf(organization.plan).keys,
    keysInUse: await services.desk.store.countInUse(organization.id, act.now),
    requestsPerMinute: requestsPerMinuteOf(organization),
    role: act.actor.role,
    memberId: act.actor.memberId,
  })),

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
