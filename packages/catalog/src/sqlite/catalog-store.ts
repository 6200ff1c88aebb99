import { setImmediate as nextTurn } from "node:timers/promises";
import type { Database } from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { CatalogStore } from "../catalog-store.ts";
import { addListing, updateProduct } from "./change-product.ts";
import { findClaim } from "./claims.ts";
import type { Executor } from "./executor.ts";
import { insertProduct } from "./insert-product.ts";
import { prepareListVersions } from "./list-versions.ts";
import { prepareReads } from "./read-products.ts";
import { removeSome } from "./remove-product.ts";

/** Makes a change, again if need be while another process holds the database. */
type Write = <Result>(change: () => Result) => Promise<Result>;

/** Products in a database that has `catalogMigrations`. What `write` throws, its methods throw. */
export function createSqliteCatalogStore(database: Database, write: Write): CatalogStore {
  const db = drizzle(database);
  const reads = prepareReads(db);
  // IMMEDIATE, because a deferred transaction can lose its snapshot to another process and fail half way.
  const inTransaction = <Result>(change: (tx: Executor) => Result) =>
    write(() => db.transaction(change, { behavior: "immediate" }));

  return {
    insert: (made, claim) => inTransaction((tx) => insertProduct(tx, made, claim)),
    find: async (shelf, productId) => reads.find(shelf, productId),
    list: async (shelf, query) => reads.list(shelf, query),
    update: (change) => inTransaction((tx) => updateProduct(tx, change)),

    async remove(change) {
      for (;;) {
        const outcome = await inTransaction((tx) => removeSome(tx, change));
        if (outcome !== "more") return outcome;
        await nextTurn();
      }
    },
    addListing: (change) => inTransaction((tx) => addListing(tx, change)),
    listVersions: prepareListVersions(db),
    findClaim: async (organizationId, id, now) => findClaim(db, organizationId, { id, now }),
  };
}
