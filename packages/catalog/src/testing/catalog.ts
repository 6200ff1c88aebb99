import { randomBytes } from "node:crypto";
import Sqlite from "better-sqlite3";
import { onTestFinished } from "vitest";
import type { Catalog } from "../catalog.ts";
import type { CreateRequest } from "../create.ts";
import type { ProductId, Shelf } from "../product.ts";
import { catalogMigrations, createSqliteCatalogStore } from "../sqlite/index.ts";
import type { Brief, TextEngine } from "../text-engine.ts";

/** A Saturday in November 2026, noon UTC. */
export const noon = Date.UTC(2026, 10, 21, 12);

export interface TestCatalog extends Catalog {
  close(): void;
}

/** A catalog on a database of its own; `:memory:` unless a path is given. */
export function openCatalog(path = ":memory:", engine: TextEngine = plainEngine): TestCatalog {
  const database = new Sqlite(path);
  database.pragma("foreign_keys = on");
  database.pragma("journal_mode = wal");
  const isEmpty = database.prepare("select count(*) from sqlite_schema").pluck().get() === 0;
  if (isEmpty) for (const { sql } of catalogMigrations) database.exec(sql);
  return {
    store: createSqliteCatalogStore(database, async (change) => change()),
    engine,
    newId,
    close: () => void database.close(),
  };
}

/** A catalog of the test's own, closed when the test is over. */
export function aCatalog(engine?: TextEngine): TestCatalog {
  const catalog = openCatalog(":memory:", engine);
  onTestFinished(() => catalog.close());
  return catalog;
}

/** Says of which version and what it was asked to write. */
export const plainEngine: TextEngine = {
  name: "plain",
  write: async ({ product, version, keywords }) => ({
    title: `${product.name}, text ${version}`,
    description: `About ${product.name}. ${keywords.join(" ")}`,
    bullets: ["one", "two", "three"],
  }),
};

/** Waits with each text until it is let go, and tells what it was asked. */
export function anEngineThatWaits() {
  const waiting: { readonly brief: Brief; go(): void }[] = [];
  const asked = new EventTarget();
  const engine: TextEngine = {
    name: "slow",
    async write(brief) {
      await new Promise<void>((go) => {
        waiting.push({ brief, go });
        asked.dispatchEvent(new Event("asked"));
      });
      return plainEngine.write(brief);
    },
  };
  /** The next text that is asked for. */
  const next = async () => {
    if (waiting.length === 0) {
      await new Promise((resolve) => asked.addEventListener("asked", resolve, { once: true }));
    }
    const first = waiting.shift();
    if (first === undefined) throw new Error("nobody asked");
    return first;
  };
  return { engine, next };
}

/** A number that the tests' ids begin with, so that they sort as they are made. */
let made = 0;

function newId(): ProductId {
  made += 1;
  return `prd_${String(made).padStart(9, "0")}${randomBytes(7).toString("hex").slice(0, 13)}`;
}

export const ours: Shelf = { organizationId: "org_ours", environment: "live" };

/** Shelves from which nothing of ours may be seen. */
export const others = [
  { organizationId: "org_ours", environment: "test" },
  { organizationId: "org_theirs", environment: "live" },
  { organizationId: "org_theirs", environment: "test" },
] as const satisfies readonly Shelf[];

/** What somebody asks who says no more than they must. */
export function aRequest(request: Partial<CreateRequest> = {}): CreateRequest {
  return {
    name: "Kettle",
    sku: null,
    category: null,
    price: null,
    attributes: {},
    language: "en",
    tone: "neutral",
    keywords: [],
    now: noon,
    claim: null,
    ...request,
  };
}
