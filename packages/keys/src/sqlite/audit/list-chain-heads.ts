import type { Database } from "better-sqlite3";
import { asc } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { ChainPlace } from "../../audit/audit-log.ts";
import type { ChainId } from "../../audit/audit.ts";
import { auditHead } from "./audit-schema.ts";

/** Where each chain of the file was noted to end, in the order of their names. Safe on a file of an older version. */
export function listChainHeads(
  database: Database,
): readonly (ChainPlace & { readonly organizationId: ChainId })[] {
  const { organizationId, seq, hash } = auditHead;
  return drizzle(database)
    .select({ organizationId, seq, hash })
    .from(auditHead)
    .orderBy(asc(organizationId))
    .all();
}
