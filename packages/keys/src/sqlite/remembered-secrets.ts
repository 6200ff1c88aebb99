import type { Database } from "better-sqlite3";
import { isSameHash } from "../admission/token-hash.ts";
import { prepareWasChanged } from "./changes.ts";
import { lookAtSchema, schemaAltered } from "./seal/guard-schema.ts";
import { learnTurns } from "./seal/turns.ts";
import { refusalOf, storageFaultOf } from "./storage/storage-fault.ts";
import { storageOf } from "./storage/storage.ts";

interface Secret {
  readonly publicKeyId: string;
  readonly hash: Uint8Array;
}

interface Reading<Found> {
  /** Another secret than was asked for, when there is none such. */
  read(publicKeyId: string): Found | null;
  /** The oldest gives way. Those in use are read again when they have gone. */
  readonly most: number;
}

/**
 * Prepares finding secrets, of which those that were asked for with the right token are remembered until anything in
 * the file changes. What cannot be read is neither there nor not there: the finding throws KeyError `storage_damaged`,
 * `storage_unavailable` or, where somebody has taken away what it reads, `schema_altered`.
 */
export function prepareRememberedSecrets<Found extends Secret>(
  database: Database,
  { read, most }: Reading<Found>,
): (publicKeyId: string, hash: Uint8Array) => Found | null {
  const wasChanged = prepareWasChanged(database);
  const remembered = new Map<string, Found>();

  function remember(found: Found): void {
    const [oldest] = remembered.size < most ? [] : remembered.keys();
    if (oldest !== undefined) remembered.delete(oldest);
    remembered.set(found.publicKeyId, found);
  }

  function find(publicKeyId: string, hash: Uint8Array): Found | null {
    if (wasChanged()) {
      remembered.clear();
      learnTurns(database);
    }
    const known = remembered.get(publicKeyId);
    if (known !== undefined && isSameHash(hash, known.hash)) return known;
    const found = read(publicKeyId);
    if (found !== null && isSameHash(hash, found.hash)) remember(found);
    return found;
  }

  return (publicKeyId, hash) => {
    try {
      return find(publicKeyId, hash);
    } catch (cause) {
      const fault = storageFaultOf(cause);
      if (fault === null) throw lookAtSchema(database).length > 0 ? schemaAltered(cause) : cause;
      storageOf(database).note(fault);
      throw refusalOf(fault, cause);
    }
  };
}
