import { expect, it } from "vitest";
import { backup } from "./backup.ts";

it("backs up under writes what was acknowledged, and restored, refuses what was revoked since", async ({
  annotate,
}) => {
  const { violations, operations, worst } = await backup({ rounds: 3 });
  expect(violations).toEqual([]);
  expect(operations).toBeGreaterThan(20);
  await annotate(`3 backups, ${operations} acknowledged changes, 0 missing; ${worst}`);
}, 300_000);
