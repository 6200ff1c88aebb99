import {
  edit,
  endOverlap,
  exportKeys,
  findKey,
  findManagedKey,
  handOverMany,
  issue,
  release,
  revoke,
  revokeMany,
  rotate,
  type ApiKey,
} from "@katkey/keys";
import { z } from "zod";
import { idInput } from "../input/id.ts";
import {
  dashboardEditInput,
  issueInput,
  listInput,
  manyKeysInput,
  revokeInput,
  rotateInput,
} from "../input/key-input.ts";
import { withoutSecrets } from "../input/without-secrets.ts";
import { auditViewOf } from "../view/audit-view.ts";
import type { KeyView } from "../view/key-answer.ts";
import { keyRowViewOf } from "../view/key-row-view.ts";
import { wholeInput } from "../input/whole.ts";
import { keyViewOf, keyViewsOf } from "../view/key-view.ts";
import type { Context } from "./context.ts";
import { memberProcedure, router, spend } from "./init.ts";
import { keyPageOf } from "./key-page-of.ts";

const keyInput = z.object({ keyId: idInput("key") });
const exportedInput = z.object(listInput.omit({ limit: true }).shape);
const exportInput = exportedInput.omit({ cursor: true });

/** As many as are answered in some hundredths of a second. */
const rowsOfExport = 500;
/** Of one member: each is an entry that nobody can take out of the log again. */
const exportsPerMinute = 10;

export const keysRouter = router({
  list: memberProcedure.input(z.object(listInput.shape)).query(async ({ ctx, input }) => {
    const { items, nextCursor } = await keyPageOf(ctx, input);
    return { items: await keyViewsOf(ctx.services, items, ctx.now), nextCursor };
  }),

  /** Notes what is exported, before any of it leaves. */
  export: memberProcedure
    .input(exportInput)
    .mutation(async ({ ctx, input: { organizationId, ...asked } }) => {
      const { audit, desk } = ctx.services;
      await spend(ctx, `key exports ${organizationId} ${ctx.session.user.id}`, exportsPerMinute);
      // Some look for a key by its token, and what is on record stays.
      const filter = asked.search === undefined ? asked : { ...asked, search: withoutSecrets(asked.search) };
      return exportKeys(audit, ctx.act, { filter, random: desk.random });
    }),

  /** For a file of all keys that are asked for: page by page, so that other requests have their turn. */
  exported: memberProcedure.input(exportedInput).query(async ({ ctx, input }) => {
    const { items, nextCursor } = await keyPageOf(ctx, { ...input, limit: rowsOfExport });
    return { rows: (await keyViewsOf(ctx.services, items, ctx.now)).map(keyRowViewOf), nextCursor };
  }),

  get: memberProcedure.input(keyInput).query(async ({ ctx, input }) => {
    return viewOf(ctx, await findKey(ctx.services.desk, ctx.act, input.keyId));
  }),

  /** For those who manage the key: like the audit log, it names addresses and e-mails. */
  history: memberProcedure.input(keyInput).query(async ({ ctx, input }) => {
    const key = await findManagedKey(ctx.services.desk, ctx.act, input.keyId);
    const query = { objectId: key.id, limit: 100 };
    const page = await ctx.services.audit.list(ctx.act.organizationId, query);
    return page.items.map(auditViewOf);
  }),

  /** The answer holds the only copy of the token. */
  issue: memberProcedure.input(z.object({ key: issueInput })).mutation(async ({ ctx, input }) => {
    const { key, token } = await issue(ctx.services.desk, ctx.act, input.key);
    return { key: await viewOf(ctx, key), token };
  }),

  /** The answer holds the only copy of the new token. */
  rotate: memberProcedure
    .input(keyInput.extend({ rotation: rotateInput.required() }))
    .mutation(async ({ ctx, input: { keyId, rotation } }) => {
      const { key, token } = await rotate(ctx.services.desk, ctx.act, { keyId, ...rotation });
      return { key: await viewOf(ctx, key), token };
    }),

  endOverlap: memberProcedure.input(keyInput).mutation(async ({ ctx, input }) => {
    return viewOf(ctx, await endOverlap(ctx.services.desk, ctx.act, input.keyId));
  }),

  /** Lets the secret in again that a report has put into quarantine. */
  release: memberProcedure.input(keyInput).mutation(async ({ ctx, input }) => {
    return viewOf(ctx, await release(ctx.services.desk, ctx.act, input.keyId));
  }),

  revoke: memberProcedure
    .input(keyInput.extend({ revocation: revokeInput }))
    .mutation(async ({ ctx, input: { keyId, revocation } }) => {
      return viewOf(ctx, await revoke(ctx.services.desk, ctx.act, { keyId, ...revocation }));
    }),

  /** All of them or, when one is refused, none. */
  revokeMany: memberProcedure
    .input(manyKeysInput.extend({ revocation: revokeInput }))
    .mutation(({ ctx, input: { keyIds, revocation } }) =>
      revokeMany(ctx.services.desk, ctx.act, { keyIds, ...revocation }),
    ),

  handOverMany: memberProcedure
    .input(manyKeysInput.extend({ to: idInput("mem") }))
    .mutation(({ ctx, input: { keyIds, to } }) => handOverMany(ctx.services.desk, ctx.act, { keyIds, to })),

  edit: memberProcedure
    .input(keyInput.extend({ patch: dashboardEditInput, revision: wholeInput(0).exactOptional() }))
    .mutation(async ({ ctx, input: { keyId, patch, revision } }) => {
      const seen = revision === undefined ? {} : { revision };
      const key = await edit(ctx.services.desk, ctx.act, { keyId, ...patch, ...seen });
      // For whoever takes it back: only if nobody has changed the key since.
      return { ...(await viewOf(ctx, key)), revision: key.revision };
    }),
});

function viewOf({ services, now }: Context, key: ApiKey): Promise<KeyView> {
  return keyViewOf(services, key, now);
}
