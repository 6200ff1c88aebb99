import { expect, it, vi } from "vitest";
import { tampering } from "./tampering.ts";

/** Some thirty starts: a busy machine takes its time. */
vi.setConfig({ testTimeout: 600_000 });

it("with a seal, who can write to the database but lacks the key lets no token in", async ({ annotate }) => {
  const { violations, operations, worst } = await tampering({ rounds: 1 });
  expect(violations).toEqual([]);
  expect(operations).toBeGreaterThan(0);
  await annotate(worst);
});
