import { explainRefusal } from "@katkey/keys";
import { z } from "zod";
import { idInput } from "../input/id.ts";
import { explanationViewOf } from "../view/explanation-view.ts";
import { refusalViewsOf } from "../view/refusal-view.ts";
import { memberProcedure, router } from "./init.ts";

const latestInput = z.object({
  /** Of a key, or of an app by its grant. */
  keyId: z.union([idInput("key"), idInput("grt")]).exactOptional(),
  limit: z.int().min(1).max(50).default(20),
});

/** For every member, as what a key was used for last. */
export const refusalsRouter = router({
  /** `null`: not known in this organization. */
  explain: memberProcedure
    .input(z.object({ requestId: z.string().max(64) }))
    .query(async ({ ctx: { services, act, now }, input: { requestId } }) => {
      const { desk, traffic, limiter, clock } = services;
      const asked = { requestId, at: clock.monotonic() };
      const explanation = await explainRefusal({ ...desk, traffic, limiter }, act, asked);
      return explanation && explanationViewOf(services, explanation, now);
    }),

  /** The latest first, of all keys or of one. */
  latest: memberProcedure.input(latestInput).query(async ({ ctx: { services, act, now }, input }) => {
    const { organizationId, ...query } = input;
    const refusals = await services.traffic.refusals(organizationId, { ...query, now });
    return refusalViewsOf(services, act.organizationId, refusals);
  }),
});
