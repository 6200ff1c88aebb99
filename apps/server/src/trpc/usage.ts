import { breakDownUsage, environments, usageGroups } from "@katkey/keys";
import { z } from "zod";
import { usageRangeInput, usageRangeOf } from "../input/usage-range-input.ts";
import { usageViewOf } from "../view/usage-view.ts";
import { memberProcedure, router } from "./init.ts";

/** As many as a table shows and a chart can tell apart. */
const mostGroups = 50;

const reportInput = z.object({
  range: usageRangeInput,
  groupBy: z.enum(usageGroups).default("none"),
  environment: z.enum(environments).exactOptional(),
});

export const usageRouter = router({
  /** For every member: each role has `usage:read`. */
  report: memberProcedure.input(reportInput).query(async ({ ctx, input }) => {
    const { range, groupBy, environment } = input;
    const asked = { ...usageRangeOf(range, ctx.now), groupBy, most: mostGroups };
    const query = { ...asked, ...(environment !== undefined && { environment }) };
    const usage = await breakDownUsage(ctx.services.usage, ctx.act, query);
    return { granularity: asked.granularity, ...(await usageViewOf(ctx.services, ctx.act, usage)) };
  }),
});
