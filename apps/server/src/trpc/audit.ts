import { z } from "zod";
import { auditFilterInput, auditFilterOf } from "../input/audit-input.ts";
import { auditViewOf } from "../view/audit-view.ts";
import { managerProcedure, router, spend } from "./init.ts";

const verificationsPerMinute = 10;

export const auditRouter = router({
  list: managerProcedure
    .input(
      auditFilterInput.extend({
        /** The `seq` of the entry to begin with; newer ones are left out. */
        newest: z.int().positive().exactOptional(),
        /** The `nextCursor` of the page before. */
        cursor: z
          .string()
          .regex(/^\d{1,15}$/)
          .exactOptional(),
        limit: z.int().min(1).max(100).default(50),
      }),
    )
    .query(async ({ ctx, input: { newest = Infinity, cursor, limit, ...filter } }) => {
      const before = cursor === undefined ? newest + 1 : Number(cursor);
      const query = { ...auditFilterOf(filter, ctx.now), before, limit };
      const page = await ctx.services.audit.list(ctx.act.organizationId, query);
      return { items: page.items.map(auditViewOf), nextCursor: page.nextCursor };
    }),

  /** Whom the log can be asked about: everybody who is in it. */
  actors: managerProcedure.query(({ ctx }) => ctx.services.audit.listActors(ctx.act.organizationId)),

  /** Reads the organization's whole chain and says whether it is intact; seldom, because that is much to read. */
  verify: managerProcedure.query(({ ctx }) => {
    const { organizationId } = ctx.act;
    spend(ctx, `audit ${organizationId}`, verificationsPerMinute);
    return ctx.services.audit.verify(organizationId);
  }),
});
