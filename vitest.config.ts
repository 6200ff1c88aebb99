import { randomInt } from "node:crypto";
import { defineConfig } from "vitest/config";

const exclude = ["**/node_modules/**", "**/dist/**"];

export default defineConfig({
  test: {
    provide: {
      fuzzCases: Number(process.env["FUZZ_CASES"] ?? 200_000),
      // Another one each time; it is printed, and brings the same cases back.
      fuzzSeed: Number(process.env["FUZZ_SEED"] ?? randomInt(2 ** 31)),
    },
    projects: [
      {
        test: {
          name: "unit",
          include: ["{packages,apps}/**/*.test.{ts,tsx}", "{bench,scripts}/**/*.test.ts"],
          exclude,
          // Two busy cores: what takes a second alone must not fail for being the fifth in the queue.
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["e2e/src/**/*.test.ts"],
          exclude,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // What a page shows is asked for again until it is so: an answer may come after the address has changed.
          expect: { poll: { timeout: 10_000 } },
          // One browser and one server at a time, after the unit tests: they measure what a person sees.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
