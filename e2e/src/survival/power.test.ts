import { expect, it } from "vitest";
import { power } from "./power.ts";

it("at a power cut it has every acknowledged change, with FULL every counted request, and nothing corrupt", async ({
  annotate,
  skip,
}) => {
  const { skipped, violations, table = [], worst } = await power({ rounds: 8 });
  if (skipped !== undefined) return skip(skipped);
  expect(violations).toEqual([]);
  const losing = new Map(
    table.map((row) => [`${row["file"]} ${row["synchronous"]}`, Number(row["cuts that lost"])]),
  );
  // That a sync is missing would be noticed.
  expect(losing.get("katkey.db NORMAL, as it would be")).toBeGreaterThan(0);
  expect(losing.get("katkey.db FULL")).toBe(0);
  expect(losing.get("usage.db FULL")).toBe(0);
  await annotate(worst);
});
