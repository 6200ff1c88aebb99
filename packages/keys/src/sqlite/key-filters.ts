import { and, desc, eq, exists, gt, isNotNull, isNull, lt, lte, not, or, sql, type SQL } from "drizzle-orm";
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
  const retiring = existsSecret(db, and(gt(keySecret.retiresAt, now), isNull(keySecret.retiredAt)));
  const filters = {
    active: and(isInUse(now), not(retiring)),
    rotating: and(isInUse(now), retiring),
    expired: and(isNull(apiKey.revokedAt), lte(apiKey.expiresAt, now)),
    revoked: isNotNull(apiKey.revokedAt),
  } as const satisfies Record<KeyStatus, SQL | undefined>;
  return filters[status];
}

function searchFilter(db: Executor, search: string): SQL | undefined {
  const folded = foldedOf(search);
  return or(
    sql`instr(${apiKey.nameFolded}, ${folded})`,
    sql`instr(folded(${apiKey.note}), ${folded})`,
    sql`${apiKey.id} = ${search}`,
    existsSecret(db, or(eq(keySecret.publicKeyId, search), eq(keySecret.hint, search))),
  );
}

/** The key of the row has a secret that fits. */
function existsSecret(db: Executor, fitting: SQL | undefined): SQL {
  const ofKey = and(eq(keySecret.organizationId, apiKey.organizationId), eq(keySecret.keyId, apiKey.id));
  return exists(
    db
      .select({ one: sql`1` })
      .from(keySecret)
      .where(and(ofKey, fitting)),
  );
}
