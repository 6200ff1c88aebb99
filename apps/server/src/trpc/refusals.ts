import { explainRefusal } from "@katkey/keys";
import { z } from "zod";
import { explanationViewOf } from "../view/explanation-view.ts";
import { memberProcedure, router } from "./init.ts";

export const refusalsRouter = router({
  /** For every member, as what a key was used for last. `null`: not known in this organization. */
  explain: memberProcedure
    .input(z.object({ requestId: z.string().max(64) }))
    .query(async ({ ctx: { services, act, now }, input: { requestId } }) => {
      const { desk, traffic, limiter, clock } = services;
      const asked = { requestId, at: clock.monotonic() };
      const explanation = await explainRefusal({ ...desk, traffic, limiter }, act, asked);
      return explanation && explanationViewOf(services, explanation, now);
    }),
});
