import { findStatement, isMonth, listStatements, showBilling, type Month } from "@katkey/keys";
import { z } from "zod";
import { billingViewOf, statementViewOf } from "../view/billing-view.ts";
import { managerProcedure, router } from "./init.ts";

const monthInput = z.custom<Month>(
  (value) => typeof value === "string" && isMonth(value),
  "Must be a month, such as 2026-11.",
);

/** For owners and admins: the roles with `billing:read`. */
export const billingRouter = router({
  show: managerProcedure.query(async ({ ctx }) => {
    return billingViewOf(await showBilling(ctx.services.billing, ctx.act));
  }),

  /** Newest month first. */
  statements: managerProcedure
    .input(
      z.object({
        /** The `nextCursor` of the page before. */
        cursor: monthInput.exactOptional(),
        limit: z.int().min(1).max(100).default(24),
      }),
    )
    .query(async ({ ctx, input: { cursor: before, limit } }) => {
      const page = { ...(before !== undefined && { before }), limit };
      const { items, nextCursor } = await listStatements(ctx.services.billing, ctx.act, page);
      return { items: items.map(statementViewOf), nextCursor };
    }),

  statement: managerProcedure.input(z.object({ month: monthInput })).query(async ({ ctx, input }) => {
    return statementViewOf(await findStatement(ctx.services.billing, ctx.act, input.month));
  }),
});
