import { create } from "../create.ts";
import type { ProductId } from "../product.ts";
import { regenerate } from "../regenerate.ts";
import { update } from "../update.ts";
import { aRequest, noon, openCatalog, ours } from "./catalog.ts";
import { outcomeOf } from "./outcome.ts";

/** What one process is told to do, all at once. */
export interface RaceOrder {
  readonly path: string;
  readonly verb: "create" | "update" | "regenerate";
  readonly productId: ProductId;
  /** Tells the processes apart. */
  readonly name: string;
  readonly times: number;
}

// A process of its own on the same file: waits for an order, answers with the outcomes.
process.on("message", async ({ path, verb, productId, name, times }: RaceOrder) => {
  const catalog = openCatalog(path);
  const change = { productId, versions: null, now: noon, keywords: [] };
  const verbs = {
    create: (i: number) =>
      create(catalog, ours, aRequest({ sku: `${i}`, claim: { id: `${i}`, fingerprint: name } })),
    update: (i: number) =>
      update(catalog, ours, { ...change, patch: { attributes: { [name + i]: "done" } } }),
    regenerate: () => regenerate(catalog, ours, change),
  };
  const attempts = Array.from({ length: times }, (_, i) => outcomeOf(verbs[verb](i)));
  const outcomes = await Promise.all(attempts);
  catalog.close();
  process.send?.(outcomes);
});
