import type { AuditEntry } from "@katkey/keys";
import { timeOf } from "./time.ts";

/** An entry of the audit log as the dashboard shows it. */
export function auditViewOf({ organizationId: _, ...entry }: AuditEntry) {
  return { ...entry, at: timeOf(entry.at) };
}
