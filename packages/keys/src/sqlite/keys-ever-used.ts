import { setImmediate as nextTurn } from "node:timers/promises";
import type { Database } from "better-sqlite3";
import type { KeyId, OrganizationId } from "../id.ts";
import { keyIdsIn } from "./key-ids-in.ts";

const nextKeys = `
  select json_group_array(key_id) from (
    select distinct key_id from secret_use where organization_id = ? and key_id > ? order by key_id limit ?)`;

/** Keys that are read before other requests have their turn: a few milliseconds. */
const slice = 10_000;

export function prepareKeysEverUsed(database: Database) {
  const next = database.prepare<[OrganizationId, string, number], string>(nextKeys).pluck();
  return async (organizationId: OrganizationId): Promise<ReadonlySet<KeyId>> => {
    const used = new Set<KeyId>();
    for (let after = ""; ;) {
      const ids = keyIdsIn(next.get(organizationId, after, slice));
      for (const id of ids) used.add(id);
      const last = ids.at(-1);
      if (last === undefined || ids.length < slice) return used;
      after = last;
      await nextTurn();
    }
  };
}
