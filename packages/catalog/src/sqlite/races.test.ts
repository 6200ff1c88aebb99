import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { create } from "../create.ts";
import { find } from "../find.ts";
import { list } from "../list.ts";
import { aRequest, openCatalog, ours, type TestCatalog } from "../testing/catalog.ts";
import type { RaceOrder } from "../testing/race-process.ts";

const program = new URL("../testing/race-process.ts", import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "katkey-"));
const path = join(folder, "katkey.db");
let catalog: TestCatalog;
let processes: readonly ChildProcess[] = [];

beforeAll(() => {
  catalog = openCatalog(path);
  processes = [1, 2].map(() => fork(program, { execArgv: ["--disable-warning=ExperimentalWarning"] }));
});

afterAll(() => {
  for (const child of processes) child.kill();
  catalog.close();
  rmSync(folder, { recursive: true });
});

/** Gives each process its order at the same moment; the outcomes of all. */
async function race(...orders: readonly Pick<RaceOrder, "verb" | "productId" | "times">[]) {
  const answers = orders.map(async (order, i) => {
    const child = processes[i];
    if (child === undefined) throw new Error("more orders than processes");
    const answer = once(child, "message");
    child.send({ ...order, path, name: `p${i}.` });
    const [outcomes]: string[][] = await answer;
    return outcomes ?? [];
  });
  return (await Promise.all(answers)).flat();
}

describe("two processes on one file", () => {
  it("lose none of 40 changes of one product", async () => {
    const { id: productId } = await create(catalog, ours, aRequest());
    const order = { verb: "update", productId, times: 20 } as const;
    const outcomes = await race(order, order);
    expect(new Set(outcomes)).toEqual(new Set(["done"]));
    const product = await find(catalog, ours, productId);
    expect(Object.keys(product.attributes)).toHaveLength(40);
    expect(product.version).toBe(41);
  });

  it("keep every text of 40", async () => {
    const { id: productId } = await create(catalog, ours, aRequest());
    const order = { verb: "regenerate", productId, times: 20 } as const;
    await race(order, order);
    expect((await find(catalog, ours, productId)).listing.version).toBe(41);
  });

  it("create each of 20 products once, when both are asked with the same claims", async () => {
    const order = { verb: "create", productId: "prd_none", times: 20 } as const;
    const outcomes = await race(order, order);
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(20);
    expect(outcomes.filter((outcome) => outcome === "idempotency_in_progress")).toHaveLength(20);
    const { items } = await list(catalog, ours, { limit: 100 });
    expect(items.filter(({ sku }) => sku !== null)).toHaveLength(20);
  });
});
