import { expect, it, onTestFinished } from "vitest";
import type { Use } from "../../usage/usage.ts";
import { noon } from "../../testing/index.ts";
import { aUse, november } from "../../testing/usage-log-contract.ts";
import { countUses } from "./count-uses.ts";
import { createSqliteUsageLog, openDatabase, usageMigrations } from "../index.ts";

function open() {
  const database = openDatabase({ path: ":memory:", migrations: usageMigrations, now: noon });
  const log = createSqliteUsageLog(database, () => {});
  onTestFinished(() => log.close());
  return { database, log };
}

it("counts many requests as a usage log counts each", async () => {
  const uses: readonly Partial<Use>[] = [
    { at: noon - 5, address: "192.0.2.9" },
    { status: 403, refused: true },
    { publicKeyId: "p2", retiring: true, status: 503 },
  ];
  const [inBulk, oneByOne] = [open(), open()];
  countUses(
    inBulk.database,
    uses.map((use) => ({ ...aUse(use), requests: 3 })),
  );
  await Promise.all([...uses, ...uses, ...uses].map((use) => oneByOne.log.record(aUse(use))));

  const read = async ({ log }: ReturnType<typeof open>) => ({
    last: await log.lastUses("org_1", ["p1", "p2"]),
    sums: await log.sum("org_1", { ...november, groupBy: "status" }),
  });
  expect(await read(inBulk)).toEqual(await read(oneByOne));
  await inBulk.log.closeBefore(november.to);
  expect(await inBulk.log.check()).toMatchObject({ requests: 9, differences: [] });
});
