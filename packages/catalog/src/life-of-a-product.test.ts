import { describe, expect, it } from "vitest";
import { create } from "./create.ts";
import { find } from "./find.ts";
import { listVersions } from "./list-versions.ts";
import { list } from "./list.ts";
import type { ListingText } from "./listing.ts";
import { regenerate } from "./regenerate.ts";
import { remove } from "./remove.ts";
import { aCatalog, anEngineThatWaits, aRequest, noon, others, ours, plainEngine } from "./testing/catalog.ts";
import { outcomeOf } from "./testing/outcome.ts";
import type { Brief, TextEngine } from "./text-engine.ts";
import { update } from "./update.ts";

const anyVersion = { versions: null, keywords: [], now: noon } as const;

describe("a product", () => {
  it("is created with the first text of its listing", async () => {
    const catalog = aCatalog();
    const facts = {
      name: "Kettle",
      sku: "WK-17",
      category: "Kitchen",
      price: { amount: 4_900, currency: "EUR" },
      attributes: { colour: "red" },
    };
    const request = aRequest({ ...facts, language: "da", tone: "premium", keywords: ["fast", "quiet"] });
    const product = await create(catalog, ours, request);
    expect(product).toEqual({
      ...ours,
      ...facts,
      id: expect.stringMatching(/^prd_/),
      listing: {
        title: "Kettle, text 1",
        description: "About Kettle. fast quiet",
        bullets: ["one", "two", "three"],
        version: 1,
        engine: "plain",
        language: "da",
        tone: "premium",
        createdAt: noon,
      },
      version: 1,
      createdAt: noon,
      updatedAt: noon,
    });
    expect(await find(catalog, ours, product.id)).toEqual(product);
  });

  it("is on its own shelf only, whatever is done to it", async () => {
    const catalog = aCatalog();
    const product = await create(catalog, ours, aRequest());
    const { id: productId } = product;
    for (const other of others) {
      const attempts = [
        find(catalog, other, productId),
        listVersions(catalog, other, { productId, limit: 1 }),
        update(catalog, other, { productId, ...anyVersion, patch: { name: "Mine" } }),
        regenerate(catalog, other, { productId, ...anyVersion }),
        remove(catalog, other, { productId, versions: null }),
      ];
      for (const attempt of attempts) expect(await outcomeOf(attempt)).toBe("product_not_found");
      expect((await list(catalog, other, { limit: 10 })).items).toEqual([]);
    }
    expect(await find(catalog, ours, productId)).toEqual(product);
  });

  it("is regenerated in the language and tone that it has, unless others are wanted", async () => {
    const catalog = aCatalog();
    const { id: productId } = await create(catalog, ours, aRequest({ language: "de", tone: "technical" }));
    const same = await regenerate(catalog, ours, { productId, ...anyVersion, now: noon + 1 });
    expect(same.listing).toMatchObject({ version: 2, language: "de", tone: "technical" });
    expect(same).toMatchObject({ version: 2, updatedAt: noon + 1 });
    const wanted = { language: "en", tone: "friendly", keywords: ["cosy"] } as const;
    const other = await regenerate(catalog, ours, { productId, ...anyVersion, ...wanted });
    expect(other.listing).toMatchObject({ language: "en", tone: "friendly", description: /cosy/ });
    const { items } = await listVersions(catalog, ours, { productId, limit: 10 });
    expect(items.map(({ version, title }) => [version, title])).toEqual([
      [3, "Kettle, text 3"],
      [2, "Kettle, text 2"],
      [1, "Kettle, text 1"],
    ]);
  });

  it("keeps its text when it is updated", async () => {
    const catalog = aCatalog();
    const { id: productId, listing } = await create(catalog, ours, aRequest());
    const patch = { name: "Pot" };
    const updated = await update(catalog, ours, { productId, versions: [1], patch, now: noon });
    expect(updated).toMatchObject({ name: "Pot", version: 2, listing });
  });

  it("is gone for good when it is removed, and its SKU is free", async () => {
    const catalog = aCatalog();
    const { id: productId } = await create(catalog, ours, aRequest({ sku: "A" }));
    expect(await outcomeOf(create(catalog, ours, aRequest({ sku: "A" })))).toBe("sku_taken");
    await remove(catalog, ours, { productId, versions: null });
    expect(await outcomeOf(find(catalog, ours, productId))).toBe("product_not_found");
    expect(await outcomeOf(listVersions(catalog, ours, { productId, limit: 1 }))).toBe("product_not_found");
    expect(await outcomeOf(create(catalog, ours, aRequest({ sku: "A" })))).toBe("done");
  });

  it("tells a text engine nothing of whose it is, or of its other texts", async () => {
    const briefs: Brief[] = [];
    const write = (brief: Brief) => (briefs.push(brief), plainEngine.write(brief));
    const catalog = aCatalog({ name: "curious", write });
    const { id: productId } = await create(catalog, ours, aRequest());
    await regenerate(catalog, ours, { productId, ...anyVersion });
    const known = ["attributes", "category", "id", "name", "price", "sku"];
    for (const { product } of briefs) expect(Object.keys(product).toSorted()).toEqual(known);
  });
});

const long = (length: number) => "🫖".repeat(length);

