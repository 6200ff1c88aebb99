import { describe, expect, it } from "vitest";
import type { Lane } from "../http/measure-http.ts";
import type { Measured } from "../load/burst.ts";
import { verdictOf } from "./line.ts";
import { linesOf } from "./lines-of.ts";

function aLane(name: Lane["name"], cpu: readonly (number | null)[], own: Partial<Measured> = {}): Lane {
  const run = { requests: 1_000, seconds: 1, p50Ms: 1, p99Ms: 2, failed: 0, busy: 1, memoryMb: 100, ...own };
  return { route: "GET /v1/user", name, runs: cpu.map((cpuMicros) => ({ ...run, cpuMicros })) };
}

function linesOfLanes(...lanes: readonly Lane[]) {
  const lines = linesOf({ calls: [], lanes, flood: null });
  return new Map(lines.map((line) => [line.name, { ...line, verdict: verdictOf(line) }]));
}

describe("requests over HTTP", () => {
  it("stand to each other by the CPU that they took, round by round", () => {
    const lines = linesOfLanes(aLane("katkey", [30, 60, 30]), aLane("express", [27, 27, 30]));
    expect(lines.get("GET /v1/user to express")).toMatchObject({
      figure: { median: 0.9, least: 0.45, most: 1 },
      verdict: "reached",
    });
  });

  it("miss a target when the server takes more than its share", () => {
    const lines = linesOfLanes(aLane("katkey", [61]), aLane("node:http", [30]));
    expect(lines.get("GET /v1/user to node:http")).toMatchObject({ verdict: "missed" });
  });

  it("stand by the number of answers where nobody knows the CPU", () => {
    const lines = linesOfLanes(aLane("katkey", [null], { requests: 500 }), aLane("express", [null]));
    expect(lines.get("GET /v1/user to express")).toMatchObject({ figure: { median: 0.5 } });
    expect(lines.get("resident memory under load")?.figure).toMatchObject({ median: 100 });
  });

  it("are held against better-auth on every route", () => {
    const verifying = { ...aLane("katkey", [40]), route: "POST /v1/verify" };
    const lines = linesOfLanes(aLane("katkey", [30]), aLane("better-auth", [900]), verifying);
    expect(lines.get("GET /v1/user to better-auth")).toMatchObject({ verdict: "reached" });
    expect(lines.get("POST /v1/verify to better-auth")).toMatchObject({ verdict: "missed" });
  });
});

it("many keys are held against few, and against the clock", () => {
  const calls = [{ verb: "admit", draw: "1,000 in use", few: [8, 8], many: [13, 8] }] as const;
  const lines = linesOf({ calls, lanes: [], flood: null });
  expect(lines.map(({ figure }) => figure?.median)).toEqual([13, 1.625]);
  expect(lines.map(verdictOf)).toEqual(["missed", "missed"]);
});

it("an app is held against a key, in process and over HTTP", () => {
  const draw = "1,000 in use";
  const calls = [
    { verb: "admit", draw, few: [8], many: [10] },
    { verb: "admit an app", draw, few: [8], many: [14] },
  ] as const;
  const ofApp = { ...aLane("katkey", [60]), route: "GET /v1/user of an app" };
  const lines = linesOf({ calls, lanes: [aLane("katkey", [30]), ofApp], flood: null });
  const ofApps = lines.filter(({ name }) => name.endsWith("to a key"));
  expect(ofApps.map(({ figure }) => figure?.most)).toEqual([1.4, 2]);
  expect(ofApps.map(verdictOf)).toEqual(["reached", "missed"]);
});

it("a flood is judged by what it adds", () => {
  const flood = { alone: [5, 50], beside: [12, 55], badMicros: null };
  const lines = linesOf({ calls: [], lanes: [], flood });
  expect(lines.map(verdictOf)).toEqual(["no target", "reached", "no target"]);
});
