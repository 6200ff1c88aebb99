import { expect, it } from "vitest";
import type { Trouble } from "../health.ts";
import { createHealth } from "./create-health.ts";

type Sources = Parameters<typeof createHealth>[0];

const usage = { isWritable: () => true, countUnfiled: () => 0, countHeld: () => 0 } as Sources["usage"];
const well: Sources = {
  databases: [],
  usage,
  disk: { trouble: () => null, lacksReserve: () => false, look: async () => {} },
  config: { processes: 1, sealKeys: null, backups: null },
  lostUsage: () => [],
  isSound: () => true,
  isAsMade: () => true,
  clock: { now: () => 0, monotonic: () => 0, troubles: () => [] },
};

const causes: Readonly<Record<Trouble, Partial<Sources>>> = {
  storage_full: { disk: { ...well.disk, trouble: () => "storage_full" } },
  storage_unavailable: { disk: { ...well.disk, trouble: () => "storage_unavailable" } },
  storage_damaged: { disk: { ...well.disk, trouble: () => "storage_damaged" } },
  uses_held: { usage: { ...usage, isWritable: () => false } },
  reserve_missing: { disk: { ...well.disk, lacksReserve: () => true } },
  usage_aside: { lostUsage: () => ["usage_aside"] },
  usage_anew: { lostUsage: () => ["usage_anew"] },
  rows_unsound: { isSound: () => false },
  database_gone: {
    databases: [{ path: "katkey.db", inspect: () => expect.unreachable(), isGone: () => true }],
  },
  schema_altered: { isAsMade: () => false },
  clock_behind: { clock: { ...well.clock, troubles: () => ["clock_behind"] } },
  clock_leapt: { clock: { ...well.clock, troubles: () => ["clock_leapt"] } },
  clock_not_believed: { clock: { ...well.clock, troubles: () => ["clock_not_believed"] } },
};

it("tells of no trouble while all is well", () => {
  expect(createHealth(well).troubles()).toEqual([]);
});

it.each(Object.entries(causes))("tells of %s", (trouble, cause) => {
  expect(createHealth({ ...well, ...cause }).troubles()).toEqual([trouble]);
});
