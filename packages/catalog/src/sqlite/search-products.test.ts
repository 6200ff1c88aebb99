import Sqlite from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import { create } from "../create.ts";
import { list } from "../list.ts";
import { aCatalog, aRequest, ours } from "../testing/catalog.ts";
import { createSqliteCatalogStore } from "./catalog-store.ts";
import { catalogMigrations } from "./migrations.ts";

const many = 1_200;

/** A shelf on which every hundredth product is red. */
async function aLongShelf() {
  const catalog = aCatalog();
  for (let i = 0; i < many; i += 1) {
    await create(catalog, ours, aRequest({ name: i % 100 === 0 ? `Red ${i}` : `Blue ${i}` }));
  }
  return catalog;
}

/** How often others had their turn meanwhile. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  let next = setImmediate(function count() {
    turns += 1;
    next = setImmediate(count);
  });
  await work;
  clearImmediate(next);
  return turns;
}

it("lets others have their turn while it looks through many products", async () => {
  const catalog = await aLongShelf();
  expect(await turnsDuring(list(catalog, ours, { limit: 10, search: "green" }))).toBeGreaterThan(0);
});

it("finds all that there are, newest first and page by page, however far apart they stand", async () => {
  const catalog = await aLongShelf();
  const names: string[] = [];
  let page = await list(catalog, ours, { limit: 5, search: "RED" });
  for (;;) {
    names.push(...page.items.map(({ name }) => name));
    const before = page.items.at(-1)?.id;
    if (page.nextCursor === null || before === undefined) break;
    page = await list(catalog, ours, { limit: 5, search: "RED", before });
  }
  expect(names).toEqual(Array.from({ length: 12 }, (_, i) => `Red ${1_100 - i * 100}`));
});

it("ends a page early that would be very long, and goes on behind it", async () => {
  const catalog = aCatalog();
  const attributes = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`${i}`, "x".repeat(500)]));
  for (let i = 0; i < 50; i += 1) await create(catalog, ours, aRequest({ name: `${i}`, attributes }));
  const first = await list(catalog, ours, { limit: 100 });
  const before = first.items.at(-1)?.id;
  expect(first.items.length).toBeLessThan(25);
  expect(first.nextCursor).toBe(before);
  const second = await list(catalog, ours, { limit: 100, ...(before && { before }) });
  const third = await list(catalog, ours, { limit: 100, before: second.items.at(-1)?.id ?? "prd_" });
  const names = [first, second, third].flatMap(({ items }) => items.map(({ name }) => name));
  expect(names).toEqual(Array.from({ length: 50 }, (_, i) => `${49 - i}`));
  expect(third.nextCursor).toBeNull();
});

it("looks only at what it searches, and not at all that is kept of each product", async () => {
  const asked: string[] = [];
  const database = new Sqlite(":memory:", { verbose: (sql) => asked.push(String(sql)) });
  onTestFinished(() => void database.close());
  for (const { sql } of catalogMigrations) database.exec(sql);
  const store = createSqliteCatalogStore(database, async (change) => change());
  await store.list(ours, { limit: 10, search: "green" });
  const search = asked.find((sql) => sql.includes("instr(")) ?? "";
  const steps = database.prepare<[], { detail: string }>(`explain query plan ${search}`).all();
  expect(steps.map(({ detail }) => detail)).toEqual([
    "SEARCH product USING COVERING INDEX product_by_shelf (organization_id=? AND environment=? AND id<?)",
  ]);
});
