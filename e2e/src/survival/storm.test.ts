import { expect, it } from "vitest";
import { storm } from "./storm.ts";

it("killed in a storm of every kind of change, it has every acknowledged one, each with one audit entry", async ({
  annotate,
}) => {
  const { violations, operations, worst } = await storm({ rounds: 20 });
  expect(violations).toEqual([]);
  expect(operations).toBeGreaterThan(20);
  await annotate(`20 kills, ${operations} acknowledged changes, 0 lost; ${worst}`);
});
