import { and, desc, eq, getTableColumns, sql } from "drizzle-orm";
import type { ApiKey, KeySecret } from "../../keys/api-key.ts";
import type { Exposure } from "../../keys/exposure.ts";
import type { Executor } from "../executor.ts";
import { apiKey, keySecret, member } from "../schema.ts";

/** Of a key that is rotated every hour nobody wants to read every secret it ever had. */
const secretsShown = 10;

/** Keys without their secrets yet, with the role that the responsible member has now; narrow it down with `where`. */
export function selectKeys(db: Executor) {
  const { nameFolded: _, noteFolded: __, expiryOrder: ___, ...columns } = getTableColumns(apiKey);
  return db
    .select({ ...columns, role: member.role, removedAt: member.removedAt })
    .from(apiKey)
    .innerJoin(
      member,
      and(eq(member.id, apiKey.responsibleMemberId), eq(member.organizationId, apiKey.organizationId)),
    )
    .$dynamic();
}

export type KeyRow = ReturnType<ReturnType<typeof selectKeys>["all"]>[number];

export function withSecrets(db: Executor, rows: readonly KeyRow[]): readonly ApiKey[] {
  const latestSecrets = prepareLatestSecrets(db);
  return rows.map((row) => keyOf(row, latestSecrets.all(row).map(secretOf)));
}

// By rowid, the order of insertion: no clock that steps back can make an older secret the current one.
function prepareLatestSecrets(db: Executor) {
  const { keyId, organizationId } = keySecret;
  return db
    .select()
    .from(keySecret)
    .where(and(eq(keyId, sql.placeholder("id")), eq(organizationId, sql.placeholder("organizationId"))))
    .orderBy(desc(sql`rowid`))
    .limit(secretsShown)
    .prepare();
}

function keyOf(row: KeyRow, [current, ...older]: readonly KeySecret[]): ApiKey {
  if (current === undefined) throw new Error(`${row.id} has no secret`);
  const { responsibleMemberId: memberId, role, removedAt, revokedAt, revokedReason } = row;
  return {
    id: row.id,
    organizationId: row.organizationId,
    name: row.name,
    note: row.note,
    environment: row.environment,
    scopes: row.scopes,
    addresses: row.addresses,
    expiresAt: row.expiresAt,
    createdAt: row.createdAt,
    createdBy: { type: row.createdByType, id: row.createdById, label: row.createdByLabel },
    revocation:
      revokedAt === null || revokedReason === null
        ? null
        : { at: revokedAt, reason: revokedReason, text: row.revokedText },
    revision: row.revision,
    responsible: { memberId, role: removedAt === null ? role : null },
    secrets: [current, ...older],
  };
}

function secretOf(row: typeof keySecret.$inferSelect): KeySecret {
  const { publicKeyId, hint, createdAt, retiresAt, retiredAt, quarantinedAt, releasedAt } = row;
  const quarantine = quarantinedAt === null ? null : { at: quarantinedAt, releasedAt };
  return { publicKeyId, hint, createdAt, retiresAt, retiredAt, exposure: exposureOf(row), quarantine };
}

function exposureOf(row: typeof keySecret.$inferSelect): Exposure | null {
  const { exposedAt: at, exposedBy: by } = row;
  if (at === null || by === null) return null;
  return by === "report"
    ? { at, by, source: row.exposedSource ?? "", url: row.exposedUrl }
    : { at, by, origin: row.exposedOrigin, address: row.exposedAddress };
}
