import { randomInt } from "node:crypto";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const quickHashThread = fileURLToPath(
  new URL("packages/identity/src/testing/quick-hash-thread.ts", import.meta.url),
);

const exclude = ["**/node_modules/**", "**/dist/**"];

/** Tests that count what the product does in a second, or note how long it takes: nothing else runs meanwhile. */
const measuring = ["e2e/src/{counted,first-light}.test.ts"];

const unit = {
  exclude,
  // What a file replaced is put back before the next one.
  restoreMocks: true,
  unstubEnvs: true,
  unstubGlobals: true,
  // Two busy cores: what takes a second alone must not fail for being the tenth in the queue.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 10_000 } },
};

const e2e = {
  exclude,
  setupFiles: ["e2e/src/harness/clean-up-after-tests.ts"],
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // What a page shows is asked for again until it is so: an answer may come after the address has changed.
  expect: { poll: { timeout: 20_000 } },
};

export default defineConfig({
  test: {
    // By default one core would have nothing to do but to report.
    maxWorkers: Math.max(2, availableParallelism()),
    provide: {
      fuzzCases: Number(process.env["FUZZ_CASES"] ?? 200_000),
      // Another one each time; it is printed, and brings the same cases back.
      fuzzSeed: Number(process.env["FUZZ_SEED"] ?? randomInt(2 ** 31)),
    },
    projects: [
      {
        test: {
          ...unit,
          name: "unit",
          include: ["{packages,apps}/**/*.test.{ts,tsx}", "{bench,scripts}/**/*.test.ts"],
          exclude: [...exclude, "packages/identity/**"],
          // A process reads the product once, not once for each of its files. It keeps nothing between two
          // tests: what a test needs it opens itself, and closes.
          isolate: false,
          // A third of the server's tests was spent on the passwords of people whom they make up. That a hash
          // is as dear as it should be is for the tests of identity.
          alias: [{ find: /^.*\/hash-thread\.ts$/, replacement: quickHashThread }],
        },
      },
      {
        test: {
          ...unit,
          name: "identity",
          include: ["packages/identity/**/*.test.ts"],
          // better-auth counts attempts per process.
          isolate: true,
        },
      },
      {
        test: {
          ...e2e,
          name: "e2e",
          globalSetup: "e2e/src/harness/build.ts",
          include: ["e2e/src/**/*.test.ts"],
          exclude: [...exclude, ...measuring],
          // Each with its own browser and servers; more of them would only wait for each other.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...e2e,
          name: "e2e-alone",
          include: measuring,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
