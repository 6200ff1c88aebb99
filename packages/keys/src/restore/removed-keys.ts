import type { AppPatch } from "../apps/app-store.ts";
import type { PartnerApp } from "../apps/partner-app.ts";
import { thumbprintOf } from "../apps/public-key.ts";
import type { AuditEntry, Json } from "../audit/audit.ts";
import { membersOf } from "./ending.ts";

/**
 * What becomes of an app whose owner changed its public keys: those that were taken away are gone again. Where none
 * would be left, the app is disabled instead: without a key its secret would count, which it did not. `null`: nothing.
 */
export function withoutRemovedKeys(
  app: PartnerApp,
  { before, after }: AuditEntry,
  now: number,
): AppPatch | null {
  const kept = thumbprintsIn(after);
  const removed = thumbprintsIn(before).filter((thumbprint) => !kept.includes(thumbprint));
  const publicKeys = app.publicKeys.filter((key) => !removed.includes(thumbprintOf(key)));
  if (publicKeys.length === 0 && app.publicKeys.length + kept.length > 0)
    return app.disabledAt === null ? { disabledAt: now } : null;
  return publicKeys.length === app.publicKeys.length ? null : { publicKeys };
}

/** The last word of each key that an entry tells. */
function thumbprintsIn(json: Json): readonly string[] {
  const told = membersOf(json)["publicKeys"];
  if (!Array.isArray(told)) return [];
  return told.map((key: unknown) => String(key).split(" ").at(-1) ?? "");
}
