import { and, eq, gt, inArray, isNotNull, isNull, lt, lte, notInArray, or, sql, type SQL } from "drizzle-orm";
import { isId, type KeyId, type OrganizationId } from "../../id.ts";
import type { KeyQuery } from "../../keys/key-store.ts";
import type { Executor } from "../executor.ts";
import { foldedOf } from "../folded.ts";
import { isInUse } from "./key-changes.ts";
import { isUsable } from "./rotate-secret.ts";
import { apiKey, keySecret } from "../schema.ts";

export function keyFilter(db: Executor, organizationId: OrganizationId, query: KeyQuery) {
  const { search, environment, status, responsibleMemberId, now } = query;
  const { scope, exposed, expiresBefore } = query;
  const secrets = secretsIn(db, organizationId);
  return and(
    eq(apiKey.organizationId, organizationId),
    environment && eq(apiKey.environment, environment),
    responsibleMemberId && eq(apiKey.responsibleMemberId, responsibleMemberId),
    status && statusFilter(secrets, status, now),
    scope && sql`instr(${apiKey.scopes}, ${JSON.stringify(scope)})`,
    exposed ? and(isInUse(now), inArray(apiKey.id, secrets(isExposed(now)))) : undefined,
    expiresBefore === undefined ? undefined : and(isInUse(now), lt(apiKey.expiresAt, expiresBefore)),
    search ? searchFilter(secrets, search) : undefined,
  );
}

/** The keys of the organization's secrets that fit: looked up once, not for each key. */
type Secrets = ReturnType<typeof secretsIn>;

function secretsIn(db: Executor, organizationId: OrganizationId) {
  return (fitting: SQL | undefined) =>
    db
      .select({ keyId: keySecret.keyId })
      .from(keySecret)
      .where(and(eq(keySecret.organizationId, organizationId), fitting));
}

function statusFilter(
  secrets: Secrets,
  status: NonNullable<KeyQuery["status"]>,
  now: number,
): SQL | undefined {
  const retiring = secrets(and(gt(keySecret.retiresAt, now), isNull(keySecret.retiredAt)));
  const filters = {
    in_use: isInUse(now),
    active: and(isInUse(now), notInArray(apiKey.id, retiring)),
    rotating: and(isInUse(now), inArray(apiKey.id, retiring)),
    expired: and(isNull(apiKey.revokedAt), lte(apiKey.expiresAt, now)),
    revoked: isNotNull(apiKey.revokedAt),
  } as const satisfies Record<typeof status, SQL | undefined>;
  return filters[status];
}

function isExposed(now: number): SQL | undefined {
  return and(isNotNull(keySecret.exposedAt), isUsable(now));
}

function searchFilter(secrets: Secrets, search: string): SQL | undefined {
  const folded = foldedOf(search);
  // Asked beforehand, and each by its index: mostly there are none, and then no key is compared with them.
  const named = [eq(keySecret.publicKeyId, search), eq(keySecret.hint, search)]
    .flatMap((fitting) => secrets(fitting).all())
    .map(({ keyId }) => keyId);
  return or(
    sql`instr(${apiKey.nameFolded}, ${folded})`,
    sql`instr(${apiKey.noteFolded}, ${folded})`,
    isId("key", search) ? eq(apiKey.id, search) : undefined,
    named.length === 0 ? undefined : isAmong(named),
  );
}

export function isAmong(ids: readonly KeyId[]): SQL {
  return sql`${apiKey.id} in (select value from json_each(${JSON.stringify(ids)}))`;
}
