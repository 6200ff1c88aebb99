import { expect, it } from "vitest";
import { createHealth } from "./create-health.ts";

const disk = { trouble: () => null, lacksReserve: () => false, look: async () => {} };
const usage = { isWritable: () => true } as Parameters<typeof createHealth>[0]["usage"];
const clock = { now: () => 0, monotonic: () => 0, troubles: () => ["clock_leapt"] as const };

it("tells of lost counts that lie beside, and of the clock", () => {
  const sources = { databases: [], usage, disk, backups: null, clock };
  expect(createHealth({ ...sources, isUsageAside: true }).troubles()).toEqual(["usage_aside", "clock_leapt"]);
  expect(createHealth({ ...sources, isUsageAside: false }).troubles()).toEqual(["clock_leapt"]);
});
