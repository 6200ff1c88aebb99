import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { ProductPatch } from "./product-patch.ts";
import { create } from "./create.ts";
import { find } from "./find.ts";
import { listVersions } from "./list-versions.ts";
import { list } from "./list.ts";
import type { Product, ProductId, Shelf } from "./product.ts";
import { regenerate } from "./regenerate.ts";
import { remove } from "./remove.ts";
import { aRequest, noon, openCatalog, others, ours, type TestCatalog } from "./testing/catalog.ts";
import { outcomeOf } from "./testing/outcome.ts";
import { update } from "./update.ts";

const shelves: readonly Shelf[] = [ours, ...others];

/** What is on every shelf, as somebody would note it down who saw every answer. */
interface Model {
  readonly catalog: TestCatalog;
  readonly products: Map<ProductId, Product>;
}

interface Step {
  readonly do: "create" | "update" | "regenerate" | "remove";
  readonly shelf: number;
  readonly which: number;
  readonly sku: string | null;
  readonly expects: number | null;
}

const step: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom("create", "create", "update", "update", "regenerate", "remove"),
  shelf: fc.nat(shelves.length - 1),
  which: fc.nat(5),
  sku: fc.constantFrom(null, "A", "B", "C"),
  expects: fc.option(fc.integer({ min: 1, max: 3 })),
});

async function take({ catalog, products }: Model, { shelf: at, which, sku, expects, ...step }: Step) {
  const shelf = shelves[at] ?? ours;
  const here = onShelf(products, shelf);
  const isTaken = (by?: ProductId) => sku !== null && here.some((one) => one.sku === sku && one.id !== by);
  if (step.do === "create") {
    const creation = create(catalog, shelf, aRequest({ sku }));
    expect(await outcomeOf(creation)).toBe(isTaken() ? "sku_taken" : "done");
    if (!isTaken()) products.set((await creation).id, await creation);
    return;
  }
  // Among all there are, so that half of them are on another shelf.
  const target = [...products.values()][which];
  const productId = target?.id ?? "prd_nobody";
  const versions = expects === null ? null : [expects];
  const request = { productId, versions, now: noon, keywords: [], patch: { sku } };
  const verbs = { update, regenerate, remove } as const;
  const attempt = verbs[step.do](catalog, shelf, request);
  const outcome = await outcomeOf(attempt);
  if (target === undefined || !here.includes(target)) expect(outcome).toBe("product_not_found");
  else if (versions && !versions.includes(target.version)) expect(outcome).toBe("product_changed");
  else if (step.do === "update" && isTaken(productId)) expect(outcome).toBe("sku_taken");
  else {
    expect(outcome).toBe("done");
    const changed = await attempt;
    if (changed === undefined) products.delete(productId);
    else products.set(productId, changed);
    if (step.do === "update") expect(changed?.sku).toBe(sku);
    if (step.do === "regenerate") expect(changed?.listing.version).toBe(target.listing.version + 1);
  }
}

function onShelf(products: Model["products"], { organizationId, environment }: Shelf): readonly Product[] {
  return [...products.values()].filter(
    (one) => one.organizationId === organizationId && one.environment === environment,
  );
}

const newestFirst = (products: readonly Product[]) => products.toSorted((a, b) => (a.id < b.id ? 1 : -1));

it("holds on every shelf what was put there and nothing else, whatever is done on any", async () => {
  const steps = fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (all) => {
    const model: Model = { catalog: openCatalog(), products: new Map() };
    for (const one of all) await take(model, one);
    for (const shelf of shelves) {
      const { items } = await list(model.catalog, shelf, { limit: 100 });
      expect(items).toEqual(newestFirst(onShelf(model.products, shelf)));
      for (const { id: productId, listing } of items) {
        const versions = await listVersions(model.catalog, shelf, { productId, limit: 100 });
        expect(versions.items.map(({ version }) => version).toReversed()).toEqual(
          Array.from({ length: listing.version }, (_, i) => i + 1),
        );
        expect(versions.items[0]).toEqual(listing);
      }
    }
    model.catalog.close();
  });
  await fc.assert(steps, { numRuns: 100 });
});

it("pages through a shelf without leaving out or repeating a product, whatever comes and goes meanwhile", async () => {
  const meanwhile = fc.array(fc.record({ add: fc.nat(3), remove: fc.nat(2) }), { maxLength: 10 });
  const pages = fc.asyncProperty(
    fc.integer({ min: 1, max: 7 }),
    fc.integer({ min: 0, max: 20 }),
    meanwhile,
    async (limit, count, events) => {
      const catalog = openCatalog();
      const put = () => create(catalog, ours, aRequest());
      const before: Product[] = [];
      for (let i = 0; i < count; i += 1) before.push(await put());
      const gone = new Set<string>();
      const seen: string[] = [];
      for (let page = await list(catalog, ours, { limit }), i = 0; ; i += 1) {
        expect(page.items.length).toBeLessThanOrEqual(limit);
        seen.push(...page.items.map(({ id }) => id));
        if (page.nextCursor === null) break;
        const { add, remove: removals } = events[i] ?? { add: 0, remove: 0 };
        for (let n = 0; n < add; n += 1) await put();
        for (let n = 0; n < removals; n += 1) {
          const victim = before[(i * 7 + n * 3) % before.length];
          if (victim === undefined || gone.has(victim.id)) continue;
          await remove(catalog, ours, { productId: victim.id, versions: null });
          gone.add(victim.id);
        }
        page = await list(catalog, ours, { limit, before: page.nextCursor as ProductId });
      }
      expect(new Set(seen).size).toBe(seen.length);
      const stayed = newestFirst(before).filter(({ id }) => !gone.has(id));
      expect(seen.filter((id) => !gone.has(id))).toEqual(stayed.map(({ id }) => id));
      catalog.close();
    },
  );
  await fc.assert(pages, { numRuns: 100 });
});

it("never loses one of several changes that are made at once", async () => {
  const changes = fc.array(fc.constantFrom("update" as const, "regenerate" as const), {
    minLength: 2,
    maxLength: 12,
  });
  const atOnce = fc.asyncProperty(changes, async (all) => {
    const catalog = openCatalog();
    const { id: productId } = await create(catalog, ours, aRequest());
    const outcomes = await Promise.all(
      all.map((verb, i) => {
        const patch: ProductPatch = { attributes: { [`a${i}`]: "done" } };
        const request = { productId, versions: null, now: noon, keywords: [], patch };
        return outcomeOf(
          verb === "update" ? update(catalog, ours, request) : regenerate(catalog, ours, request),
        );
      }),
    );
    expect(outcomes).toEqual(all.map(() => "done"));
    const product = await find(catalog, ours, productId);
    const updates = all.flatMap((verb, i) => (verb === "update" ? [`a${i}`] : []));
    expect(Object.keys(product.attributes).toSorted()).toEqual(updates.toSorted());
    expect(product.version).toBe(1 + all.length);
    expect(product.listing.version).toBe(1 + all.length - updates.length);
    catalog.close();
  });
  await fc.assert(atOnce, { numRuns: 100 });
});

it("lets one of several changes through that name the same version", async () => {
  const catalog = openCatalog();
  const { id: productId } = await create(catalog, ours, aRequest());
  const request = { productId, versions: [1], now: noon, keywords: [] };
  const attempts = [1, 2, 3, 4].flatMap((i) => [
    update(catalog, ours, { ...request, patch: { name: `Name ${i}` } }),
    regenerate(catalog, ours, request),
    remove(catalog, ours, request),
  ]);
  const outcomes = await Promise.all(attempts.map(outcomeOf));
  expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
  catalog.close();
});
