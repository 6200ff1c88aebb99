import { expect, it } from "vitest";
import { timeOf } from "./time.ts";

it.each([
  [Date.UTC(2026, 10, 22), "2026-11-22T00:00:00.000Z"],
  [Number.MAX_SAFE_INTEGER, "9999-12-31T23:59:59.999Z"],
  [Number.MIN_SAFE_INTEGER, "0000-01-01T00:00:00.000Z"],
  [null, null],
])("says %s as RFC 3339 can, whoever has written it", (milliseconds, said) => {
  expect(timeOf(milliseconds)).toBe(said);
});
