import { setImmediate as nextTurn } from "node:timers/promises";
import type { Database } from "better-sqlite3";
import type { KeyId, OrganizationId } from "../id.ts";

/** Ids that are read before other requests have their turn: a few milliseconds. */
const slice = 10_000;

/** All ids of an organization's keys that a statement finds, which is asked for the next ones behind an id. */
export function prepareListIds(database: Database, statement: string) {
  const next = database.prepare<[OrganizationId, string, number], KeyId>(statement).pluck();
  return async (organizationId: OrganizationId): Promise<readonly KeyId[]> => {
    const slices: KeyId[][] = [];
    for (let after = ""; ;) {
      const ids = next.all(organizationId, after, slice);
      slices.push(ids);
      const last = ids.at(-1);
      if (last === undefined || ids.length < slice) return slices.flat();
      after = last;
      await nextTurn();
    }
  };
}
