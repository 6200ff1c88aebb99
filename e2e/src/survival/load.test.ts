import { expect, it, vi } from "vitest";
import { clients } from "./clients.ts";
import { signIns } from "./sign-ins.ts";
import { soak } from "./soak.ts";

/** Some twenty starts, or clients that are slow on purpose: a busy machine takes its time. */
vi.setConfig({ testTimeout: 240_000 });

it("keeps idle connections, closes slow clients, and answers everybody else", async ({ annotate }) => {
  const { violations, worst } = await clients({ rounds: 500 });
  expect(violations).toEqual([]);
  await annotate(worst);
});

it("fifty attempts to sign in at once keep no key from being verified", async ({ annotate }) => {
  const { violations, operations, worst } = await signIns({ rounds: 4 });
  expect(violations).toEqual([]);
  expect(operations).toBeGreaterThan(0);
  await annotate(worst);
});

it("after long work it holds no more files and log than after a while", async ({ annotate, skip }) => {
  const { skipped, violations, worst } = await soak({ rounds: 20 });
  if (skipped !== undefined) return skip(skipped);
  expect(violations).toEqual([]);
  await annotate(worst);
});
