import {
  and,
  desc,
  eq,
  exists,
  gt,
  isNotNull,
  isNull,
  like,
  lt,
  lte,
  not,
  or,
  sql,
  type SQL,
} from "drizzle-orm";
import type { KeyStatus } from "../api-key.ts";
import type { OrganizationId } from "../id.ts";
import type { KeyQuery } from "../key-store.ts";
import type { Executor } from "./executor.ts";
import { foldedOf } from "./folded.ts";
import { isInUse } from "./key-changes.ts";
import { apiKey, keySecret } from "./schema.ts";

export const newestFirst = desc(apiKey.id);

export function keyFilter(db: Executor, organizationId: OrganizationId, query: KeyQuery) {
  const { search, environment, status, responsibleMemberId, before, now } = query;
  return and(
    eq(apiKey.organizationId, organizationId),
    before && lt(apiKey.id, before),
    environment && eq(apiKey.environment, environment),
    responsibleMemberId && eq(apiKey.responsibleMemberId, responsibleMemberId),
    status && statusFilter(db, status, now),
    search ? searchFilter(db, search) : undefined,
  );
}

function statusFilter(db: Executor, status: KeyStatus, now: number): SQL | undefined {
  const retiring = exists(
    db
      .select({ one: sql`1` })
      .from(keySecret)
      .where(and(eq(keySecret.keyId, apiKey.id), gt(keySecret.retiresAt, now))),
  );
  const filters = {
    active: and(isInUse(now), not(retiring)),
    rotating: and(isInUse(now), retiring),
    expired: and(isNull(apiKey.revokedAt), lte(apiKey.expiresAt, now)),
    revoked: isNotNull(apiKey.revokedAt),
  } as const satisfies Record<KeyStatus, SQL | undefined>;
  return filters[status];
}

function searchFilter(db: Executor, search: string): SQL | undefined {
  const secret = exists(
    db
      .select({ one: sql`1` })
      .from(keySecret)
      .where(
        and(
          eq(keySecret.keyId, apiKey.id),
          or(eq(keySecret.publicKeyId, search), eq(keySecret.hint, search)),
        ),
      ),
  );
  return or(
    sql`${like(apiKey.nameFolded, partOf(foldedOf(search)))} escape '\\'`,
    sql`${like(apiKey.note, partOf(search))} escape '\\'`,
    sql`${apiKey.id} = ${search}`,
    secret,
  );
}

/** A pattern for what contains the text, wildcards taken literally. */
function partOf(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, (wild) => `\\${wild}`)}%`;
}
