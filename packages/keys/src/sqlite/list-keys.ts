import { setImmediate as nextTurn } from "node:timers/promises";
import { and, desc, eq, gte, lt } from "drizzle-orm";
import type { ApiKey } from "../api-key.ts";
import type { KeyId, OrganizationId } from "../id.ts";
import type { KeyQuery } from "../key-store.ts";
import type { Page } from "../page.ts";
import type { Executor } from "./executor.ts";
import { keyFilter, newestFirst } from "./key-filters.ts";
import { selectKeys, withSecrets, type KeyRow } from "./key-rows.ts";
import { pageOf } from "./page-of.ts";
import { apiKey } from "./schema.ts";

/** Keys that are looked at before other requests have their turn: a few milliseconds. */
const slice = 2_000;

/**
 * Newest first. Where no index finds what is asked for, it looks through the organization's keys slice by
 * slice, because one query through all of them would hold up every request of everybody.
 */
export async function listKeys(
  db: Executor,
  organizationId: OrganizationId,
  query: KeyQuery,
): Promise<Page<ApiKey>> {
  const { limit } = query;
  const rows: KeyRow[] = [];
  let { before } = query;
  for (;;) {
    const end = isIndexed(query) ? undefined : endOfSlice(db, organizationId, before);
    const match = and(
      keyFilter(db, organizationId, { ...query, ...(before && { before }) }),
      end && gte(apiKey.id, end),
    );
    const wanted = limit + 1 - rows.length;
    rows.push(...selectKeys(db).where(match).orderBy(newestFirst).limit(wanted).all());
    if (end === undefined || rows.length > limit) break;
    before = end;
    await nextTurn();
  }
  return pageOf(withSecrets(db, rows), limit, ({ id }) => id);
}

function isIndexed({ search, scope }: KeyQuery): boolean {
  return !search && scope === undefined;
}

/** The last key of the slice; `undefined`: no more keys than a slice holds are left. */
function endOfSlice(db: Executor, organizationId: OrganizationId, before: KeyId | undefined) {
  return db
    .select({ id: apiKey.id })
    .from(apiKey)
    .where(and(eq(apiKey.organizationId, organizationId), before && lt(apiKey.id, before)))
    .orderBy(desc(apiKey.id))
    .limit(1)
    .offset(slice - 1)
    .get()?.id;
}
