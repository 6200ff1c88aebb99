import { installation } from "@katkey/keys";
import { z } from "zod";
import { chainPlaceInput, entryCursorInput } from "../input/chain-input.ts";
import { auditViewOf } from "../view/audit-view.ts";
import { operatorProcedure, router } from "./init.ts";

const entriesPerPart = 20_000;

/** What operators did to the installation itself. */
export const installationLogRouter = router({
  list: operatorProcedure
    .input(z.object({ cursor: entryCursorInput.exactOptional(), limit: z.int().min(1).max(100).default(50) }))
    .query(async ({ ctx, input: { cursor, limit } }) => {
      const before = cursor === undefined ? {} : { before: Number(cursor) };
      const page = await ctx.services.audit.list(installation, { ...before, limit });
      return { items: page.items.map(auditViewOf), nextCursor: page.nextCursor };
    }),

  /** Checks the chain part by part: `cursor` is the `entries` and the `head` of the part before. */
  verify: operatorProcedure
    .input(z.object({ cursor: chainPlaceInput.exactOptional() }))
    .query(({ ctx, input: { cursor: after } }) =>
      ctx.services.audit.verify(installation, { ...(after && { after }), most: entriesPerPart }),
    ),
});
