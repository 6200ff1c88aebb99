import { sql } from "drizzle-orm";
import type { NewKey } from "../../keys/key-store.ts";
import type { Executor } from "../executor.ts";
import { foldedNoteOf, foldedOf } from "../folded.ts";
import { keySecret } from "../schema.ts";

/**
 * Inserts a key and its secret if the organization has fewer than `cap` active
 * ones. Counting and inserting are one statement, so no race can exceed the cap.
 */
export function insertKey(tx: Executor, key: NewKey, cap: number | null): "inserted" | "limit_reached" {
  const { changes } = tx.run(sql`
    insert into api_key (id, organization_id, name, name_folded, note, note_folded, environment, scopes,
      addresses, expires_at, responsible_member_id, created_at, created_by_type, created_by_id, created_by_label)
    select ${key.id}, ${key.organizationId}, ${key.name}, ${foldedOf(key.name)}, ${key.note},
      ${foldedNoteOf(key.note)}, ${key.environment}, ${JSON.stringify(key.scopes)}, ${JSON.stringify(key.addresses)},
      ${key.expiresAt}, ${key.responsible.memberId}, ${key.createdAt},
      ${key.createdBy.type}, ${key.createdBy.id}, ${key.createdBy.label}
    where ${cap} is null or ${cap} > (
      select count(*) from api_key
      where organization_id = ${key.organizationId} and revoked_at is null
        and (expires_at is null or expires_at > ${key.createdAt}))`);
  if (changes === 0) return "limit_reached";
  const { id: keyId, organizationId, secret } = key;
  const hash = Buffer.from(secret.hash);
  tx.insert(keySecret)
    .values({ ...secret, hash, keyId, organizationId })
    .run();
  return "inserted";
}

/** Names are unique among an organization's keys that are not revoked: the index decides. */
export async function unlessNameIsTaken<Outcome>(
  change: () => Promise<Outcome>,
): Promise<Outcome | "name_taken"> {
  try {
    return await change();
  } catch (cause) {
    if (isNameConflict(cause)) return "name_taken";
    throw cause;
  }
}

function isNameConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return /UNIQUE constraint failed: .*name_folded/.test(error.message) || isNameConflict(error.cause);
}
