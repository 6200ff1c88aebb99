import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openBilling } from "../../testing/billing.ts";
import type { ClosingOrder } from "../../testing/closing-process.ts";
import { anOrganization, type Worker } from "../../testing/index.ts";

const program = new URL("../../testing/closing-process.ts", import.meta.url);
const september = Date.UTC(2026, 8);
const december = Date.UTC(2026, 11);

function aProcess() {
  const child = fork(program, { execArgv: ["--disable-warning=ExperimentalWarning"] });
  onTestFinished(() => void child.kill());
  return async (order: ClosingOrder): Promise<unknown> => {
    const answer = once(child, "message");
    child.send(order);
    return (await answer)[0];
  };
}

it("two processes that close the same months write each statement once, and count each request once", async () => {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const files = { database: join(folder, "katkey.db"), usage: join(folder, "usage.db") };
  const billing = openBilling(files);
  onTestFinished(() => billing.close());
  const owners: Worker[] = [];
  for (let i = 0; i < 8; i += 1) owners.push(await anOrganization(billing.desk, { now: september + i }));
  for (const owner of owners) await billing.use(owner, december - 1, 2);

  let closing = true;
  const late = (async () => {
    let count = 0;
    for (; closing; count += 1) {
      await billing.use(owners[count % owners.length] as Worker, december - 1);
      await new Promise(setImmediate);
    }
    return count;
  })();
  const closers = [aProcess(), aProcess()];
  const outcomes = await Promise.all(closers.map((close) => close({ ...files, now: december })));
  closing = false;

  expect(outcomes).toEqual(["done", "done"]);
  let billed = 0;
  let counted = 0;
  for (const { act } of owners) {
    const { items } = await billing.statements.list(act.organizationId, { limit: 100 });
    expect(items.map(({ month }) => month)).toEqual(["2026-11", "2026-10", "2026-09"]);
    billed += items.reduce((sum, { requests }) => sum + requests, 0);
    const query = { from: september, to: Date.UTC(2027, 0), granularity: "month", groupBy: "none" } as const;
    const buckets = await billing.usage.sum(act.organizationId, query);
    counted += buckets.reduce((sum, { served }) => sum + served, 0);
    const november = buckets.find(({ start }) => start === Date.UTC(2026, 10));
    expect(items[0]?.requests).toBe(november?.served ?? 0);
    const entries = await billing.desk.audit.list(act.organizationId, {
      limit: 10,
      action: "statement.closed",
    });
    expect(entries.items).toHaveLength(3);
    expect(await billing.desk.audit.verify(act.organizationId)).toMatchObject({ intact: true });
  }
  expect(counted).toBe(16 + (await late));
  expect(billed).toBeGreaterThanOrEqual(16);
});
