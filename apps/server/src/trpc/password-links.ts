import { z } from "zod";
import { throttledProcedure, router } from "./init.ts";

const tokenInput = z.object({ token: z.string().min(1).max(200) });

/** For somebody who forgot their password, and was handed a link by an operator. */
export const passwordLinksRouter = router({
  /** Whose account it is, for whoever holds the link. */
  preview: throttledProcedure.input(tokenInput).query(({ ctx: { services, now }, input: { token } }) => {
    return { email: services.people.findByPasswordLink(token, now).email };
  }),

  /** Chooses the new password. They sign in afterwards, with their second factor where they have one. */
  use: throttledProcedure
    .input(tokenInput.extend({ password: z.string().max(1_000) }))
    .mutation(async ({ ctx, input: { token, password } }) => {
      const { services, now, address, requestId } = ctx;
      const { people, identity } = services;
      const hashFor = (email: string) => identity.hashNewPassword(password, email);
      await people.usePasswordLink({ token, now, address, requestId }, hashFor);
      return {};
    }),
});
