import { expect, it, vi } from "vitest";
import { corruption } from "./corruption.ts";

/** Some twenty starts, or clients that are slow on purpose: a busy machine takes its time. */
vi.setConfig({ testTimeout: 300_000 });

it("on damaged files it refuses to start in a sentence, or answers right or not at all", async () => {
  const { violations, table = [] } = await corruption({ rounds: 1 });
  expect(violations).toEqual([]);
  const outcomes = new Map(table.map((row) => [`${row["file"]}, ${row["damage"]}`, String(row["outcome"])]));
  const refused = [...outcomes].filter(([, outcome]) => outcome.startsWith("refused: katkey.db"));
  // The page that is overwritten may be one that nothing lies on.
  expect(refused.length).toBeGreaterThanOrEqual(9);
  expect(outcomes.get("katkey.db, its secrets' pages are overwritten while it runs")).toContain("degraded");
});
