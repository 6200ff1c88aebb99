import { describe, expect, it } from "vitest";
import type { CatalogStore, ProductQuery } from "../catalog-store.ts";
import { claimLifetimeMs } from "../claim.ts";
import type { Product } from "../product.ts";
import { noon, others, ours, type TestCatalog } from "./catalog.ts";
import { outcomeOf } from "./outcome.ts";

const notFound = { refused: "not_found" };
const claimTaken = { refused: "claim_taken" };

const change = (product: Product) => ({ ...ours, productId: product.id, versions: null });

function aListing(listing: Partial<Product["listing"]> = {}): Product["listing"] {
  return {
    title: "A kettle",
    description: "Boils water.",
    bullets: ["one", "two", "three"],
    version: 1,
    engine: "test",
    language: "en",
    tone: "neutral",
    createdAt: noon,
    ...listing,
  };
}

/** What every catalog store promises to the verbs: each method is one atomic unit, on one shelf. */
export function describeCatalogStore(name: string, open: () => TestCatalog): void {
  function setUp() {
    const catalog = open();
    const store: CatalogStore = catalog.store;
    const aProduct = (product: Partial<Product> = {}): Product => ({
      ...ours,
      id: catalog.newId(noon),
      name: "Kettle",
      sku: null,
      category: null,
      price: null,
      attributes: {},
      listing: aListing(),
      version: 1,
      createdAt: noon,
      updatedAt: noon,
      ...product,
    });
    const inserted = async (product: Partial<Product> = {}) => {
      const made = aProduct(product);
      expect(await store.insert(made, null)).toBe("inserted");
      return made;
    };
    return { store, aProduct, inserted };
  }

  describe(name, () => {
    it("finds what it stored, to the last field", async () => {
      const { store, inserted } = setUp();
      const plain = await inserted();
      const full = await inserted({
        name: "Wasserkocher 1,7 l ✅",
        sku: "WK-17",
        category: "Küche",
        price: { amount: Number.MAX_SAFE_INTEGER, currency: "JPY" },
        attributes: { "1": "one", Farbe: "weiß", constructor: "none" },
        listing: aListing({ language: "de", tone: "premium", bullets: ["\u2028", "'", '"', "%"] }),
      });
      expect(await store.find(ours, plain.id)).toEqual(plain);
      expect(await store.find(ours, full.id)).toEqual(full);
      expect(await store.find(ours, "prd_nobody")).toBeNull();
    });

    it("knows nothing of one shelf on another", async () => {
      const { store, inserted } = setUp();
      const product = await inserted({ sku: "A" });
      const listing = aListing();
      for (const other of others) {
        const change = { ...other, productId: product.id, versions: null };
        expect(await store.find(other, product.id)).toBeNull();
        expect((await store.list(other, { limit: 10, search: "kettle" })).items).toEqual([]);
        expect((await store.listVersions(other, product.id, { limit: 10 })).items).toEqual([]);
        expect(await store.update({ ...change, patch: { name: "Mine" }, now: noon })).toEqual(notFound);
        expect(await store.addListing({ ...change, about: product, listing })).toEqual(notFound);
        expect(await store.remove(change)).toEqual(notFound);
      }
      expect(await store.find(ours, product.id)).toEqual(product);
    });

    it("keeps a SKU once on a shelf, and again when it is free", async () => {
      const { store, aProduct, inserted } = setUp();
      const first = await inserted({ sku: "A" });
      const second = await inserted({ sku: "a" });
      for (const other of others) await inserted({ ...other, sku: "A" });
      await inserted();
      await inserted();
      const taken = { refused: "sku_taken", by: first.id };
      expect(await store.insert(aProduct({ sku: "A" }), null)).toEqual(taken);
      expect(await store.update({ ...change(second), patch: { sku: "A" }, now: noon })).toEqual(taken);
      expect((await store.list(ours, { limit: 10 })).items).toHaveLength(4);
      expect(await store.remove(change(first))).toBe("removed");
      expect(await store.update({ ...change(second), patch: { sku: "A" }, now: noon })).toMatchObject({
        sku: "A",
      });
      expect(await store.insert(aProduct({ sku: "a" }), null)).toBe("inserted");
    });

    it("merges a patch by name, counts it, and notes when", async () => {
      const { store, inserted } = setUp();
      const product = await inserted({
        sku: "A",
        category: "Kitchen",
        price: { amount: 100, currency: "EUR" },
        attributes: { colour: "red", volume: "1 l" },
      });
      const patch = {
        category: null,
        price: { amount: 200 },
        attributes: { colour: null, lid: "glass", volume: "2 l", nothing: null },
      };
      const updated = await store.update({ ...change(product), patch, now: noon + 5 });
      expect(updated).toEqual({
        ...product,
        category: null,
        price: { amount: 200, currency: "EUR" },
        attributes: { volume: "2 l", lid: "glass" },
        version: 2,
        updatedAt: noon + 5,
      });
      expect(await store.find(ours, product.id)).toEqual(updated);
      const emptied = await store.update({
        ...change(product),
        patch: { attributes: null, price: null },
        now: noon,
      });
      expect(emptied).toMatchObject({ attributes: {}, price: null, version: 3, updatedAt: noon + 5 });
    });

    it("leaves the version as it is when a patch changes nothing", async () => {
      const { store, inserted } = setUp();
      const product = await inserted({ sku: "A", attributes: { a: "1", b: "2" } });
      for (const patch of [{}, { sku: "A" }, { category: null, price: null }, { attributes: { b: "2" } }]) {
        expect(await store.update({ ...change(product), patch, now: noon + 1 })).toEqual(product);
      }
    });

    it("refuses a patch that leaves half a price or too many attributes, and changes nothing", async () => {
      const { store, inserted } = setUp();
      const attributes = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`a${i}`, "x"]));
      const product = await inserted({ attributes });
      const patched = (patch: object) => store.update({ ...change(product), patch, now: noon });
      expect(await outcomeOf(patched({ name: "New", price: { amount: 1 } }))).toBe("product_invalid");
      expect(await outcomeOf(patched({ name: "New", price: { currency: "EUR" } }))).toBe("product_invalid");
      expect(await outcomeOf(patched({ attributes: { more: "x" } }))).toBe("product_invalid");
      expect(await store.find(ours, product.id)).toEqual(product);
      expect(await patched({ attributes: { a0: null, more: "x" } })).toMatchObject({ version: 2 });
    });

    it("changes and removes only the versions that are named, and says which is there", async () => {
      const { store, inserted } = setUp();
      const product = await inserted();
      const listing = aListing();
      const late = { ...change(product), versions: [2, 3] };
      const none = { ...change(product), versions: [] };
      const changed = { refused: "changed", version: 1 };
      for (const stale of [late, none]) {
        expect(await store.update({ ...stale, patch: { name: "New" }, now: noon })).toEqual(changed);
        expect(await store.addListing({ ...stale, about: product, listing })).toEqual(changed);
        expect(await store.remove(stale)).toEqual(changed);
      }
      expect(await store.find(ours, product.id)).toEqual(product);
      const now = { ...change(product), versions: [7, 1] };
      expect(await store.update({ ...now, patch: { name: "New" }, now: noon })).toMatchObject({ version: 2 });
      expect(await store.remove({ ...now, versions: [2] })).toBe("removed");
    });

    it("adds a listing's next version for as long as the text is about what is there", async () => {
      const { store, inserted } = setUp();
      const product = await inserted({ attributes: { a: "1" } });
      const { version: _, ...text } = aListing({ title: "Another", tone: "friendly", createdAt: noon + 3 });
      const add = () => store.addListing({ ...change(product), about: product, listing: text });
      const second = await add();
      expect(second).toEqual({
        ...product,
        listing: { ...text, version: 2 },
        version: 2,
        updatedAt: noon + 3,
      });
      expect(await store.find(ours, product.id)).toEqual(second);
      expect(await add()).toMatchObject({ version: 3, listing: { version: 3 } });
      await store.update({ ...change(product), patch: { attributes: { a: "2" } }, now: noon });
      expect(await add()).toEqual({ refused: "changed", version: 4 });
    });

    it("keeps every version of a listing, newest first, page by page", async () => {
      const { store, inserted } = setUp();
      const product = await inserted();
      const about = product;
      for (let i = 2; i <= 5; i += 1) {
        await store.addListing({ ...change(product), about, listing: aListing({ title: `Title ${i}` }) });
      }
      await inserted();
      const first = await store.listVersions(ours, product.id, { limit: 2 });
      expect(first.items.map(({ title }) => title)).toEqual(["Title 5", "Title 4"]);
      const rest = await store.listVersions(ours, product.id, { limit: 3, before: Number(first.nextCursor) });
      expect(rest.items).toEqual([
        aListing({ title: "Title 3", version: 3 }),
        aListing({ title: "Title 2", version: 2 }),
        aListing(),
      ]);
      expect(rest.nextCursor).toBeNull();
    });

    it("removes a product with everything that was written for it", async () => {
      const { store, inserted } = setUp();
      const product = await inserted();
      expect(await store.remove(change(product))).toBe("removed");
      expect(await store.find(ours, product.id)).toBeNull();
      expect((await store.listVersions(ours, product.id, { limit: 10 })).items).toEqual([]);
      expect(await store.remove(change(product))).toEqual(notFound);
    });

    it.each([
      ["the name, in any case", "kettle"],
      ["a part of the name", "ETTL"],
      ["the SKU", "wk-17"],
      ["the category", "KÜCHE"],
      ["the title of the listing", "boil"],
      ["a letter that has two in upper case", "STRASSE"],
      ["a letter with its accent apart", "cafe\u0301"],
      ["a word at its end", "ΟΔΟΣ"],
      ["wide letters", "ｋｅｔｔｌｅ"],
      ["signs that mean something in patterns", "100%_"],
    ])("finds a product by %s", async (_, search) => {
      const { store, inserted } = setUp();
      const wanted = await inserted({
        name: "Kettle Straße Café οδος 100%_",
        sku: "WK-17",
        category: "Küche",
        listing: aListing({ title: "Boils quickly" }),
      });
      await inserted({ name: "Pan", listing: aListing({ title: "Fries" }) });
      await inserted({ name: "Pan", category: "1000", listing: aListing({ title: "Fries" }) });
      expect((await store.list(ours, { limit: 10, search })).items).toEqual([wanted]);
    });

    it("does not find what stands in no such field, or across two, or did once", async () => {
      const { store, inserted } = setUp();
      const product = await inserted({ name: "Kettle", sku: "A", attributes: { colour: "red" } });
      await store.update({ ...change(product), patch: { name: "Pot" }, now: noon });
      const about = { ...product, name: "Pot" };
      await store.addListing({ ...change(product), about, listing: aListing({ title: "New text" }) });
      const found = async (search: string) => (await store.list(ours, { limit: 10, search })).items.length;
      for (const search of ["red", "kettle", "Boils water", "pota", "pot a"]) {
        expect(await found(search), search).toBe(0);
      }
      for (const search of ["pot", "new text", ""]) expect(await found(search), search).toBe(1);
    });

    it("lists newest first, page by page, and nothing twice", async () => {
      const { store, inserted } = setUp();
      const all: string[] = [];
      for (let i = 0; i < 7; i += 1) all.unshift((await inserted({ name: i % 2 ? "odd" : "even" })).id);
      const pages = async (query: Omit<ProductQuery, "before">) => {
        const seen: string[][] = [];
        for (let before: string | null | undefined; before !== null;) {
          const from = before === undefined ? {} : { before: before as Product["id"] };
          const page = await store.list(ours, { ...query, ...from });
          seen.push(page.items.map(({ id }) => id));
          before = page.nextCursor;
        }
        return seen;
      };
      expect(await pages({ limit: 3 })).toEqual([all.slice(0, 3), all.slice(3, 6), all.slice(6)]);
      expect(await pages({ limit: 7 })).toEqual([all]);
      const odd = all.filter((_, i) => i % 2 === 1);
      expect(await pages({ limit: 2, search: "ODD" })).toEqual([odd.slice(0, 2), odd.slice(2)]);
    });

    it("writes a claim with its product, and then refuses it for a day", async () => {
      const { store, aProduct } = setUp();
      const claim = { id: "c1", fingerprint: "f1" };
      const product = aProduct();
      const { organizationId } = product;
      const at = (now: number) => store.findClaim(organizationId, "c1", now);
      expect(await at(noon)).toBeNull();
      expect(await store.insert(product, claim)).toBe("inserted");
      expect(await at(noon)).toEqual({ fingerprint: "f1", objectId: product.id });
      expect(await store.findClaim("org_theirs", "c1", noon)).toBeNull();

      const again = { ...claim, fingerprint: "f2" };
      const lastMoment = noon + claimLifetimeMs - 1;
      expect(await store.insert(aProduct({ createdAt: lastMoment }), again)).toEqual(claimTaken);
      expect(await at(lastMoment)).toMatchObject({ fingerprint: "f1" });

      const dayAfter = aProduct({ createdAt: noon + claimLifetimeMs });
      expect(await at(dayAfter.createdAt)).toBeNull();
      expect(await store.insert(dayAfter, again)).toBe("inserted");
      expect(await at(dayAfter.createdAt)).toEqual({ fingerprint: "f2", objectId: dayAfter.id });
      expect((await store.list(ours, { limit: 10 })).items).toHaveLength(2);
    });

    it("writes neither the claim nor the product when one of them cannot be", async () => {
      const { store, aProduct, inserted } = setUp();
      const { id: by } = await inserted({ sku: "A" });
      const claim = { id: "c1", fingerprint: "f1" };
      const refused = await store.insert(aProduct({ sku: "A" }), claim);
      expect(refused).toEqual({ refused: "sku_taken", by });
      expect(await store.findClaim(ours.organizationId, "c1", noon)).toBeNull();
      expect(await store.insert(aProduct({ sku: "B" }), claim)).toBe("inserted");
      expect(await store.insert(aProduct({ sku: "B" }), claim)).toEqual(claimTaken);
      expect((await store.list(ours, { limit: 10 })).items).toHaveLength(2);
    });
  });
}
