import { expect, it } from "vitest";
import type { UsageReport } from "../../lib/api/api-types.ts";
import { usageFileOf } from "./usage-file.ts";

const bucket = { start: "2026-11-20T00:00:00.000Z", served: 3, refused: 1, failed: 0 };
const report: UsageReport = {
  granularity: "day",
  from: "2026-11-20T00:00:00.000Z",
  to: "2026-11-22T00:00:00.000Z",
  environment: null,
  total: { served: 3, refused: 1, failed: 0 },
  buckets: [bucket],
  groups: [
    {
      group: "key_1",
      key: { id: "key_1", name: "=cmd, you", environment: "live", status: "active" },
      app: null,
      served: 3,
      refused: 1,
      failed: 0,
      buckets: [bucket],
    },
  ],
  moreGroups: 0,
};

it("has a line for each day, also one without a request", () => {
  const { name, content } = usageFileOf(report, undefined);
  expect(name).toBe("usage-2026-11-20-to-2026-11-21.csv");
  expect(content.split("\r\n")).toEqual([
    "start,served,refused,failed",
    "2026-11-20T00:00:00.000Z,3,1,0",
    "2026-11-21T00:00:00.000Z,0,0,0",
    "",
  ]);
});

it("names keys, and lets none of them be run as a formula", () => {
  const { name, content } = usageFileOf(report, "key");
  expect(name).toMatch(/-by-key\.csv$/);
  expect(content.split("\r\n").slice(0, 2)).toEqual([
    "start,key,name,served,refused,failed",
    `2026-11-20T00:00:00.000Z,key_1,"'=cmd, you",3,1,0`,
  ]);
});
