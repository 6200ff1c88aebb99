import { expect, it } from "vitest";
import { lineOfBill, lineOfSum, lineOfUnread } from "./difference-lines.ts";

const start = Date.UTC(2026, 8, 3, 14);
const counted = { served: 4, refused: 1, failed: 0 };
const summed = { served: 5, refused: 1, failed: 0 };
const figures = "counted 4 served, 1 refused, 0 failed, but the sum is 5 served, 1 refused, 0 failed";

it.each([
  ["hour", "none", "", "org_1 live 2026-09-03T14"],
  ["day", "route", "GET /v1/user", "org_1 live 2026-09-03 by route GET /v1/user"],
  ["month", "status", "2xx", "org_1 live 2026-09 by status 2xx"],
  ["month", "key", "", "org_1 live 2026-09 by key"],
] as const)("tells where a sum of a %s differs by %s %s", (granularity, groupBy, group, where) => {
  const place = { organizationId: "org_1", environment: "live", start, granularity, groupBy, group } as const;
  expect(lineOfSum({ ...place, counted, summed })).toBe(`${where}: ${figures}`);
});

it.each([
  ["statement", "there is no statement, although a later month has one"],
  ["keys", "the keys have 7 requests, but the statement bills 9"],
  ["requests", "the organization has 7 requests, but the statement bills 9"],
  ["requestsBeyond", "7 requests beyond what is included, but the statement says 9"],
  ["amountBeyond", "the requests beyond cost 7, but the statement says 9"],
  ["total", "the total is 7, but the statement says 9"],
] as const)("tells what of a bill differs: %s", (figure, sentence) => {
  const bill = { organizationId: "org_1", month: "2026-09", figure, counted: 7, billed: 9 } as const;
  expect(lineOfBill(bill)).toBe(`org_1 2026-09: ${sentence}`);
});

it.each([
  [1, "1 row of uses could not be read"],
  [12, "12 rows of uses could not be read"],
])("tells that %i could not be read", (rows, sentence) => {
  expect(lineOfUnread(rows)).toContain(sentence);
});