describe("a text engine that fails", () => {
  const good: ListingText = {
    title: long(120),
    description: long(2_000),
    bullets: Array.from({ length: 6 }, () => long(160)),
  };
  const writing = (text: Partial<ListingText>): TextEngine => ({
    name: "test",
    write: async () => ({ ...good, ...text }),
  });

  it("is no engine that writes as much as it may", async () => {
    expect(await outcomeOf(create(aCatalog(writing({})), ours, aRequest()))).toBe("done");
    const short = writing({ bullets: [] });
    expect(await outcomeOf(create(aCatalog(short), ours, aRequest()))).toBe("done");
  });

  it.each([
    ["too long a title", { title: long(121) }],
    ["too long a description", { description: long(2_001) }],
    ["too long a bullet", { bullets: ["1", "2", long(161)] }],
    ["no title", { title: " \n" }],
    ["no description", { description: "" }],
    ["an empty bullet", { bullets: ["1", "2", ""] }],
    ["seven bullets", { bullets: ["1", "2", "3", "4", "5", "6", "7"] }],
    ["half a character", { title: "\ud83d" }],
    ["what no text can hold", { title: "a\0b" }],
  ])("because it writes %s changes nothing", async (_, text) => {
    const catalog = aCatalog(writing(text));
    expect(await outcomeOf(create(catalog, ours, aRequest()))).toBe("text_engine_failed");
    expect((await list(catalog, ours, { limit: 1 })).items).toEqual([]);
  });

  it("for a reason of its own changes nothing, and the reason is kept for the operator", async () => {
    const catalog = aCatalog();
    const { id: productId, ...before } = await create(catalog, ours, aRequest());
    const cause = new Error("connect ECONNREFUSED");
    const broken = { ...catalog, engine: { name: "broken", write: () => Promise.reject(cause) } };
    const attempt = regenerate(broken, ours, { productId, ...anyVersion });
    await expect(attempt).rejects.toMatchObject({ code: "text_engine_failed", cause });
    expect(await find(catalog, ours, productId)).toMatchObject(before);
    expect((await listVersions(catalog, ours, { productId, limit: 10 })).items).toHaveLength(1);
  });
});

async function whileWriting() {
  const { engine, next } = anEngineThatWaits();
  const catalog = aCatalog();
  const { id: productId } = await create(catalog, ours, aRequest());
  const slow = { ...catalog, engine };
  const write = (versions: readonly number[] | null = null) =>
    regenerate(slow, ours, { productId, ...anyVersion, versions });
  const change = (patch: object) => update(catalog, ours, { productId, ...anyVersion, patch });
  return { catalog, slow, productId, next, write, change };
}

describe("while a text is being written", () => {
  it("the product can be removed: it stays removed", async () => {
    const { catalog, productId, next, write } = await whileWriting();
    const outcome = outcomeOf(write());
    const { go } = await next();
    await remove(catalog, ours, { productId, versions: null });
    go();
    expect(await outcome).toBe("product_not_found");
    expect((await list(catalog, ours, { limit: 1 })).items).toEqual([]);
  });

  it("the product can be changed: the text is written anew about what it is now", async () => {
    const { next, write, change } = await whileWriting();
    const written = write();
    const first = await next();
    await change({ name: "Pot" });
    first.go();
    const second = await next();
    expect(second.brief.product.name).toBe("Pot");
    second.go();
    expect(await written).toMatchObject({
      name: "Pot",
      version: 3,
      listing: { title: "Pot, text 2", version: 2 },
    });
  });

  it("a product that never rests is given up, and keeps the texts it had", async () => {
    const { catalog, productId, next, write, change } = await whileWriting();
    const outcome = outcomeOf(write());
    for (const name of ["a", "b", "c"]) {
      const { go } = await next();
      await change({ name });
      go();
    }
    expect(await outcome).toBe("product_changed");
    expect((await listVersions(catalog, ours, { productId, limit: 10 })).items).toHaveLength(1);
  });

  it("another text can be written: both are kept", async () => {
    const { catalog, productId, next, write } = await whileWriting();
    const both = [write(), write()];
    const asked = [await next(), await next()];
    for (const { go } of asked) go();
    const versions = (await Promise.all(both)).map(({ listing }) => listing.version);
    expect(versions.toSorted()).toEqual([2, 3]);
    expect((await listVersions(catalog, ours, { productId, limit: 10 })).items).toHaveLength(3);
  });

  it("a version that was named can be overtaken: the text is not kept", async () => {
    const { catalog, productId, next, write, change } = await whileWriting();
    const outcome = outcomeOf(write([1]));
    const { go } = await next();
    await change({ category: "Kitchen" });
    go();
    expect(await outcome).toBe("product_changed");
    expect(await find(catalog, ours, productId)).toMatchObject({ version: 2, listing: { version: 1 } });
  });

  it("a version that is no more is refused before anything is written", async () => {
    const { write } = await whileWriting();
    expect(await outcomeOf(write([2, 3]))).toBe("product_changed");
  });

  it("its SKU can be taken by another product: the first to be stored has it", async () => {
    const { catalog, slow, next } = await whileWriting();
    const late = outcomeOf(create(slow, ours, aRequest({ sku: "A" })));
    const { go } = await next();
    await create(catalog, ours, aRequest({ sku: "A" }));
    go();
    expect(await late).toBe("sku_taken");
  });

  it("the same claim can be made by another process: the product is stored once", async () => {
    const { catalog, slow, next } = await whileWriting();
    const claim = { id: "c", fingerprint: "f" };
    const late = outcomeOf(create(slow, ours, aRequest({ claim })));
    const { go } = await next();
    await create(catalog, ours, aRequest({ claim }));
    go();
    expect(await late).toBe("idempotency_in_progress");
    expect((await list(catalog, ours, { limit: 10 })).items).toHaveLength(2);
  });
});
