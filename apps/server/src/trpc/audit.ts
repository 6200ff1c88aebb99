import { exportAudit, exportFormats, readExport } from "@katkey/keys";
import { z } from "zod";
import { auditFilterInput, auditFilterOf } from "../input/audit-input.ts";
import { chainPlaceInput, entryCursorInput } from "../input/chain-input.ts";
import { idInput } from "../input/id.ts";
import { auditViewOf } from "../view/audit-view.ts";
import { managerProcedure, router, spend } from "./init.ts";

const exportsPerMinute = 10;
/** Some fiftieth of a second to read. */
const entriesPerPage = 1_000;

/** Little, because every visit of the page begins with it; all of most chains. */
const firstPart = { name: "audit", perMinute: 10, most: 2_000 };
/** Some fifth of a second, in which other requests have their turns. */
const nextPart = { name: "audit on", perMinute: 120, most: 20_000 };

export const auditRouter = router({
  list: managerProcedure
    .input(
      auditFilterInput.extend({
        /** The `seq` of the entry to begin with; newer ones are left out. */
        newest: z.int().positive().exactOptional(),
        /** The `nextCursor` of the page before. */
        cursor: entryCursorInput.exactOptional(),
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

  /** Notes what is exported, and how much that is. Nothing leaves before. */
  export: managerProcedure
    .input(auditFilterInput.extend({ format: z.enum(exportFormats) }))
    .mutation(async ({ ctx, input: { format, ...filter } }) => {
      const { audit, desk } = ctx.services;
      await spend(ctx, `exports ${ctx.act.organizationId}`, exportsPerMinute);
      const request = { filter: auditFilterOf(filter, ctx.now), format, random: desk.random };
      return exportAudit(audit, ctx.act, request);
    }),

  /** A page of an export that is on record, oldest first: entries as they are hashed. */
  exported: managerProcedure
    .input(z.object({ exportId: idInput("exp"), after: z.int().min(0) }))
    .query(({ ctx, input: { exportId, after } }) =>
      readExport(ctx.services.audit, ctx.act, { exportId, after, limit: entriesPerPage }),
    ),

  /** Checks the chain part by part: `cursor` is the `entries` and the `head` of the part before. */
  verify: managerProcedure
    .input(z.object({ cursor: chainPlaceInput.exactOptional() }))
    .query(async ({ ctx, input: { cursor: after } }) => {
      const { organizationId } = ctx.act;
      const { name, perMinute, most } = after === undefined ? firstPart : nextPart;
      await spend(ctx, `${name} ${organizationId}`, perMinute);
      return ctx.services.audit.verify(organizationId, { ...(after && { after }), most });
    }),
});
