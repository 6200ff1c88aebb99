import { describe, expect, it } from "vitest";
import { pauseAfter } from "./pause-after.ts";

describe("waiting for a first request", () => {
  it.each([
    { waited: -5, pause: 1_000 },
    { waited: 0, pause: 1_000 },
    { waited: 8_000, pause: 1_000 },
    { waited: 40_000, pause: 5_000 },
    { waited: 3_600_000, pause: 15_000 },
  ])("asks $pause ms later when it has lasted $waited ms", ({ waited, pause }) => {
    expect(pauseAfter(waited)).toBe(pause);
  });
});
