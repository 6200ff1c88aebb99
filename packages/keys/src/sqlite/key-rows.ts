import { desc, eq, inArray, sql } from "drizzle-orm";
import type { ApiKey, KeySecret } from "../api-key.ts";
import type { KeyId } from "../id.ts";
import type { Executor } from "./executor.ts";
import { apiKey, keySecret, member } from "./schema.ts";

/** The columns of a key, with the role that its responsible member has now. */
const keyColumns = {
  id: apiKey.id,
  organizationId: apiKey.organizationId,
  name: apiKey.name,
  note: apiKey.note,
  environment: apiKey.environment,
  scopes: apiKey.scopes,
  addresses: apiKey.addresses,
  expiresAt: apiKey.expiresAt,
  createdAt: apiKey.createdAt,
  createdBy: apiKey.createdBy,
  revision: apiKey.revision,
  revokedAt: apiKey.revokedAt,
  revokedReason: apiKey.revokedReason,
  revokedText: apiKey.revokedText,
  memberId: member.id,
  role: member.role,
  removedAt: member.removedAt,
};

/** Keys without their secrets yet; narrow it down with `where`. */
export function selectKeys(db: Executor) {
  return db
    .select(keyColumns)
    .from(apiKey)
    .innerJoin(member, eq(member.id, apiKey.responsibleMemberId))
    .$dynamic();
}

type KeyRow = ReturnType<ReturnType<typeof selectKeys>["all"]>[number];

/** Gives each key its secrets, with one more query for all of them. */
export function withSecrets(db: Executor, rows: readonly KeyRow[]): readonly ApiKey[] {
  const secrets = secretsOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => keyOf(row, secrets.get(row.id) ?? []));
}

function secretsOf(db: Executor, keyIds: readonly KeyId[]) {
  const rows = db
    .select()
    .from(keySecret)
    .where(inArray(keySecret.keyId, [...keyIds]))
    .orderBy(desc(sql`${keySecret.retiresAt} is null`), desc(keySecret.createdAt), desc(keySecret.retiresAt))
    .all();
  return Map.groupBy(rows, ({ keyId }) => keyId);
}

function keyOf(row: KeyRow, secrets: readonly (typeof keySecret.$inferSelect)[]): ApiKey {
  const { memberId, role, removedAt, revokedAt, revokedReason, revokedText, ...key } = row;
  const [current, ...older] = secrets.map(secretOf);
  if (current === undefined) throw new Error(`${row.id} has no secret`);
  return {
    ...key,
    revocation:
      revokedAt === null || revokedReason === null
        ? null
        : { at: revokedAt, reason: revokedReason, text: revokedText },
    responsible: { memberId, role: removedAt === null ? role : null },
    secrets: [current, ...older],
  };
}

function secretOf(row: typeof keySecret.$inferSelect): KeySecret {
  const { publicKeyId, hint, createdAt, retiresAt, exposedAt, exposedBy } = row;
  const exposure =
    exposedAt === null || exposedBy === null
      ? null
      : { at: exposedAt, by: exposedBy, origin: row.exposedOrigin, address: row.exposedAddress };
  return { publicKeyId, hint, createdAt, retiresAt, exposure };
}
