import type { Database } from "better-sqlite3";
import { DatabaseError } from "../file/database-error.ts";
import { isSealed } from "./is-sealed.ts";
import { prepareLookAtSeals } from "./look-at-seals.ts";
import type { SealKeys } from "./mac.ts";
import { sealedMember, sealedOrganization } from "./sealed-table.ts";
import { totalSeals } from "./total.ts";

/**
 * Whether a database is sealed is settled by who opens it, and not by what is in it: else to delete the seals would be
 * to do without them.
 * @throws DatabaseError `sealed` and no key is given, `unsealed` but a key is, or sealed with `another_key`
 */
export function assertSealed(database: Database, keys: SealKeys | null): void {
  const sealed = isSealed(database);
  if (keys === null) {
    if (!sealed) return;
    const message = `${database.name} is sealed. Set KATKEY_SEAL_KEY to the key that sealed it.`;
    throw new DatabaseError("sealed", message);
  }
  // One row may have been changed; that all were is unlikely.
  const first = [sealedOrganization, sealedMember].flatMap((table) =>
    prepareLookAtSeals(database, { keys }, table)(null),
  );
  // Nothing is in it yet, and who only looks leaves it so.
  if (!sealed && first.length === 0)
    return database.readonly ? undefined : totalSeals(database, { keys, tables: [] });
  if (!sealed) {
    const message = `${database.name} is not sealed, and KATKEY_SEAL_KEY is set. If you trust what is in it, run katkey seal apply while nothing else uses it.`;
    throw new DatabaseError("unsealed", message);
  }
  if (first.length > 0 && first.every(({ state }) => state === "broken" || state === "none")) {
    const message = `${database.name} is sealed with another key than that of KATKEY_SEAL_KEY. Set the one that sealed it; if it is lost: docs/operations.md, "Losing its key".`;
    throw new DatabaseError("another_key", message);
  }
}
