import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepSealsKnown } from "./keep-seals-known.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("tells the log once that the schema was altered, and once that it is as it was, whatever else cannot be looked at", () => {
  const told: unknown[] = [];
  const tell = (level: string) => (what: unknown, message?: string) => void told.push([level, what, message]);
  const log = { error: tell("error"), warn: tell("warn"), debug: () => {} };
  let alterations: readonly string[] = [];
  const stop = keepSealsKnown({
    learn() {
      if (alterations.length > 0) throw new Error("no such table: main.seal");
      return 0;
    },
    unsound: { list: () => [], note() {}, look() {} },
    lookAtSchema: () => alterations,
    log: log as unknown as Parameters<typeof keepSealsKnown>[0]["log"],
  });
  vi.advanceTimersByTime(3_000);
  expect(told).toEqual([]);
  alterations = ["Somebody has added the trigger evil."];
  vi.advanceTimersByTime(5_000);
  expect(told).toEqual([["error", { alterations }, expect.stringContaining("changes are refused")]]);
  alterations = [];
  vi.advanceTimersByTime(5_000);
  expect(told.slice(1)).toEqual([["warn", expect.stringContaining("as Katkey made it again"), undefined]]);
  stop();
});
