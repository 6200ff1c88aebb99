import { expect, it } from "vitest";
import type { UsageReport } from "../../lib/api/api-types.ts";
import { problemRowsOf } from "./problem-rows.ts";

const count = (served: number, refused: number) => ({ served, refused, failed: 0 });
const at = "2026-11-21T00:00:00.000Z";

function aReport(groups: Readonly<Record<string, ReturnType<typeof count>>>): UsageReport {
  return {
    granularity: "day",
    from: "2026-11-20T00:00:00.000Z",
    to: "2026-11-22T00:00:00.000Z",
    environment: null,
    total: count(100, 0),
    buckets: [],
    groups: Object.entries(groups).map(([group, of]) => ({
      group,
      key: null,
      app: null,
      ...of,
      buckets: [{ start: at, ...of }],
    })),
    moreGroups: 0,
  };
}

it("tells problems by their share of all problems, and leaves out what went well", () => {
  const rows = problemRowsOf(
    aReport({ none: count(90, 0), rate_limited: count(0, 6), validation_failed: count(2, 0) }),
  );
  expect(rows).toEqual([
    { code: "rate_limited", requests: 6, share: 0.75, course: [0, 6] },
    { code: "validation_failed", requests: 2, share: 0.25, course: [0, 2] },
  ]);
});

it("has none when every request got what it asked for", () => {
  expect(problemRowsOf(aReport({ none: count(90, 0) }))).toEqual([]);
  expect(problemRowsOf(aReport({}))).toEqual([]);
});
