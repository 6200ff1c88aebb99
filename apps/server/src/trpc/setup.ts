import { createOrganization } from "@katkey/keys";
import { z } from "zod";
import { emailInput, lineInput } from "../input/text.ts";
import { publicProcedure, router, throttledProcedure } from "./init.ts";

export const setupRouter = router({
  /** `needed`: nobody has an account yet. */
  state: publicProcedure.query(({ ctx }) => {
    return { needed: ctx.services.identity.countUsers() === 0 };
  }),

  /** Makes the operator and the first organization. They sign in afterwards. */
  complete: throttledProcedure
    .input(
      z.strictObject({
        token: z.string().min(1).max(200),
        name: lineInput(80),
        email: emailInput,
        password: z.string().max(1_000),
        organization: lineInput(80),
      }),
    )
    .mutation(async ({ ctx, input: { organization: name, ...operator } }) => {
      const { identity, desk } = ctx.services;
      const { now, address, requestId } = ctx;
      const owner = await identity.completeSetup(operator, now);
      const request = { name, plan: "standard", now, address, requestId } as const;
      const { organization } = await createOrganization(desk, {
        ...request,
        owner: { userId: owner.id, email: owner.email },
      });
      return { organizationId: organization.id };
    }),
});
